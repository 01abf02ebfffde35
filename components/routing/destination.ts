import type { Circumstances, PlayedRoute } from "../flow/routeOfFlow";
import { playLine, type RoutedLine } from "./routedLine";

/** Where a call ends up. */
export interface Destination {
  /** By which two are told apart: another number is another place, another name is not. */
  readonly place: string;
  /** `agent`, `the front desk (+15035550101)`. */
  readonly text: string;
}

/** How a person's number, E.164, is written. */
export type NumberText = (number: string) => string;

const whole: NumberText = (number) => number;

/** Where the line's flow takes a call under these circumstances. */
export function destinationOf(line: RoutedLine, circumstances: Circumstances, shown = whole): Destination {
  const played = playLine(line, circumstances);
  if (played.outcome === "human") return personOf(line, played, shown);
  const text = {
    ai: "agent",
    voicemail: "voicemail",
    blocked: "turned away",
    silence: "hung up on without a word",
    broken: `dropped, since ${played.why}`,
  }[played.outcome];
  return { place: text, text };
}

function personOf({ knowledge }: RoutedLine, { stations }: PlayedRoute, shown: NumberText): Destination {
  const called = stations.findLast(({ type }) => type === "phone" || type === "queue");
  if (called?.type !== "phone") return { place: "queue", text: "the queue" };
  const person = knowledge.people.find(({ number }) => number === called.number);
  const text = person === undefined ? shown(called.number) : `${person.name} (${shown(called.number)})`;
  return { place: called.number, text };
}
