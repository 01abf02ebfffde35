import type { CallerClaim } from "./callerClaim";
import { type Figure, follows } from "./figure";
import type { GroundsRead } from "./groundsRead";
import { isOpenOn } from "./hoursTargets";
import { isSum, isWord } from "./itemKinds";
import type { FigureItem, Item, Sentence, WordItem } from "./readText";
import type { Thread } from "./truthGate";
import { weighty } from "./weighty";
import { isWithin } from "./withinBound";

/** What a yes or a no of a reply takes over from the caller's question. */

/** Whether a clause says no more than yes or no. */
export function answerOf(
  segment: readonly Item[],
  text: string,
  sentence: Sentence,
  read: GroundsRead,
): "yes" | "no" | null {
  const { yes, no, bareAssertion } = read.lexicon.vocabulary;
  // "Is that a problem?" "No problem.", "that's fine."
  if (yes.test(text)) return isOfTrouble(read) && soothing.test(text) ? "no" : "yes";
  if (no.test(text)) return "no";
  if (sentence.isQuestion || sentence.isUnknowing || !bareAssertion.test(text)) return null;
  const isBare = segment.every((item) => item.kind === "word" && (item.weight === "neutral" || item.key === "not"));
  if (!isBare) return null;
  return segment.some((item) => isWord(item, "not")) ? "no" : "yes";
}

/** A yes or no in so many words, and not a clause that comes to one. */
export function isPlain(answer: "yes" | "no", text: string, { lexicon: { vocabulary } }: GroundsRead): boolean {
  return (answer === "yes" ? vocabulary.yes : vocabulary.no).test(text);
}

/** A yes takes over what the caller's question claims, and a no denies it: either must follow from what is cited. */
export function whyNoAnswer(thread: Thread, read: GroundsRead): string | null {
  const { answer } = thread;
  if (answer === null) return null;
  const claim = read.claim();
  if (claim.is === "none") return null;
  // "They don't expire, do they?" "No, they don't.": what was denied is denied again.
  const isTurned = claim.isDenial !== isOfTrouble(read);
  const isAgreed = (answer === "no") === isTurned;
  const is = isAgreed ? "true" : "false";
  const why = `a ${answer} to “${claim.text}”, which no cited fact ${isAgreed ? "says" : "denies"}`;
  if (claim.isDenial && answer === "yes") return claim.is === "unknown" && !thread.isBorneOut ? why : null;
  if (answer === "yes" && !claim.isDenial && isOutOfBounds(thread, read)) return why;
  const isHazard = isOfTrouble(read) && isWarnedOf(claim, read, hazards);
  if (isHazard && !claim.isDenial) return answer === "no" ? why : null;
  if (answer === "yes" && !claim.isDenial && isWarnedOf(claim, read)) return why;
  if (claim.is === is) return null;
  if (read.grounds.tool !== "answer_from_knowledge" && !isOfMoneyOrHours(claim, read)) return null;
  if (answer === "no" && !claim.isDenial && (isRestricted(thread, read) || thread.isLimited === true)) return null;
  if (answer === "no" && thread.said.some((item) => isDeniedInSoManyWords(item, claim))) return null;
  if (answer === "no" && !claim.isDenial && thread.isBorneOut && isWarnedOf(claim, read)) return null;
  // "Is an estimate charged for?" "No, estimates are free."
  if (answer === "no" && !claim.isDenial && thread.said.some((item) => !item.isNegated && isOpposite(item, claim)))
    return null;
  // "No, we do that for $95", "yes, card only": the rest of the reply says the opposite.
  if (claim.is === "unknown" && !claim.isDenial && isTurnedDown(answer, thread, claim, read)) return why;
  if (claim.isOfSeveral && thread.isBorneOut && isOfOnePart(claim, thread)) return null;
  if (answer === "yes" && !claim.isDenial && thread.isBorneOut && isOfSomeDays(thread, read)) return null;
  if (claim.is !== "unknown") return why;
  // "I have a question about the menu." "Sure."
  if (!claim.isAsked && !claim.isStrict) return null;
  if (isSettled(answer, claim, read)) return why;
  if (!thread.isBorneOut) return why;
  return answer === "yes" && claim.isStrict && !isBroughtOut(claim, thread, read) ? why : null;
}

const soothing = /probl|trouble|fine|\bok|all right|souci/;

/** "I have a pit bull. Is that a problem?": a no says that it is none. */
function isOfTrouble({ caller }: GroundsRead): boolean {
  return ["problem", "issu", "matter"].some((key) => caller.keys.has(key));
}

/** "Are you open at the weekend?" "Yes, on Saturday from nine to four.": the reply goes on with one of the days. */
function isOfSomeDays({ said }: Thread, { caller }: GroundsRead): boolean {
  const asked = caller.days.flatMap((days) =>
    days.by === "weekdays" && days.weekdays.length > 1 ? [days.weekdays] : [],
  );
  const isOpenAsked = ["open", "isOpen"].includes(caller.verb ?? "");
  return (
    isOpenAsked &&
    said.some(
      (item) =>
        item.kind === "figure" &&
        !item.isNegated &&
        item.figure.readings.some(
          ({ unit, ...rest }) =>
            unit === "days" &&
            "days" in rest &&
            rest.days.by === "weekdays" &&
            rest.days.weekdays.length === 1 &&
            asked.some(
              (weekdays) => rest.days.by === "weekdays" && rest.days.weekdays.every((day) => weekdays.includes(day)),
            ),
        ),
    )
  );
}

/** "Do you deliver? And have you got Acana?" "Yes, we deliver to your door.": the reply goes on with one of them. */
function isOfOnePart({ keys }: CallerClaim, { said }: Thread): boolean {
  return said.some((item) => item.kind === "word" && keys.includes(item.key));
}

/** "No, you need no appointment for that": the reply itself denies what was asked, as a fact does. */
function isDeniedInSoManyWords(item: Item, { keys }: CallerClaim): boolean {
  const isDenied = item.isNegated || item.isOfDenial === true;
  return item.kind === "word" && isDenied && item.weight !== "neutral" && keys.includes(item.key);
}

/** Words of a question to which a no is good news, and needs no denial beside it. */
const unwelcome: ReadonlySet<string> = new Set(
  "need only extra more dearer fee late early wait again before first beforehand cost problem matter hurt lose share leave cancel closed miss alone limit minimum deposit different".split(
    " ",
  ),
);

/** Whether the reply goes on with the contrary of its yes or no: a no with nothing denied or narrowed down, a yes with what was asked denied. */
function isTurnedDown(answer: "yes" | "no", { said }: Thread, claim: CallerClaim, read: GroundsRead): boolean {
  const asked = (item: Item) => item.kind === "word" && claim.keys.includes(item.key);
  if (answer === "yes") {
    // "Gluten-free?" was asked with the denial in it.
    const isAskedSo = (item: Item) =>
      item.kind === "word" && read.caller.items.some((each) => each.isNegated && isWord(each, item.key));
    const denied = said.filter((item) => item.isNegated && asked(item) && !isAskedSo(item));
    return denied.length > 0 && !said.some((item) => !item.isNegated && asked(item)) && !claim.isOfSeveral;
  }
  const isDenying = said.some(
    (item) =>
      item.isNegated || (item.kind === "word" && (restricting.has(item.key) || ["not", "but"].includes(item.key))),
  );
  const isGoodNews = read.caller.items.some((item) => item.kind === "word" && unwelcome.has(item.key));
  // "Is it three euros?" "No, it's free."
  const isOther = claim.open.some(({ kind }) => kind === "figure");
  const isOpposed = isOther || said.some((item) => item.kind === "word" && opposesClaim(item, claim));
  return said.some(asked) && !isDenying && !isGoodNews && !isOpposed && !claim.isOfSeveral;
}

const warnings: ReadonlySet<string> = new Set("deconseill evit forbidden avoid discourag unsuitable".split(" "));

/** "Are lilies a problem for my cat?", where they are toxic. */
const hazards: ReadonlySet<string> = new Set([...warnings, "danger", "toxic", "poison", "dangerous", "harmful"]);

/** "I'm pregnant, may I?", where a fact advises pregnant women against it. */
function isWarnedOf({ keys }: CallerClaim, { cited }: GroundsRead, of: ReadonlySet<string> = warnings): boolean {
  return cited.some(({ statements, topic }) =>
    statements.some(
      ({ words, isDerived }) =>
        !isDerived &&
        [...words].some(([key, how]) => of.has(key) && how.isSaid) &&
        keys.some((key) => !of.has(key) && (words.get(key)?.isSaid === true || (of === hazards && topic.has(key)))),
    ),
  );
}

function isOpposite(item: Item, claim: CallerClaim): boolean {
  return item.kind === "word" && opposesClaim(item, claim) && !claim.keys.includes(item.key);
}

function opposesClaim({ ties }: WordItem, { keys }: CallerClaim): boolean {
  return ties?.opposites.some((key) => keys.includes(key)) === true;
}

const restricting: ReadonlySet<string> = new Set(["only", "except", "unless", "until"]);

/** "No, riders must be sixteen", "no, only until six the evening before": a fact says in which case it is no. */
function isRestricted({ said }: Thread, read: GroundsRead): boolean {
  const isNeeded = said.some((item) => isWord(item, "need"));
  return said.some((item) => {
    if (item.kind === "word") return restricting.has(item.key) && !item.isNegated;
    // "You need to be eighteen": or older.
    const { figure } = item;
    return isBroken(isNeeded && figure.bound === "is" ? { ...figure, bound: "atLeast" } : figure, read);
  });
}

/** "Yes. Riders must be sixteen", told of somebody who is fifteen. */
function isOutOfBounds({ said }: Thread, read: GroundsRead): boolean {
  return (
    said.some((item) => isWord(item, "need")) &&
    said.some((item) => item.kind === "figure" && isBroken(item.figure, read))
  );
}

/** Whether a figure that the caller named is not within a bound that was said. */
function isBroken({ bound, readings }: Figure, { callerFigures }: GroundsRead): boolean {
  return callerFigures.some((figure) =>
    figure.readings.some((own) => readings.some((other) => isWithin(own, other, bound) === false)),
  );
}

/** A word of weight that the reply says in other words, found in a fact: `ten percent off` is a discount. */
function isBroughtOut({ open }: CallerClaim, { said }: Thread, read: GroundsRead): boolean {
  const has = (is: (item: Item) => boolean) => said.some((item) => !item.isNegated && is(item));
  const hasKey = (...keys: string[]) => has((item) => item.kind === "word" && keys.includes(item.key));
  const hasUnit = (...units: string[]) =>
    has((item) => item.kind === "figure" && item.figure.readings.some(({ unit }) => units.includes(unit)));
  return open.every((item) => {
    // "Could it come today?" "Yes, if it's in before one."
    if (item.kind === "figure")
      return (isDay(item) && hasKey("before", "if", "until")) || isWithinSaid(item, said) || isOpenThen(item, read);
    // "Do you work on Mazdas?" "Yes, on all makes."
    if (!weighty.has(item.key)) return !item.isName || isAllOfKind(said);
    if (hasKey(item.key) || isConditionOf(item.key, said, read)) return true;
    if (item.key === "discount" || item.key === "cheaper")
      return hasUnit("percent") || hasKey("half", "cheaper", "less");
    if (item.key === "extra" || item.key === "fee") return has(isPrice);
    if (item.key === "guarantee") return hasKey("cover") && hasUnit("minutes", "months");
    return false;
  });
}

function isDay(item: Item): boolean {
  return (
    item.kind === "figure" &&
    item.figure.readings.some(
      (each) =>
        each.unit === "days" && !(each.days.by === "weekdays" && each.days.isEvery && each.days.weekdays.length > 1),
    )
  );
}

/** "Can I pause it for two months?" "Yes, for one to three.": within the bound, or the range, that is said. */
function isAmountSaid(asked: Item, said: readonly Item[]): boolean {
  if (asked.kind !== "figure") return false;
  const isIn = (item: Item | undefined, bound: Figure["bound"]) =>
    item?.kind === "figure" &&
    asked.figure.readings.some((own) =>
      item.figure.readings.some(
        (other) => other.unit === own.unit && own.unit !== "money" && isWithin(own, other, bound) === true,
      ),
    );
  return said.some((item, at) => {
    if (item.kind !== "figure") return false;
    const [joint, end] = [said[at + 1], said[at + 2]];
    if (isWord(joint, "to") && isIn(item, "atLeast") && isIn(end, "atMost")) return true;
    return ["atLeast", "atMost", "lessThan", "moreThan"].includes(item.figure.bound) && isIn(item, item.figure.bound);
  });
}

/** "Is it free around seven?" "Yes, after six.": a time that was asked for is on the side that is said. */
function isWithinSaid(asked: Item, said: readonly Item[]): boolean {
  const clockOf = (item: Item | undefined) => {
    const clock = item?.kind === "figure" ? item.figure.readings.find(({ unit }) => unit === "clock") : undefined;
    return clock?.unit === "clock" ? clock.minutes : [];
  };
  const own = clockOf(asked);
  if (isAmountSaid(asked, said)) return true;
  return said.some((item, at) => {
    const before = said[at - 1];
    // "We close at midnight."
    const isAt = isWord(before, "at");
    const side = isAt ? said[at - 2] : before;
    const limits = clockOf(item);
    if (side?.kind !== "word" || limits.length === 0 || side.isNegated) return false;
    if (side.key === "after" || side.key === "from" || (isAt && side.key === "open"))
      return limits.some((limit) => own.some((minute) => minute >= limit && minute - limit < 720));
    if (side.key === "before" || side.key === "until" || (isAt && side.key === "close"))
      return limits.some((limit) => own.some((minute) => minute < limit && limit - minute < 720));
    return false;
  });
}

/** "Can I get lunch on Saturday?" "Yes, until 2:30.": it is open on the day, which the cited hours say, and no fact names other days. */
function isOpenThen(item: FigureItem, { cited, hours }: GroundsRead): boolean {
  const isOfDays = cited.some(({ statements }) =>
    statements.some(({ figures }) => figures.some(({ figure }) => figure.readings.some(({ unit }) => unit === "days"))),
  );
  return !isOfDays && item.figure.readings.some((each) => each.unit === "days" && isOpenOn(each.days, hours));
}

/** "Do I get my money back?" "Yes, if you cancel two days before.": the condition stands with it in a fact. */
function isConditionOf(key: string, said: readonly Item[], { cited }: GroundsRead): boolean {
  const isIf = said.some((item) => item.kind === "word" && ["if", "before", "until"].includes(item.key));
  return (
    isIf &&
    cited.some(({ statements }) =>
      statements.some(
        ({ words, figures }) =>
          words.get(key)?.isSaid === true &&
          said.some((item) => item.kind === "figure" && figures.some(({ figure }) => follows(item.figure, figure))),
      ),
    )
  );
}

/** Of all makes a name is one. */
function isAllOfKind(said: readonly Item[]): boolean {
  return said.some((item, at) => {
    const kind = said.slice(at + 1).find((each) => each.kind === "word" && each.weight !== "neutral");
    return isWord(item, "all") && !item.isNegated && isWord(kind, "brand");
  });
}

function isPrice(item: Item): boolean {
  return isSum(item);
}

/** A cited question that asks for the same is answered the other way. */
function isSettled(answer: "yes" | "no", claim: CallerClaim, { cited }: GroundsRead): boolean {
  return cited.some(({ statements }) =>
    statements.some(({ isDerived, words }) =>
      claim.keys.some(
        (key) => isDerived && (answer === "no" ? words.get(key)?.isSaid : words.get(key)?.isDenied) === true,
      ),
    ),
  );
}

function isOfMoneyOrHours(claim: CallerClaim, { caller }: GroundsRead): boolean {
  const isWeighty = claim.keys.some((key) => weighty.has(key) || ["isOpen", "closed", "open", "close"].includes(key));
  return (
    isWeighty ||
    caller.items.some(
      (item) =>
        item.kind === "figure" &&
        item.figure.readings.some(
          ({ unit, ...rest }) =>
            unit === "percent" || unit === "minutes" || ("currency" in rest && rest.currency !== null),
        ),
    )
  );
}
