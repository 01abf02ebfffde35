import type { Ask, Where } from "./ask";
import { isHeavy } from "./claims";
import type { Evidence } from "./evidence";
import { isOnlyOfException } from "./exceptions";
import { follows } from "./figure";
import { isWord } from "./itemKinds";
import { isOfAnotherThing, isOnlyMeant, isSameOnly } from "./only";
import type { WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";
import { isAllBehind, isAllOfList, isEachTime, isSameWhole, isWholeOfPer } from "./wholes";

/** How the words that say of how many, of which alone, and in which case something holds stand in a statement. */

/** Why a word that a statement has as well says more than the statement does. */
export function whyNotSoMany(
  item: WordItem,
  ask: Ask,
  statement: Statement,
  fact: Evidence,
): { readonly why: string } | null {
  if (item.key === "only" && (!isSameOnly(ask, statement, fact) || isOfAnotherThing(ask, statement, fact)))
    return { why: `${item.text} leaves out something of ${fact.id}` };
  if (item.key === "all" && !isSameWhole(item, ask, statement))
    return { why: `${item.text} says more than ${fact.id}` };
  if ((item.key === "all" || item.key === "any") && isWithoutException(item, ask, statement))
    return { why: `${item.text} leaves out an exception of ${fact.id}` };
  if (item.key === "any" && isWithoutBound(item, ask, statement))
    return { why: `${item.text} leaves out a bound of ${fact.id}` };
  return null;
}

/** "For any amount", where the fact has "any amount from $25". */
function isWithoutBound({ isNegated }: WordItem, { sentence }: Ask, { items }: Statement): boolean {
  const at = items.findIndex((each) => isWord(each, "any"));
  const near = items.slice(at + 1, at + 4);
  const bound = near.find(
    (each) => each.kind === "figure" && ["atLeast", "atMost", "lessThan", "moreThan"].includes(each.figure.bound),
  );
  const isClose = near.slice(0, bound === undefined ? 0 : near.indexOf(bound) + 1).every(({ pause }) => pause === "");
  return (
    !isNegated &&
    bound?.kind === "figure" &&
    isClose &&
    !sentence.some((each) => each.kind === "figure" && follows(each.figure, bound.figure))
  );
}

/** "In any class", where the fact has "in any class but pointe". */
function isWithoutException({ key, isNegated }: WordItem, { sentence }: Ask, { items }: Statement): boolean {
  const at = items.findIndex((each) => isWord(each, key));
  const near = items.slice(at + 1, at + 4);
  const exceptAt = near.findIndex((each) => each.kind === "word" && (each.key === "except" || each.key === "but"));
  const isException = exceptAt >= 0 && near.slice(0, exceptAt + 1).every(({ pause }) => pause === "");
  return (
    !isNegated && isException && !sentence.some((each) => each.kind === "word" && ["except", "but"].includes(each.key))
  );
}

/** How such a word follows from a statement that has it not; null where it does not. */
export function whereQuantifier(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  const follows = (): boolean => {
    switch (item.key) {
      case "only":
        return isOnlyOfException(item, ask, statement) || (!item.isNegated && isOnlyMeant(item, ask, statement, fact));
      case "all":
        return (
          isAllOfList(item, ask, statement) ||
          isAllBehind(item, ask, statement) ||
          isEachTime(item, ask, statement, fact) ||
          isWholeOfPer(item, ask, statement)
        );
      case "any":
        return item.isNegated ? isBeforeThing(item, ask) : isAnyOf(item, ask, statement) || isAnywhereIn(item, ask);
      case "both":
        return isOfTwo(item, ask, statement) || fact.called.includes("and") || isJoinedNear(item, ask);
      case "unless":
        return isOtherwise(statement, fact) || isFreeOfIt(ask, statement, fact);
      case "except":
        return isExcepted(item, ask, statement);
      default:
        return false;
    }
  };
  return follows() ? "topic" : null;
}

/** "We don't take any cards" denies the cards, "it never costs anything" whatever it costs. */
function isBeforeThing(item: WordItem, { segment }: Ask): boolean {
  const thing = segment[segment.indexOf(item) + 1];
  return thing?.kind === "word" && thing.pause === "" && isHeavy(thing);
}

/** "Anywhere within twenty miles" says no more than within twenty miles. */
function isAnywhereIn(item: WordItem, { segment }: Ask): boolean {
  const next = segment[segment.indexOf(item) + 1];
  const isBounded = next?.kind === "figure" && next.figure.bound === "atMost";
  return item.text === "anywhere" && (isBounded || next?.text === "within");
}

/** "Any changes are included", where the fact says it of changes, and of no kind of them. */
function isAnyOf(item: WordItem, ask: Ask, statement: Statement): boolean {
  const thing = ask.segment[ask.segment.indexOf(item) + 1];
  if (thing?.kind !== "word" || thing.pause !== "" || thing.weight !== "content") return false;
  if (statement.words.has("all")) return isSameWhole({ ...item, key: "all" }, ask, statement, item);
  return partsOf(statement.items).some((part) => {
    const clause = part.findIndex((each) => isWord(each, "and"));
    return [part, part.slice(clause + 1)].some((each) => {
      const first = each.findIndex(isHeavy);
      const copulaAt = each.findIndex((one) => one.kind === "word" && one.isCopula);
      return isWord(each[first], thing.key) && copulaAt > first && !each.slice(first + 1, copulaAt).some(isHeavy);
    });
  });
}

/** "For both of you", where it is for two. */
function isOfTwo(item: WordItem, { segment }: Ask, { figures }: Statement): boolean {
  const [of, whom] = segment.slice(segment.indexOf(item) + 1);
  const isOfYou = of?.kind === "word" && of.text === "of" && whom?.kind === "word" && whom.subject === "you";
  return (
    isOfYou && figures.some(({ figure }) => figure.readings.some((each) => each.unit === "count" && each.value === 2))
  );
}

/** "Cats and dogs both": the two stand beside it. */
function isJoinedNear(item: WordItem, ask: Ask): boolean {
  const at = ask.sentence.indexOf(item);
  return ask.sentence.some(
    (each, index) =>
      isWord(each, "and") &&
      Math.abs(index - at) <= 4 &&
      ask.sentence.slice(0, index).some(isHeavy) &&
      ask.sentence.slice(index + 1).some(isHeavy),
  );
}

/** "Except on animals", where the fact denies it of animals, or says it of everything but animals. */
function isExcepted(item: WordItem, { segment }: Ask, { items, words }: Statement): boolean {
  const rest = segment.slice(segment.indexOf(item) + 1);
  const isBehindBut = (key: string) =>
    items.some(
      (each, at) =>
        isWord(each, "but") &&
        (isWord(items[at - 1], "all") || isWord(items[at - 1], "any")) &&
        items.slice(at + 1, at + 4).some((one) => isWord(one, key)),
    );
  return rest.some(
    (each) =>
      each.kind === "word" &&
      each.weight !== "neutral" &&
      (words.get(each.key)?.isDenied === true || isBehindBut(each.key)),
  );
}

/** "You need one unless he's under four", where the fact has that under four they need none: it denies what is said before. */
function isFreeOfIt({ segment, sentence }: Ask, { items }: Statement, fact: Evidence): boolean {
  const at = segment[0] === undefined ? 0 : sentence.indexOf(segment[0]);
  const main = sentence.slice(0, Math.max(at, 0));
  const isDenied = (key: string) => items.some((each) => isWord(each, key) && each.isNegated);
  return (
    fact.kind === "faq" &&
    segment.some((each) => each.kind === "figure" || each.weight === "content") &&
    main.some((each) => each.kind === "word" && !each.isNegated && each.weight !== "neutral" && isDenied(each.key))
  );
}

/** "Tell us by noon. Otherwise we charge £10": they do unless they are told. */
function isOtherwise(statement: Statement, fact: Evidence): boolean {
  const isTurn = (each: Statement) => {
    const [first] = each.items;
    return isWord(first, "otherwise");
  };
  const at = fact.statements.indexOf(statement);
  const isBefore = fact.statements[at + 1] !== undefined && fact.statements.slice(at + 1, at + 2).some(isTurn);
  return (
    isBefore || statement.items.some((each) => isWord(each, "otherwise") || (isWord(each, "or") && each.pause !== ""))
  );
}
