import { isWord } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import type { FigureItem, Item, Sentence, WordItem } from "./readText";
import { type Statement, statementOf } from "./statement";

/** What holds only from a limit on that the sentence before names: "We wait for ten minutes. After that you pay in full." */

const mostItemsOfALimit = 5;

/**
 * What is said of the time before or after a limit, with the limit itself: "after ten minutes you pay in full". `before` are the items
 * of what stands before the first sentence: the price of a service.
 */
export function laterStatements(
  sentences: readonly Sentence[],
  before: readonly Item[],
  lexicon: Lexicon,
): readonly Statement[] {
  return sentences.flatMap((sentence, at): Statement[] => {
    const limit = limitBefore(sentences, at, before, lexicon);
    if (limit === null) return [];
    const rest = sentence.items.map((item) => ({ ...item, pause: "" }));
    const said = (items: readonly Item[]) =>
      statementOf([...items, ...rest], { price: null, isList: false, isBeyondLimit: true });
    const { figure, items, isEarlier } = limit;
    if (figure.figure.isNotice === true) {
      const word = items[items.indexOf(figure) + 1];
      // "Cancel 24 hours before. Later than that, the lesson is charged": it is charged less than 24 hours before.
      if (word === undefined) return [];
      return [said([withBound(figure, "lessThan"), word]), said([withBound(figure, "atMost")])];
    }
    const plain = items.map((item) => (item === figure ? withBound(figure, "is") : item));
    const isMeasured = figure.figure.readings.some(({ unit }) => ["count", "minutes", "months"].includes(unit));
    if (isEarlier) return [said([joint("before"), ...plain]), said([joint("until"), ...plain])];
    const more = items.map((item) => (item === figure ? withBound(figure, "moreThan") : item));
    return [said([joint("after"), ...plain]), ...(isMeasured ? [said(more)] : [])];
  });
}

/** Whether a sentence holds only beyond a limit that stands before it. */
export function isBeyondLimit(
  sentences: readonly Sentence[],
  at: number,
  before: readonly Item[],
  lexicon: Lexicon,
): boolean {
  return limitBefore(sentences, at, before, lexicon) !== null;
}

interface Limit {
  readonly figure: FigureItem;
  /** The figure with what stands around it: "the second class". */
  readonly items: readonly Item[];
  /** What is said holds before it. */
  readonly isEarlier: boolean;
}

function limitBefore(
  sentences: readonly Sentence[],
  at: number,
  before: readonly Item[],
  { vocabulary: { figures } }: Lexicon,
): Limit | null {
  const plain = sentences[at]?.plain ?? "";
  const starts = (words: readonly string[] = []) =>
    words.some((each) => plain.startsWith(`${each} `) || plain.startsWith(`${each},`));
  const isEarlier = starts(figures.beforeThat);
  if (!isEarlier && !starts(figures.afterThat)) return null;
  const [first] = sentences[at]?.items ?? [];
  const isOtherwise = isWord(first, "otherwise");
  const items = at === 0 ? before : (sentences[at - 1]?.items ?? []);
  const limit = limitIn(items, isEarlier);
  return limit === null || (isOtherwise && limit.figure.figure.isNotice !== true) ? null : { ...limit, isEarlier };
}

const ofEnd: ReadonlySet<string> = new Set(["until", "before", "within"]);
const ofStart: ReadonlySet<string> = new Set(["after", "from"]);
/** They tell for how long, or by when. */
const lasting: ReadonlySet<string> = new Set("for by pour pendant jusqu für bis por durante hasta".split(" "));

function limitIn(items: readonly Item[], isEarlier: boolean): Pick<Limit, "figure" | "items"> | null {
  const notice = items.find((item): item is FigureItem => item.kind === "figure" && item.figure.isNotice === true);
  if (notice !== undefined && !isEarlier) return { figure: notice, items };
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item?.kind !== "figure" || item.figure.readings.some(({ unit }) => unit === "money" && !isCount(item)))
      continue;
    const near = items.slice(Math.max(at - 3, 0), at + 1).findLastIndex(({ pause }) => pause !== "");
    const from = Math.max(at - 3, 0, near < 0 ? 0 : Math.max(at - 3, 0) + near);
    const markAt = items.findIndex(
      (each, index) => index >= from && index < at && each.kind === "word" && isMark(each, isEarlier),
    );
    const isBounded = isEarlier
      ? item.figure.bound === "atLeast"
      : item.figure.bound === "atMost" || item.figure.bound === "lessThan";
    if (markAt < 0 && !isBounded) continue;
    const begin = isBounded ? at : markAt + 1;
    const behind = items.slice(at + 1, begin + mostItemsOfALimit);
    const end = behind.findIndex(
      (each) => each.pause !== "" || (each.kind === "word" && (each.isAbout || each.isCopula || each.subject !== null)),
    );
    return { figure: item, items: [...items.slice(begin, at + 1), ...behind.slice(0, end < 0 ? undefined : end)] };
  }
  return null;
}

function isCount({ figure }: FigureItem): boolean {
  return figure.readings.some(({ unit }) => unit === "count");
}

function isMark({ key, text }: WordItem, isEarlier: boolean): boolean {
  return isEarlier ? ofStart.has(key) : ofEnd.has(key) || lasting.has(text);
}

function withBound(item: FigureItem, bound: FigureItem["figure"]["bound"]): FigureItem {
  return { ...item, figure: { ...item.figure, bound } };
}

function joint(key: string): WordItem {
  return {
    kind: "word",
    text: key,
    key,
    pause: "",
    isNegated: false,
    weight: "content",
    isCopula: false,
    subject: null,
    isWithout: false,
    isRelative: false,
    isAbout: false,
    isName: false,
  };
}

const limiting: ReadonlySet<string> = new Set(
  "after before otherwise if unless late less more until within beyond first then later ensuite danach später nachher luego".split(
    " ",
  ),
);

/** "We charge half", where that holds only after a limit: it is said, or pointed at. */
export function isLimitSaid(sentence: readonly Item[]): boolean {
  return sentence.some((item) =>
    item.kind === "word"
      ? limiting.has(item.key) || limiting.has(item.text)
      : ["lessThan", "moreThan", "atMost"].includes(item.figure.bound),
  );
}
