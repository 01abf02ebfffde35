import type { Faq, Service } from "../../functions/shared/knowledge";
import { type DaySaid, withoutDays } from "./calendarWords";
import { readTime, type TimeSaid } from "./clockWords";
import { type Heard, isSaidOn, type Listening } from "./hear";
import { coverageOf, type Entry, indexOf, type KnowledgeIndex, matchOf } from "./knowledgeIndex";
import type { Language } from "./language";
import { plain, type Token, tokensOf } from "./plainText";
import { chosenOf, serviceReadings, without } from "./serviceReadings";

/** What of a service is asked for. */
export type Aspect = "price" | "duration" | "about" | "offer";

/** One thing that a caller asks. */
export type Ask =
  | { readonly type: "service"; readonly services: readonly Service[]; readonly aspects: readonly Aspect[] }
  | { readonly type: "which"; readonly services: readonly Service[]; readonly aspects: readonly Aspect[] }
  | { readonly type: "faq"; readonly faq: Faq }
  | {
      readonly type: "hours";
      readonly days: readonly DaySaid[];
      readonly time: TimeSaid | null;
      readonly isYesOrNo: boolean;
    }
  /** `of`: the services of a kind; all where it is left out. */
  | { readonly type: "services"; readonly of?: readonly Service[] }
  | { readonly type: "week" | "holidays" | "address" | "phone" | "businessName" | "prices" | "whichPrice" }
  /** A question that the file does not answer. */
  | { readonly type: "unknown" }
  /** No question at all. */
  | { readonly type: "nothing" };

/** What was spoken of before, which a short question leans on. */
export interface Before {
  readonly services: readonly Service[];
  readonly aspects: readonly Aspect[];
  readonly wasHours: boolean;
  /** The services that the caller was asked to choose from. */
  readonly choices: readonly Service[];
}

export const nothingBefore: Before = { services: [], aspects: [], wasHours: false, choices: [] };

/** The least share of a question's words that an answer must cover. */
const leastCover = 0.45;

/** What a question asks for: of all readings that its words allow, the one that explains most of them. */
export function askOf(heard: Heard, listening: Listening, before: Before): Ask {
  const { language, knowledge } = listening;
  const { text, tokens } = heard;
  const { cues } = language;
  const index = indexOf(knowledge, language);
  const readings: { ask: Ask; score: number }[] = [];
  const add = (ask: Ask, score: number) => readings.push({ ask, score });
  const cover = (...explained: RegExp[]) => coverOf(heard, explained, index, listening);

  const aspects = aspectsOf(text, language);
  if (before.services.length > 0 && cues.it.test(text)) {
    const leaning = leaningOn(before, heard, aspects, listening);
    if (leaning?.type === "service") return leaning;
  }
  const kinds = kindsAsked(heard, listening, index);
  if (kinds.length > 1) return { type: "services", of: kinds };
  const faq = bestFaq(faqTokens(tokens, heard, aspects, language), text, listening, index);
  // Who asks for a price is not served by an answer without one.
  if (faq)
    add(
      { type: "faq", faq: faq.faq },
      faq.score * (aspects.includes("price") && !language.saysPrice.test(faq.faq.answer) ? 0.6 : 1) + 0.001,
    );
  for (const reading of serviceReadings(heard, aspectsFor(aspects, text, before, language), index, listening)) {
    add(reading.ask, reading.score);
  }
  if (cues.hours.test(text)) {
    const ask = hoursAsk(heard, language);
    add(ask, cover(cues.hours, cues.week, cues.isOpen));
  }
  if (cues.holidays.test(text)) add({ type: "holidays" }, cover(cues.hours, cues.holidays));
  if (cues.where.test(text) && knowledge.business.address !== null) add({ type: "address" }, cover(cues.where) - 0.01);
  if (cues.phone.test(text)) add({ type: "phone" }, cover(cues.phone));
  if (cues.businessName.test(text)) add({ type: "businessName" }, Math.max(0.6, cover(cues.businessName)));
  if (cues.services.test(text)) add({ type: "services" }, cover(cues.services));
  if (cues.prices.test(text)) add({ type: "prices" }, cover(cues.prices, cues.price));
  if (before.choices.length > 0) {
    const chosen = chosenOf(heard, before.choices, language);
    if (chosen.length > 0)
      return { type: "service", services: chosen, aspects: aspects.length > 0 ? aspects : before.aspects };
  }
  const best = readings.filter(({ score }) => score >= leastCover).sort((a, b) => b.score - a.score)[0];
  if (best) return best.ask;
  const isUnknown = cues.where.test(text) || !isNothing(heard, aspects);
  return leaningOn(before, heard, aspects, listening) ?? { type: isUnknown ? "unknown" : "nothing" };
}

/** A question that says too little by itself, understood from what was spoken of before: "and on Saturday?", "how long is it?" */
function leaningOn(before: Before, heard: Heard, aspects: readonly Aspect[], { language }: Listening): Ask | null {
  const { text, days } = heard;
  const left = without(withoutDays(text, language), [language.cues.price, language.cues.duration]);
  const isLean = tokensOf(left, language).every(({ word }) => language.light.has(word));
  if (
    before.services.length > 0 &&
    aspects.some((aspect) => aspect === "price" || aspect === "duration") &&
    (isLean || language.cues.it.test(text))
  ) {
    return { type: "service", services: before.services, aspects };
  }
  if (
    before.services.length > 0 &&
    isLean &&
    days.length === 0 &&
    language.cues.about.test(text) &&
    language.cues.it.test(text)
  ) {
    return { type: "service", services: before.services, aspects: ["about"] };
  }
  if (days.length > 0 && isLean) return hoursAsk(heard, language);
  if (aspects.includes("price") && isLean) return { type: "whichPrice" };
  return null;
}

function isNothing({ tokens, days }: Heard, aspects: readonly Aspect[]): boolean {
  return tokens.length === 0 && days.length === 0 && !aspects.includes("price") && !aspects.includes("duration");
}

function hoursAsk({ text, days, time }: Heard, { cues, calendar, clock }: Language): Ask {
  if (days.length === 0 && (cues.week.test(text) || calendar.everyWeek.test(text))) return { type: "week" };
  // Neither yes nor no is the answer to "are you open on Saturday afternoon?" where a part of it is.
  const isVague = time === null && (clock.morning.test(text) || clock.afternoon.test(text));
  return { type: "hours", days, time, isYesOrNo: cues.isOpen.test(text) && !isVague };
}

/** "And a beard trim?" asks of it what was asked before. */
function aspectsFor(aspects: readonly Aspect[], text: string, before: Before, { cues }: Language): readonly Aspect[] {
  return aspects.length === 0 && cues.also.test(text) ? before.aspects : aspects;
}

export function aspectsOf(text: string, { cues }: Language): Aspect[] {
  const found: Aspect[] = [];
  if (cues.price.test(text)) found.push("price");
  if (cues.duration.test(text)) found.push("duration");
  if (found.length === 0 && cues.about.test(text)) found.push("about");
  if (found.length === 0 && cues.offer.test(text)) found.push("offer");
  return found;
}

/** "What pizzas do you have?" asks for the services of a kind; of all where the business is of that kind itself. */
function kindsAsked(
  { text }: Heard,
  { language, knowledge, now }: Listening,
  index: KnowledgeIndex,
): readonly Service[] {
  const found = language.cues.whichKinds.exec(text);
  const words = tokensOf(found?.slice(1).find((group) => group !== undefined) ?? "", language).map(index.spell);
  const noun = words.at(-1);
  if (noun === undefined) return [];
  const said = index.services.filter(({ item }) => isSaidOn(item, now.date));
  const ofKind = said.filter((entry) => words.every((word) => matchOf(word, entry, language) > 0));
  const isOurs = tokensOf(plain(knowledge.business.name, language), language).some(({ stem }) => stem === noun.stem);
  return (ofKind.length === 0 && words.length === 1 && isOurs ? said : ofKind).map(({ item }) => item);
}

/** A question about gluten-free pizza answers none about pineapple pizza, nor which pizzas there are. */
function isAnotherKind(text: string, tokens: readonly Token[], entry: Entry<Faq>, language: Language): boolean {
  const words = text.split(" ");
  return tokens.some((token) => {
    const kind = entry.kinds.get(token.stem);
    if (kind === undefined || tokens.some(({ meaning }) => meaning === kind.meaning)) return false;
    const before = tokens.find(({ word }) => word === words[words.indexOf(token.word) - 1]);
    const isListed = language.cues.whichKinds
      .exec(text)
      ?.slice(1)
      .some((group) => group?.split(" ").at(-1) === token.word);
    return (
      isListed ||
      (before !== undefined && matchOf(before, entry, language) === 0 && !language.cues.benign.test(before.word))
    );
  });
}

function bestFaq(
  tokens: readonly Token[],
  text: string,
  { language, now }: Listening,
  index: KnowledgeIndex,
): { faq: Faq; score: number } | null {
  let best: { faq: Faq; score: number } | null = null;
  for (const entry of index.faqs) {
    if (!isSaidOn(entry.item, now.date)) continue;
    const isOther = isAnotherKind(text, tokens, entry, language);
    const score = coverageOf(tokens, entry, index, language) * (isOther ? 0.4 : 1);
    if (score > (best?.score ?? 0)) best = { faq: entry.item, score };
  }
  return best;
}

/** "tomorrow" and "how much" do not tell one question of the file from another. */
function faqTokens(
  tokens: readonly Token[],
  { days }: Heard,
  aspects: readonly Aspect[],
  { calendar, cues }: Language,
): readonly Token[] {
  const told = tokens.filter(
    ({ word }) =>
      !(days.length > 0 && calendar.dayWords.test(word)) && !(aspects.includes("price") && cues.price.test(word)),
  );
  return told.length === 0 ? tokens : told;
}

/** The share of what was asked that a reading explains. */
function coverOf(
  { text, tokens }: Heard,
  explained: readonly RegExp[],
  index: KnowledgeIndex,
  { language, knowledge: { business } }: Listening,
): number {
  const total = tokens.reduce((sum, token) => sum + index.weigh(token), 0);
  if (total === 0) return 1;
  const timeless = readTime(withoutDays(text, language), language, false)?.rest ?? withoutDays(text, language);
  const name = new Set(tokensOf(plain(business.name, language), language).map(({ stem }) => stem));
  const left = tokensOf(without(timeless, explained), language)
    .map(index.spell)
    .filter(({ stem }) => !name.has(stem));
  return Math.max(0, 1 - left.reduce((sum, token) => sum + index.weigh(token), 0) / total);
}
