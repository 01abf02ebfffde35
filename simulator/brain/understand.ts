import type { Faq, Knowledge, Service } from "../../functions/shared/knowledge";
import { type DaySaid, type LocalNow, readDays, withoutDays } from "./calendarWords";
import { readTime, type TimeSaid } from "./clockWords";
import { findServices, noServices, type ServicesSaid } from "./findServices";
import { coverageOf, indexOf, type KnowledgeIndex } from "./knowledgeIndex";
import type { Language } from "./language";
import { plain, stem, type Token, tokensOf } from "./plainText";

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
  | { readonly type: "week" | "holidays" | "address" | "phone" | "businessName" | "services" | "prices" | "whichPrice" }
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

export interface Listening {
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly now: LocalNow;
  /** The country of the business's language, `US`; decides how dates in figures are read. */
  readonly region: string;
}

/** One question, taken apart. */
export interface Heard {
  readonly said: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly services: ServicesSaid;
  readonly days: readonly DaySaid[];
  readonly time: TimeSaid | null;
}

/** Takes a question apart: its words, and the services, days and times that it names. */
export function hear(said: string, { knowledge, language, now, region }: Listening): Heard {
  const index = indexOf(knowledge, language);
  const text = joinedAsKnown(plain(said, language), index, language);
  const tokens = tokensOf(text, language).map(index.spell);
  const services = index.services.filter(({ item }) => isSaidOn(item, now.date));
  const timed = readTime(withoutDays(text, language), language, false);
  // "two in the afternoon" is no service with two of something.
  const named = timed === null ? tokens : tokensOf(timed.rest, language).map(index.spell);
  return {
    said,
    text,
    tokens,
    services: named.length === 0 ? noServices : findServices(named, services, index, language),
    days: readDays(said, now, language, region),
    time: timed?.time ?? null,
  };
}

/** "day care" as "daycare" where the business writes it so. */
function joinedAsKnown(text: string, index: KnowledgeIndex, language: Language): string {
  const words = text.split(" ");
  return words
    .map((word, at) => {
      const next = words[at + 1];
      const isPair = next !== undefined && !language.grammar.has(word) && !language.grammar.has(next);
      const isKnown = isPair && index.has(stem(word + next, language)) && !index.has(stem(next, language));
      return isKnown ? `${word}${next}\n` : `${word} `;
    })
    .join("")
    .replace(/\n\S* ?/g, " ")
    .trim();
}

/** Whether a service or answer may still be said on an ISO date. */
export function isSaidOn(item: Service | Faq, date: string): boolean {
  return item.until === null || date <= item.until;
}

/** The questions of one breath. */
export function questionsOf(said: string, language: Language): string[] {
  return said
    .split(/(?<=[?!;])\s+|(?<=[^\d\s]{3,}[.])\s+(?=\p{Lu})/u)
    .flatMap((sentence) => splitAtJoint(sentence, language))
    .map((question) => question.trim())
    .filter((question) => plain(question, language) !== "");
}

function splitAtJoint(sentence: string, { joint }: Language): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const found of sentence.matchAll(new RegExp(joint.source, "giu"))) {
    if (found.index === 0) continue;
    parts.push(sentence.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return [...parts, sentence.slice(from)];
}

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
  const faq = bestFaq(faqTokens(tokens, heard, aspects, language), listening, index);
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
  return leaningOn(before, heard, aspects, listening) ?? { type: isNothing(heard, aspects) ? "nothing" : "unknown" };
}

/** Which of the services that were offered to choose from the caller means. */
export function chosenOf(
  { text, tokens, services }: Heard,
  choices: readonly Service[],
  language: Language,
): readonly Service[] {
  const ordinal = ordinalIn(text, language, choices.length);
  const byOrdinal = ordinal === null ? undefined : choices[ordinal];
  if (byOrdinal) return [byOrdinal];
  const named = [...services.sure, ...services.either].filter((service) => choices.includes(service));
  if (named.length === 1) return named;
  const byWord = choices.filter(({ name }) => {
    const parts = tokensOf(plain(name, language), language);
    return tokens.some(({ stem, meaning }) => parts.some((part) => part.stem === stem || part.meaning === meaning));
  });
  if (byWord.length === 1) return byWord;
  return language.cues.each.test(text) && tokens.length === 0 ? choices : [];
}

/** "the second one" is 1; null where none of so many is meant. */
export function ordinalIn(text: string, { cues }: Language, count: number): number | null {
  const found = cues.choice.exec(text)?.groups;
  if (!found) return null;
  const at = Object.entries(found).find(([, matched]) => matched !== undefined)?.[0];
  const index = { first: 0, second: 1, third: 2, last: count - 1 }[at ?? ""];
  return index === undefined || index >= count ? null : index;
}

/** A question that says too little by itself, understood from what was spoken of before: "and on Saturday?", "how long is it?" */
function leaningOn(before: Before, heard: Heard, aspects: readonly Aspect[], { language }: Listening): Ask | null {
  const { text, days } = heard;
  const isLean =
    tokensOf(without(withoutDays(text, language), [language.cues.price, language.cues.duration]), language).length ===
    0;
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

function bestFaq(
  tokens: readonly Token[],
  { language, now }: Listening,
  index: KnowledgeIndex,
): { faq: Faq; score: number } | null {
  let best: { faq: Faq; score: number } | null = null;
  for (const entry of index.faqs) {
    if (!isSaidOn(entry.item, now.date)) continue;
    const score = coverageOf(tokens, entry, index, language);
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

function serviceReadings(
  heard: Heard,
  aspects: readonly Aspect[],
  index: KnowledgeIndex,
  listening: Listening,
): { ask: Ask; score: number }[] {
  const { services, tokens, text } = heard;
  const { language } = listening;
  if (services.sure.length === 0 && services.either.length === 0) return [];
  const { cues } = language;
  const left = tokensOf(
    without(withoutDays(text, language), [cues.price, cues.duration, cues.offer, cues.about]),
    language,
  );
  const isBy = (token: Token) => [...services.by].some(({ word }) => word === token.word);
  const benign = (token: Token) =>
    cues.benign.test(token.word) ||
    cues.benign.test(token.meaning) ||
    cues.demographic.test(token.meaning) ||
    cues.demographic.test(token.word);
  const unexplained = left.filter((token) => !isBy(token) && !benign(token));
  const total = tokens.reduce((sum, token) => sum + index.weigh(token), 0);
  const missing = unexplained.reduce((sum, token) => sum + index.weigh(token), 0);
  const full = total === 0 ? 0 : 1 - missing / Math.max(total, missing);
  const isOther = isOtherKind(
    text,
    services,
    unexplained.filter((token) => !index.isOfServices(token)),
  );
  const isFigure = aspects.includes("price") || aspects.includes("duration");
  const trust = { name: 1, part: isFigure ? 0.85 : 0.4, about: 0.6 }[services.basis];
  const score = full * trust * (isOther ? 0.4 : 1);
  const asked = aspects.length > 0 ? aspects : (["offer"] as const);
  // "My air conditioning is cold" asks for nothing.
  if (aspects.length === 0 && missing > 0) return [];
  if (services.either.length > 0)
    return [{ ask: { type: "which", services: services.either, aspects: asked }, score: score * 0.95 }];
  return [{ ask: { type: "service", services: services.sure, aspects: asked }, score }];
}

/** "a dog haircut" is not the haircut that we know: a word before the name that nobody explains makes it another thing. */
function isOtherKind(text: string, { by, basis }: ServicesSaid, unexplained: readonly Token[]): boolean {
  if (basis === "about") return false;
  const words = text.split(" ");
  return unexplained.some(({ word }) => {
    const at = words.indexOf(word);
    const after = words[at + 1];
    const before = words.slice(Math.max(0, at - 2), at).join(" ");
    return [...by].some((token) => token.word === after) || /\bfor (?:a|an|my|our|the)$/.test(before);
  });
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

function without(text: string, explained: readonly RegExp[]): string {
  return explained.reduce((rest, regex) => rest.replace(new RegExp(regex.source, "gu"), " "), text);
}
