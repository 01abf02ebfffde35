import { endsSentence } from "../../functions/shared/clauses";
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
