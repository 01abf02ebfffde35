import {
  LanguageCode,
  type Result,
  type StartStreamTranscriptionCommandInput,
} from "@aws-sdk/client-transcribe-streaming";
import type { TranscribedWord, Transcript } from "../ports";

/** When a moment of the stream was, epoch milliseconds. `offsetMs` counts from the stream's first sample. */
export type TimeOf = (offsetMs: number) => number;

/** What Transcribe says of a segment, with the words' times; null where it holds no word. Punctuation belongs to the word before it. */
export function transcriptOf(result: Result, timeOf: TimeOf): Transcript | null {
  const isFinal = result.IsPartial === false;
  const words: TranscribedWord[] = [];
  for (const { Type, Content = "", StartTime = 0, EndTime = 0, Stable } of result.Alternatives?.[0]?.Items ?? []) {
    const before = words.at(-1);
    if (Type !== "punctuation") {
      const [startMs, endMs] = [timeOf(StartTime * 1_000), timeOf(EndTime * 1_000)];
      words.push({ text: Content, startMs, endMs, isStable: isFinal || Stable === true });
    } else if (before !== undefined) {
      words[words.length - 1] = { ...before, text: before.text + Content };
    }
  }
  return words.length === 0 ? null : { segment: result.ResultId ?? "", words, isFinal };
}

type LanguageSettings = Pick<
  StartStreamTranscriptionCommandInput,
  "LanguageCode" | "IdentifyMultipleLanguages" | "LanguageOptions"
>;

/** Transcribe identifies among two to five languages. */
const mostLanguages = 5;
const known: readonly LanguageCode[] = Object.values(LanguageCode);
/** What a language is taken to be where the business does not say which. */
const usual: Readonly<Record<string, LanguageCode>> = {
  en: "en-US",
  es: "es-US",
  de: "de-DE",
  fr: "fr-FR",
  pt: "pt-BR",
  zh: "zh-CN",
  ar: "ar-AE",
};

/**
 * What Transcribe is to listen for, from the business's languages (BCP 47, the default first): one dialect of each language that
 * it knows, English where it knows none.
 */
export function listeningLanguages(languages: readonly string[]): LanguageSettings {
  const codes = new Map<string, LanguageCode>();
  for (const tag of languages) {
    const code = codeOf(tag);
    const language = code?.split("-", 1)[0];
    if (code !== null && language !== undefined && !codes.has(language)) codes.set(language, code);
  }
  const [first = "en-US", ...others] = [...codes.values()].slice(0, mostLanguages);
  if (others.length === 0) return { LanguageCode: first };
  return { IdentifyMultipleLanguages: true, LanguageOptions: [first, ...others].join(",") };
}

function codeOf(tag: string): LanguageCode | null {
  const wanted = tag.toLowerCase();
  const language = wanted.split("-", 1)[0] ?? "";
  const exact = known.find((code) => code.toLowerCase() === wanted);
  return exact ?? usual[language] ?? known.find((code) => code.startsWith(`${language}-`)) ?? null;
}
