import { nextChange } from "../../functions/shared/hours";
import { routeCall } from "../../functions/shared/routing";
import type { Circumstances } from "../flow/routeOfFlow";
import { listText } from "./clockTexts";
import { type Destination, destinationOf } from "./destination";
import type { RoutedLine } from "./routedLine";
import { type RoutingChange, standingChange } from "./routingChange";

const anyHour = "at any hour";

/** A way on which calls come to a person. */
interface PassedOn {
  readonly when: string;
  readonly who: string;
  readonly circumstances: Circumstances;
}

const vips: PassedOn = { when: anyHour, who: "VIPs", circumstances: { screening: { route: "human" } } };
const agent: Circumstances = { screening: { route: "ai" } };

/** Those who are passed on to a person, each on a way of its own through the flow. */
const passedOn: readonly PassedOn[] = [
  vips,
  { when: "while open", who: "who asks the agent for a person", circumstances: { ...agent, agent: "passesOn" } },
  { when: "while open", who: "anyone where the agent fails", circumstances: { ...agent, agent: "fails" } },
  { when: "while open", who: "anyone where screening fails", circumstances: { screening: null, isOpen: true } },
  { when: anyHour, who: "anyone where screening and Connect's hours fail", circumstances: { screening: null } },
];

/** Those whom only a flow that was changed can lead elsewhere. */
const others: readonly PassedOn[] = [
  { when: anyHour, who: "blocked numbers", circumstances: { screening: { route: "blocked" } } },
  { when: "while closed", who: "anyone where screening fails", circumstances: { screening: null, isOpen: false } },
  { when: anyHour, who: "VIPs whom nobody answers", circumstances: { ...vips.circumstances, person: "noAnswer" } },
  {
    when: "while open",
    who: "who asks the agent for a person and is not answered",
    circumstances: { ...agent, agent: "passesOn", person: "noAnswer" },
  },
];

/** Whose numbers would be treated otherwise, and whom those would reach who do not stay where the hours send them. */
export function callerChanges(before: RoutedLine, after: RoutedLine, fromMs: number): readonly RoutingChange[] {
  return [...numberChanges(before, after, fromMs), ...limitChanges(before, after), ...wayChanges(before, after)];
}

/** Numbers that came onto a list or left one, those with the same change together. */
function numberChanges(before: RoutedLine, after: RoutedLine, fromMs: number): readonly RoutingChange[] {
  const numbers = new Set(
    [before, after].flatMap(({ knowledge: { callers } }) => [...callers.blocked, ...callers.vip]),
  );
  const alike = new Map<string, string[]>();
  for (const number of numbers) {
    const [was, is] = [before, after].map((line) => listOf(line, number, fromMs));
    if (was === is) continue;
    const key = JSON.stringify([was, is]);
    alike.set(key, [...(alike.get(key) ?? []), shownNumber(number, before, after)]);
  }
  return [...alike].flatMap(([key, shown]) => {
    const [was, is] = JSON.parse(key) as [List, List];
    const [went, goes] = [reachOf(before, was, fromMs), reachOf(after, is, fromMs)];
    const who = `${listText(shown)} (${listWords[was]} → ${listWords[is]})`;
    return went.place === goes.place ? [] : [standingChange(anyHour, who, went.text, goes.text)];
  });
}

type List = "blocked" | "human" | "none";
const listWords = { blocked: "blocked", human: "VIP", none: "on no list" } as const;

function listOf(line: RoutedLine, from: string, atMs: number): List {
  const { route } = routeCall(line.knowledge, { atMs, from, callsToday: 0 });
  return route === "blocked" || route === "human" ? route : "none";
}

/** Where the numbers of a list get to; those on none, to wherever the hours send them. */
function reachOf(line: RoutedLine, list: List, atMs: number): Destination {
  if (list !== "none") return destinationOf(line, { screening: { route: list } });
  const { route } = routeCall(line.knowledge, { atMs, from: null, callsToday: 0 });
  const alwaysTo = nextChange(line.knowledge, atMs) === null ? destinationOf(line, { screening: { route } }) : null;
  if (alwaysTo !== null) return alwaysTo;
  const [open, closed] = [agent, { screening: { route: "voicemail" } }].map((each) => destinationOf(line, each).text);
  return { place: `${open}, ${closed}`, text: `${open}, when closed ${closed}` };
}

/** Of a number that is kept secret only the end is shown, by which whoever keeps it knows it. */
function shownNumber(number: string, ...lines: readonly RoutedLine[]): string {
  return lines.some(({ secretCallers }) => secretCallers.includes(number)) ? `…${number.slice(-2)}` : number;
}

function limitChanges(before: RoutedLine, after: RoutedLine): readonly RoutingChange[] {
  const [was, is] = [before.knowledge.callers.perDay, after.knowledge.callers.perDay];
  if (was === is) return [];
  const [least, most] = [Math.min(was, is) + 1, Math.max(was, is)];
  const who =
    least === most ? `call ${least} of a number on one day` : `calls ${least} to ${most} of a number on one day`;
  const turnedAway = destinationOf(is < was ? after : before, { screening: { route: "blocked" } }).text;
  const asUsual = "as usual";
  return [
    is < was ? standingChange(anyHour, who, asUsual, turnedAway) : standingChange(anyHour, who, turnedAway, asUsual),
  ];
}

/** Ways on which the flow leads elsewhere. Where all that lead to a person lead to another one, that is one change. */
function wayChanges(before: RoutedLine, after: RoutedLine): readonly RoutingChange[] {
  const hasVips = [before, after].every(
    ({ knowledge, mayHaveSecrets }) => mayHaveSecrets || knowledge.callers.vip.length > 0,
  );
  const isPlain = [before, after].every((line) => destinationOf(line, agent).place === "agent");
  const change = ({ circumstances, when, who }: PassedOn): readonly RoutingChange[] => {
    const [went, goes] = [destinationOf(before, circumstances), destinationOf(after, circumstances)];
    return went.place === goes.place ? [] : [standingChange(when, who, went.text, goes.text)];
  };
  // Where no call comes to the agent, nobody can ask it for anything.
  const ways = (all: readonly PassedOn[]) =>
    all
      .filter(({ who }) => hasVips || !who.startsWith("VIPs"))
      .filter(({ circumstances }) => isPlain || circumstances.agent === undefined);
  const passed = ways(passedOn).map(change);
  const [first] = passed.flat();
  const isOne =
    first !== undefined && passed.every(([each]) => each?.before === first.before && each.after === first.after);
  const who = `${hasVips ? "VIPs and whoever else" : "whoever"} is passed on to a person`;
  return [
    ...(isOne ? [standingChange(anyHour, who, first.before, first.after)] : passed.flat()),
    ...ways(others).flatMap(change),
  ];
}
