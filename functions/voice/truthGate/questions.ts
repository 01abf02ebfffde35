import { weighty } from "./callerClaim";
import { evidenceFor } from "./citedFor";
import { type GroundsRead, isGivenBack } from "./groundsRead";
import { bindingKeys } from "./lexicon";
import type { Item, Sentence } from "./readText";
import { type Ask, isClaim, supportOf } from "./support";
import type { Thread } from "./truthGate";

/** A question, and what the agent says it does not know, claim nothing but what they take for granted. */
export function whyNotAsked(ask: Ask, sentence: Sentence, thread: Thread, read: GroundsRead): string | null {
  const { vocabulary } = read.lexicon;
  const isOffering = vocabulary.offering.test(sentence.whole) || vocabulary.ours.test(sentence.whole);
  const names = new Set(read.all.flatMap(({ name, topic, kind }) => (kind === "service" ? [...name, ...topic] : [])));
  const open = ask.segment.filter((item) => {
    if (!isClaim(item, ask)) return false;
    if (item.kind === "figure") return !isGivenBack(item.figure, read) && !isDayAsked(item);
    if (weighty.has(item.key) && item.key !== "all" && item.key !== "any") return true;
    if (bindingKeys.has(item.key) || ofBookings.has(item.key)) return false;
    return isOffering && !names.has(item.key);
  });
  if (open.length === 0) return null;
  const support = supportOf({ ...ask, segment: open, isAsking: false }, evidenceFor(null, thread, thread, read));
  return "why" in support ? support.why : null;
}

/** What every business's caller may want to do. */
const ofBookings: ReadonlySet<string> = new Set(["any", "book", "appointment", "cancel", "change"]);

/** A question may name a day; a date it may name where the caller did. */
function isDayAsked(item: Item): boolean {
  return (
    item.kind === "figure" &&
    item.figure.readings.some((reading) => reading.unit === "days" && reading.days.by !== "date")
  );
}
