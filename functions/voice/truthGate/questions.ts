import type { Ask } from "./ask";
import { evidenceFor } from "./citedFor";
import { isClaim } from "./claims";
import type { Evidence } from "./evidence";
import { type GroundsRead, isGivenBack } from "./groundsRead";
import { isWord } from "./itemKinds";
import { bindingKeys, type Lexicon } from "./lexicon";
import type { Item, Sentence, WordItem } from "./readText";
import { supportOf } from "./support";
import type { Thread } from "./truthGate";
import { weighty } from "./weighty";

/** A question, and what the agent says it does not know, claim nothing but what they take for granted. */
export function whyNotAsked(ask: Ask, sentence: Sentence, thread: Thread, read: GroundsRead): string | null {
  const { vocabulary } = read.lexicon;
  const inviting = invitingIn(read.lexicon);
  const isOffering = vocabulary.offering.test(sentence.whole) || vocabulary.ours.test(sentence.whole);
  const names = new Set(read.all.flatMap(({ name, topic, kind }) => (kind === "service" ? [...name, ...topic] : [])));
  const open = ask.segment.filter((item) => {
    if (!isClaim(item, ask) || (sentence.isRequest && isFreeToAsk(item))) return false;
    if (item.kind === "figure") return !isGivenBack(item.figure, read) && !isDayAsked(item);
    if (weighty.has(item.key) && item.key !== "all" && item.key !== "any") return true;
    if (bindingKeys.has(item.key) || ofBookings.has(item.key) || inviting.has(item.key)) return false;
    if (isKindOfOurs(item, { ...ask, sentence: sentence.items }, names, read)) return true;
    return isOffering && !names.has(item.key);
  });
  if (open.length === 0) return null;
  const support = supportOf({ ...ask, segment: open, isAsking: false }, evidenceFor(null, thread, thread, read));
  return "why" in support ? support.why : null;
}

/** "What are the last four digits?", "is that with one T or two?": in a question for what is the caller's small numbers claim nothing. */
function isFreeToAsk(item: Item): boolean {
  if (item.kind === "word") return !promising.has(item.key);
  return item.figure.readings.some(
    (reading) => reading.unit === "ordinal" || (reading.unit === "count" && reading.value <= mostAskedFor),
  );
}

const mostAskedFor = 12;

/** What even such a question may not take for granted. */
const promising: ReadonlySet<string> = new Set(
  "free discount refund guarantee deposit cheapest cheaper fee".split(" "),
);

/** What every business's caller may want to do. */
const ofBookings: ReadonlySet<string> = new Set(["any", "both", "book", "appointment", "cancel", "change"]);

const invitingKeys = new WeakMap<Lexicon, ReadonlySet<string>>();

/** What any caller may be invited to do: come, look, try, ask for more. */
function invitingIn(lexicon: Lexicon): ReadonlySet<string> {
  const known = invitingKeys.get(lexicon);
  if (known !== undefined) return known;
  const words = (lexicon.vocabulary.inviting ?? "").split(/\s+/).filter((word) => word !== "");
  const keys = new Set(words.map((word) => lexicon.keyOf(word)));
  invitingKeys.set(lexicon, keys);
  return keys;
}

/** "An office move", asked by a business that moves homes: a kind of service that no fact knows is not to be chosen. */
function isKindOfOurs(
  item: WordItem,
  { segment, sentence }: Ask,
  names: ReadonlySet<string>,
  { all, caller }: GroundsRead,
): boolean {
  const next = segment[segment.indexOf(item) + 1];
  const isBefore = next?.kind === "word" && next.pause === "" && names.has(next.key);
  const isChoice =
    !segment.some((each) => each.kind === "word" && names.has(each.key)) &&
    sentence.some((each) => isWord(each, "or")) &&
    sentence.some((each) => each.kind === "word" && each !== item && names.has(each.key));
  const isOneOfList = isListOffered(item, sentence, all);
  if (item.weight !== "content" || !(isBefore || isChoice || isOneOfList)) return false;
  if (names.has(item.key) || caller.keys.has(item.key)) return false;
  const isAlike = (keys: { has(key: string): boolean }) =>
    keys.has(item.key) || item.ties?.alike.some((key) => keys.has(key)) === true;
  return !all.some(({ topic, statements }) => isAlike(topic) || statements.some(({ words }) => isAlike(words)));
}

/** "Navy, gray or tan?", "would that be swimming or diving?": things to choose from, of which a fact has another. */
function isListOffered(item: WordItem, sentence: readonly Item[], all: readonly Evidence[]): boolean {
  const isOr = sentence.some((each) => isWord(each, "or"));
  const isOffer = /^(?:(?:and|so|well|sure|great) )*would (?:that|it|this) be\b/.test(
    sentence.map(({ text }) => text).join(" "),
  );
  const isBare = sentence.every(
    (each) =>
      each.kind === "word" &&
      !each.isCopula &&
      each.subject === null &&
      (each.weight !== "neutral" || each.key === "or"),
  );
  const isKnown = (each: Item) =>
    each !== item &&
    each.kind === "word" &&
    each.weight === "content" &&
    !bindingKeys.has(each.key) &&
    all.some(({ statements, topic }) => topic.has(each.key) || statements.some(({ words }) => words.has(each.key)));
  return isOr && (isOffer || isBare) && sentence.some(isKnown);
}

/** A question may name a day; a date it may name where the caller did. */
function isDayAsked(item: Item): boolean {
  return (
    item.kind === "figure" &&
    item.figure.readings.some((reading) => reading.unit === "days" && reading.days.by !== "date")
  );
}
