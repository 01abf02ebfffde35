import { plainOf, segmentsWithAnswer } from "./answerSegments";
import { answerOf } from "./answers";
import type { GroundsRead } from "./groundsRead";
import { isOfHours, readHours } from "./hoursClaims";
import { nextOpeningIn } from "./hoursMoment";
import { hoursWords } from "./hoursParts";
import { judgeHours } from "./hoursTruth";
import { bindingKeys } from "./lexicon";
import type { Item, Sentence } from "./readText";
import type { Judged, Thread } from "./truthGate";

/** What of a sentence is said of opening hours. */

/** "Until two", asked about the coffee, of which a cited fact has a time of its own: it is not said of the opening hours. */
function isOfAnswer(items: readonly Item[], { cited, caller, hours }: GroundsRead): boolean {
  const isOf = (item: Item, unit: string) =>
    item.kind === "figure" && item.figure.readings.some((each) => each.unit === unit);
  const isTime = (item: Item) => isOf(item, "clock");
  const isLength = (item: Item) => isOf(item, "minutes");
  const isOwn = items.some((item) => item.kind === "word" && ["open", "isOpen", "close", "closed"].includes(item.key));
  const isOurs = items.some((item) => item.kind === "word" && item.subject === "we");
  if (isOwn || isOurs || caller.keys.has("hour")) return false;
  const isOfFact = cited.some(
    ({ kind, topic, statements }) =>
      (kind === "service" || kind === "faq") &&
      statements.some(
        ({ items: own, words }) =>
          own.some((item) => isTime(item) || isLength(item)) &&
          ["open", "isOpen", "close", "closed"].some((key) => words.has(key)),
      ) &&
      [...topic].some((key) => caller.keys.has(key) && !hoursWords.has(key) && !bindingKeys.has(key)),
  );
  if (items.some(isTime) && isOfFact && !caller.days.some(({ by }) => by === "around")) return true;
  if (hours.askedVerb !== null) return false;
  return (
    items.some(isTime) &&
    cited.some(
      ({ kind, statements }) =>
        kind !== "hours" &&
        kind !== "holiday" &&
        statements.some(
          (statement) =>
            statement.items.some(isTime) &&
            statement.items.some(
              (item) =>
                item.kind === "word" &&
                item.weight === "content" &&
                !bindingKeys.has(item.key) &&
                !hoursWords.has(item.key) &&
                caller.keys.has(item.key),
            ),
        ),
    )
  );
}

/** Holds what no other fact supports of a sentence against the hours; null where it is not of hours. */
export function judgeAsHours(
  sentence: Sentence,
  failing: readonly Item[],
  thread: Thread,
  read: GroundsRead,
): Judged | null {
  if (sentence.isQuestion) return null;
  const isOf = (item: Item) => isOfHours(item, read.lexicon);
  const isNeutral = (item: Item) => item.kind === "word" && (item.weight === "neutral" || read.known.has(item.key));
  if (!failing.some(isOf) || !failing.every((item) => isOf(item) || isNeutral(item))) return null;
  const segments = segmentsWithAnswer(sentence, read).filter(
    (segment) => answerOf(segment, plainOf(segment), sentence, read) === null,
  );
  // "45 minutes after we open": says when, and not that it is open.
  const isCondition = (segment: readonly Item[]) =>
    segment[0]?.kind === "word" && segment[0].key === "if" && segment.every(({ kind }) => kind === "word");
  const isFailing = (segment: readonly Item[]) => segment.some((item) => failing.includes(item));
  const items = segments
    .filter((segment) => isFailing(segment) || segment.every((item) => isOf(item) || isNeutral(item)))
    .flat();
  if (segments.some((segment) => isFailing(segment) && isCondition(segment))) return null;
  if (isOfAnswer(items, read)) return null;
  // "We close at six, and you can come until an hour before": what a fact says is none of it.
  const claims =
    readHours(items, read.lexicon, read.known, read.hours.isAskedHowLong) ??
    readHours(segments.filter(isFailing).flat(), read.lexicon, read.known, read.hours.isAskedHowLong);
  if (claims === null || claims.length === 0) return null;
  let spokenOf = thread.days.length > 0 ? thread.days : read.hours.spokenOf;
  const areSeveral = claims.flatMap(({ times }) => times).filter(({ type }) => type === "range").length > 1;
  for (const claim of claims) {
    const verdict = judgeHours(claim, { ...read.hours, spokenOf, areSeveral });
    if (verdict.is !== "true") return { why: verdict.why };
    // "We're back at nine, and open till midnight": of the day that it opens again.
    const next = claim.isAgain && claim.verb === "open" && claim.days.length === 0 ? nextOpeningIn(read.hours) : null;
    if (next !== null) spokenOf = [{ by: "relative", offset: next }];
  }
  const days = claims.flatMap((claim) => claim.days);
  return {
    why: null,
    thread: {
      ...thread,
      days: days.length > 0 ? days : thread.days,
      isBorneOut: true,
      said: [...thread.said, ...failing],
    },
  };
}
