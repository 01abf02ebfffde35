import type { Dictated, Dictation } from "./dictation";
import { contains, endsWith, type TurnWords } from "./turnWords";

/** Hardly a name is shorter, or has none of these. */
const leastLetters = 3;
const vowels = /[aeiouy]/;
/** "It's Anna Maria Smith". */
const mostNameWords = 4;
/** Letters one by one: "S M I T H", "S-M-I", "M as in Mary". */
export function spelling({ words, language, asked, earlier }: Dictation): Dictated | null {
  // "At nine a m".
  if (/^[ap]$/.test(words.at(-2) ?? "") && words.at(-1) === "m") return null;
  const letters: string[] = [];
  let from = words.length;
  let isByWords = false;
  let isOpen = false;
  while (from > 0) {
    const word = words[from - 1] ?? "";
    if (isLetters(word)) {
      letters.unshift(...word.replaceAll("-", ""));
      from -= 1;
      continue;
    }
    if (Object.hasOwn(language.repeats, word)) {
      from -= 1;
      continue;
    }
    const as = letterAs(words.slice(0, from), language);
    if (as === null) break;
    letters.unshift(as.letter);
    isOpen ||= as.isOpen && from === words.length;
    isByWords = true;
    from -= as.words;
  }
  const isAsked = asked.has("name");
  if (letters.length === 0 || (letters.length < 2 && !(isAsked && from === 0) && !isByWords))
    return isAsked && isOnlyName(words, language) ? "perhaps" : null;
  if (isOpen) return "part";
  // Who explains one letter by a word explains the last as well.
  const isLastBare = isLetters(words.at(-1) ?? "") && !isLetters(words.at(-2) ?? "");
  if (isByWords && isLastBare) return "part";
  const spelt = letters.join("");
  const names = [...earlier, ...words.slice(0, from)].filter((word) => word.length > 2).map(bare);
  // "Wilhelmina, W I L H …, Street".
  if (names.includes(bare(spelt))) return asked.has("address") ? "perhaps" : "whole";
  const isBegun = names.some((name) => name.startsWith(bare(spelt)) && name.length > letters.length);
  return isBegun || letters.length < leastLetters || !vowels.test(bare(spelt)) ? "part" : "perhaps";
}

/** Who is asked for their name and says it may spell it next. */
function isOnlyName(words: readonly string[], language: TurnWords): boolean {
  const isTold = language.asksFor.name.test(words.join(" "));
  return words.length <= mostNameWords && !isTold && !contains(words, language.wishes);
}

/** "s", "s-m-i". */
export function isLetters(word: string): boolean {
  return /^\p{L}(?:-\p{L})*$/u.test(word);
}

/** "m as in mary" at the end of the words; open where the word itself has not come yet. */
export function letterAs(
  words: readonly string[],
  { spellsAs }: TurnWords,
): { readonly letter: string; readonly words: number; readonly isOpen: boolean } | null {
  const openBy = endsWith(words, spellsAs);
  const openLetter = words.at(-1 - openBy) ?? "";
  if (openBy > 0 && isLetters(openLetter)) return { letter: openLetter.at(-1) ?? "", words: 1 + openBy, isOpen: true };
  const last = words.at(-1) ?? "";
  const by = endsWith(words.slice(0, -1), spellsAs);
  const letter = words.at(-2 - by) ?? "";
  if (by === 0 || letter.length !== 1 || !last.startsWith(letter)) return null;
  return { letter, words: 2 + by, isOpen: false };
}

/** A name without accents: people do not spell them. */
function bare(name: string): string {
  return name.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();
}
