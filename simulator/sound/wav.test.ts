import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WaveFile } from "wavefile";
import { levelsOf } from "./levels";
import { decodeWav, encodeWav, readWav } from "./wav";

const folder = mkdtempSync(join(tmpdir(), "wav-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function tone(hz: number, rateHz: number, seconds: number): Int16Array {
  return Int16Array.from({ length: rateHz * seconds }, (_, at) => 10_000 * Math.sin((2 * Math.PI * hz * at) / rateHz));
}

function wavOf(bitDepth: string, rateHz: number, samples: Int16Array | Int16Array[]): Uint8Array {
  const wave = new WaveFile();
  wave.fromScratch(Array.isArray(samples) ? samples.length : 1, rateHz, bitDepth, samples);
  return wave.toBuffer();
}

function samplesIn(bytes: Uint8Array): Int16Array {
  const decoded = decodeWav(bytes);
  if ("fault" in decoded) throw new Error(decoded.fault);
  return decoded.pcm;
}

test.each([8000, 11_025, 16_000, 22_050, 44_100, 48_000])(
  "a tone at %i Hz comes in as loud and as long as it was",
  (rateHz) => {
    const pcm = samplesIn(wavOf("16", rateHz, tone(1000, rateHz, 1)));
    expect(pcm).toHaveLength(8000);
    const levels = levelsOf(pcm).slice(1, -1);
    for (const level of levels) expect(Math.abs(level - -13.3)).toBeLessThan(0.3);
  },
);

test("what is too high for a telephone does not come back as another tone", () => {
  const levels = levelsOf(samplesIn(wavOf("16", 16_000, tone(5500, 16_000, 1)))).slice(2, -2);
  expect(Math.max(...levels)).toBeLessThan(-70);
});

test("µ-law comes in as the sound it stands for", () => {
  const spoken = tone(400, 8000, 1);
  const wave = new WaveFile();
  wave.fromScratch(1, 8000, "16", spoken);
  wave.toMuLaw();
  const error = samplesIn(wave.toBuffer()).map((value, at) => value - (spoken[at] ?? 0));
  expect(Math.max(...levelsOf(error))).toBeLessThan(-40);
});

test("what goes out comes in again", () => {
  const pcm = tone(300, 8000, 0.5);
  expect(samplesIn(encodeWav([pcm]))).toEqual(pcm);
});

test("two channels go out as left and right", () => {
  const wave = new WaveFile(encodeWav([Int16Array.of(1, 2), Int16Array.of(-1, -2)]));
  expect(wave.fmt).toMatchObject({ numChannels: 2, sampleRate: 8000, bitsPerSample: 16 });
  expect([...wave.getSamples(true, Int16Array)]).toEqual([1, -1, 2, -2]);
});

test("a file that breaks off gives what it has", () => {
  const whole = encodeWav([tone(300, 8000, 1)]);
  expect(samplesIn(whole.slice(0, 44 + 8000))).toHaveLength(4000);
});

const asked = { file: "calls/a.yaml", key: "caller[0].plays", value: "call.wav" };

test.each([
  ["stereo", wavOf("16", 8000, [new Int16Array(9), new Int16Array(9)]), "It has 2 channels."],
  ["24-bit", wavOf("24", 8000, new Int16Array(9)), "It is 24-bit."],
  ["8-bit", wavOf("8", 8000, new Int16Array(9)), "It is 8-bit."],
  ["floating point", wavOf("32f", 8000, new Int16Array(9)), "It is 32-bit floating point."],
  ["A-law", wavOf("8a", 8000, new Int16Array(9)), "It is A-law."],
  ["empty of sound", wavOf("16", 8000, new Int16Array(0)), "It holds no sound."],
  ["text", Buffer.from("this is a letter and no recording"), "This is no WAV file."],
  ["empty", new Uint8Array(0), "This is no WAV file."],
])("a file that is %s is refused with the cure", (name, bytes, why) => {
  const path = join(folder, `${name}.wav`);
  writeFileSync(path, bytes);
  expect(() => readWav(path, asked)).toThrow(
    `calls/a.yaml: caller[0].plays is "call.wav". ${why} Give a mono WAV file, 16-bit or µ-law, of any sample rate.`,
  );
});

test.each([
  ["silent", encodeWav([new Int16Array(8000)])],
  ["hardly begun", encodeWav([tone(300, 8000, 1)]).slice(0, 60)],
])("a recording that is %s is refused: no word can be heard in it", (name, bytes) => {
  const path = join(folder, `${name}.wav`);
  writeFileSync(path, bytes);
  expect(() => readWav(path, asked)).toThrow(
    'calls/a.yaml: caller[0].plays is "call.wav". Nothing can be heard in it. Give a recording in which the text is said.',
  );
});

test("a file that breaks off in its header is refused, wherever it breaks off", () => {
  const whole = encodeWav([tone(300, 8000, 1)]);
  const path = join(folder, "header.wav");
  for (let length = 0; length < 46; length += 1) {
    writeFileSync(path, whole.slice(0, length));
    expect(() => readWav(path, asked)).toThrow(/This is no WAV file|It holds no sound/);
  }
});

test("a missing file is refused with its path", () => {
  const path = join(folder, "nowhere.wav");
  expect(() => readWav(path, asked)).toThrow(`There is no such file: ${path}.`);
  expect(() => readWav(folder, asked)).toThrow("It cannot be read (EISDIR)");
});
