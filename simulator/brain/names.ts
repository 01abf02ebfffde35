import { withoutDays } from "./calendarWords";
import { numberOf } from "./clockWords";
import type { Heard } from "./hear";
import type { Language } from "./language";
import { plain, tokenOf } from "./plainText";

/** The name that a caller gives; null where none is said. `isAwaited`: a name was asked for, so a bare one counts. */
export function readName(heard: Heard, isAwaited: boolean, language: Language): string | null {
  const { said, text, days, time } = heard;
  const { cues } = language;
  const introduced = cues.nameIs.exec(text)?.[1];
  if (introduced !== undefined && (isAwaited || !isOrdinary(introduced, said, language)))
    return written(introduced, said, language);
  const placed = placedName(heard, language);
  if (placed !== null) return placed;
  if (!isAwaited || days.length > 0 || time !== null) return null;
  const bare = cues.bareName.exec(longestPart(said, language))?.[1];
  if (bare === undefined || isQuestion(said, bare, language)) return null;
  return written(bare, said, language);
}

/** A name that is known by where it stands: "Jane Roe is the name", or "on Friday at ten, for Jane Roe". */
function placedName({ said, text, days, time, services, tokens }: Heard, language: Language): string | null {
  const { cues } = language;
  for (const clause of said.split(/[,;.!?]+\s/)) {
    const words = cues.isTheName.exec(plain(clause.replace(/[.!?]+$/, ""), language))?.[1]?.split(" ") ?? [];
    const name = trailingName(words, language);
    if (name.length > 0) return written(name.join(" "), said, language);
  }
  const isWish = cues.book.test(text) || (!said.trimEnd().endsWith("?") && (days.length > 0 || time !== null));
  const last = isWish ? cues.nameFor.exec(text)?.[1] : undefined;
  if (last === undefined || withoutDays(last, language) !== last) return null;
  const words = last.split(" ");
  const isThing = words.some(
    (word) =>
      isNoName(word, language) ||
      [...services.by].some((token) => token.word === word) ||
      (services.by.size === 0 && tokens.some((token) => token.word === word && token.meaning !== token.stem)),
  );
  return isThing || !isWrittenLarge(words, said, language) ? null : written(last, said, language);
}

/** The words at the end that may be a name, at most three. */
function trailingName(words: readonly string[], language: Language): readonly string[] {
  const name: string[] = [];
  for (const word of [...words].reverse()) {
    if (name.length === 3 || isNoName(word, language)) break;
    name.unshift(word);
  }
  return name;
}

function isNoName(word: string, language: Language): boolean {
  const { grammar, cues } = language;
  return (
    !/^\p{L}[\p{L}.]*$/u.test(word) ||
    grammar.has(word) ||
    /^[ap]m$/.test(word) ||
    numberOf(word, language) !== null ||
    withoutDays(word, language) !== word ||
    cues.hours.test(word) ||
    isPerson(word, language)
  );
}

/** "for my wife Jane" names Jane. */
function isPerson(words: string, language: Language): boolean {
  const { cues } = language;
  return words
    .split(" ")
    .some((word) => cues.demographic.test(word) || cues.demographic.test(tokenOf(word, language).meaning));
}

/** A name has a capital, where anything but the first word of what was said has one. */
function isWrittenLarge(words: readonly string[], said: string, language: Language): boolean {
  if (!/\s\S*\p{Lu}/u.test(said)) return true;
  const [first] = words;
  return said.split(/[\s,]+/).some((word) => /^\p{Lu}/u.test(word) && plain(word, language) === first);
}

/** "Bond. James Bond." gives the name twice; the longer one is all of it. */
function longestPart(said: string, language: Language): string {
  const parts = said.split(/[.,;!]+\s/).map((part) => plain(part.replace(/[.,;!]+$/, ""), language));
  const whole = parts.find(
    (part) => parts.length > 1 && parts.every((other) => ` ${part} `.includes(` ${other} `)) && part !== parts[0],
  );
  return whole ?? plain(said, language);
}

/** "this is great" gives no name; "my name is Will Good" does. */
function isOrdinary(words: string, said: string, language: Language): boolean {
  const { grammar, cues } = language;
  const [first = ""] = words.split(" ");
  const isLarge = said.split(/\s+/).some((word) => /^\p{Lu}/u.test(word) && plain(word, language) === first);
  if (isLarge && words !== first) return false;
  return grammar.has(first) || cues.thanks.test(first) || cues.yes.test(first) || cues.no.test(first);
}

function isQuestion(said: string, bare: string, language: Language): boolean {
  const { cues, grammar } = language;
  if (said.includes("?")) return true;
  const words = bare.split(" ");
  if (words.every((word) => grammar.has(word) && word.length > 1)) return true;
  return (
    cues.yes.test(bare) ||
    cues.no.test(bare) ||
    cues.price.test(bare) ||
    cues.hours.test(bare) ||
    cues.person.test(bare) ||
    cues.forgetIt.test(bare) ||
    cues.wait.test(bare) ||
    cues.sayAgain.test(bare)
  );
}

/** The name as it is written in what was said; spelled letters become a word, and "my wife" is none. */
function written(name: string, said: string, language: Language): string {
  const words = name.split(" ");
  if (words.length > 1 && words.every((word) => word.length === 1)) return capital(words.join(""));
  const whole = words.filter((word) => word.length > 1 || words.length === 1);
  const start = whole.findIndex((word) => !language.determiners.has(word) && !isPerson(word, language));
  const raw = said.split(/[\s,]+/).map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
  const spoken = whole
    .slice(Math.max(0, start))
    .map((word) => capital(raw.find((each) => plain(each, language) === word) ?? word))
    .join(" ");
  return raw.filter((word) => /^\p{L}+(?:-\p{L}+)+$/u.test(word)).reduce(hyphenated, spoken);
}

/** "Mary Jane Roe" as "Mary-Jane Roe", where it was said so. */
function hyphenated(name: string, word: string): string {
  const parts = new RegExp(`(?<!\\p{L})${word.replaceAll("-", " ")}(?!\\p{L})`, "iu");
  return name.replace(parts, (found) => found.replaceAll(" ", "-"));
}

function capital(word: string): string {
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
