import fc from "fast-check";
import {
  addDays,
  intervalsOn,
  isDate,
  isOpen,
  localTime,
  nextChange,
  type OpeningHours,
  toInstantMs,
  weekdayOf,
} from "./hours";
import { type Opening, weekdays } from "./knowledge";
import { readOpenings } from "./openingText";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Zones with the dates on which their clocks do something. */
const changes: readonly (readonly [string, string])[] = [
  ["America/Los_Angeles", "2026-03-08"],
  ["America/Los_Angeles", "2026-11-01"],
  ["Europe/Dublin", "2026-03-29"],
  ["Europe/Dublin", "2026-10-25"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Sao_Paulo", "2019-02-16"],
  ["Asia/Beirut", "2024-03-31"],
  ["Asia/Beirut", "2024-10-26"],
  ["Pacific/Apia", "2011-12-30"],
  ["America/St_Johns", "2010-03-14"],
  ["Pacific/Kiritimati", "2026-06-01"],
  ["Pacific/Pago_Pago", "2026-06-01"],
  ["Asia/Kathmandu", "2026-06-01"],
];

function hoursOf(
  timezone: string,
  hours: Partial<Record<string, string>>,
  holidays: Record<string, string> = {},
): OpeningHours {
  const read = (text: string | undefined) => readOpenings(text ?? "closed") ?? [];
  return {
    business: { timezone },
    hours: Object.fromEntries(weekdays.map((day) => [day, read(hours[day])])) as unknown as OpeningHours["hours"],
    holidays: Object.fromEntries(Object.entries(holidays).map(([date, text]) => [date, read(text)])),
  };
}

const everyDay = (text: string) => Object.fromEntries(weekdays.map((day) => [day, text]));
const at = (text: string) => Date.parse(text);

describe("wall-clock time", () => {
  test.each([
    ["America/Los_Angeles", "2026-11-23T18:00:59.999Z", "2026-11-23", "monday", 600, "2026-11-23T10:00"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01", "friday", 0, "2027-01-01T00:00"],
    ["Asia/Kathmandu", "2026-06-01T18:15:00Z", "2026-06-02", "tuesday", 0, "2026-06-02T00:00"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", "saturday", 0, "2011-12-31T00:00"],
  ])("in %s at %s is what the clock on the wall shows", (zone, instant, date, weekday, minute, text) => {
    expect(localTime(at(instant), zone)).toEqual({ date, weekday, minute, text });
  });

  test.each([
    ["America/Los_Angeles", "2026-03-08", 150, "2026-03-08T10:30:00Z", "in a gap the later"],
    ["America/Los_Angeles", "2026-11-01", 90, "2026-11-01T08:30:00Z", "in an overlap the earlier"],
    ["America/Los_Angeles", "2026-11-23", 1440, "2026-11-24T08:00:00Z", "24:00 is the next midnight"],
    ["America/Sao_Paulo", "2018-11-03", 1440, "2018-11-04T03:00:00Z", "24:00 before a midnight that is skipped"],
    ["Asia/Beirut", "2024-03-31", 0, "2024-03-30T22:00:00Z", "a midnight that is skipped"],
    ["Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:45:00Z", "a gap of half an hour"],
    ["Pacific/Apia", "2011-12-30", 540, "2011-12-30T19:00:00Z", "a whole day that is skipped"],
  ])("%s %s minute %i is %s: %s", (zone, date, minute, instant) => {
    expect(new Date(toInstantMs(date, minute, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  test("every minute of a day that no clock change touches goes there and back", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
        fc.integer({ min: 0, max: 1439 }),
        (zone, minute) => {
          const time = localTime(toInstantMs("2026-07-15", minute, zone), zone);
          expect([time.date, time.minute]).toEqual(["2026-07-15", minute]);
        },
      ),
    );
  });
});

describe("dates", () => {
  test.each([
    ["2026-02-28", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["", false],
  ])("%p is a date: %p", (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });

  test("weekdays and neighbours hold over months, years and before 1970", () => {
    expect(weekdayOf("2026-11-23")).toBe("monday");
    expect(weekdayOf("1969-12-28")).toBe("sunday");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  });
});

describe("open and closed", () => {
  const shop = hoursOf(
    "America/Los_Angeles",
    { monday: "09:00-17:30", thursday: "09:00-12:30, 13:30-19:00", friday: "22:00-02:00", saturday: "00:00-24:00" },
    { "2026-12-25": "closed", "2026-12-26": "10:00-11:00", "2026-12-31": "22:00-02:00" },
  );
  test.each([
    ["2026-11-23T09:00:00-08:00", true, "at the first instant"],
    ["2026-11-23T08:59:59.999-08:00", false, "just before it"],
    ["2026-11-23T17:29:59.999-08:00", true, "at the last instant"],
    ["2026-11-23T17:30:00-08:00", false, "at the end"],
    ["2026-11-26T13:00:00-08:00", false, "between two openings"],
    ["2026-11-24T12:00:00-08:00", false, "on a day left out"],
    ["2026-11-28T01:00:00-08:00", true, "after midnight, by the evening before"],
    ["2026-11-29T00:00:00-08:00", false, "after 24:00"],
    ["2026-12-25T23:00:00-08:00", false, "on a holiday that is closed, in place of Friday"],
    ["2026-12-26T01:00:00-08:00", false, "after midnight of a Friday that was a holiday"],
    ["2026-12-26T10:30:00-08:00", true, "in a holiday's own opening"],
    ["2026-12-26T12:00:00-08:00", false, "where a holiday took the place of an all-day Saturday"],
    ["2027-01-01T01:59:00-08:00", true, "after midnight, by a holiday of the evening before"],
  ])("%s is open %p: %s", (text, expected) => {
    expect(isOpen(shop, at(text))).toBe(expected);
  });

  test("a holiday does not cut the opening that began the evening before", () => {
    const bar = hoursOf("America/Los_Angeles", { thursday: "20:00-03:00" }, { "2026-12-25": "closed" });
    expect(isOpen(bar, at("2026-12-25T02:59:00-08:00"))).toBe(true);
    expect(nextChange(bar, at("2026-12-25T02:00:00-08:00"))).toBe(at("2026-12-25T03:00:00-08:00"));
  });

  test("06:00-06:00 lasts a day, and every day of it never closes", () => {
    const daily = hoursOf("Europe/Dublin", everyDay("06:00-06:00"));
    expect(nextChange(daily, at("2026-10-01T12:00:00Z"))).toBeNull();
    const once = hoursOf("Europe/Dublin", { monday: "06:00-06:00" });
    expect(nextChange(once, at("2026-11-23T12:00:00Z"))).toBe(at("2026-11-24T06:00:00Z"));
  });

  test("00:00-24:00 every day never closes, over changes of clocks too, but on a holiday it does", () => {
    const daily = hoursOf("America/Sao_Paulo", everyDay("00:00-24:00"));
    expect(nextChange(daily, at("2018-10-30T12:00:00Z"))).toBeNull();
    const holiday = hoursOf("UTC", everyDay("00:00-24:00"), { "2031-12-25": "closed" });
    expect(nextChange(holiday, at("2026-01-01T00:00:00Z"))).toBe(at("2031-12-25T00:00:00Z"));
    expect(nextChange(holiday, at("2031-12-25T12:00:00Z"))).toBe(at("2031-12-26T00:00:00Z"));
  });

  test("a business that opens only on one far holiday knows when, and one that never opens knows that", () => {
    const once = hoursOf("UTC", {}, { "2035-05-05": "10:00-11:00" });
    expect(nextChange(once, at("2026-01-01T00:00:00Z"))).toBe(at("2035-05-05T10:00:00Z"));
    expect(nextChange(hoursOf("UTC", {}), 0)).toBeNull();
  });

  test("an opening whose start a gap puts after its end is empty", () => {
    const shortly = hoursOf("Australia/Lord_Howe", everyDay("02:15-02:30"));
    expect(intervalsOn(shortly, "2026-10-04")).toEqual([]);
    expect(isOpen(shortly, at("2026-10-03T15:45:00Z"))).toBe(false);
    expect(nextChange(shortly, at("2026-10-03T12:00:00Z"))).toBe(toInstantMs("2026-10-05", 135, "Australia/Lord_Howe"));
  });

  test("far behind UTC an opening of the evening before is still seen", () => {
    const samoa = hoursOf("Pacific/Pago_Pago", { monday: "22:00-20:00" });
    expect(isOpen(samoa, at("2026-06-03T06:59:00Z"))).toBe(true);
    expect(nextChange(samoa, at("2026-06-03T06:59:00Z"))).toBe(at("2026-06-03T07:00:00Z"));
  });

  test("a key that every object has is no holiday", () => {
    expect(isOpen({ ...shop, holidays: Object.create({ "2026-11-23": [] }) }, at("2026-11-23T10:00:00-08:00"))).toBe(
      true,
    );
  });
});

describe("against a slow reference that asks Intl and walks minute by minute", () => {
  const openingText = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
    .map(([start, end]): Opening => ({ startMinute: start * 15, endMinute: end * 15 }));
  const day = fc.array(openingText, { maxLength: 2 });
  const week = fc.tuple(day, day, day, day, day, day, day);

  test("isOpen and nextChange agree with it around every kind of clock change", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        week,
        fc.dictionary(fc.integer({ min: -3, max: 3 }).map(String), day, { maxKeys: 2 }),
        fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
        ([timezone, date], openings, holidays, offset) => {
          const hours: OpeningHours = {
            business: { timezone },
            hours: Object.fromEntries(
              weekdays.map((name, index) => [name, openings[index] ?? []]),
            ) as unknown as OpeningHours["hours"],
            holidays: Object.fromEntries(
              Object.entries(holidays).map(([days, text]) => [addDays(date, Number(days)), text]),
            ),
          };
          const atMs = Date.parse(`${date}T12:00Z`) + offset * minuteMs;
          const slow = slowIntervals(hours, atMs);
          const openNow = slow(atMs);
          expect(isOpen(hours, atMs)).toBe(openNow);
          const change = nextChange(hours, atMs);
          for (let minute = 1; minute <= 3 * 1440; minute++) {
            if (slow(atMs + minute * minuteMs) !== openNow) {
              expect(change).toBe(atMs + minute * minuteMs);
              return;
            }
          }
          if (change !== null) expect(change).toBeGreaterThan(atMs + 3 * dayMs);
        },
      ),
      { numRuns: 400 },
    );
  });

  function slowIntervals(hours: OpeningHours, atMs: number): (ms: number) => boolean {
    const { timezone } = hours.business;
    const intervals: [number, number][] = [];
    for (let days = -5; days <= 9; days++) {
      const date = addDays(new Date(atMs).toISOString().slice(0, 10), days);
      for (const { startMinute, endMinute } of hours.holidays[date] ?? hours.hours[weekdayOf(date)]) {
        const length = endMinute > startMinute ? endMinute - startMinute : endMinute - startMinute + 1440;
        intervals.push([slowInstant(date, startMinute, timezone), slowInstant(date, startMinute + length, timezone)]);
      }
    }
    return (ms) => intervals.some(([start, end]) => start <= ms && ms < end);
  }

  function slowInstant(date: string, minute: number, zone: string): number {
    const wall = Date.parse(`${date}T00:00Z`) + minute * minuteMs;
    const offsets = [offsetAt(wall - 2 * dayMs, zone), offsetAt(wall + 2 * dayMs, zone)];
    const instants = offsets.map((offset) => wall - offset).filter((ms) => ms + offsetAt(ms, zone) === wall);
    return instants.length > 0 ? Math.min(...instants) : wall - (offsets[0] ?? 0);
  }

  const formats = new Map<string, Intl.DateTimeFormat>();
  function offsetAt(ms: number, timeZone: string): number {
    const format =
      formats.get(timeZone) ??
      new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium", calendar: "iso8601" });
    formats.set(timeZone, format);
    return Date.parse(`${format.format(ms).replace(" ", "T")}Z`) - ms;
  }
});

test("asking ten thousand times takes well under 50 microseconds each", () => {
  const shop = hoursOf("America/Los_Angeles", everyDay("09:00-12:30, 13:30-19:00"));
  const startMs = performance.now();
  for (let index = 0; index < 10_000; index++) isOpen(shop, at("2026-11-23T10:00:00Z") + index * 17 * minuteMs);
  expect((performance.now() - startMs) / 10_000).toBeLessThan(0.05);
});
