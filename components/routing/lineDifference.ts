import { addDays, localTime, weekdayOf } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import type { DifferingTime } from "./differingTimes";
import { type FlowChange, flowDifference } from "./flowDifference";
import { hoursChanges } from "./hoursChanges";
import { knowledgeDifference } from "./knowledgeDifference";
import type { RoutedLine } from "./routedLine";
import { type RoutingChange, routingChangeText } from "./routingChange";
import { routingDifference } from "./routingDifference";
import { type ValueChange, valueChangeText } from "./valueDifference";

/** All in which two lines differ, each thing once. */
export interface LineDifference {
  readonly routing: readonly RoutingChange[];
  readonly flow: readonly FlowChange[];
  /** What neither of the two says already. */
  readonly knowledge: readonly ValueChange[];
}

/** What differs from `fromMs` (milliseconds since the epoch) on: who reaches something else, then the flow, then the knowledge. */
export function lineDifference(before: RoutedLine, after: RoutedLine, fromMs: number): LineDifference {
  const routing = routingDifference(before, after, fromMs);
  const flow = flowDifference(before.flow, after.flow);
  const { times, isAlways } = hoursChanges(before, after, fromMs);
  const told = [...routing.map((change) => routingChangeText(change, "")), ...flow.map(({ text }) => text)].join("\n");
  const dates = datesTold(times, after.knowledge.business.timezone);
  return {
    routing,
    flow,
    knowledge: knowledgeDifference(before.knowledge, after.knowledge)
      .filter((change) => !isHoursTold(change, dates, isAlways))
      .filter((change) => !isTextTold(change, told))
      .filter((change) => !isSecret(change, [...before.secretCallers, ...after.secretCallers]))
      .filter((change) => !isName(change, before.knowledge, after.knowledge)),
  };
}

/** Whether nothing differs. */
export function isSameLine({ routing, flow, knowledge }: LineDifference): boolean {
  return routing.length + flow.length + knowledge.length === 0;
}

/** The difference as a person reads it, a heading for each kind; empty where there is none. `year` is left out of dates. */
export function lineDifferenceLines({ routing, flow, knowledge }: LineDifference, year: string): readonly string[] {
  return [
    ...underHeading(
      "Who would reach something else",
      routing.map((change) => routingChangeText(change, year)),
    ),
    ...underHeading(
      "The contact flow",
      flow.map(({ text }) => text),
    ),
    ...underHeading("The rest of the knowledge file", knowledge.map(valueChangeText)),
  ];
}

/** The lines, moved in under what they are about; nothing where there are none. */
export function underHeading(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

/** The dates whose openings may be behind one of the times: those on which one begins, and the evenings before. */
function datesTold(times: readonly DifferingTime[], timezone: string): ReadonlySet<string> {
  return new Set(
    times.flatMap(({ startMs }) => {
      const { date } = localTime(startMs, timezone);
      return [date, addDays(date, -1)];
    }),
  );
}

/** Whether the routing says already what these hours came to. */
function isHoursTold({ path }: ValueChange, dates: ReadonlySet<string>, isAlways: boolean): boolean {
  if (path === "business.timezone") return dates.size > 0;
  const [, kind, day] = /^(hours|holidays)\.(.+)$/.exec(path) ?? [];
  if (day === undefined) return false;
  if (isAlways) return true;
  return kind === "holidays" ? dates.has(day) : [...dates].some((date) => weekdayOf(date) === day);
}

/** Callers, people and sentences that stand in what was said. */
function isTextTold({ path, before, after }: ValueChange, told: string): boolean {
  if (path === "callers.perDay") return / of a number on one day/.test(told);
  if (/^callers\.(vip|blocked)$/.test(path)) return [before, after].every((each) => isIn(each, told));
  if (/^people\[/.test(path)) return [before, after].every((each) => isIn(each, told));
  return /^say\./.test(path) && [before, after].every((each) => each !== undefined && isIn(each, told));
}

/** A caller whom the routing names by the end of their number, if at all. */
function isSecret({ path, before, after }: ValueChange, secrets: readonly string[]): boolean {
  const isCaller = /^callers\.(vip|blocked)$/.test(path);
  return isCaller && [before, after].flat().every((each) => each === undefined || secrets.includes(String(each)));
}

/** What a value says: a number, a sentence, the number of a person; nothing is in everything. */
function isIn(value: unknown, told: string): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return told.includes(value) || told.includes(JSON.stringify(value));
  if (Array.isArray(value)) return value.every((each) => isIn(each, told));
  return typeof value === "object" && value !== null && "number" in value && isIn(value.number, told);
}

/** A sentence that only has the business's new name in place of the old one. */
function isName({ path, before, after }: ValueChange, was: Knowledge, is: Knowledge): boolean {
  if (!path.startsWith("say.") || typeof before !== "string" || was.business.name === is.business.name) return false;
  return before.replaceAll(was.business.name, is.business.name) === after;
}
