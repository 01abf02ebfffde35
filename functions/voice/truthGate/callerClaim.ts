import { plainWords, withoutFrames } from "./callerWords";
import { isClaim } from "./claims";
import { withWeekdays } from "./dates";
import { isDeniedBesideVerb, isDeniedOf, isDeniedToThem, isNeeded } from "./deniedToCaller";
import type { Evidence } from "./evidence";
import { isOfHours, readHours } from "./hoursClaims";
import { type HoursGrounds, judgeHours } from "./hoursTruth";
import { isWord } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import { isOutOfBounds, isStrictFigure } from "./outOfBounds";
import { type Item, readText, type Sentence } from "./readText";
import { segmentsOf } from "./segments";
import { supportOf } from "./support";
import { isWeighty, ofManner, weighty } from "./weighty";

/** What the caller's words claim, which a yes would take over and a no deny. */
export interface CallerClaim {
  /** `none`: there is nothing in them that a yes could affirm. */
  readonly is: "true" | "false" | "unknown" | "none";
  /** It is of a kind that only a fact can affirm: a figure, a price, a name, what costs nothing. */
  readonly isStrict: boolean;
  /** They are a question. */
  readonly isAsked: boolean;
  /** They say it of what is not so: `you don't take cards, do you?` */
  readonly isDenial: boolean;
  /** They ask for several things, so that a yes may be to one of them. */
  readonly isOfSeveral: boolean;
  /** What of it no cited fact has. */
  readonly open: readonly Item[];
  /** The words that carry it. */
  readonly keys: readonly string[];
  readonly text: string;
}

/** Reads the caller's last words as a claim, and says whether the cited facts bear it out. */
export function claimOfCaller(
  said: string,
  lexicon: Lexicon,
  evidence: readonly Evidence[],
  known: ReadonlySet<string>,
  hours: HoursGrounds,
): CallerClaim {
  const none: CallerClaim = {
    is: "none",
    isStrict: false,
    isAsked: false,
    isDenial: false,
    isOfSeveral: false,
    open: [],
    keys: [],
    text: "",
  };
  const sentences = readText(withoutFrames(said, lexicon), lexicon).map((sentence) => ({
    ...sentence,
    items: withWeekdays(sentence.items, hours.today),
  }));
  const last = sentences.at(-1);
  if (last === undefined || lexicon.vocabulary.openQuestion.test(last.whole)) return none;
  const own = sentences.filter(({ whole, items, isQuestion }) => {
    if (lexicon.vocabulary.openQuestion.test(whole)) return false;
    // What callers say of themselves claims nothing of the business, but for what it costs.
    const isWeightyItem = (item: Item) =>
      item.kind === "figure"
        ? item.figure.readings.some((reading) => reading.unit === "money" && reading.currency !== null)
        : weighty.has(item.key) && !ofManner.has(item.key);
    return isQuestion || !lexicon.vocabulary.aboutSelf.test(plainWords(whole)) || items.some(isWeightyItem);
  });
  // "I have a parrot. Can you see it?": the question is about what was said before it.
  const isBare =
    last.isQuestion && own.every(({ items }) => !items.some((item) => isClaim(item, { known, isAsking: true })));
  const asked = isBare ? sentences.filter(({ whole }) => !lexicon.vocabulary.openQuestion.test(whole)) : own;
  const isAsked = last.isQuestion;
  const claims: Item[] = [];
  let parts = 0;
  const carriers = new Set<Sentence>();
  const unsupported: Item[] = [];
  let isFalse = false;
  for (const sentence of asked) {
    const ofHours = sentence.items.filter((item) => isOfHours(item, lexicon));
    if (ofHours.some((item) => item.kind === "figure" || item.weight !== "neutral")) {
      const read = readHours(sentence.items, lexicon, new Set([...known, "appointment", "book"]));
      if (read !== null && read.length > 0) {
        const verdicts = read.map((claim) => judgeHours(claim, hours));
        claims.push(...ofHours);
        // "Open late any day?" has no yes or no that hours alone could give.
        const isVague = sentence.items.some(
          (item) => item.kind === "word" && ["late", "early", "any"].includes(item.key),
        );
        if (isVague) unsupported.push(...ofHours.filter(({ kind }) => kind === "word"));
        else if (verdicts.some(({ is }) => is === "false")) isFalse = true;
        else if (verdicts.some(({ is }) => is === "unknown")) unsupported.push(...ofHours);
        continue;
      }
    }
    for (const segment of segmentsOf(sentence.items)) {
      // "Do I need an appointment?" asks for what is needed too.
      const isOfNeed = segment.some((item) => isWord(item, "need"));
      const ask = { segment, sentence: sentence.items, known, isAsking: !isOfNeed };
      const carried = segment.filter(
        (item, at) =>
          (isClaim(item, ask) || isWeighty(item, known)) &&
          !isWord(item, "any") &&
          // "Do you come as far as Gembloux?"
          !(isWord(item, "until") && segment[at + 1]?.kind === "word"),
      );
      // "It's past one in the morning": the time claims nothing by itself.
      const isTimeOnly = carried.every(
        (item) =>
          (item.kind === "figure" && item.figure.readings.every(({ unit }) => unit === "clock")) ||
          (item.kind === "word" &&
            ["now", "moreThan", "lessThan", "late", "early", "after", "before"].includes(item.key)),
      );
      if (carried.length === 0 || isTimeOnly) continue;
      claims.push(...carried);
      carriers.add(sentence);
      if (isQuestionOfItsOwn(segment, sentence, lexicon)) parts += 1;
      const support = supportOf({ ...ask, segment: carried, isAsking: false }, evidence);
      // "Do I need to empty it?" asks for the need, which a fact about emptying has not settled.
      const need = segment.find((item) => isWord(item, "need"));
      if ("by" in support && !support.isAskedOnly && need !== undefined && !isNeeded(carried, evidence)) {
        unsupported.push(need);
        continue;
      }
      if ("by" in support && !support.isAskedOnly) continue;
      if ("why" in support && /other way round/.test(support.why) && isDeniedOf(carried, sentence.items, evidence))
        isFalse = true;
      if ("why" in support && isDeniedBesideVerb(carried, sentence.items, evidence)) isFalse = true;
      unsupported.push(...carried.filter((item) => !isSupportedAlone(item, segment, known, evidence)));
      if (unsupported.length === 0) unsupported.push(...carried.slice(0, 1));
    }
  }
  // "My son is three. Can he come?", where it is from four on.
  const told = sentences.filter((sentence) => !asked.includes(sentence));
  for (const item of told.flatMap(({ items }) => items)) {
    if (item.kind !== "figure" || !isOutOfBounds(item.figure.readings, evidence)) continue;
    claims.push(item);
    unsupported.push(item);
  }
  // "I'm pregnant, can I have one?", where it is not for the pregnant.
  for (const item of told.flatMap(({ items }) => items)) {
    if (!isAsked || !isDeniedToThem(item, evidence)) continue;
    claims.push(item);
    unsupported.push(item);
    isFalse = true;
  }
  if (claims.length === 0) return none;
  const keys = claims.flatMap((item) => (item.kind === "word" ? [item.key] : []));
  const text = claims.map((item) => item.text).join(" ");
  // A question with a "not" in it asks for what is so; a sentence with one says that it is not.
  const isDenial =
    isAsked &&
    carriers.size === 1 &&
    [...carriers].every(({ whole }) => !isInverted(whole, lexicon)) &&
    claims.every(({ isNegated }) => isNegated);
  const isNamed = (item: Item) => item.kind === "word" && lexicon.isName(item.text) && isProperName(item.text, said);
  const open = unsupported.map((item) => (item.kind === "word" && isNamed(item) ? { ...item, isName: true } : item));
  const claim = { isAsked, isDenial, isOfSeveral: parts > 1, open, keys, text };
  if (isFalse) return { ...claim, is: "false", isStrict: true };
  if (unsupported.length === 0) return { ...claim, is: "true", isStrict: false };
  const isTold = (item: Item) => asked.some(({ items, isQuestion }) => !isQuestion && items.includes(item));
  const isStrict = unsupported.some(
    (item) =>
      !(isAsked && isTold(item) && isOfNoConcern(item, evidence)) &&
      ((item.kind === "figure" && isStrictFigure(item, asked, evidence)) ||
        (item.kind === "word" && weighty.has(item.key) && !evidence.some(({ topic }) => topic.has(item.key))) ||
        (item.kind === "word" && lexicon.isName(item.text) && isProperName(item.text, said))),
  );
  return { ...claim, is: "unknown", isStrict };
}

/** "I lost the key to my Corolla. Can you make one?": what is told before a question, and no cited fact tells apart. */
function isOfNoConcern(item: Item, evidence: readonly Evidence[]): boolean {
  if (item.kind === "word" && weighty.has(item.key)) return false;
  const units = item.kind === "figure" ? item.figure.readings.map(({ unit }) => unit) : [];
  const isAlike = (each: Item) =>
    each.kind === "word"
      ? item.kind === "word" && (each.isName || telling.has(each.key))
      : item.kind === "figure" && each.figure.readings.some(({ unit }) => units.includes(unit));
  return !evidence.some(({ statements }) => statements.some(({ items }) => items.some(isAlike)));
}

/** What tells some things from others. */
const telling: ReadonlySet<string> = new Set(["only", "except", "all", "any", "but"]);

/** A sentence that asks, or a clause of one that asks again: "do you sell them, and can I try one?" */
function isQuestionOfItsOwn(
  segment: readonly Item[],
  { items, isQuestion }: Sentence,
  { vocabulary }: Lexicon,
): boolean {
  if (!isQuestion) return false;
  return segment[0] === items[0] || vocabulary.asking.test(plainWords(segment.map(({ text }) => text).join(" ")));
}

/** "Don't you take cards?" */
function isInverted(whole: string, { vocabulary }: Lexicon): boolean {
  return vocabulary.asking.test(plainWords(whole));
}

function isSupportedAlone(
  item: Item,
  segment: readonly Item[],
  known: ReadonlySet<string>,
  evidence: readonly Evidence[],
): boolean {
  if (item.kind === "word" && evidence.some(({ topic }) => topic.has(item.key))) return true;
  return "by" in supportOf({ segment: [item], sentence: segment, known, isAsking: true }, evidence);
}

/** Written with a capital inside a sentence. */
function isProperName(word: string, said: string): boolean {
  return new RegExp(
    `[\\p{L},] ${word.replace(/[^\p{L}\p{N} ]/gu, "").replace(/^\p{L}/u, (letter) => letter.toUpperCase())}`,
    "u",
  ).test(said);
}
