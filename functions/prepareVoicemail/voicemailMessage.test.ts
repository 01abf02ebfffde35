import { beepSamples, coughSamples, humSamples } from "../../simulator/sound/noiseSamples";
import { hasTone, isAudible, messageIn } from "./voicemailMessage";
import type { Wave } from "./wave";

const rateHz = 8_000;
const silence = (ms: number) => new Int16Array(ms * 8);
const voice = (ms: number) => humSamples(ms * 8, -20);
const tone = (ms = 500, dbfs = -25) => beepSamples(ms * 8, dbfs);
const joined = (...parts: Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]));
const lengthMs = ({ channels }: Wave) => (channels[0]?.length ?? 0) / 8;

/** The flow's channel, and the caller's of the same length. */
function recording(flow: Int16Array, caller: Int16Array): Wave {
  const length = Math.max(flow.length, caller.length);
  const filled = (samples: Int16Array) => {
    const whole = new Int16Array(length);
    whole.set(samples);
    return whole;
  };
  return { rateHz, channels: [filled(caller), filled(flow)] };
}

test("a message is what comes after the tone, to within a fiftieth of a second", () => {
  const said = voice(3_000);
  const whole = recording(joined(voice(4_000), tone()), joined(silence(4_500), said));
  const message = messageIn(whole, 60_000);
  expect(Math.abs(lengthMs(message) - 3_000)).toBeLessThanOrEqual(20);
  expect(message.channels).toHaveLength(1);
  expect(message.channels[0]?.subarray(-1_000)).toEqual(said.subarray(-1_000));
});

test("the tone is found in a conversation with an agent, in either channel, and in one channel with everything", () => {
  const conversation = joined(voice(9_000), silence(300), voice(4_000));
  for (const channels of [
    [joined(conversation, tone(), silence(2_000)), joined(silence(13_800), voice(2_000))],
    [joined(silence(13_800), voice(2_000)), joined(conversation, tone(), silence(2_000))],
    [joined(conversation, tone(), voice(2_000))],
  ]) {
    expect(Math.abs(lengthMs(messageIn({ rateHz, channels }, 60_000)) - 2_000)).toBeLessThanOrEqual(20);
  }
});

test("neither a voice, nor a cough, nor a key is the tone", () => {
  const key = Int16Array.from({ length: 4_000 }, (_, at) =>
    Math.round(4_000 * (Math.sin((2 * Math.PI * 941 * at) / rateHz) + Math.sin((2 * Math.PI * 1_336 * at) / rateHz))),
  );
  for (const sound of [voice(5_000), coughSamples(8_000, -20, 1), key, tone(100)]) {
    expect(hasTone({ rateHz, channels: [joined(sound, silence(100))] })).toBe(false);
  }
  expect(hasTone({ rateHz, channels: [tone(500, -40)] })).toBe(true);
});

test("without a tone no more of the recording's end is taken than can be the message", () => {
  const whole: Wave = { rateHz, channels: [joined(voice(8_000))] };
  expect(lengthMs(messageIn(whole, 3_000))).toBe(3_000);
  expect(lengthMs(messageIn(whole, 60_000))).toBe(8_000);
  expect(lengthMs(messageIn(whole, -5))).toBe(0);
});

test("whoever hangs up without a word is not heard, and whoever speaks softly is", () => {
  const click = joined(silence(900), voice(100), silence(900));
  expect(isAudible({ rateHz, channels: [silence(4_000)] })).toBe(false);
  expect(isAudible({ rateHz, channels: [click] })).toBe(false);
  expect(isAudible({ rateHz, channels: [humSamples(8_000, -45)] })).toBe(true);
});
