import { pausedSound } from "./pausedSound";
import { playUtterance, type StageSettings } from "./playUtterance";
import { sampledSound } from "./sampledSound";
import { playUtterances, turnEnds } from "./turnEnds";
import { type PausedUtterance, pausedUtterances, utteranceKinds } from "./utterances";

const settings: StageSettings = {
  taking: {},
  delays: { transcribe: 100, brainFirstToken: 100, brainToken: 5, speakerFirstByte: 100, tool: 100 },
  column: "best",
};
const fixed = {
  endOfQuestionMs: 500,
  endOfTurnMs: 500,
  unclearMs: 500,
  openMs: 500,
  begunMs: 500,
  unfinishedMs: 500,
  dictationMs: 500,
};
const number: PausedUtterance = {
  kind: "phoneNumber",
  language: "en-US",
  asked: "May I have your phone number?",
  pieces: [
    { text: "It's 503,", pauseMs: 0 },
    { text: "555,", pauseMs: 900 },
    { text: "0142.", pauseMs: 800 },
  ],
};

test("a number dictated with long pauses is one turn, and is answered soon after its last digit", async () => {
  const heard = await playUtterance(number, pausedSound(number, "none", 1), settings);
  expect(heard).toMatchObject({ isCutOff: false, answered: "It's 503, 555, 0142." });
  expect(heard.delayMs).toBeLessThan(700);
});

test("a fixed silence cuts the same number off", async () => {
  const heard = await playUtterance(number, pausedSound(number, "none", 1), { ...settings, taking: fixed });
  expect(heard.isCutOff).toBe(true);
});

test("in a voice with noise around it the same number is heard like its symbols", async () => {
  for (const noise of ["none", "quiet", "loud"] as const) {
    const symbols = await playUtterance(number, pausedSound(number, noise, 1), settings);
    const samples = await playUtterance(number, await sampledSound(number, noise, 1), settings);
    expect(samples).toMatchObject({ isCutOff: false, answered: symbols.answered });
    expect(Math.abs((samples.delayMs ?? 0) - (symbols.delayMs ?? 0))).toBeLessThan(200);
  }
});

test("both halves give the same utterances every time, of every kind, and share none", () => {
  const texts = (set: "tuning" | "heldOut") =>
    pausedUtterances(set, 90).map(({ pieces }) => pieces.map(({ text }) => text).join(" "));
  expect(texts("tuning")).toEqual(texts("tuning"));
  expect(texts("tuning").filter((text) => texts("heldOut").includes(text))).toEqual([]);
  expect(new Set(pausedUtterances("heldOut", 90).map(({ kind }) => kind))).toEqual(new Set(utteranceKinds));
});

test("few of the utterances that nobody tuned on are cut off, and they are answered in time", async () => {
  const played = await playUtterances("heldOut", 180, ["none", "quiet"], settings);
  const ends = turnEnds(played.filter(({ utterance }) => utterance.kind !== "afterthought"));
  expect(ends.cutOffRate).toBeLessThan(0.04);
  expect(ends.delayMsP50).toBeLessThanOrEqual(650);
  expect(ends.delayMsP95).toBeLessThanOrEqual(950);
});

test("few of the utterances that strangers wrote are cut off, and they are answered in time", async () => {
  const ends = turnEnds(await playUtterances("handWritten", 400, ["quiet"], settings));
  expect(ends.utterances).toBeGreaterThan(300);
  expect(ends.cutOffRate).toBeLessThan(0.04);
  expect(ends.delayMsP50).toBeLessThanOrEqual(650);
  expect(ends.delayMsP95).toBeLessThanOrEqual(950);
}, 60_000);
