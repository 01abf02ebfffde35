import type { Ask } from "./ask";
import { isMoney, isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** What a clause takes over from the words before it, and what it must say itself. */

const hasKey = (items: readonly Item[], ...keys: string[]): boolean =>
  items.some((item) => item.kind === "word" && keys.includes(item.key));

/** What is said of the first thing of a list, and holds for the next. */
const predicates: readonly string[] = ["need", "included", "free", "welcome", "acceptable", "cover", "refund"];

/**
 * Why a statement that has all words of a clause does not say what the sentence says of them: "we need proof of rabies and Bordetella",
 * where Bordetella is not required; "you get balloons and a cake", where one's own cake is to be brought. Null where it does.
 */
export function whyNotCarriedOn(ask: Ask, statement: Statement, factId: string): string | null {
  if (statement.isDerived) return null;
  if (isBroughtByOthers(ask, statement)) return `it is the caller who brings it in ${factId}`;
  if (isFineOnlyIf(ask, statement)) return `it is not so without what ${factId} asks for`;
  if (isDeniedOfSome(ask, statement)) return `${factId} denies it of some only`;
  const before = wordsBefore(ask);
  if (before === null) return null;
  const turned = predicates.find((key) => {
    const own = statement.words.get(key);
    const isSaid = before.some((item) => isWord(item, key) && !item.isNegated);
    return isSaid && own?.isDenied === true && !own.isSaid;
  });
  if (turned !== undefined) return `${factId} denies it of this`;
  const isPriced = before.some(isMoney);
  const isExtra = statement.price === null && statement.words.get("extra")?.isSaid === true;
  const isSaidSo = hasKey(ask.sentence, "extra", "onTop", "more", "fee", "not", "but");
  return isPriced && isExtra && !isSaidSo ? `it is extra in ${factId}` : null;
}

const relatives: ReadonlySet<string> = new Set(["that", "who", "which", "qui", "que", "die", "der", "das"]);

/** "We don't take dogs", where the fact has it of dogs that have bitten somebody. */
function isDeniedOfSome({ segment, sentence, asked }: Ask, { items }: Statement): boolean {
  return segment.some((item) => {
    if (item.kind !== "word" || !item.isNegated || item.weight !== "content") return false;
    const at = items.findIndex((each) => isWord(each, item.key) && each.isNegated);
    const relative = items[at + 1];
    if (at < 0 || relative?.kind !== "word" || !relatives.has(relative.text) || relative.pause !== "") return false;
    const rest = items.slice(at + 2).filter((each) => each.kind === "word" && each.weight === "content");
    const isNamed = (each: Item) =>
      each.kind === "word" && (hasKey(sentence, each.key) || asked?.has(each.key) === true);
    return rest.length > 0 && !rest.some(isNamed);
  });
}

/** What stands before the next thing of a list that has no verb of its own; null where the clause is none. */
function wordsBefore({ segment, sentence }: Ask): readonly Item[] | null {
  const [first] = segment;
  if (first?.kind !== "word" || segment.some(({ isNegated }) => isNegated)) return null;
  const at = sentence.indexOf(first);
  const isBare = segment.every(
    (item) =>
      item.kind === "word" && !item.isCopula && item.subject === null && (item.weight !== "neutral" || isLink(item)),
  );
  return at > 0 && isBare && (first.key === "and" || first.pause === ",") ? sentence.slice(0, at) : null;
}

const links: ReadonlySet<string> = new Set(
  "and or with a an the your our some also of et un une des le la les du".split(" "),
);

function isLink({ text }: Item): boolean {
  return links.has(text);
}

/** Keys of what makes the caller the one who brings something. */
const bringing: readonly string[] = ["bring", "need", "wear", "pack", "own", "carry", "provide", "supply"];
const selves: ReadonlySet<string> = new Set("you your yours yourself yourselves".split(" "));

/** "Balloons and a cake", where the fact has "bring your own cake", asked what is in a package. */
function isBroughtByOthers({ segment, sentence, asked }: Ask, { items }: Statement): boolean {
  // "From eighteen, with a photo ID": what it takes.
  if (segment[0]?.text === "with") return false;
  const at = items.findIndex(
    (item, index) => isWord(item, "bring") && !item.isNegated && (index === 0 || item.pause === "."),
  );
  // "Bring it with the receipt, we exchange it": what we do is not brought.
  const end = items.findIndex((item, index) => index > at && item.kind === "word" && item.subject === "we");
  const isIn = (part: readonly Item[], { key }: WordItem) => hasKey(part, key);
  const isRequested = segment.some(
    (item) =>
      item.kind === "word" &&
      item.weight === "content" &&
      isIn(items.slice(at, end < 0 ? undefined : end), item) &&
      !isIn(items.slice(0, at), item),
  );
  if (at < 0 || !isRequested) return false;
  if (bringing.some((key) => asked?.has(key) === true) || hasKey(sentence, ...bringing)) return false;
  // "The cake's on you", "the cake you'd sort out yourselves"; "you get a cake" is no bringing.
  const isGiven = sentence.some(({ text }) => /^(?:get|gets|have|has|got|comes)$/.test(text));
  return isGiven || !sentence.some((item) => item.kind === "word" && selves.has(item.text));
}

/** "Rings are fine", where they have to come off. */
function isFineOnlyIf({ segment, sentence }: Ask, { words }: Statement): boolean {
  const at = segment.findIndex((item) => isWord(item, "acceptable") && !item.isNegated);
  const before = segment[at - 1];
  const isSaidOf = before?.kind === "word" && before.isCopula;
  const isNeeded = words.get("need")?.isSaid === true;
  return isSaidOf && isNeeded && !hasKey(sentence, "need", "if", "only");
}
