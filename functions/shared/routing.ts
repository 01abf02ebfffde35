import { isOpen, localTime, nextChange } from "./hours";
import type { Knowledge } from "./knowledge";

export const routes = ["blocked", "human", "ai", "voicemail"] as const;
/** Where a call goes, in order of precedence. */
export type Route = (typeof routes)[number];

export interface IncomingCall {
  readonly atMs: number;
  /** E.164; null where the number is withheld. */
  readonly from: string | null;
  /** Calls of this number on the business's day so far, this one included; 0 where nobody counts. */
  readonly callsToday: number;
}

/** Where a call goes, and why in a short sentence without a full stop. */
export interface RouteChoice {
  readonly route: Route;
  readonly reason: string;
}

/** Sends a call one of four ways. A withheld number is on no list, and its calls are not counted. */
export function routeCall(knowledge: Knowledge, call: IncomingCall): RouteChoice {
  const { vip, blocked, perDay } = knowledge.callers;
  if (call.from !== null) {
    if (blocked.includes(call.from)) return { route: "blocked", reason: "on the block list" };
    if (call.callsToday > perDay) {
      return { route: "blocked", reason: `call ${call.callsToday} of the day, over the limit of ${perDay}` };
    }
    if (vip.includes(call.from)) return { route: "human", reason: "a VIP number, at any hour" };
  }
  return isOpen(knowledge, call.atMs)
    ? { route: "ai", reason: untilChange(knowledge, call.atMs, "open", "until") }
    : { route: "voicemail", reason: untilChange(knowledge, call.atMs, closedWord(knowledge, call.atMs), "opens") };
}

function closedWord(knowledge: Knowledge, atMs: number): string {
  const { date } = localTime(atMs, knowledge.business.timezone);
  return Object.hasOwn(knowledge.holidays, date) ? `closed, holiday of ${dayText(date)};` : "closed;";
}

/** `open until 17:30`, `closed; opens Tuesday 24 November 09:00`. */
function untilChange(knowledge: Knowledge, atMs: number, state: string, verb: string): string {
  const { timezone } = knowledge.business;
  const changeMs = nextChange(knowledge, atMs);
  if (changeMs === null) return state === "open" ? "open around the clock" : `${state} no opening to come`;
  const now = localTime(atMs, timezone);
  const change = localTime(changeMs, timezone);
  const clock = change.text.slice(-5);
  if (change.date === now.date) return `${state} ${verb} ${verb === "opens" ? "today " : ""}${clock}`;
  const year = change.date.slice(0, 4) === now.date.slice(0, 4) ? "" : ` ${change.date.slice(0, 4)}`;
  return `${state} ${verb} ${capitalised(change.weekday)} ${dayText(change.date)}${year} ${clock}`;
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

function dayText(date: string): string {
  return dayFormat.format(Date.parse(date));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
