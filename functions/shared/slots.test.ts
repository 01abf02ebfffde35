import fc from "fast-check";
import { addDays, intervalsOn, localTime, toInstantMs } from "./hours";
import type { Knowledge } from "./knowledge";
import { parseKnowledge } from "./knowledgeFile";
import { bookingKey, checkSlot, freeChairs, slotKeys } from "./slots";

const minuteMs = 60_000;

function shop(
  bookings: string,
  hours = "{ monday: 09:00-12:00, tuesday: '09:00-12:00, 13:00-17:00', friday: 22:00-02:00 }",
  more = "",
): Knowledge {
  return parseKnowledge(
    `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: ${hours}
services:
  - { id: cut, name: Cut, minutes: 30 }
  - { id: long, name: Long, minutes: 60 }
  - { id: odd, name: Odd, minutes: 45 }
  - { id: talk, name: Talk }
  - { id: summer, name: Summer, minutes: 30, until: 2026-11-23 }
bookings: ${bookings}
${more}`,
    "shop.yaml",
  );
}

const nobody: ReadonlySet<string> = new Set();
const plain = shop("{}");
/** Monday 23 November 2026, 07:00 in Los Angeles. */
const nowMs = Date.parse("2026-11-23T07:00:00-08:00");

describe("a wish", () => {
  test.each([
    ["cut", "2026-11-23T09:00", "free"],
    ["cut", "2026-11-23T11:30", "free"],
    ["cut", "2026-11-23T11:30:00", "free"],
    ["long", "2026-11-23T11:00", "free"],
    ["long", "2026-11-23T11:30", "closed"],
    ["long", "2026-11-24T11:30", "closed"],
    ["cut", "2026-11-23T12:00", "closed"],
    ["cut", "2026-11-25T10:00", "closed"],
    ["cut", "2026-11-23T09:15", "notOnGrid"],
    ["cut", "2026-11-23T06:59", "past"],
    ["cut", "2026-11-20T09:00", "past"],
    ["cut", "2026-11-23T08:30", "tooSoon"],
    ["cut", "2027-01-22T22:00", "free"],
    ["cut", "2027-01-25T09:00", "tooFar"],
    ["cut", "2026-11-28T01:30", "free"],
    ["long", "2026-11-28T01:30", "closed"],
    ["talk", "2026-11-23T10:00", "notBookable"],
    ["summer", "2026-11-23T10:00", "free"],
    ["summer", "2026-11-24T10:00", "notBookable"],
    ["nails", "2026-11-23T10:00", "noSuchService"],
    ["cut", "2026-02-30T10:00", "closed"],
    ["cut", "tomorrow at ten", "closed"],
    ["cut", "2026-11-23T24:00", "closed"],
  ])("%s at %s is %s", (service, start, expected) => {
    const answer = checkSlot(plain, { service, start, nowMs }, nobody);
    expect(answer.isFree ? "free" : answer.why).toBe(expected);
  });

  test("a service that is no longer said does not exist", () => {
    const later = Date.parse("2026-11-24T07:00:00-08:00");
    expect(checkSlot(plain, { service: "summer", start: "2026-11-24T10:00", nowMs: later }, nobody)).toEqual({
      isFree: false,
      why: "noSuchService",
      others: [],
    });
  });

  test("a time that the clock skips cannot be booked, and one that comes twice is its first pass", () => {
    const nights = shop("{ every: 30, horizonDays: 365 }", "{ sunday: 00:00-06:00 }");
    const springMs = Date.parse("2026-03-01T00:00:00-08:00");
    expect(checkSlot(nights, { service: "cut", start: "2026-03-08T02:30", nowMs: springMs }, nobody)).toMatchObject({
      why: "closed",
    });
    expect(slotKeys(nights, "cut", "2026-11-01T01:30", 1)).toEqual(["2026-11-01T08:30Z/1"]);
  });
});

describe("slots", () => {
  test("a service takes every slot it touches, on its own chair", () => {
    expect(slotKeys(plain, "cut", "2026-11-23T09:00", 1)).toEqual(["2026-11-23T17:00Z/1"]);
    expect(slotKeys(plain, "long", "2026-11-23T09:00", 2)).toEqual(["2026-11-23T17:00Z/2", "2026-11-23T17:30Z/2"]);
    expect(slotKeys(plain, "odd", "2026-11-23T09:30", 1)).toEqual(["2026-11-23T17:30Z/1", "2026-11-23T18:00Z/1"]);
    expect(slotKeys(plain, "cut", "2026-11-23T09:15", 1)).toEqual([]);
    expect(slotKeys(plain, "talk", "2026-11-23T09:00", 1)).toEqual([]);
  });

  test("one slot taken takes the whole service, unless another chair is free", () => {
    const taken = new Set(slotKeys(plain, "cut", "2026-11-23T09:30", 1));
    expect(checkSlot(plain, { service: "long", start: "2026-11-23T09:00", nowMs }, taken)).toMatchObject({
      why: "taken",
    });
    const two = shop("{ chairs: 2 }");
    expect(checkSlot(two, { service: "long", start: "2026-11-23T09:00", nowMs }, taken)).toEqual({ isFree: true });
    expect(freeChairs(two, "long", "2026-11-23T09:00", taken)).toEqual([2]);
  });

  test("the answer is the same from a set and from a function", () => {
    const taken = new Set(slotKeys(plain, "cut", "2026-11-23T10:00", 1));
    const request = { service: "cut", start: "2026-11-23T10:00", nowMs };
    expect(checkSlot(plain, request, (key) => taken.has(key))).toEqual(checkSlot(plain, request, taken));
  });
});

describe("others", () => {
  test.each([
    ["2026-11-23T12:00", ["2026-11-23T10:30", "2026-11-23T11:00", "2026-11-23T11:30"]],
    ["2026-11-24T12:00", ["2026-11-24T11:00", "2026-11-24T11:30", "2026-11-24T13:00"]],
    ["2026-11-23T06:00", ["2026-11-23T09:00", "2026-11-23T09:30", "2026-11-23T10:00"]],
    ["2026-11-26T03:00", ["2026-11-24T15:30", "2026-11-24T16:00", "2026-11-24T16:30"]],
    ["2028-01-01T10:00", ["2027-01-22T22:30", "2027-01-22T23:00", "2027-01-22T23:30"]],
    ["nonsense", ["2026-11-23T09:00", "2026-11-23T09:30", "2026-11-23T10:00"]],
  ])("near %s are %j", (start, others) => {
    expect(checkSlot(plain, { service: "cut", start, nowMs }, nobody)).toMatchObject({ isFree: false, others });
  });

  test("after midnight the rest of last night's opening is offered", () => {
    const atNight = Date.parse("2026-11-28T00:30:00-08:00");
    const answer = checkSlot(
      shop("{ notice: 0 }"),
      { service: "cut", start: "2026-11-28T02:00", nowMs: atNight },
      nobody,
    );
    expect(answer).toMatchObject({ others: ["2026-11-28T00:30", "2026-11-28T01:00", "2026-11-28T01:30"] });
  });

  test("where all is taken there are none", () => {
    expect(checkSlot(plain, { service: "cut", start: "2026-11-23T10:00", nowMs }, () => true)).toEqual({
      isFree: false,
      why: "taken",
      others: [],
    });
  });

  test("are the three nearest of all that a search every five minutes finds", () => {
    const calendars = fc.record({
      every: fc.constantFrom(20, 30, 45, 60),
      hours: fc.constantFrom(
        "{ monday: 09:00-12:00 }",
        "{ monday: '08:00-10:00, 09:10-11:30', tuesday: 20:00-02:00 }",
        "{ sunday: 22:00-04:00 }",
      ),
      chairs: fc.integer({ min: 1, max: 2 }),
      service: fc.constantFrom("cut", "long", "odd"),
      wishMinute: fc.integer({ min: 0, max: 3 * 1440 }),
      full: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(calendars, ({ every, hours, chairs, service, wishMinute, full }) => {
        const knowledge = shop(`{ every: ${every}, chairs: ${chairs}, notice: 0h, horizonDays: 2 }`, hours);
        const sundayMs = Date.parse("2026-11-22T00:00:00-08:00");
        // A fixed part of the slots is taken, by their key.
        const isTaken = (key: string) =>
          [...key].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 4 < full;
        const wishMs = sundayMs + wishMinute * minuteMs;
        const start = localTime(wishMs, "America/Los_Angeles").text;
        const answer = checkSlot(knowledge, { service, start, nowMs: sundayMs }, isTaken);
        const free: number[] = [];
        for (let ms = sundayMs; ms < sundayMs + 3 * 1440 * minuteMs; ms += 5 * minuteMs) {
          const text = localTime(ms, "America/Los_Angeles").text;
          if (freeChairs(knowledge, service, text, isTaken).length > 0) free.push(ms);
        }
        const nearest = free
          .sort((a, b) => Math.abs(a - wishMs) - Math.abs(b - wishMs) || a - b)
          .slice(0, 3)
          .sort((a, b) => a - b)
          .map((ms) => localTime(ms, "America/Los_Angeles").text);
        if (answer.isFree) expect(free).toContain(wishMs);
        else expect(answer.others).toEqual(nearest);
      }),
      { numRuns: 25 },
    );
  });
});

test("whatever is booked, in overlapping openings too, no chair serves two at one time and all lies within an opening", () => {
  const openings = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 3 })
    .map((pairs) =>
      pairs.map(([start, length]) => `${clock(start * 30)}-${clock(((start + length) % 49) * 30)}`).join(", "),
    );
  const wishes = fc.array(fc.tuple(fc.constantFrom("cut", "long", "odd"), fc.integer({ min: 0, max: 191 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(
      openings,
      fc.constantFrom(15, 20, 30, 45),
      fc.integer({ min: 1, max: 2 }),
      wishes,
      (hours, every, chairs, asked) => {
        // The night of 1 November 2026 has 25 hours.
        const knowledge = shop(
          `{ every: ${every}, chairs: ${chairs}, notice: 0h }`,
          `{ saturday: "${hours}", sunday: "${hours}" }`,
        );
        const beforeMs = Date.parse("2026-10-31T00:00:00-07:00");
        const taken = new Set<string>();
        const booked: { chair: number; startMs: number; endMs: number }[] = [];
        for (const [service, quarter] of asked) {
          const start = `${addDays("2026-10-31", Math.floor(quarter / 96))}T${clock((quarter % 96) * 15)}`;
          const [chair] = freeChairs(knowledge, service, start, taken);
          expect(checkSlot(knowledge, { service, start, nowMs: beforeMs }, taken).isFree).toBe(chair !== undefined);
          if (chair === undefined) continue;
          for (const key of slotKeys(knowledge, service, start, chair)) taken.add(key);
          const startMs = toInstantMs(start.slice(0, 10), (quarter % 96) * 15, "America/Los_Angeles");
          booked.push({ chair, startMs, endMs: startMs + { cut: 30, long: 60, odd: 45 }[service as "cut"] * minuteMs });
        }
        for (const [index, one] of booked.entries()) {
          const day = localTime(one.startMs, "America/Los_Angeles").date;
          const around = [addDays(day, -1), day].flatMap((date) => intervalsOn(knowledge, date));
          expect(around.some(({ startMs, endMs }) => startMs <= one.startMs && one.endMs <= endMs)).toBe(true);
          for (const other of booked.slice(index + 1)) {
            expect(other.chair === one.chair && other.startMs < one.endMs && one.startMs < other.endMs).toBe(false);
          }
        }
      },
    ),
    { numRuns: 60 },
  );

  function clock(minute: number): string {
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  }
});

describe("the key of a booking", () => {
  const intent = {
    business: "+15035550100",
    number: "+15551230001",
    service: "cut",
    start: "2026-11-23T10:00",
    name: "Dana Smith",
  };

  test("is the same however exactly the start is written, and harmless in a log", () => {
    expect(bookingKey({ ...intent, start: "2026-11-23T10:00:00" })).toBe(bookingKey(intent));
    expect(bookingKey(intent)).toMatch(/^booking-[0-9a-f]{24}$/);
  });

  test("is made with the name, however it is written", () => {
    expect(bookingKey({ ...intent, name: " dana  SMITH" })).toBe(bookingKey(intent));
    expect(bookingKey({ ...intent, name: "Dan" })).not.toBe(bookingKey(intent));
  });

  test.each([
    { business: "+15035550199" },
    { number: "+15551230002" },
    { number: null },
    { service: "long" },
    { start: "2026-11-23T10:30" },
  ])("is another for %j", (change) => {
    expect(bookingKey({ ...intent, ...change })).not.toBe(bookingKey(intent));
  });
});
