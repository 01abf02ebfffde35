import { dateText, listText } from "./clockTexts";

/** Who would reach something else, and when. */
export interface RoutingChange {
  /** `Fri 17:30–18:00`, `Thu 24 December 09:00–12:00`, `while open`, `at any hour`. */
  readonly when: string;
  /** `anyone`, `VIPs`, a number. */
  readonly who: string;
  /** `agent`, `voicemail`, a person with their number. */
  readonly before: string;
  readonly after: string;
  /** The first ISO date and the last, where it comes on some days of every week; `until` is null where it goes on. */
  readonly from: string | null;
  readonly until: string | null;
  /** ISO dates of those days on which it does not come, though they are no holidays. */
  readonly except: readonly string[];
}

/** One line: `Fri 17:30–18:00, anyone: agent → voicemail, from 4 December`. Years are left out where they are `year`. */
export function routingChangeText(change: RoutingChange, year: string): string {
  const { when, who, before, after, from, until, except } = change;
  const first = from === null ? "" : `, from ${dateText(from, year)}`;
  const last = until === null ? "" : ` to ${dateText(until, year)}`;
  const not = except.length === 0 ? "" : `, not on ${listText(except.map((date) => dateText(date, year)))}`;
  return `${when}, ${who}: ${before} → ${after}${first}${last}${not}`;
}

/** A change that is not bound to dates. */
export function standingChange(when: string, who: string, before: string, after: string): RoutingChange {
  return { when, who, before, after, from: null, until: null, except: [] };
}
