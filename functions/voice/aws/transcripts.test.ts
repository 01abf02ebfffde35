import type { Result } from "@aws-sdk/client-transcribe-streaming";
import { streamClock } from "./streamClock";
import { listeningLanguages, transcriptOf } from "./transcripts";

const partial: Result = {
  ResultId: "one",
  IsPartial: true,
  Alternatives: [
    {
      Items: [
        { Type: "pronunciation", Content: "Hello", StartTime: 0.1, EndTime: 0.4, Stable: true },
        { Type: "punctuation", Content: ",", StartTime: 0.4, EndTime: 0.4 },
        { Type: "pronunciation", Content: "Bob", StartTime: 0.5, EndTime: 0.7, Stable: false },
        { Type: "punctuation", Content: ".", StartTime: 0.7, EndTime: 0.7 },
      ],
    },
  ],
};

test("punctuation belongs to the word before it, and a word is stable as the service says", () => {
  expect(transcriptOf(partial, (offsetMs) => 1_000 + offsetMs)).toEqual({
    segment: "one",
    words: [
      { text: "Hello,", startMs: 1_100, endMs: 1_400, isStable: true },
      { text: "Bob.", startMs: 1_500, endMs: 1_700, isStable: false },
    ],
    isFinal: false,
  });
});

test("every word of a final result is stable", () => {
  const words = transcriptOf({ ...partial, IsPartial: false }, (ms) => ms)?.words ?? [];
  expect(words.map(({ isStable }) => isStable)).toEqual([true, true]);
});

test("a result without words is none", () => {
  expect(transcriptOf({ ResultId: "one", IsPartial: true, Alternatives: [] }, (ms) => ms)).toBeNull();
  const lone = { Items: [{ Type: "punctuation", Content: "." }] } as const;
  expect(transcriptOf({ ResultId: "one", Alternatives: [{ Items: [...lone.Items] }] }, (ms) => ms)).toBeNull();
});

test.each([
  [["en-US"], { LanguageCode: "en-US" }],
  [["en-ie"], { LanguageCode: "en-IE" }],
  [["de"], { LanguageCode: "de-DE" }],
  [["fr-BE"], { LanguageCode: "fr-FR" }],
  [["tlh"], { LanguageCode: "en-US" }],
  [["en-US", "en-GB"], { LanguageCode: "en-US" }],
  [["en-US", "tlh", "es-US"], { IdentifyMultipleLanguages: true, LanguageOptions: "en-US,es-US" }],
  [
    ["en", "es", "de", "fr", "it", "nl"],
    { IdentifyMultipleLanguages: true, LanguageOptions: "en-US,es-US,de-DE,fr-FR,it-IT" },
  ],
])("for a business that speaks %j the service listens to %j", (languages, settings) => {
  expect(listeningLanguages(languages)).toEqual(settings);
});

test("a moment of the stream is the moment of the day at which it was said", () => {
  const times = streamClock();
  times.add({ startMs: 10_000, durationMs: 100 });
  times.add({ startMs: 10_100, durationMs: 100 });
  times.addSilence(50);
  times.add({ startMs: 20_000, durationMs: 100 });
  expect([0, 150, 199, 250, 300].map(times.timeOf)).toEqual([10_000, 10_150, 10_199, 20_000, 20_050]);
});
