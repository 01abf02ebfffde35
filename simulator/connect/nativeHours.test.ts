import { connectHours } from "../../components/routing/connectHours";
import { weekdays } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { isNativelyOpen } from "./nativeHours";

const hoursOf = (timezone: string, hours: Record<string, string>, holidays: Record<string, string> = {}) =>
  connectHours(
    parseKnowledge(
      JSON.stringify({ business: { name: "Shop", timezone, phone: "+15035550100" }, hours, holidays }),
      "shop.yaml",
    ),
  );
const shop = hoursOf(
  "America/Los_Angeles",
  { monday: "09:00-12:30, 13:30-19:00", friday: "22:00-02:00", saturday: "00:00-24:00" },
  { "2026-12-25": "closed", "2026-12-28": "10:00-11:00" },
);

test.each([
  ["2026-11-23T09:00:00-08:00", true, "at the first instant"],
  ["2026-11-23T08:59:59.999-08:00", false, "just before it"],
  ["2026-11-23T13:00:00-08:00", false, "between two stretches"],
  ["2026-11-23T18:59:59.999-08:00", true, "at the last instant"],
  ["2026-11-23T19:00:00-08:00", false, "at the end"],
  ["2026-11-27T23:59:00-08:00", true, "up to an end of 0:00"],
  ["2026-11-28T01:59:00-08:00", true, "in what an opening past midnight leaves for the morning, inside an all-day one"],
  ["2026-11-28T23:59:00-08:00", true, "from 0:00 to 0:00, all day"],
  ["2026-12-25T22:30:00-08:00", false, "on the date of an override without hours"],
  ["2026-12-28T10:30:00-08:00", true, "in the hours of an override"],
  ["2026-12-28T09:30:00-08:00", false, "where an override takes the place of the usual hours"],
])("%s is open %p: %s", (at, expected) => {
  expect(isNativelyOpen(shop, Date.parse(at))).toBe(expected);
});

test("an hour that comes twice is the same hour both times, and one that is left out never comes", () => {
  const night = hoursOf("America/Los_Angeles", { sunday: "01:00-02:30" });
  const open = (at: string) => isNativelyOpen(night, Date.parse(at));
  expect([open("2026-11-01T01:30:00-07:00"), open("2026-11-01T01:30:00-08:00")]).toEqual([true, true]);
  expect([open("2026-03-08T01:59:00-08:00"), open("2026-03-08T03:00:00-07:00")]).toEqual([true, false]);
});

test("a week's override keeps the usual hours of the days between", () => {
  const dates = Array.from({ length: 51 }, (_, index) => new Date(Date.UTC(2026, 0, 5 + 2 * index)));
  const holidays = Object.fromEntries(dates.map((date) => [date.toISOString().slice(0, 10), "closed"]));
  const daily = Object.fromEntries(weekdays.map((day) => [day, "09:00-17:00"]));
  const hours = hoursOf("UTC", daily, holidays);
  expect(hours.HoursOfOperationOverrides.length).toBeLessThan(20);
  const noon = (date: string) => isNativelyOpen(hours, Date.parse(`${date}T12:00Z`));
  expect(["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08"].map(noon)).toEqual([false, true, false, true]);
});
