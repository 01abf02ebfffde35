import type { Circumstances, PlayedRoute } from "../flow/routeOfFlow";
import { playLine, type RoutedLine } from "./routedLine";

/** Where a call ends up. */
export interface Destination {
  /** By which two are told apart: another number is another place, another name is not. */
  readonly place: string;
  /** `agent`, `the front desk (+15035550101)`. */
  readonly text: string;
}

/** Where the line's flow takes a call under these circumstances. */
export function destinationOf(line: RoutedLine, circumstances: Circumstances): Destination {
  const played = playLine(line, circumstances);
  if (played.outcome === "human") return personOf(line, played);
  const text = {
    ai: "agent",
    voicemail: "voicemail",
    blocked: "turned away",
    silence: "hung up on without a word",
    broken: `dropped, since ${played.why}`,
  }[played.outcome];
  return { place: text, text };
}

function personOf({ knowledge }: RoutedLine, { stations }: PlayedRoute): Destination {
  const called = stations.findLast(({ type }) => type === "phone" || type === "queue");
  if (called?.type !== "phone") return { place: "queue", text: "the queue" };
  const person = knowledge.people.find(({ number }) => number === called.number);
  const text = person === undefined ? called.number : `${person.name} (${called.number})`;
  return { place: called.number, text };
}
