import { addDays } from "../../functions/shared/hours";
import type { DifferingDate } from "./datesOfTimes";
import { recurringDates } from "./recurringDates";

const lastDate = "2027-11-26";
const never = { lastDate, isExcused: () => false };
const change = {
  stretches: [{ startMinute: 540, endMinute: 600, endDays: 0 }],
  before: "agent",
  after: "voicemail",
};

/** Every week from a date to another. */
function weekly(from: string, to = lastDate, without: readonly string[] = []): readonly DifferingDate[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 7)) if (!without.includes(date)) dates.push(date);
  return dates.map((date) => ({ ...change, date }));
}

const told = (dates: readonly DifferingDate[], calendar: Parameters<typeof recurringDates>[1] = never) =>
  recurringDates(dates, calendar).map(({ weekdays, from, until, except }) => ({ weekdays, from, until, except }));

test("days of every week are one, in any order, from the first of them on", () => {
  expect(told([...weekly("2026-11-24"), ...weekly("2026-11-23"), ...weekly("2026-11-27")])).toEqual([
    { weekdays: ["monday", "tuesday", "friday"], from: "2026-11-23", until: null, except: [] },
  ]);
});

test("a day that begins in another season, or ends in one, stands for itself", () => {
  expect(told([...weekly("2026-11-23"), ...weekly("2027-03-16"), ...weekly("2026-11-25", "2027-03-10")])).toEqual([
    { weekdays: ["monday"], from: "2026-11-23", until: null, except: [] },
    { weekdays: ["wednesday"], from: "2026-11-25", until: "2027-03-10", except: [] },
    { weekdays: ["tuesday"], from: "2027-03-16", until: null, except: [] },
  ]);
});

test("one date that is none is an exception, a holiday is none, and a month ends a run", () => {
  expect(told(weekly("2026-11-23", lastDate, ["2027-03-15"]))).toMatchObject([
    { from: "2026-11-23", except: ["2027-03-15"] },
  ]);
  const holiday = { lastDate, isExcused: (date: string) => date === "2027-03-15" };
  expect(told(weekly("2026-11-23", lastDate, ["2027-03-15"]), holiday)).toMatchObject([{ except: [] }]);
  const month = ["2027-03-01", "2027-03-08", "2027-03-15", "2027-03-22"];
  expect(told(weekly("2026-11-23", lastDate, month))).toEqual([
    { weekdays: ["monday"], from: "2026-11-23", until: "2027-02-22", except: [] },
    { weekdays: ["monday"], from: "2027-03-29", until: null, except: [] },
  ]);
});

test("single dates stay single, three days in a row are told together", () => {
  const dates = ["2026-12-07", "2026-12-21", "2026-12-23", "2026-12-24", "2026-12-25"].map((date) => ({
    ...change,
    date,
  }));
  expect(told(dates)).toEqual([
    { weekdays: null, from: "2026-12-07", until: "2026-12-07", except: [] },
    { weekdays: null, from: "2026-12-21", until: "2026-12-21", except: [] },
    { weekdays: null, from: "2026-12-23", until: "2026-12-25", except: [] },
  ]);
});

test("what goes on holds of later years, too; what ended does not", () => {
  const later = { ...change, date: "2028-12-25" };
  expect(told([...weekly("2026-11-23"), later])).toHaveLength(1);
  expect(told([...weekly("2026-11-23", "2027-03-01"), later])).toMatchObject([
    { until: "2027-03-01" },
    { weekdays: null, from: "2028-12-25" },
  ]);
});
