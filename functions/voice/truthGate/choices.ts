import type { Ask } from "./ask";
import { grammar } from "./claims";
import type { Evidence } from "./evidence";
import { isFigure, isWord } from "./itemKinds";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** One or the other: "a starter or a dessert" is not both. */

/** "A starter and a dessert", where the fact has one or the other. */
export function isBothOfAChoice(ask: Ask, statement: Statement, fact: Evidence): boolean {
  const at = statement.items.findIndex((item) => isWord(item, "or"));
  if (at < 0 || ask.sentence.some((item) => isWord(item, "or"))) return false;
  // "No outside food or drinks": neither is.
  if (statement.items[at]?.isNegated === true) return false;
  // "They come in navy, gray and black", where each is one that the fact has: "in navy, gray or black".
  const isKindOf = statement.items[0]?.text === "in" || !statement.items.some(isVerb);
  if (isKindOf && statement.isList && ask.sentence.some(({ text }) => ofChoices.has(text))) return false;
  // How one can pay: each way of a list will do.
  if (fact.topic.has("pay") || statement.words.has("pay")) return false;
  // Each has its own price.
  if (statement.items.slice(0, at).some(isFigure) && firstPart(statement.items.slice(at + 1)).some(isFigure))
    return false;
  const from = statement.items.slice(0, at).findLastIndex(({ pause }) => /[,;:]/.test(pause));
  const left = choiceKeys(statement.items.slice(Math.max(from, 0), at));
  const right = choiceKeys(firstRun(statement.items.slice(at + 1)));
  const all = choiceKeys(statement.items.slice(at + 1));
  const leftOnly = [...left].filter((key) => !all.has(key));
  const rightOnly = [...right].filter((key) => !left.has(key));
  const places = (keys: readonly string[]) =>
    ask.sentence.flatMap((item, index) => (item.kind === "word" && keys.includes(item.key) ? [index] : []));
  const [lefts, rights] = [places(leftOnly), places(rightOnly)];
  return lefts.some((a) => rights.some((b) => isJoined(ask.sentence, Math.min(a, b), Math.max(a, b))));
}

/** Verbs of what there is to choose from. */
const ofChoices: ReadonlySet<string> = new Set(
  "come comes available have has got stock choose options choices".split(" "),
);

function isVerb(item: Item): boolean {
  return item.kind === "word" && (item.isCopula || item.subject !== null);
}

function firstPart(items: readonly Item[]): readonly Item[] {
  const end = items.findIndex(({ pause }, index) => index > 0 && /[,;:.]/.test(pause));
  return items.slice(0, end < 0 ? undefined : end);
}

function choiceKeys(items: readonly Item[]): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) =>
      item.kind === "word" && item.weight === "content" && !grammar.has(item.key) ? [item.key] : [],
    ),
  );
}

/** The words that stand together at the head, joined or not: of what follows an `or` only they are the other choice. */
function firstRun(items: readonly Item[]): readonly Item[] {
  const isContent = (item: Item) => item.kind === "word" && (item.weight === "content" || item.key === "and");
  const start = items.findIndex(isContent);
  const end = items.findIndex((item, index) => index > start && (!isContent(item) || item.pause !== ""));
  return start < 0 ? [] : items.slice(start, end < 0 ? undefined : end);
}

/** Whether two places of a sentence are said of the same thing: a joint stands between them, or a comma. */
function isJoined(items: readonly Item[], a: number, b: number): boolean {
  return items
    .slice(a + 1, b + 1)
    .some((item) => /[,;]/.test(item.pause) || (item.kind === "word" && (item.key === "and" || item.key === "both")));
}
