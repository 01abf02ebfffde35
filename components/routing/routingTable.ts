import { addDays, localTime, weekdayOf } from "../../functions/shared/hours";
import { type Weekday, weekdays } from "../../functions/shared/knowledge";
import type { Circumstances } from "../flow/routeOfFlow";
import { type ClockChange, clockChanges } from "./clockChanges";
import { type DayRoute, routesOfDate, routesOfWeekday } from "./dayRoutes";
import { destinationOf, type NumberText } from "./destination";
import type { RoutedLine } from "./routedLine";

/** Where everybody's calls go: who reaches whom, and when a caller on no list reaches what. */
export interface RoutingTable {
  readonly name: string;
  readonly timezone: string;
  readonly callers: readonly CallerRow[];
  readonly week: readonly DayRow[];
  readonly holidays: readonly HolidayRow[];
  /** Those of the year to come. */
  readonly clockChanges: readonly ClockChange[];
}

/** Whom somebody reaches; null where the case cannot be. */
export interface CallerRow {
  readonly who: string;
  readonly open: string | null;
  readonly closed: string | null;
}

export interface DayRow {
  readonly day: Weekday;
  /** From midnight to midnight, of a caller on no list. */
  readonly anyone: readonly DayRoute[];
  /** Of the other kinds of caller, at every hour. */
  readonly vip: string;
  readonly blocked: string;
}

export interface HolidayRow extends DayRow {
  /** ISO. */
  readonly date: string;
}

/** How the table names numbers. */
export interface NumberTexts {
  /** A person's. */
  readonly person: NumberText;
  /** Those of a list of callers, which are counted and not shown: `2 numbers`. */
  readonly list: (numbers: readonly string[]) => string;
}

/** `2 numbers`. */
export function countText({ length }: readonly string[]): string {
  return length === 1 ? "1 number" : `${length} numbers`;
}

const plainTexts: NumberTexts = { person: (number) => number, list: countText };

/** The table of a line; `fromMs`, milliseconds since the epoch, is when the year to come begins. */
export function routingTable(line: RoutedLine, fromMs: number): RoutingTable {
  const { business, holidays } = line.knowledge;
  const today = localTime(fromMs, business.timezone).date;
  const [vip, blocked] = (["human", "blocked"] as const).map(
    (route) => destinationOf(line, { screening: { route } }).text,
  );
  const always = { vip: vip ?? "", blocked: blocked ?? "" };
  return {
    name: business.name,
    timezone: business.timezone,
    callers: callerRows(line),
    week: weekdays.map((day) => ({ day, anyone: routesOfWeekday(line.knowledge, day), ...always })),
    holidays: Object.keys(holidays)
      .sort()
      .map((date) => ({ date, day: weekdayOf(date), anyone: routesOfDate(line.knowledge, date), ...always })),
    clockChanges: clockChanges(line.knowledge, today, addDays(today, 365)),
  };
}

/** Who reaches whom, the ways in which something fails included: each played through the flow. */
export function callerRows(line: RoutedLine, texts: NumberTexts = plainTexts): readonly CallerRow[] {
  const { vip, blocked, perDay } = line.knowledge.callers;
  const reach = (circumstances: Circumstances) => destinationOf(line, circumstances, texts.person).text;
  const both = (who: string, circumstances: Circumstances): CallerRow => ({
    who,
    open: reach(circumstances),
    closed: reach(circumstances),
  });
  const [ai, human] = [{ route: "ai" }, { route: "human" }];
  return [
    { who: "anyone", open: reach({ screening: ai }), closed: reach({ screening: { route: "voicemail" } }) },
    both(`a VIP (${texts.list(vip)})`, { screening: human }),
    both(`a blocked number (${texts.list(blocked)})`, { screening: { route: "blocked" } }),
    both(`a number that called ${perDay} times that day`, { screening: { route: "blocked" } }),
    { who: "who asks the agent for a person", open: reach({ screening: ai, agent: "passesOn" }), closed: null },
    { who: "anyone, where the agent fails", open: reach({ screening: ai, agent: "fails" }), closed: null },
    {
      who: "anyone, where screening fails",
      open: reach({ screening: null, isOpen: true }),
      closed: reach({ screening: null, isOpen: false }),
    },
    both("anyone, where Connect's hours fail too", { screening: null }),
    both("who is passed to a person and not answered", { screening: human, person: "noAnswer" }),
  ];
}
