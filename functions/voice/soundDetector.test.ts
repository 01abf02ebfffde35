import fc from "fast-check";
import type { Sound } from "./ports";
import { detect, newSoundDetector, type SoundEvent } from "./soundDetector";

const atMs = 1_700_000_000_000;

/** Runs of one level each, `[level, ms]`. */
function levelsOf(...runs: readonly (readonly [number, number])[]): number[] {
  return runs.flatMap(([level, ms]) => new Array<number>(ms / 20).fill(level));
}

/** What is detected but pauses, in ms from the start of the sound, when the sound comes in blocks of so many frames. */
function eventsOf(levels: readonly number[], blockFrames = 3): [SoundEvent["type"], number, number][] {
  let detector = newSoundDetector();
  const events: SoundEvent[] = [];
  for (let first = 0; first < levels.length; first += blockFrames) {
    const [next, noticed] = detect(detector, soundAt(first * 20, levels.slice(first, first + blockFrames)));
    detector = next;
    events.push(...noticed);
  }
  return events
    .filter(({ type }) => type !== "callerSoundPaused")
    .map((event) => [event.type, event.atMs - atMs, event.soundAtMs - atMs]);
}

function soundAt(startMs: number, levels: readonly number[]): Sound {
  return { startMs: atMs + startMs, durationMs: levels.length * 20, levels };
}

/**
 * Each 20 ms level of noise with this mean. White noise spreads by 0.5 dB, pink noise by 0.6 in the telephone band and by 2 where
 * its rumble comes through.
 */
function noiseLevels(random: () => number, dbfs: number, frames: number, spreadDb: number): number[] {
  const spread = () => (random() + random() + random() + random() - 2) * Math.sqrt(3);
  return Array.from({ length: frames }, () => dbfs + spreadDb * spread());
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function sumOf(first: number, second: number): number {
  return 10 * Math.log10(10 ** (first / 10) + 10 ** (second / 10));
}

/** Speech of about -20 dBFS: syllables of 100 to 220 ms, dips of 20 to 60 ms down to -45. */
function speechLevels(random: () => number, syllables: number): number[] {
  const levels: number[] = [];
  for (let syllable = 0; syllable < syllables; syllable++) {
    const frames = 5 + Math.floor(random() * 7);
    const loudest = -17 - random() * 6;
    for (let frame = 0; frame < frames; frame++) levels.push(loudest - Math.abs(frame - frames / 2) * (8 / frames));
    const dips = 1 + Math.floor(random() * 3);
    if (syllable < syllables - 1) for (let dip = 0; dip < dips; dip++) levels.push(-30 - random() * 15);
  }
  return levels;
}

test.each<[string, number[], [SoundEvent["type"], number, number][]]>([
  ["silence is no sound", levelsOf([-96, 3000]), []],
  [
    "speech in silence starts after 40 ms and stops after 80 ms",
    levelsOf([-96, 500], [-20, 400], [-96, 500]),
    [
      ["callerSoundStarted", 540, 500],
      ["callerSoundStopped", 980, 900],
    ],
  ],
  ["a click of 20 ms is no sound", levelsOf([-96, 500], [-10, 20], [-96, 500]), []],
  [
    "a dip of 60 ms between syllables stops nothing",
    levelsOf([-60, 500], [-20, 200], [-60, 60], [-20, 200], [-60, 200]),
    [
      ["callerSoundStarted", 540, 500],
      ["callerSoundStopped", 1040, 960],
    ],
  ],
  [
    "the first 100 ms never count",
    levelsOf([-15, 80], [-96, 500], [-20, 100], [-96, 200]),
    [
      ["callerSoundStarted", 620, 580],
      ["callerSoundStopped", 760, 680],
    ],
  ],
  [
    "who speaks as the call begins is heard after the first 100 ms",
    levelsOf([-20, 600], [-96, 200]),
    [
      ["callerSoundStarted", 140, 100],
      ["callerSoundStopped", 680, 600],
    ],
  ],
  ["a steady noise from the start is no sound", levelsOf([-35, 5000]), []],
  [
    "a steady noise that begins is known for one after 300 ms, and the sound was over where it began",
    levelsOf([-70, 1000], [-35, 6000]),
    [
      ["callerSoundStarted", 1040, 1000],
      ["callerSoundStopped", 1300, 1000],
    ],
  ],
  [
    "speech whose noise began with it has stopped where only the noise is left",
    levelsOf([-96, 500], [-18, 200], [-26, 60], [-20, 240], [-35, 3000]),
    [
      ["callerSoundStarted", 540, 500],
      ["callerSoundStopped", 1300, 1000],
    ],
  ],
  [
    "speech is heard over steady noise, and once the noise is gone quiet speech at once",
    levelsOf([-40, 3000], [-25, 400], [-40, 1000], [-96, 100], [-45, 120], [-53, 40], [-45, 140], [-96, 300]),
    [
      ["callerSoundStarted", 3040, 3000],
      ["callerSoundStopped", 3480, 3400],
      ["callerSoundStarted", 4540, 4500],
      ["callerSoundStopped", 4880, 4800],
    ],
  ],
  [
    "loud speech without any pause stays one sound",
    levelsOf([-96, 500], [-20, 9000], [-96, 200]),
    [
      ["callerSoundStarted", 540, 500],
      ["callerSoundStopped", 9580, 9500],
    ],
  ],
  ["a rustle too faint for speech is no sound", levelsOf([-96, 500], [-54, 1000], [-96, 300]), []],
])("%s", (_, levels, events) => {
  expect(eventsOf(levels)).toEqual(events);
});

test("what the samples show to be no voice is no sound, however loud; what may be a voice is one", () => {
  const levels = levelsOf([-96, 500], [-20, 400], [-96, 500]);
  const heard = (isVoice: boolean) =>
    detect(newSoundDetector(), { ...soundAt(0, levels), isVoice: levels.map(() => isVoice) })[1].map(
      ({ type }) => type,
    );
  expect(heard(false)).toEqual([]);
  expect(heard(true)).toEqual(["callerSoundStarted", "callerSoundPaused", "callerSoundStopped"]);
});

test("the first quiet 20 ms of a sound is a pause, whether it goes on or stops", () => {
  const [, events] = detect(
    newSoundDetector(),
    soundAt(0, levelsOf([-96, 200], [-20, 100], [-96, 40], [-20, 100], [-96, 100])),
  );
  expect(events.map((event) => [event.type, event.atMs - atMs, event.soundAtMs - atMs])).toEqual([
    ["callerSoundStarted", 240, 200],
    ["callerSoundPaused", 320, 300],
    ["callerSoundPaused", 460, 440],
    ["callerSoundStopped", 520, 440],
  ]);
});

test("sound that is missing for 80 ms has stopped", () => {
  let [detector] = detect(newSoundDetector(), soundAt(0, levelsOf([-96, 200], [-20, 100])));
  expect(detector.isSounding).toBe(true);
  const [afterShortGap, none] = detect(detector, soundAt(340, levelsOf([-20, 100])));
  expect(none).toEqual([]);
  detector = afterShortGap;
  const [, events] = detect(detector, soundAt(600, levelsOf([-20, 100])));
  expect(events).toEqual([
    { type: "callerSoundStopped", atMs: atMs + 600, soundAtMs: atMs + 440 },
    { type: "callerSoundStarted", atMs: atMs + 640, soundAtMs: atMs + 600 },
  ]);
});

test("what is missing counts as quiet together with the quiet around it", () => {
  const [detector] = detect(newSoundDetector(), soundAt(0, levelsOf([-96, 200], [-20, 100], [-96, 40])));
  const [, events] = detect(detector, soundAt(360, levelsOf([-96, 20], [-20, 100])));
  expect(events).toEqual([
    { type: "callerSoundStopped", atMs: atMs + 380, soundAtMs: atMs + 300 },
    { type: "callerSoundStarted", atMs: atMs + 420, soundAtMs: atMs + 380 },
  ]);
});

test("it does not matter in which blocks the sound comes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -96, max: -5 }), fc.integer({ min: 1, max: 40 })), { maxLength: 20 }),
      fc.integer({ min: 1, max: 50 }),
      (runs, blockFrames) => {
        const levels = levelsOf(...runs.map(([level, frames]) => [level, frames * 20] as const));
        expect(eventsOf(levels, blockFrames)).toEqual(eventsOf(levels, 1));
      },
    ),
  );
});

test("starts and stops take turns, and each is told after its sound", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -96, max: -5 }), { maxLength: 400 }), (levels) => {
      let before = 0;
      for (const [index, [type, at, soundAt]] of eventsOf(levels).entries()) {
        expect(type).toBe(index % 2 === 0 ? "callerSoundStarted" : "callerSoundStopped");
        expect(at).toBeGreaterThanOrEqual(soundAt + (type === "callerSoundStarted" ? 40 : 80));
        expect(soundAt).toBeGreaterThanOrEqual(before);
        before = soundAt;
      }
    }),
  );
});

/** Twenty calls: 3 s of noise, speech of 12 syllables, 1.5 s of noise. Times against the true ones. */
function speechInNoise(noiseDbfs: number) {
  return Array.from({ length: 20 }, (_, call) => {
    const random = seeded(call + 1);
    const speech = speechLevels(random, 12);
    const noise = noiseLevels(random, noiseDbfs, 150 + speech.length + 75, 1);
    const levels = noise.map((level, frame) => sumOf(level, speech[frame - 150] ?? -96));
    const events = eventsOf(levels);
    return {
      falseStarts: events.filter(([type, at]) => type === "callerSoundStarted" && at <= 3000).length,
      onsetMs: (events.find(([type, at]) => type === "callerSoundStarted" && at > 3000)?.[1] ?? Infinity) - 3000,
      endMs:
        (events.filter(([type]) => type === "callerSoundStopped").at(-1)?.[2] ?? -Infinity) - 3000 - speech.length * 20,
      stops: events.filter(([type]) => type === "callerSoundStopped").length,
    };
  });
}

test.each([
  ["20 dB", -40, 40, 40, 1],
  ["10 dB", -30, 80, 300, 3],
])("speech %s over noise is heard from its start to its end", (_, noiseDbfs, usualOnsetMs, lateOnsetMs, mostStops) => {
  const calls = speechInNoise(noiseDbfs);
  const onsets = calls.map((call) => call.onsetMs).sort((a, b) => a - b);
  expect(onsets[10]).toBeLessThanOrEqual(usualOnsetMs);
  expect(onsets[18]).toBeLessThanOrEqual(lateOnsetMs);
  for (const call of calls) {
    expect(call.falseStarts).toBe(0);
    expect(Math.abs(call.endMs)).toBeLessThanOrEqual(60);
    expect(call.stops).toBeLessThanOrEqual(mostStops);
  }
});

test("a minute of noise alone starts nothing", () => {
  for (const dbfs of [-60, -50, -40, -30]) {
    expect(eventsOf(noiseLevels(seeded(dbfs + 100), dbfs, 3000, 2))).toEqual([]);
  }
});
