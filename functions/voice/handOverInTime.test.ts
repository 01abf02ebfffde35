import { virtualClock } from "../../simulator/clock";
import type { VoiceCall } from "../shared/voiceCall";
import { handOverInTime } from "./handOverInTime";
import type { Conversation } from "./state";

const call: VoiceCall = { contactId: "c-1", from: null, startedAtMs: 0, stream: null, successor: 0, before: null };
const quiet = {
  state: "waiting",
  turn: null,
  afterwards: null,
  isHeld: false,
  mouth: [{ status: "heard" }],
  hearing: { isSounding: false, segments: [], takenUntilMs: 0 },
} as unknown as Conversation;
const busy = { ...quiet, state: "speaking" } as Conversation;

/** A function that is to hand over after a second; the first `failures` successors cannot be started. */
function leading(failures = 0) {
  const clock = virtualClock(0);
  const started: (VoiceCall & { readonly atMs: number })[] = [];
  let left = failures;
  const parting = handOverInTime(call, "owner-1", {
    clock,
    handOverAtMs: 1_000,
    async startSuccessor(each) {
      if (left-- > 0) throw new Error("throttled");
      started.push({ ...each, atMs: clock.now() });
    },
  });
  const at = (ms: number) => clock.run(new Promise<void>((resolve) => clock.after(ms - clock.now(), resolve)));
  return { started, parting, at };
}

test("the successor is started in time, and knows whom it follows", async () => {
  const { started, at } = leading();
  await at(5_000);
  expect(started).toEqual([{ ...call, before: { owner: "owner-1", isGone: false }, atMs: 1_000 }]);
});

test("the call is left when the successor is ready and nobody speaks", async () => {
  const { parting, at } = leading();
  await at(900);
  expect(parting.mayLeave(quiet)).toBe(false);
  await at(2_000);
  expect(parting.mayLeave(quiet)).toBe(false);
  await at(3_100);
  expect([parting.mayLeave(busy), parting.mayLeave(quiet)]).toEqual([false, true]);
});

test("where nobody falls silent the call is left all the same, before Lambda ends the function", async () => {
  const { parting, at } = leading();
  await at(30_900);
  expect(parting.mayLeave(busy)).toBe(false);
  await at(31_100);
  expect(parting.mayLeave(busy)).toBe(true);
});

test("a successor that could not be started is started again; until then the call is kept", async () => {
  const { started, parting, at } = leading(1);
  await at(5_900);
  expect([started.length, parting.mayLeave(quiet)]).toEqual([0, false]);
  await at(6_100);
  expect(started).toMatchObject([{ atMs: 6_000 }]);
});

test("a call that is over needs no successor", async () => {
  const { started, parting, at } = leading();
  parting.cancel();
  await at(5_000);
  expect(started).toEqual([]);
});
