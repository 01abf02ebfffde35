import { weekdayOf } from "../../functions/shared/hours";
import type { Faq, Knowledge, Service } from "../../functions/shared/knowledge";
import { type DaySaid, type LocalNow, readDays, withoutDays } from "./calendarWords";
import { openingDate, readTime, type TimeSaid } from "./clockWords";
import { findServices, noServices, type ServicesSaid } from "./findServices";
import { indexOf, type KnowledgeIndex } from "./knowledgeIndex";
import type { Language } from "./language";
import { plain, stem, type Token, tokenOf, tokensOf } from "./plainText";

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
  const tokens = tokensHeard(text, index, language);
  const services = index.services.filter(({ item }) => isSaidOn(item, now.date));
  const timed = readTime(withoutDays(text, language), language, false, text);
  // "two in the afternoon" is no service with two of something.
  const named = timed === null ? tokens : tokensHeard(timed.rest, index, language);
  return {
    said,
    text,
    tokens,
    services:
      named.length === 0
        ? noServices
        : findServices(named, services, index, language, (token) => isOfHours(token, text, language)),
    days: daysOf(said, text, { knowledge, language, now, region }),
    time: timed?.time ?? null,
  };
}

/** After midnight "tonight" is the night that began yesterday, as long as it is open. */
function daysOf(said: string, text: string, { knowledge, language, now, region }: Listening): readonly DaySaid[] {
  const days = readDays(said, now, language, region);
  if (!language.calendar.tonight.test(text)) return days;
  const date = openingDate(knowledge, now) ?? now.date;
  return days.map((day) => (day.date === now.date ? { date, weekday: weekdayOf(date), by: "date" } : day));
}

/** The words that say something; a `will` does where it is a thing. */
function tokensHeard(text: string, index: KnowledgeIndex, language: Language): Token[] {
  const words = text.split(" ");
  return words
    .flatMap((word, at) => {
      const isThing = index.nouns.has(word) && language.determiners.has(words[at - 1] ?? "");
      return isThing ? [tokenOf(word, language)] : tokensOf(word, language);
    })
    .map(index.spell);
}

/** "Are you open?" names no pool opening; "an opening" does, and so does its price. */
function isOfHours({ word }: Token, text: string, { cues, determiners }: Language): boolean {
  if (!cues.hours.test(word) || cues.price.test(text)) return false;
  const words = text.split(" ");
  return !determiners.has(words[words.indexOf(word) - 1] ?? "");
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
