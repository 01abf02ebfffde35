import type { Ask } from "./ask";
import { isHeavy } from "./claims";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { isFigureOf, isWord } from "./itemKinds";
import { keysOfPer } from "./readPer";
import type { FigureItem, Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import { genericNames } from "./serviceNames";
import type { Statement } from "./statement";

/** What is said of all, of each, or only of some. */

/** "All included", where the fact lists what there is. */
export function isAllOfList(item: WordItem, ask: Ask, statement: Statement): boolean {
  const thing = ask.segment.slice(ask.segment.indexOf(item) + 1).find(isHeavy);
  // "All colours", where one is.
  const isOfOne = statement.items.some(
    (each, at) =>
      thing?.kind === "word" &&
      isWord(each, thing.key) &&
      /^(?:an?|one|une?|una|ein(?:e|en|er)?)$/.test(statement.items[at - 1]?.text ?? ""),
  );
  // "Travel is included everywhere."
  const isOfPlaces = /^(?:partout|everywhere|toujours|always|überall|siempre)$/.test(item.text);
  return statement.isList && !isOfOne && !isOfPlaces && ask.segment.some((each) => isWord(each, "included"));
}

const ofPart =
  /^(?:some|most|certain|selected|many|several|certaine?s?|quelques|plupart|plusieurs|einige[nr]?|manche[nr]?|bestimmte[nr]?|meisten|mehrere[nr]?|algun[oa]s|ciert[oa]s|mayoría|varios|varias)$/;

/** "For some rentals", where the fact has "for every rental". */
export function isSomeOfAll(segment: readonly Item[], { items }: Statement): boolean {
  return segment.some((item, at) => {
    if (item.kind !== "word" || !ofPart.test(item.text)) return false;
    const thing = segment.slice(at + 1).find((each) => each.kind === "figure" || each.weight !== "neutral");
    if (thing?.kind !== "word") return false;
    return items.some(
      (each, index) =>
        isWord(each, "all") &&
        items.slice(index + 1, index + 4).some((one) => isWord(one, thing.key)) &&
        !items.some((one) => one.kind === "word" && ofPart.test(one.text)),
    );
  });
}

const eachWords: ReadonlySet<string> = new Set("chaque each every jede jeder jedes cada".split(" "));

/** "Each lesson takes 45 minutes": a service has its length and its price every time. */
export function isEachTime(item: WordItem, { segment }: Ask, statement: Statement, fact: Evidence): boolean {
  const thing = segment[segment.indexOf(item) + 1];
  if (fact.kind !== "service" || item.isNegated || !eachWords.has(item.text) || thing?.kind !== "word") return false;
  const isOfIt = fact.called[0] === thing.key || fact.called.at(-1) === thing.key || genericNames.has(thing.key);
  return isOfIt && statement.price !== null && segment.some(({ kind }) => kind === "figure");
}

/** "For the whole family", where the price is for one family. */
export function isWholeOfPer(item: WordItem, { segment }: Ask, { figures }: Statement): boolean {
  const thing = segment.slice(segment.indexOf(item) + 1).find(isHeavy);
  return thing?.kind === "word" && figures.some(({ figure }) => keysOfPer(figure.per).includes(thing.key));
}

const ofSome: ReadonlySet<string> = new Set(["some", "most", "many", "few", "half", "except", "but", "certain"]);

/** "Rabies and distemper are all required": the word only sums up the list before it. */
export function isAllBehind(item: WordItem, ask: Ask, statement: Statement): boolean {
  const at = ask.segment.indexOf(item);
  const before = ask.segment[at - 1];
  const next = ask.segment[at + 1];
  const isBehind = before?.kind === "word" && before.isCopula && item.pause === "" && next?.pause === "";
  const isList = ask.sentence.some((each, index) => isWord(each, "and") && index < ask.sentence.indexOf(item));
  const isOfSome = statement.items.some(
    (each) => each.kind === "word" && (ofSome.has(each.key) || ofSome.has(each.text)),
  );
  return isBehind && isList && !isOfSome && !item.isNegated;
}

/** "all cards" says more than "all major cards". */
export function isSameWhole(item: WordItem, ask: Ask, statement: Statement, place: Item = item): boolean {
  const wordAfter = (items: readonly Item[], at: number) =>
    items.slice(at + 1).find((each) => each.kind === "figure" || each.weight !== "neutral");
  const at = ask.segment.indexOf(place);
  const isOfPronoun = ask.segment.slice(0, at).some((each) => each.kind === "word" && each.weight === "neutral");
  const said = wordAfter(ask.segment, at);
  return statement.items.some((each, index) => {
    if (each.kind !== "word" || each.key !== "all") return false;
    const counted = wordAfter(statement.items, index);
    // "All our bays", where the fact has "all 24 bays".
    const isCount =
      counted?.kind === "figure" &&
      said?.kind === "word" &&
      counts(counted, said.key) &&
      !isBehindAnotherCount(ask, statement.items, index + 1);
    const meant = isCount ? said : counted;
    // "All are admitted in New York, Ms. Ortega also in New Jersey": what all are ends at the pause.
    const part = partsOf(statement.items).find((items) => items.includes(each)) ?? [];
    const isNameElsewhere = ask.segment.some(
      (one) => one.kind === "word" && one.isName && !part.some((other) => isWord(other, one.key)),
    );
    if (isNameElsewhere) return false;
    if (said?.kind === "figure" || meant?.kind === "figure")
      return said?.kind === "figure" && meant?.kind === "figure" && follows(said.figure, meant.figure);
    // "Everyone's trained", asked about the teachers, where all teachers are.
    const isOfAsked =
      /^every(?:one|body)$/.test(place.text) && meant?.kind === "word" && ask.asked?.has(meant.key) === true;
    if (isOfAsked) return true;
    const isNamed = ask.segment.some((one) => one.kind === "word" && meant?.kind === "word" && one.key === meant.key);
    return (
      isNamed ||
      (said === undefined && !isSumOfOthers(item, meant, ask)) ||
      (isOfPronoun && said?.kind === "word" && said.key !== meant?.text && !nounFollows(statement.items, index, said))
    );
  });
}

const sums: ReadonlySet<string> = new Set("everything alles tout todo".split(" "));

/** "Ten percent off everything", where it is off all drinks. */
function isSumOfOthers({ text }: WordItem, meant: Item | undefined, { asked }: Ask): boolean {
  return sums.has(text) && meant?.kind === "word" && meant.weight === "content" && asked?.has(meant.key) !== true;
}

/** "All 24 bays are covered and 10 of them are heated" says of all no more than that they are covered. */
function isBehindAnotherCount({ segment }: Ask, items: readonly Item[], countAt: number): boolean {
  const at = items.findIndex((item, index) => index > countAt && isFigureOf(item, "count"));
  const behind = at < 0 ? [] : items.slice(at);
  const before = items.slice(0, Math.max(at, 0));
  return segment.some(
    (item) =>
      item.kind === "word" &&
      isHeavy(item) &&
      behind.some((each) => isWord(each, item.key)) &&
      !before.some((each) => isWord(each, item.key)),
  );
}

function counts({ figure }: FigureItem, key: string): boolean {
  return figure.readings.some((reading) => reading.unit === "count" && reading.of.includes(key));
}

/** The word that is said of the whole stands as its noun in the fact, with something between that narrows it. */
function nounFollows(items: readonly Item[], at: number, said: Item): boolean {
  const near = items.slice(at + 1, at + 4);
  return near.some((each) => each.kind === "word" && said.kind === "word" && each.key === said.key);
}
