import type { SimSound, SpokenWord } from "./simSound";
import { wordsOf } from "./simSound";

/** One sentence of a sound; times from the sound's own start. */
export type Sentence = SpokenWord;

/**
 * The sentences of what is said in `sound`, each from its first word's start to its last word's end. Nothing for noise.
 * Prices, times of day and titles ("$18.50", "9 a.m. to 5 p.m.", "Dr. Lee") end no sentence. Where it is open whether a
 * sentence ends ("at 9 a.m. Saturday", "J. Lee"), it ends: a sentence in two is right for a report, two in one are not.
 */
export function sentencesOf(sound: Pick<SimSound, "words">): Sentence[] {
  const { words } = sound;
  const sentences: Sentence[] = [];
  let first = 0;
  for (const [index, word] of words.entries()) {
    const after = words[index + 1];
    if (after !== undefined && !endsSentence(word.text, after.text)) continue;
    const told = words.slice(first, index + 1);
    sentences.push({
      text: told.map((each) => each.text).join(" "),
      startMs: words[first]?.startMs ?? word.startMs,
      endMs: word.endMs,
    });
    first = index + 1;
  }
  return sentences;
}

/** The sentences of `text`, timed at 60 ms a character. */
export function sentencesIn(text: string): Sentence[] {
  return sentencesOf({ words: wordsOf(text) });
}

/** Written with a full stop and always followed by what they belong to, in the languages of Latin script most heard in shops. */
const titles = new Set(
  "mr mrs ms mx dr prof rev fr sr sra srta dra mme mlle messrs gen sgt capt lt e.g i.e z.b d.h p.ej vs".split(" "),
);
/** The same, but only before a figure ("No. 5"; "No. We close at five." is two sentences). */
const countWords = new Set("no nos nr núm ext tel apt art approx ca min max p pp".split(" "));

const months = /^(jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/i;

function endsSentence(word: string, after: string): boolean {
  const end = /([.!?…]+)["'”’»)\]]*$/.exec(word)?.[1];
  if (end === undefined) return false;
  if (/[!?]/.test(end)) return true;
  if (/^["'“‘«([]*\p{Ll}/u.test(after)) return false;
  if (end !== ".") return true;
  const stem = word
    .slice(0, word.lastIndexOf("."))
    .replace(/^["'“‘«([]+/, "")
    .toLowerCase();
  if (titles.has(stem)) return false;
  if (countWords.has(stem)) return !/^[#+]?\d/.test(after);
  // A date as it is written in German ("24. November").
  return !(/^\d{1,2}$/.test(stem) && months.test(after));
}
