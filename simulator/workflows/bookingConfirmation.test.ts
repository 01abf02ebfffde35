import type { BookingEvent } from "../../functions/shared/bookingEvent";
import { deskKnowledge, deskNowMs } from "../../functions/voice/desk.contract";
import type { StageFault } from "../../functions/voice/stage.fixture";
import { virtualClock } from "../clock";
import type { FaultService } from "../scriptedCall";
import { faultPlan, randomFrom } from "../standIns/faults";
import { bookingStore } from "../stores/bookingStore";
import { memoryCallStore } from "../stores/memoryCallStore";
import { type AfterCalls, afterCalls } from "./afterCalls";
import { definitionOf } from "./definitions";
import { failure, tasksIn } from "./doTask";
import { playWorkflow, waysOf } from "./playWorkflow";

const booking = {
  service: "haircut",
  start: "2026-11-25T10:30",
  name: "Dana",
  number: "+15551230001",
  key: "booking-0123456789abcdef01234567",
};
const made: BookingEvent = { contactId: "contact-1", atMs: deskNowMs, change: "new", booking, before: null };
const moved: BookingEvent = {
  ...made,
  change: "move",
  booking: { ...booking, start: "2026-11-24T14:00", key: "booking-aaaaaaaaaaaaaaaaaaaaaaaa" },
  before: booking,
};
const cancelled: BookingEvent = { ...made, change: "cancel" };

/** Ways gone by the tests of this file, for the last of them. */
const gone = new Set<string>();
let after: AfterCalls;
beforeEach(() => {
  after = afterCalls();
});

/** Carries out what was announced, while the first requests to services fail as given. */
async function carryOut(
  events: readonly BookingEvent[],
  failing: Partial<Record<FaultService, readonly StageFault[]>> = {},
): Promise<void> {
  const clock = virtualClock(deskNowMs);
  const faults = Object.entries(failing).flatMap(([service, kinds]) =>
    kinds.flatMap((fault, index) =>
      fault === null
        ? []
        : [{ service: service as FaultService, fault, when: { type: "request", number: index + 1 } as const }],
    ),
  );
  for (const event of events) after.start("bookingConfirmation", `${event.booking.key}-${event.change}`, event);
  const bookings = bookingStore();
  const plan = faultPlan(faults, clock, randomFrom(1));
  const world = { knowledge: deskKnowledge, bookings, clock, faults: plan, calls: memoryCallStore(clock) };
  await clock.run(after.run({ ...world, line: "flow" }));
  for (const { ways } of after.played) for (const way of ways) gone.add(way);
}
const sent = (kind: "owner" | "phone") => after.outbox.filter(({ to }) => to.kind === kind).map(({ text }) => text);
const often = (fault: StageFault) => new Array<StageFault>(40).fill(fault);

test("a booking is told to its caller and its owner, filed as a calendar entry, and reminded of the day before", async () => {
  await carryOut([made]);
  expect(sent("phone")).toEqual([
    "Cedar Barbers: Your booking: Haircut, Wednesday, November 25 at 10:30 am, for Dana. To move or cancel it, call us.",
  ]);
  expect(sent("owner")).toEqual([
    [
      "Booked by phone: Haircut, Wednesday, November 25 at 10:30 am",
      "Name: Dana",
      "Phone: +15551230001",
      `Calendar: https://files.example/bookings/${booking.key}.ics`,
      "",
      "The caller has been told by message.",
      "",
      "Call contact-1",
    ].join("\n"),
  ]);
  expect(after.schedules.all()).toMatchObject([
    {
      name: `reminder-${booking.key}`,
      at: "at(2026-11-24T10:30:00)",
      timezone: "America/Los_Angeles",
      input: JSON.stringify({ remind: booking.key }),
    },
  ]);
  const entry = Buffer.from((await after.files.get(`bookings/${booking.key}.ics`)) ?? []).toString();
  expect(entry).toMatch("DTSTART:20261125T183000Z");
  expect(entry).toMatch("SUMMARY:Haircut: Dana");
});

test("a move tells the new time and the old, and moves the reminder", async () => {
  await carryOut([made, moved]);
  expect(sent("phone")[1]).toMatch("moved to: Haircut, Tuesday, November 24 at 2 pm");
  expect(sent("owner")[1]).toMatch(/^Moved by phone to: .*November 24.*\nIt was: .*November 25/);
  // Less than 26 hours are left to the new time.
  expect(after.schedules.all().map(({ name }) => name)).toEqual([`reminder-${moved.booking.key}`]);
});

test("a cancelled booking is told, and nobody is reminded of it", async () => {
  await carryOut([made, cancelled]);
  expect(sent("phone")[1]).toMatch("Your booking was cancelled: Haircut");
  expect(after.schedules.all()).toEqual([]);
});

test("a caller who withheld their number is told nothing, and a booking within the day has no reminder", async () => {
  await carryOut([{ ...made, booking: { ...booking, number: null } }]);
  await carryOut([
    { ...made, booking: { ...booking, key: "booking-bbbbbbbbbbbbbbbbbbbbbbbb", start: "2026-11-23T16:00" } },
  ]);
  expect(sent("phone")).toHaveLength(1);
  expect(sent("owner")[0]).toMatch("Phone: withheld");
  expect(after.schedules.all()).toEqual([]);
});

test("a change that is delivered twice, or in another order, is told once", async () => {
  await carryOut([made, made, moved]);
  await carryOut([moved, made]);
  expect(sent("phone")).toHaveLength(2);
  expect(sent("owner")).toHaveLength(2);
});

test.each(["throttle", "drop", "timeout", "error"] as const)(
  "where messages cannot be sent for sure nobody is told twice, and the owner is to call: %s",
  async (fault) => {
    await carryOut([made], { sns: [...new Array<StageFault>(fault === "throttle" ? 5 : 1).fill(fault)] });
    expect(sent("phone").length).toBeLessThanOrEqual(1);
    expect(sent("owner")).toHaveLength(1);
    expect(sent("owner")[0]).toMatch("The caller could NOT be told by message. Please call them.");
  },
);

test("a message that was refused is tried again", async () => {
  await carryOut([made], { sns: ["throttle", null, "throttle", "throttle"] });
  expect(sent("phone")).toHaveLength(1);
  expect(sent("owner")[0]).toMatch("The caller has been told by message.");
});

test("what cannot even be worded is told to the owner plainly", async () => {
  await carryOut([made], { s3: often("error") });
  expect(sent("owner")).toEqual([
    "Booking (new): haircut on 2026-11-25T10:30 for Dana, phone +15551230001. The caller has NOT been told by message. Please call them.",
  ]);
  expect(sent("phone")).toEqual([]);
});

test("an owner who cannot be told at all is an execution that fails, which an alarm tells", async () => {
  await carryOut([made], { sns: often("throttle") });
  expect(after.played.at(-1)).toMatchObject({ status: "failed", error: "OwnerNotTold" });
  await carryOut([{ ...cancelled, booking: { ...booking, number: null } }], { sns: often("throttle") });
  await carryOut([moved], { s3: often("error"), sns: often("throttle") });
  expect(after.played.map(({ error }) => error)).toEqual(["OwnerNotTold", "OwnerNotTold", "OwnerNotTold"]);
});

test("an owner of whom nobody knows whether they were told is an execution that fails, too", async () => {
  await carryOut([made], { sns: [null, "drop"] });
  expect(after.played.at(-1)).toMatchObject({ status: "failed", error: "OwnerPerhapsNotTold" });
  expect(sent("owner")).toHaveLength(1);
});

test("the scheduler may fail: everybody is told all the same", async () => {
  const definition = definitionOf("bookingConfirmation");
  const texts: unknown[] = [];
  const planning = tasksIn({
    schedules: { create: () => false, remove: () => false, all: () => [] },
    invoke: async (name, payload) => {
      if (name === "deliver") return texts.push(payload) && { delivery: "sent" };
      return {
        caller: { text: "to the caller" },
        owner: { text: "to the owner" },
        ownerToCall: {},
        reminder: { name: "r", at: "at(2026-11-24T10:30:00)", timezone: "UTC", input: "{}" },
        forget: "old",
      };
    },
  });
  for (const throttled of [0, 2, 9]) {
    let left = throttled;
    const played = await playWorkflow(definition, { name: "e", input: moved, startedAtMs: 0 }, async (...asked) => {
      if (asked[0].includes("scheduler") && left-- > 0) throw failure("Scheduler.ThrottlingException");
      return planning(...asked);
    });
    for (const way of played.ways) gone.add(way);
    expect(played.status).toBe("succeeded");
  }
  expect(texts).toHaveLength(6);
});

test("every way of the definition has been gone", () => {
  expect(waysOf(definitionOf("bookingConfirmation")).filter((way) => !gone.has(way))).toEqual([]);
});
