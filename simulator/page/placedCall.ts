import { isDate, toInstantMs } from "../../functions/shared/hours";
import { e164Of } from "../../functions/shared/phoneNumber";
import type { Business } from "./businessCard";
import type { CallRequest } from "./pageRequest";

/** A call that the page asked for, ready to be made. */
export interface PlacedCall {
  readonly business: Business;
  /** E.164; null where the number is withheld. */
  readonly from: string | null;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly line: "flow" | "duplex";
}

/** The call, or what is wrong with what was asked for, a sentence each. */
export function placeCall(
  request: Omit<CallRequest, "type">,
  businesses: readonly Business[],
  nowMs: number,
): PlacedCall | { readonly errors: readonly string[] } {
  const business = businesses.find(({ id }) => id === request.business);
  if (business === undefined)
    return { errors: [`There is no business "${request.business}" any more: reload the page.`] };
  const from = request.from === null ? null : e164Of(request.from);
  const atMs = request.at === null ? nowMs : instantOf(request.at, business.knowledge.business.timezone);
  const errors: string[] = [];
  if (request.from !== null && from === null)
    errors.push(`The caller's number is "${request.from}". Write it with its country code, for example +15551230001.`);
  if (atMs === null) errors.push(`The time is "${request.at}". Choose a date and a time.`);
  return atMs === null || errors.length > 0 ? { errors } : { business, from, atMs, line: request.line };
}

function instantOf(local: string, timezone: string): number | null {
  const [date, hour, minute] = [local.slice(0, 10), Number(local.slice(11, 13)), Number(local.slice(14, 16))];
  if (!isDate(date) || hour > 23 || minute > 59 || local.length !== 16) return null;
  return toInstantMs(date, hour * 60 + minute, timezone);
}
