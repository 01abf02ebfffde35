import { openingsOn } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import { dayName, openingsOfDay } from "./dayRoutes";
import type { RoutingTable } from "./routingTable";
import { dayPicture, pictureScale } from "./weekPicture";

/** The table as a person reads it on a terminal, columns under one another. */
export function tableLines(table: RoutingTable, knowledge: Pick<Knowledge, "hours" | "holidays">): readonly string[] {
  const { name, timezone, callers, week, holidays, clockChanges } = table;
  const [anyone] = callers;
  const header = ["", `anyone: ${anyone?.open} (else ${anyone?.closed})`, "VIP", "blocked"];
  const days = week.map(({ day, vip, blocked }) => [
    capitalised(day),
    openingsOfDay(knowledge.hours[day], day),
    vip,
    blocked,
  ]);
  const dates = holidays.map(({ date, day, vip, blocked }) => [
    dayName(date),
    openingsOfDay(openingsOn(knowledge, date), day),
    vip,
    blocked,
  ]);
  const [head = "", ...rows] = columns([header, ...days, ...dates]);
  const changes = clockChanges.map(({ date, shift, openings }) => {
    const effect = openings.length === 0 ? "touches no opening" : openings.join("; ");
    return `${dayName(date)}  clocks ${shift}: ${effect}`;
  });
  const ways = columns([
    ["", "while open", "while closed"],
    ...callers.map(({ who, open, closed }) => [who, open ?? "–", closed ?? "–"]),
  ]);
  const pictures = week.map(({ day }) => `${capitalised(day).padEnd(11)}${dayPicture(knowledge.hours[day])}`.trimEnd());
  return [
    `${name}, on the clock of ${timezone}`,
    "",
    head,
    ...rows.slice(0, days.length),
    ...(dates.length === 0 ? [] : ["", "Holidays, in place of what begins on that day", ...rows.slice(days.length)]),
    "",
    `${" ".repeat(11)}${pictureScale.trimEnd()}`,
    ...pictures,
    "",
    ...ways,
    ...(changes.length === 0 ? [] : ["", "Changes of the clock in the year to come", ...changes]),
  ];
}

/** Cells under one another, two blanks between columns. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
