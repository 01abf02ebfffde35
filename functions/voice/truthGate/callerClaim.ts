import { plainText } from "./atoms";
import { isClaim } from "./claims";
import { withWeekdays } from "./dates";
import type { Evidence } from "./evidence";
import { type Days, isRate, type Reading } from "./figure";
import { type HoursVerb, isOfHours, readHours } from "./hoursClaims";
import { type HoursGrounds, judgeHours } from "./hoursTruth";
import { isWord } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import { type Item, readText, type Sentence } from "./readText";
import { segmentsOf } from "./segments";
import { supportOf } from "./support";
import { isWithin } from "./withinBound";

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

export interface CallerWords {
  readonly items: readonly Item[];
  readonly days: readonly Days[];
  readonly verb: HoursVerb | null;
  readonly keys: ReadonlySet<string>;
}

/** What decides over more than a word: only a fact can say it. */
export const weighty: ReadonlySet<string> = new Set(
  "free included extra discount refund guarantee deposit insurance cheapest best cheaper fee tax all only safe".split(
    " ",
  ),
);

/** Of these what one says of oneself without asking for anything: "her leaves are all spotty". */
const ofManner: ReadonlySet<string> = new Set(["all", "only", "best", "safe"]);

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

function plainWords(text: string): string {
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

function withoutFrames(words: string, lexicon: Lexicon): string {
  const { vocabulary } = lexicon;
  const said = withQuestionsApart(words, lexicon);
  return vocabulary.callerFrames.reduce((text, frame) => text.replace(new RegExp(frame.source, "giu"), " "), said);
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

const suiting = /^(?:suitabl|recommend|advis|allow|welcome|acceptable|safe|accept|treat|fit)/;

/** What a caller tells of themselves, and what a cited fact says that something is not for. */
function isDeniedToThem(item: Item, evidence: readonly Evidence[]): boolean {
  if (item.kind !== "word" || item.weight !== "content" || item.isNegated) return false;
  const keys = new Set([item.key, ...(item.ties?.alike ?? [])]);
  return evidence.some(({ statements }) =>
    statements.some(
      ({ items, isDerived }) =>
        !isDerived &&
        items.some((each) => each.kind === "word" && each.isNegated && suiting.test(each.key)) &&
        items.some((each) => each.kind === "word" && each.isNegated && keys.has(each.key)),
    ),
  );
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

/** A fact says that something is needed, or not, in the same breath as what was asked. */
function isNeeded(carried: readonly Item[], evidence: readonly Evidence[]): boolean {
  return evidence.some(({ statements }) =>
    statements.some(
      ({ words }) => words.has("need") && carried.some((item) => item.kind === "word" && words.has(item.key)),
    ),
  );
}

/** "Do you repair heat pumps?", where a fact has "no heat pumps" and no word for the repairing; what it denies whole is denied as well. */
function isDeniedBesideVerb(carried: readonly Item[], asked: readonly Item[], evidence: readonly Evidence[]): boolean {
  if (carried.some((item) => item.isNegated || item.kind === "figure")) return false;
  const [verb] = carried;
  const isKnown = (item: Item | undefined) =>
    item?.kind === "word" &&
    evidence.some(({ statements }) => statements.some(({ words, isDerived }) => !isDerived && words.has(item.key)));
  return evidence.some(
    ({ statements, kind }) =>
      kind === "faq" &&
      statements.some(({ words, isDerived }) => {
        if (isDerived) return false;
        const isDenied = (item: Item) => {
          const own = item.kind === "word" ? words.get(item.key) : undefined;
          return own?.isDenied === true && !own.isSaid;
        };
        const rest = carried.filter((item) => !isDenied(item));
        const isVerbOnly = rest.length === 1 && rest[0] === verb && !isKnown(verb);
        const denied = carried.filter(isDenied);
        return denied.length > 0 && (rest.length === 0 || isVerbOnly) && isDeniedOf(denied, asked, evidence);
      }),
  );
}

/** A denial that is not of something else: "parts are not discounted" says nothing of a discount for students. */
function isDeniedOf(carried: readonly Item[], asked: readonly Item[], evidence: readonly Evidence[]): boolean {
  const keys = new Set(asked.flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  const isCarried = (key: string) => carried.some((item) => isWord(item, key));
  const polarity = (item: Item) => item.kind === "word" && isCarried(item.key);
  return evidence.some(({ statements, topic }) =>
    statements.some(({ items, isDerived }) => {
      if (!items.some(polarity)) return false;
      const others = items.filter(
        (item) =>
          item.kind === "word" &&
          item.weight === "content" &&
          item.key !== "not" &&
          !item.isNegated &&
          !topic.has(item.key),
      );
      return (
        isDerived ||
        !items.some(({ isNegated }) => isNegated) ||
        others.every((item) => item.kind === "word" && keys.has(item.key))
      );
    }),
  );
}

/** A figure that only a fact can affirm: not the caller's place in a row, and not an age that no fact bounds. */
function isStrictFigure(item: Item, asked: readonly Sentence[], evidence: readonly Evidence[]): boolean {
  if (item.kind !== "figure" || isRate(item.figure)) return false;
  const { readings } = item.figure;
  if (readings.every(({ unit }) => unit === "ordinal")) return false;
  const items = asked.flatMap((sentence) => sentence.items);
  const next = items[items.indexOf(item) + 1];
  const before = items[items.indexOf(item) - 1];
  const isOld = isWord(next, "old");
  // "Elle a cinq ans", "tiene cuatro años".
  const isHad = before !== undefined && having.has(before.text) && readings.some(({ unit }) => unit === "months");
  // "At nine" is a time.
  const isTime = before?.kind === "word" && ["at", "until", "after", "before"].includes(before.key);
  const isCount = readings.some(({ unit }) => unit === "count") && item.figure.bound === "is" && !isTime;
  return (!isOld && !isHad && !isCount) || isOutOfBounds(readings, evidence);
}

function isOutOfBounds(readings: readonly Reading[], evidence: readonly Evidence[]): boolean {
  // "A labrador of thirty kilos", where only those under 25 are taken.
  const isMeasured = ({ unit, ...rest }: Reading) =>
    unit === "months" || (unit === "count" && "of" in rest && rest.of.some((key) => measured.has(key)));
  if (!readings.some(isMeasured)) return false;
  return evidence.some(({ statements }) =>
    statements.some(
      (statement) =>
        statement.figures.some(({ figure }) =>
          figure.readings.some((other) => readings.some((own) => isWithin(own, other, figure.bound) === false)),
        ) || isOutside(readings, statement.items),
    ),
  );
}

const measured: ReadonlySet<string> = new Set(
  "kilo kg kilogram pound lb pfund libra metre meter mètr metr cm centimetre centimeter inch foot feet litre liter".split(
    " ",
  ),
);

const having: ReadonlySet<string> = new Set("a ai as ont aura avait tiene tengo tienes tienen cumple".split(" "));

/** Below or above a range: three of "from four to six years". */
function isOutside(own: readonly Reading[], items: readonly Item[]): boolean {
  const joints = ["to", "until", "and"];
  return items.some((item, at) => {
    const joint = items[at + 1];
    const isJoint = joint?.kind === "word" && joints.includes(joint.key);
    const end = isJoint ? items[at + 2] : joint?.pause === "-" ? joint : undefined;
    if (item.kind !== "figure" || end?.kind !== "figure") return false;
    const last = end.figure.readings.find(({ unit }) => unit === "months");
    const first = item.figure.readings.find(({ unit }) => unit === "months" || unit === "count");
    if (last === undefined || first === undefined) return false;
    const isBelow = own.some((each) => isWithin(each, first, "atLeast") === false);
    return isBelow || own.some((each) => isWithin(each, last, "atMost") === false);
  });
}

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

function isWeighty(item: Item, known: ReadonlySet<string>): boolean {
  return item.kind === "word" && weighty.has(item.key) && !known.has(item.key);
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
