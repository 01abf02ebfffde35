import type { Faq, Knowledge, Service } from "../../functions/shared/knowledge";
import { type DaySaid, type LocalNow, readDays, withoutDays } from "./calendarWords";
import { readTime, type TimeSaid } from "./clockWords";
import { findServices, noServices, type ServicesSaid } from "./findServices";
import { indexOf, type KnowledgeIndex } from "./knowledgeIndex";
import type { Language } from "./language";
import { plain, stem, type Token, tokensOf } from "./plainText";

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
  for (const found of sentence.matchAll(joint)) {
    if (found.index === 0) continue;
    parts.push(sentence.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return [...parts, sentence.slice(from)];
}
