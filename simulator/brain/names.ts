import type { Heard } from "./hear";
import type { Language } from "./language";
import { plain } from "./plainText";

/** The name that a caller gives; null where none is said. `isAwaited`: a name was asked for, so a bare one counts. */
export function readName({ said, text, days, time }: Heard, isAwaited: boolean, language: Language): string | null {
  const { cues } = language;
  const introduced = cues.nameIs.exec(text)?.[1];
  if (introduced !== undefined && (isAwaited || !isOrdinary(introduced, language)))
    return written(introduced, said, language);
  if (!isAwaited || days.length > 0 || time !== null) return null;
  const bare = cues.bareName.exec(text)?.[1];
  if (bare === undefined || isQuestion(said, bare, language)) return null;
  return written(bare, said, language);
}

/** "this is great" gives no name. */
function isOrdinary(words: string, { grammar, cues }: Language): boolean {
  const [first = ""] = words.split(" ");
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

/** The name as it is written in what was said; spelled letters become a word. */
function written(name: string, said: string, language: Language): string {
  const words = name.split(" ");
  if (words.length > 1 && words.every((word) => word.length === 1)) return capital(words.join(""));
  const whole = words.filter((word) => word.length > 1 || words.length === 1);
  const raw = said.split(/[\s,]+/).map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
  return whole.map((word) => capital(raw.find((each) => plain(each, language) === word) ?? word)).join(" ");
}

function capital(word: string): string {
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
