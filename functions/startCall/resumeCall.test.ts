import type { VoiceCall } from "../shared/voiceCall";
import { resumeCall } from "./resumeCall";

const call = { contactId: "c-1", from: null, startedAtMs: 5_000, stream: null, successor: 0, before: null };

function portsThatNote() {
  const started: VoiceCall[] = [];
  return { started, startVoice: async (each: VoiceCall) => void started.push(each) };
}

const brokenOff = (requestPayload: VoiceCall, condition = "RetriesExhausted") => ({
  requestContext: { condition, requestId: "request-1" },
  requestPayload,
});

test("an agent that broke off gets a successor with the same call", async () => {
  const ports = portsThatNote();
  expect(await resumeCall(brokenOff(call), ports)).toBe(true);
  expect(ports.started).toEqual([{ ...call, successor: 1, before: { owner: "request-1", isGone: true } }]);
});

test("a call that keeps breaking off is not taken up for ever", async () => {
  const ports = portsThatNote();
  expect(await resumeCall(brokenOff({ ...call, successor: 2 }), ports)).toBe(false);
  expect(ports.started).toEqual([]);
});

test("a call that was never begun in time is left to the person", async () => {
  const ports = portsThatNote();
  expect(await resumeCall(brokenOff(call, "EventAgeExceeded"), ports)).toBe(false);
  expect(ports.started).toEqual([]);
});
