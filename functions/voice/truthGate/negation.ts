import { isWord } from "./itemKinds";
import type { Item } from "./readText";

/** What of a sentence stands under a negation. */

/** Marks what stands under a negation: what follows it up to the next clause, or where nothing follows, what it follows. */
export function negated(items: readonly Item[], no: RegExp): Item[] {
  const out = [...items];
  // "Unfortunately not, ...": an answer, which denies nothing of what follows it.
  const headEnd = items.findIndex(({ pause }, index) => index > 0 && /[^-]/.test(pause));
  const head = items.slice(0, Math.max(headEnd, 0)).map(({ text }) => text);
  let start = head.length > 0 && no.test(head.join(" ")) ? headEnd : 0;
  for (let at = start; at <= items.length; at++) {
    const item = items[at];
    if (item !== undefined && (at === start || !(endsScope(items, at) || endsCondition(items, start, at)))) continue;
    negate(out, start, at);
    start = at;
  }
  return out;
}

/** Whether a new clause begins at an item, so that a negation before it does not reach it. */
function endsScope(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return true;
  if (/[.;:!?…–]/.test(item.pause) || (item.kind === "word" && ["but", "if", "unless", "except"].includes(item.key)))
    return true;
  if (item.kind === "word" && item.isRelative && at > 0) return true;
  // "We don't open cars, only doors": what is left is said.
  if (isWord(item, "only") && item.pause === ",") return true;
  // "Not Thursdays, Wednesdays only."
  const next = items[at + 1];
  if (item.pause === "," && isWord(next, "only") && next?.pause === "") return true;
  const isJoint = item.pause === "," || isWord(item, "and");
  if (!isJoint) return false;
  if (isPrice(item)) return true;
  if (item.pause === "," && isInListWithOr(items, at)) return false;
  if (item.pause === "," && isLongPart(items, at)) return true;
  const subject = isWord(item, "and") ? items[at + 1] : item;
  if (isWord(item, "and") && isPairOfSubjects(items, at)) return false;
  if (isWord(item, "and") && isListWithArticles(items, at)) return false;
  // "They can be anonymous, and never do we give the name": a negation of its own.
  if (subject !== undefined && subject !== item && isNegation(subject)) return true;
  // "It needs no drops and takes ten minutes": a verb of its own, in languages that leave out its subject.
  if (subject?.kind === "word" && subject !== item && ["duration", "cost"].includes(subject.key)) return true;
  return subject?.kind === "word" && subject.weight === "neutral" && !["or", "and"].includes(subject.key);
}

const articles: ReadonlySet<string> = new Set("le la les l des du der die das den el los las".split(" "));

const mostBehindAnArticle = 3;

/** "On ne fait pas les voitures et les motos": the second has its article as the first has, and nothing is said of it. */
function isListWithArticles(items: readonly Item[], at: number): boolean {
  const end = items.findIndex(({ pause }, index) => index > at && /[^-]/.test(pause));
  const [article, ...rest] = items.slice(at + 1, end < 0 ? undefined : end);
  const before = items.slice(0, at).findLast((item) => item.kind === "word" && item.weight === "neutral");
  if (article?.kind !== "word" || !articles.has(article.text) || !articles.has(before?.text ?? "")) return false;
  return (
    rest.length > 0 &&
    rest.length <= mostBehindAnArticle &&
    rest.every((item) => item.kind === "word" && (item.weight !== "neutral" || ["de", "d", "à"].includes(item.text)))
  );
}

/** "La perte et le vol ne sont pas couverts": both are what is denied something. */
function isPairOfSubjects(items: readonly Item[], at: number): boolean {
  const from = items.slice(0, at).findLastIndex(({ pause }, index) => index === 0 || /[^-]/.test(pause));
  const isNoun = (item: Item) =>
    item.kind === "word" && item.weight !== "neutral" && item.key !== "not" && item.key !== "but";
  const isPlain = (item: Item) => item.kind === "word" && !item.isCopula && item.subject === null;
  const before = items.slice(Math.max(from, 0), at);
  const behind = items.slice(at + 1, at + 6);
  const no = behind.findIndex(isNegation);
  if (no < 1 || !before.every(isPlain) || before.some(isNegation)) return false;
  const second = behind.slice(0, no);
  return (
    before.filter(isNoun).length === 1 &&
    second.filter(isNoun).length === 1 &&
    second.every((item) => item.pause === "" && item.kind === "word" && item.subject === null)
  );
}

/** "If nobody answers, we leave them with a neighbour": what hangs on a condition is not denied with it. */
function endsCondition(items: readonly Item[], start: number, at: number): boolean {
  const isIf = (item: Item | undefined) => item?.kind === "word" && (item.key === "if" || item.key === "unless");
  return items[at]?.pause === "," && (isIf(items[start]) || isIf(items[start + 1]));
}

/** "No, ..." and "..., no": an answer, which denies nothing of what stands beside it. */
function isAnswer(items: readonly Item[], at: number): boolean {
  // "Nothing, it's included."
  const isNothing = at === 0 && ["nothing", "rien", "nichts", "nada"].includes(items[at]?.text ?? "");
  if (!isNothing && !["no", "non", "nein"].includes(items[at]?.text ?? "")) return false;
  if (at === 0) return /[^-]/.test(items[1]?.pause ?? ".");
  return items[at]?.pause === "," && at === items.length - 1 && !isBareName(items.slice(0, at));
}

/** "Kids' shoes, no." names what is denied, and says nothing of it before. */
function isBareName(items: readonly Item[]): boolean {
  return (
    items.length <= mostWordsOfAName &&
    items.every(
      (item, index) =>
        item.kind === "word" &&
        (index === 0 || item.pause === "" || item.pause === "-") &&
        (item.weight === "content" || item.weight === "askable" || determiners.has(item.text) || item.isAbout) &&
        !isNegation(item),
    )
  );
}

const mostWordsOfAName = 5;

/** "You can't use the pool, the sauna or the steam room": a list that an `or` closes is denied as a whole. */
function isInListWithOr(items: readonly Item[], at: number): boolean {
  const rest = items.slice(at);
  const orAt = rest.findIndex((item) => isWord(item, "or"));
  const isNoun = (item: Item, index: number) =>
    item.kind === "word" &&
    item.subject === null &&
    !item.isCopula &&
    (index === 0 || item.pause === "" || item.pause === ",") &&
    (item.weight !== "neutral" || determiners.has(item.text));
  return orAt > 0 && orAt <= 8 && determiners.has(items[at]?.text ?? "") && rest.slice(0, orAt).every(isNoun);
}

const determiners: ReadonlySet<string> = new Set(
  "the a an any your our my le la les l' un une des der die das den dem ein eine einen el los las una".split(" "),
);

/** A clause of its own behind a comma, and not the next thing of a list. */
function isLongPart(items: readonly Item[], at: number): boolean {
  const end = items.findIndex(({ pause }, index) => index > at && /[^-]/.test(pause));
  const part = items.slice(at, end < 0 ? undefined : end);
  return part.length >= 4 && !part.some((item) => isWord(item, "or"));
}

/** "Cheques are not accepted" denies the cheques. */
const ofAcceptance: ReadonlySet<string> = new Set(["welcome", "acceptable", "available", "included"]);

/** "Never without someone", "whether you board or not": nothing of it is denied. */
function isUndone(items: readonly Item[], at: number, end: number): boolean {
  const isWithout = (item: Item | undefined) => item?.kind === "word" && item.isWithout;
  const before = items[at - 1];
  const isOrNot = isWord(before, "or") && (at + 1 >= end || items[at + 1]?.pause !== "");
  if (isOrNot) return true;
  const nearEnd = Math.min(end, at + 4);
  const isTwice = items.slice(at + 1, nearEnd).some(isWithout);
  return isTwice || (isWithout(items[at]) && isNegatedBefore(items, at));
}

/** "No, without it": an answer denies nothing of what follows. */
function isNegatedBefore(items: readonly Item[], at: number): boolean {
  const from = Math.max(at - 3, 0);
  return items.slice(from, at).some((item, index) => isNegation(item) && !isAnswer(items, from + index));
}

function isNegation(item: Item): boolean {
  return isWord(item, "not");
}

/** Before a subject inside a clause: what follows them is a clause of its own, and not said of the word before. */
const joints: ReadonlySet<string> = new Set(["and", "or", "but", "if", "unless", "except", "evenIf"]);

/** "The ones you don't use": a clause without a relative pronoun denies only its own verb. */
function isInsideRelative(items: readonly Item[], start: number, at: number): boolean {
  const subjectAt = items.findIndex(
    (item, index) => index >= start && index < at && at - index <= 2 && item.kind === "word" && item.subject !== null,
  );
  const thing = items[subjectAt - 1];
  if (subjectAt < 1 || thing?.kind !== "word" || items[subjectAt]?.pause !== "" || joints.has(thing.key)) return false;
  const isThing = thing.weight === "content" || thing.isRelative;
  const isMainSaid =
    thing.isRelative ||
    items.slice(start, subjectAt - 1).some((item) => item.kind === "word" && (item.subject !== null || item.isCopula));
  return isThing && isMainSaid;
}

function isPrice(item: Item): boolean {
  if (item.kind !== "figure") return false;
  return item.figure.readings.some(
    (each) =>
      each.unit === "percent" || (each.unit === "money" && (each.currency !== null || item.figure.per !== null)),
  );
}

function negate(items: Item[], start: number, end: number): void {
  const at = items.findIndex(
    (item, index) =>
      index >= start && index < end && isNegation(item) && !isAnswer(items, index) && !isUndone(items, index, end),
  );
  if (at < 0) return;
  const isHeavy = (item: Item | undefined) =>
    item !== undefined &&
    (item.kind === "figure" || (item.weight !== "neutral" && item.key !== "not" && !ofAcceptance.has(item.key)));
  const isFollowed = items.slice(at + 1, end).some(isHeavy);
  const negation = items[at];
  if (isFollowed && isInsideRelative(items, start, at)) {
    const verbAt = items.findIndex((item, index) => index > at && index < end && isHeavy(item));
    const verb = items[verbAt];
    if (verb !== undefined) items[verbAt] = { ...verb, isNegated: true };
    return;
  }
  const reachesBack = !isFollowed && !(negation?.kind === "word" && negation.isWithout);
  // "À Lyon oui, ailleurs nous ne livrons pas": what has its own subject does not reach back over a pause.
  // "Rabbits yes, cats no", "cats, no".
  const isBareNo = ["no", "non", "nein"].includes(negation?.text ?? "") && (items[at + 1]?.pause ?? ".") !== "";
  const pauseAt = items
    .slice(0, isBareNo ? at : at + 1)
    .findLastIndex((item, index) => index >= start && /[^-]/.test(item.pause));
  const hasSubject = items
    .slice(Math.max(pauseAt, start), at)
    .some((item) => item.kind === "word" && item.subject !== null);
  const partAt = Math.max(pauseAt, start);
  // "$85, parts not included": the price is not denied.
  const clauseAt = ownClauseAt(items, partAt, at);
  const isOwnClause = items.slice(start, clauseAt).some(isCopula) && items.slice(clauseAt, at).some(isHeavy);
  const isOnly = hasSubject || isBareNo || items.slice(start, partAt).some(isPrice);
  const from = isOwnClause ? clauseAt : isOnly ? partAt : start;
  const isBehind = /[,;]/.test(items[at + 1]?.pause ?? "") && items.slice(partAt, at).some(isHeavy);
  // "Thursday no, Friday yes."
  if (isBehind && !(negation?.kind === "word" && negation.isWithout)) {
    for (const [index, item] of items.entries())
      if (index >= partAt && index < at) items[index] = { ...item, isNegated: true };
    negate(items, at + 1, end);
    return;
  }
  // "Vegan and gluten-free choices": nothing but the gluten is denied.
  if (negation?.text === "freeof") {
    const thing = items[at + 1];
    if (thing !== undefined) items[at + 1] = { ...thing, isNegated: true };
    negate(items, at + 2, end);
    return;
  }
  if (negation?.kind === "word" && negation.isWithout) {
    let hasWord = false;
    for (let index = at + 1; index < end; index++) {
      const item = items[index];
      if (item === undefined || item.kind === "figure" || (hasWord && item.weight === "neutral")) return;
      if (item.weight !== "neutral") hasWord = true;
      items[index] = { ...item, isNegated: true };
    }
    return;
  }
  const subjectAt = items.findIndex(
    (item, index) => index >= from && index < at && item.kind === "word" && item.subject !== null,
  );
  const isListed = isListBefore(items, from, at);
  let isOfPurpose = false;
  for (let index = from; index < end; index++) {
    const item = items[index];
    if (item === undefined) break;
    // "There is no charge for delivery": there is delivery, or there is none.
    if (index > at && isPurpose(item) && !isInCompound(items, index) && items.slice(at + 1, index).some(isHeavy))
      isOfPurpose = true;
    if (index > at && isOfPurpose) items[index] = { ...item, isFronted: true };
    else if (index > at || reachesBack) items[index] = { ...item, isNegated: true };
    else if (index < subjectAt) items[index] = { ...item, isFronted: true };
    else if (
      (subjectAt < 0 || /^kein/.test(negation?.text ?? "")) &&
      (index >= pauseAt || isListed) &&
      item.kind === "word" &&
      item.weight !== "neutral"
    )
      items[index] = { ...item, isOfDenial: true };
  }
}

function isCopula(item: Item): boolean {
  return item.kind === "word" && item.isCopula;
}

/** "Food is included and medicine is not": where the clause begins that the negation ends, of two with a verb each. */
function ownClauseAt(items: readonly Item[], partAt: number, at: number): number {
  const andAt = items.findLastIndex(
    (item, index) =>
      index > partAt &&
      index < at &&
      isWord(item, "and") &&
      items.slice(partAt, index).some(isCopula) &&
      items.slice(index, at).some(isCopula),
  );
  return andAt < 0 ? partAt : andAt;
}

/** "Fillings, crowns and bridges are not covered": a list, all of which is denied something. */
function isListBefore(items: readonly Item[], start: number, at: number): boolean {
  const before = items.slice(start, at);
  const verbs = before.filter(isCopula).length;
  const isPlain = before.every((item, index) => item.kind === "word" && (index === 0 || /^[,-]?$/.test(item.pause)));
  return isPlain && verbs === 1 && before.some((item) => isWord(item, "and"));
}

/** Behind what is denied they tell for what, or where. */
const purposes: ReadonlySet<string> = new Set("for in at pour à au aux en dans chez für in im para en".split(" "));

/** "Pompes à chaleur": what a noun is called, and no place. */
function isInCompound(items: readonly Item[], at: number): boolean {
  const [before, item, behind] = items.slice(at - 1, at + 2);
  const isNoun = (of: Item | undefined) => of?.kind === "word" && of.weight !== "neutral" && of.key !== "not";
  return item?.text === "à" && item.pause === "" && isNoun(before) && isNoun(behind) && behind?.pause === "";
}

function isPurpose(item: Item): boolean {
  return item.kind === "word" && purposes.has(item.text);
}
