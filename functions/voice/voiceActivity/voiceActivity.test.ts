import { readFileSync } from "node:fs";
import { fvadWasm } from "./fvadWasm";
import { voiceActivity } from "./voiceActivity";

const frameSamples = 160;

/** 20 ms frames of a voice-like sound: a hummed tone of 140 Hz with overtones that swell and fade. */
function voice(frames: number): Int16Array {
  return Int16Array.from({ length: frames * frameSamples }, (_, at) => {
    const phase = (2 * Math.PI * 140 * at) / 8000;
    const swell = 0.6 + 0.4 * Math.sin((2 * Math.PI * 4 * at) / 8000);
    const wave = [1, 2, 3, 4, 5, 6, 8, 12].reduce((sum, overtone) => sum + Math.sin(overtone * phase) / overtone, 0);
    return Math.round(4000 * swell * wave);
  });
}

function hiss(frames: number, amplitude: number): Int16Array {
  let state = 7;
  return Int16Array.from({ length: frames * frameSamples }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.round(amplitude * (state / 0x3fffffff - 1));
  });
}

const share = (answers: readonly boolean[]) => answers.filter(Boolean).length / answers.length;

test("the module in the bundle is that of the package", () => {
  const file = require.resolve("@echogarden/fvad-wasm").replace(/fvad\.js$/, "fvad.wasm");
  expect(Buffer.from(fvadWasm, "base64").equals(readFileSync(file))).toBe(true);
});

test("a voice is one, silence and a steady hiss are none", () => {
  const heard = voiceActivity();
  expect(share(heard.voiced(new Int16Array(50 * frameSamples)))).toBe(0);
  expect(share(heard.voiced(voice(50)))).toBeGreaterThan(0.9);
  expect(share(voiceActivity().voiced(hiss(100, 300)).slice(20))).toBeLessThan(0.1);
});

test("a call's first 100 ms are never a voice", () => {
  expect(voiceActivity().voiced(voice(10)).slice(0, 5)).toEqual([false, false, false, false, false]);
});

test("calls do not hear one another, and the same sound gives the same answers however it is cut", () => {
  const whole = voiceActivity();
  const cut = voiceActivity();
  const sound = voice(20);
  const answers = whole.voiced(sound);
  const pieces = [0, 3, 4, 11].map((from, index, starts) =>
    sound.subarray(from * frameSamples, (starts[index + 1] ?? 20) * frameSamples),
  );
  expect(pieces.flatMap((piece) => cut.voiced(piece))).toEqual(answers);
});
