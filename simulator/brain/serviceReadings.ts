import type { Service } from "../../functions/shared/knowledge";
import { withoutDays } from "./calendarWords";
import type { ServicesSaid } from "./findServices";
import type { Heard, Listening } from "./hear";
import { type Entry, type KnowledgeIndex, matchOf } from "./knowledgeIndex";
import type { Language } from "./language";
import { isSubject, plain, strip, type Token, tokensOf } from "./plainText";
import type { Ask, Aspect } from "./understand";

/** The readings of a question that is about services, each with the share of its words that it explains. */
export function serviceReadings(
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
  const strange = unexplained.filter((token) => !index.isOfServices(token));
  const isOther =
    isOtherKind(text, services, strange, language) ||
    services.sure.some((service) => isForOthers(service, tokens, unexplained, index, language));
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

/**
 * "a dog haircut" is not the haircut that we know, and "cut hedges" is not the cut: a word beside the name that nobody explains
 * makes it another thing.
 */
function isOtherKind(
  text: string,
  { by, basis }: ServicesSaid,
  unexplained: readonly Token[],
  { article }: Language,
): boolean {
  if (basis === "about") return false;
  const words = text.split(" ");
  const isNamed = (word: string | undefined) => [...by].some((token) => token.word === word);
  return unexplained.some(({ word }) => {
    const at = words.indexOf(word);
    const before = words.slice(Math.max(0, at - 2), at).join(" ");
    return (
      isNamed(words[at + 1]) ||
      isNamed(words[at - 1]) ||
      (article.test(before) && isNamed(words[at - 2])) ||
      /\bfor (?:a|an|my|our|the)$/.test(before)
    );
  });
}

/** What is for cats is not for dogs, and what is for cats and dogs is for no ferrets. */
function isForOthers(
  service: Service,
  tokens: readonly Token[],
  unexplained: readonly Token[],
  index: KnowledgeIndex,
  language: Language,
): boolean {
  const entry = index.services.find(({ item }) => item === service);
  if (!entry) return false;
  const isFor = subjectsOf(entry, language);
  if (isFor.size === 0) return false;
  const asked = tokens.filter((token) => isSubject(token, language));
  if (asked.length > 0) return !asked.some(({ meaning }) => isFor.has(meaning));
  return unexplained.some((token) => matchOf(token, entry, language) === 0);
}

/** Whom or what it is for, where its name says so or what is said about it lists them. */
function subjectsOf({ head, item }: Entry<Service>, language: Language): ReadonlySet<string> {
  const meanings = (tokens: readonly Token[]) =>
    new Set(tokens.filter((token) => isSubject(token, language)).map(({ meaning }) => meaning));
  const named = meanings(head);
  const listed = meanings(tokensOf(plain(item.about ?? "", language), language));
  return named.size > 0 ? named : listed.size > 1 ? listed : new Set();
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

/** Plain text without what has been explained. */
export function without(text: string, explained: readonly RegExp[]): string {
  return explained.reduce(strip, text);
}
