import type { CallReport } from "../report";

/** A way in which two reports of one call say different things. */
export interface Difference {
  /** `turns[0].said`. */
  readonly where: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** What must be the same of a call wherever its functions run: everything but times, costs and what times alone decide. */
function substanceOf({ route, outcome, turns, tools, booking, transfer, voicemail }: CallReport) {
  return {
    route,
    outcome,
    turns: turns.map(({ caller, tool, facts, said, blocked }) => ({ caller, tool, facts, said, blocked })),
    tools: tools.map(({ name, status }) => ({ name, status })),
    booking,
    transfer: transfer === null ? null : { to: transfer.to, outcome: transfer.outcome },
    voicemail: voicemail === null ? null : { text: voicemail.text, endedBy: voicemail.endedBy },
  };
}

/** Where two reports of the same call differ in substance; empty where they do not. */
export function differencesOf(one: CallReport, other: CallReport): Difference[] {
  return differences(substanceOf(one), substanceOf(other), "");
}

function differences(one: unknown, other: unknown, where: string): Difference[] {
  if (!isBranch(one) || !isBranch(other)) return Object.is(one, other) ? [] : [{ where, one, other }];
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    const at = Array.isArray(one) ? `${where}[${name}]` : where === "" ? name : `${where}.${name}`;
    return differences(one[name], other[name], at);
  });
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
