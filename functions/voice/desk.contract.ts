import type { CallRecord } from "../shared/callRecord";
import type { Knowledge } from "../shared/knowledge";
import { parseKnowledge } from "../shared/knowledgeFile";
import type { BookingRequest, Desk } from "./ports";
import { type Behind, type StageFault, scripted } from "./stage.fixture";

/** Monday 23 November 2026, 10:00 in Los Angeles. */
export const deskNowMs = Date.UTC(2026, 10, 23, 18);

/** A shop with two chairs. */
export const deskKnowledge: Knowledge = parseKnowledge(
  `
business: { name: Cedar Barbers, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30, tuesday: 09:00-17:30, wednesday: 09:00-12:00 }
services:
  - { id: haircut, name: Haircut, price: $35, minutes: 30 }
  - { id: colour, name: Colour, price: $90, minutes: 120 }
bookings: { every: 30, notice: 2h, horizonDays: 60, chairs: 2 }
`,
  "knowledge.yaml",
);

const bob: BookingRequest = {
  key: "booking-bob",
  service: "haircut",
  start: "2026-11-24T10:30",
  name: "Bob",
  number: "+15551230001",
  nowMs: deskNowMs,
};
const ann: BookingRequest = { ...bob, key: "booking-ann", name: "Ann", number: "+15551230002" };
const later: BookingRequest = { ...bob, key: "booking-later", start: "2026-11-24T14:00" };
const eve: BookingRequest = { ...bob, key: "booking-eve", name: "Eve", number: null };

/**
 * What every `Desk` promises. `open` gives one of `deskKnowledge` at `deskNowMs` on which nothing is booked yet, and of whose requests
 * to its store those of `faults` fail.
 */
export function deskContract(
  open: (faults?: readonly StageFault[]) => Desk | Promise<Desk>,
  behind: Behind = "standIn",
): void {
  let desk: Desk;
  beforeEach(async () => {
    desk = await open();
  });

  const ask = (start: string, service = "haircut") => desk.checkSlot({ service, start, nowMs: deskNowMs });

  test("a slot is free until every chair is booked", async () => {
    expect(await ask(bob.start)).toEqual({ isFree: true });
    expect(await desk.book(bob)).toBe("booked");
    expect(await ask(bob.start)).toEqual({ isFree: true });
    expect(await desk.book(ann)).toBe("booked");
    expect(await ask(bob.start)).toEqual({
      isFree: false,
      why: "taken",
      others: ["2026-11-24T09:30", "2026-11-24T10:00", "2026-11-24T11:00"],
    });
    expect(await desk.book(eve)).toBe("taken");
  });

  test("a booking that is asked for again is the same booking", async () => {
    expect(await desk.book(bob)).toBe("booked");
    expect(await desk.book(bob)).toBe("booked");
    expect(await desk.book(ann)).toBe("booked");
    expect(await desk.book(bob)).toBe("booked");
    expect(await desk.bookingsOf("+15551230001")).toHaveLength(1);
  });

  test("of many who want the last chairs at once exactly as many get one as there are", async () => {
    const wishes = Array.from({ length: 6 }, (_, index) => ({
      ...bob,
      key: `booking-${index}`,
      name: `Caller ${index}`,
    }));
    const answers = await Promise.all(wishes.map((wish) => desk.book(wish)));
    expect(answers.filter((answer) => answer === "booked")).toHaveLength(2);
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(4);
  });

  test("a long service takes all of its slots or none", async () => {
    await desk.book({ ...bob, start: "2026-11-24T11:30" });
    await desk.book({ ...ann, start: "2026-11-24T11:30" });
    expect(await desk.book({ ...eve, service: "colour", start: "2026-11-24T10:00" })).toBe("taken");
    expect(await ask("2026-11-24T10:00")).toEqual({ isFree: true });
    expect(await desk.book({ ...eve, service: "colour", start: "2026-11-24T09:30" })).toBe("booked");
    expect(await desk.book({ ...bob, key: "booking-long", service: "colour", start: "2026-11-24T09:30" })).toBe(
      "booked",
    );
    expect(await ask("2026-11-24T11:00")).toMatchObject({ why: "taken" });
  });

  test("a caller's coming bookings are found under their number, earliest first, without those that are over", async () => {
    await desk.book({ ...bob, start: "2026-11-25T09:00", key: "booking-later" });
    await desk.book(bob);
    await desk.book(ann);
    await desk.book({ ...bob, start: "2026-11-23T09:00", key: "booking-past" });
    const { nowMs: _, ...booking } = bob;
    expect(await desk.bookingsOf("+15551230001")).toEqual([
      { ...booking, confirmation: "person" },
      { ...booking, start: "2026-11-25T09:00", key: "booking-later", confirmation: "person" },
    ]);
    expect(await desk.bookingsOf("+15550000000")).toEqual([]);
  });

  test("a booking that is cancelled leaves its slots to others, and cancelling again does no harm", async () => {
    await desk.book(bob);
    await desk.book(ann);
    expect(await desk.cancel(bob.key)).toBe(true);
    expect(await desk.cancel(bob.key)).toBe(true);
    expect(await desk.bookingsOf("+15551230001")).toEqual([]);
    expect(await desk.book(eve)).toBe("booked");
    expect(await desk.book({ ...bob, key: "booking-again" })).toBe("taken");
  });

  test("a booking can be made again after it was cancelled", async () => {
    await desk.book(bob);
    await desk.cancel(bob.key);
    expect(await desk.book(bob)).toBe("booked");
    expect(await desk.bookingsOf("+15551230001")).toHaveLength(1);
  });

  test("a booking that is moved has its new time and no other, and its old slots are free", async () => {
    await desk.book(bob);
    await desk.book(ann);
    expect(await desk.move(bob.key, later)).toBe("booked");
    expect(await desk.bookingsOf("+15551230001")).toMatchObject([{ key: later.key, start: later.start }]);
    expect(await desk.book(eve)).toBe("booked");
    expect(await desk.move(bob.key, later)).toBe("booked");
  });

  test("a booking can be moved into its own time, where nobody else could book", async () => {
    const colour = { ...bob, service: "colour", start: "2026-11-24T10:00" };
    await desk.book(colour);
    await desk.book({ ...ann, service: "colour", start: "2026-11-24T10:00" });
    const wish = { service: "colour", start: "2026-11-24T10:30", nowMs: deskNowMs };
    expect(await desk.checkSlot(wish)).toMatchObject({ why: "taken" });
    expect(await desk.checkSlot({ ...wish, moving: bob.key })).toEqual({ isFree: true });
    expect(await desk.move(bob.key, { ...later, service: "colour", start: "2026-11-24T10:30" })).toBe("booked");
    expect(await desk.book({ ...eve, start: "2026-11-24T10:00" })).toBe("booked");
    expect(await desk.book({ ...eve, key: "booking-more", start: "2026-11-24T12:00" })).toBe("booked");
    expect(await desk.book({ ...eve, key: "booking-late", start: "2026-11-24T11:30" })).toBe("taken");
  });

  test("a booking that cannot be moved stays where it is", async () => {
    await desk.book(bob);
    await desk.book({ ...ann, start: later.start });
    await desk.book({ ...eve, start: later.start });
    expect(await desk.move(bob.key, later)).toBe("taken");
    expect(await desk.bookingsOf("+15551230001")).toMatchObject([{ key: bob.key, start: bob.start }]);
  });

  test("a booking that is gone is not moved but made", async () => {
    expect(await desk.move(bob.key, later)).toBe("booked");
    expect(await desk.bookingsOf("+15551230001")).toMatchObject([{ key: later.key }]);
  });

  scripted(behind).each([1, 2, 3, 4])(
    "a move that broke off is whole when it is asked for again: request %d",
    async (request) => {
      for (const fault of ["throttle", "drop"] as const) {
        const again = await open([...new Array<null>(request - 1).fill(null), fault]);
        await again.book(bob).catch(() => undefined);
        for (let tries = 0; tries < 3; tries += 1) await again.move(bob.key, later).catch(() => undefined);
        expect(await again.bookingsOf("+15551230001")).toMatchObject([{ key: later.key }]);
      }
    },
  );

  test("what the caller has heard of a booking is kept with the call's record", async () => {
    await desk.book(bob);
    const { nowMs: _, ...booking } = bob;
    await desk.keep(recordOf({ ...booking, confirmation: "heard" }));
    expect(await desk.bookingsOf("+15551230001")).toMatchObject([{ confirmation: "heard" }]);
  });

  test("a record whose booking was taken away meanwhile is kept all the same", async () => {
    const { nowMs: _, ...booking } = bob;
    await desk.keep(recordOf({ ...booking, confirmation: "heard" }));
    expect(await desk.bookingsOf("+15551230001")).toEqual([]);
  });

  test("of two who want to take one caller's booking away both are told that it is gone", async () => {
    await desk.book(bob);
    expect(await Promise.all([desk.cancel(bob.key), desk.cancel(bob.key)])).toEqual([true, true]);
    expect(await desk.bookingsOf("+15551230001")).toEqual([]);
  });

  scripted(behind).each([
    ["throttle", 1],
    ["error", 1],
    ["drop", 1],
    ["throttle", 2],
    ["drop", 2],
  ] as const)(
    "a booking whose request failed is an error, and made once when it is asked for again: %s of request %d",
    async (fault, request) => {
      const failing = await open([...new Array<null>(request - 1).fill(null), fault]);
      const answers: string[] = [];
      for (let tries = 0; tries < 3; tries += 1) answers.push(await failing.book(bob).catch(() => "failed"));
      expect(answers.at(-1)).toBe("booked");
      expect(await failing.bookingsOf("+15551230001")).toHaveLength(1);
      expect(await failing.book(ann)).toBe("booked");
      expect(await failing.book(eve)).toBe("taken");
    },
  );

  scripted(behind).each(["throttle", "drop"] as const)(
    "a service that fails while it is asked is an error, and answers later: %s",
    async (fault) => {
      const failing = await open([fault]);
      await expect(failing.checkSlot({ service: "haircut", start: bob.start, nowMs: deskNowMs })).rejects.toThrow(/\w/);
      expect(await failing.checkSlot({ service: "haircut", start: bob.start, nowMs: deskNowMs })).toEqual({
        isFree: true,
      });
    },
  );

  test("a wish far from anything is answered with what is free, too", async () => {
    expect(await ask("2026-12-27T10:00")).toMatchObject({ isFree: false, why: "closed" });
    expect(await ask("not a time")).toMatchObject({ isFree: false });
    expect(await ask("2031-01-01T10:00")).toMatchObject({ isFree: false, why: "tooFar" });
  });
}

/** The least that is kept of a call. */
export function recordOf(booking: CallRecord["booking"]): CallRecord {
  return {
    contactId: "contact-1",
    from: "+15551230001",
    startedAtMs: deskNowMs,
    endedAtMs: deskNowMs + 60_000,
    turns: [],
    tools: [],
    booking,
    bookings: booking ? [booking] : [],
    transfer: null,
    ending: "goodbye",
    faults: [],
    usage: { transcribeMs: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, spokenCharacters: 0 },
    consent: null,
  };
}
