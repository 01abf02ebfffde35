import { plainText } from "./atoms";
import type { Days } from "./figure";
import type { HoursVerb } from "./hoursClaims";
import type { Lexicon } from "./lexicon";
import { type Item, readText } from "./readText";

/** What the caller's words name. */

/** What the caller's words name: "are you open on Sundays?" a day, and the opening. */
export interface CallerWords {
  readonly items: readonly Item[];
  readonly days: readonly Days[];
  readonly verb: HoursVerb | null;
  readonly keys: ReadonlySet<string>;
}

/** Everything that the caller's words name. */
export function readCaller(said: string, lexicon: Lexicon): CallerWords {
  const items = readText(withoutFrames(said, lexicon), lexicon).flatMap((sentence) => sentence.items);
  const days = items.flatMap((item) =>
    item.kind === "figure"
      ? item.figure.readings.flatMap((reading) => (reading.unit === "days" ? [reading.days] : []))
      : [],
  );
  const verb = items.findLast(
    (item) => item.kind === "word" && ["open", "isOpen", "close", "closed"].includes(item.key),
  );
  return {
    items,
    days,
    verb: verb?.kind === "word" ? (verb.key as HoursVerb) : null,
    keys: new Set(items.flatMap((item) => (item.kind === "word" ? [item.key] : []))),
  };
}

/** Without marks, which no pattern of words has: "Hi, is it free?" as "Hi is it free". */
export function plainWords(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}' ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** "My son is four, do you have anything for him?": what is told before a question is a sentence of its own. */
function withQuestionsApart(said: string, lexicon: Lexicon): string {
  const { vocabulary } = lexicon;
  const parts = said.replace(/[,;:]?\s+¿/g, ". ¿").split(/,\s+/);
  return parts.reduce((text, part, at) => {
    if (at === 0) return part;
    const isOfSelf = (words: string) => vocabulary.aboutSelf.test(plainWords(plainText(words, vocabulary)));
    // "J'ai trois enfants, vous faites un prix ?"
    const told = parts[at - 1] ?? "";
    const isTold = /\?\s*$/.test(said) && isOfSelf(told) && !isOfSelf(part) && hasFigure(told, lexicon);
    const words = plainWords(plainText(part, vocabulary));
    const isVerbFirst = part.includes("?") && vocabulary.verbFirst?.test(words) === true;
    const isAsking = isTold || isVerbFirst || vocabulary.asking.test(words);
    return `${text}${isAsking ? "." : ","} ${part}`;
  }, "");
}

function hasFigure(text: string, lexicon: Lexicon): boolean {
  return readText(text, lexicon).some(({ items }) => items.some(({ kind }) => kind === "figure"));
}

/** "Could you tell me whether it is free?" without what is only said around the question. */
export function withoutFrames(words: string, lexicon: Lexicon): string {
  const { vocabulary } = lexicon;
  const said = withQuestionsApart(words, lexicon);
  return vocabulary.callerFrames.reduce((text, frame) => text.replace(new RegExp(frame.source, "giu"), " "), said);
}
