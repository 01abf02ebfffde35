import { openingsOn, weekdayOf } from "../../functions/shared/hours";
import type { Fact, Knowledge, Service, Weekday } from "../../functions/shared/knowledge";
import { weekdays } from "../../functions/shared/knowledge";
import { speakDate, speakOpenings, speakWeekday } from "../../functions/shared/speakable";
import type { AnswerInput } from "../../functions/voice/tools";
import type { DaySaid, LocalNow } from "./calendarWords";
import { holds, settleTime, type TimeSaid } from "./clockWords";
import type { Language, Phrase } from "./language";
import type { Ask, Aspect, Heard } from "./understand";

/** What there is to answer from. */
export interface Source {
  readonly knowledge: Knowledge;
  /** What may be said today. */
  readonly facts: readonly Fact[];
  readonly language: Language;
  readonly now: LocalNow;
}

/** An answer, its facts in the order in which they are spoken; null where the file does not settle the question. */
export type Answer = Omit<AnswerInput, "sure">;

const mostNamed = 8;
const mostHolidays = 4;

/** Words an answer from facts. Every figure stands in a cited fact as it is written there. */
export function answerTo(ask: Ask, heard: Heard, source: Source): Answer | null {
  switch (ask.type) {
    case "service":
      return joined(ask.services.map((service) => answerOfService(service, ask.aspects, heard, source)));
    case "which":
      return { facts: [], reply: whichOf(ask.services, source) };
    case "faq":
      return cite([`faq.${ask.faq.id}`], ask.faq.answer, source);
    case "hours":
      return ask.days.length === 0
        ? hoursOn(today(source), ask.time, ask.isYesOrNo, source)
        : joined(ask.days.map((day) => hoursOn(day, ask.time, ask.isYesOrNo && ask.days.length === 1, source)));
    case "week":
      return week(source);
    case "holidays":
      return holidays(source);
    case "address":
      return whole("business.address", source);
    case "phone":
      return whole("business.phone", source);
    case "businessName":
      return whole("business.name", source);
    case "services":
      return services(source);
    case "prices":
      return prices(source);
    case "whichPrice":
      return { facts: [], reply: source.language.phrases.whichPrice };
    default:
      return null;
  }
}

/** A question that lets the caller choose, without a figure. */
export function whichOf(services: readonly Service[], { language }: Pick<Source, "language">): string {
  const names = services.map(({ name }) => spokenName(name, "", language));
  if (services.length > 5 || names.some((name) => /\d/.test(name))) return language.phrases.whichOne;
  return fill(language, "didYouMean", {
    names: list(
      names.map((name) => language.phrases.the.replace("{name}", name)),
      language.phrases.or,
    ),
  });
}

/** `a, b or c`. */
export function list(names: readonly string[], lastJoin: string): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${lastJoin} ${last}`;
}

/** A phrase of the language with its blanks filled. */
export function fill(language: Language, phrase: Phrase, values: Readonly<Record<string, string>>): string {
  const text = language.phrases[phrase].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
  return capital(text);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function joined(answers: readonly (Answer | null)[]): Answer | null {
  const known = answers.filter((answer) => answer !== null);
  if (known.length === 0 || known.length < answers.length) return null;
  return {
    facts: [...new Set(known.flatMap(({ facts }) => facts))],
    reply: [...new Set(known.map(({ reply }) => reply))].join(" "),
  };
}

function cite(ids: readonly string[], reply: string, { facts }: Source): Answer | null {
  return ids.every((id) => facts.some((fact) => fact.id === id)) ? { facts: ids, reply: reply.trim() } : null;
}

/** The fact as it stands. */
function whole(id: string, source: Source): Answer | null {
  const fact = source.facts.find((each) => each.id === id);
  return fact ? { facts: [id], reply: fact.text } : null;
}

function answerOfService(service: Service, aspects: readonly Aspect[], heard: Heard, source: Source): Answer | null {
  const { language } = source;
  const parts: string[] = [];
  for (const aspect of aspects) {
    const part = aspectOf(service, aspect, heard, language);
    if (part === null) return null;
    parts.push(part);
  }
  return cite([`service.${service.id}`], parts.join(" "), source);
}

function aspectOf(service: Service, aspect: Aspect, heard: Heard, language: Language): string | null {
  const { price, minutes, about } = service;
  switch (aspect) {
    case "price":
      if (price !== null) return sentenceOf("priceIs", "priceIsA", "pricesAre", service, heard, language);
      return about !== null && /[$€£¥]|\d/.test(about) && language.saysPrice.test(about) ? about : null;
    case "duration":
      if (minutes !== null) return sentenceOf("takes", "takesA", "takeMany", service, heard, language);
      return about !== null && language.lasts.test(about) ? about : null;
    case "about":
      return (
        [about, price === null ? null : sentenceOf("priceIs", "priceIsA", "pricesAre", service, heard, language)]
          .filter((part) => part !== null)
          .join(" ") || null
      );
    case "offer":
      return [
        language.phrases.yesWeDo,
        price === null
          ? (about ?? `${service.name}.`)
          : sentenceOf("priceIs", "priceIsA", "pricesAre", service, heard, language),
      ].join(" ");
  }
}

function sentenceOf(
  one: Phrase,
  withArticle: Phrase,
  many: Phrase,
  { name, price, minutes }: Service,
  heard: Heard,
  language: Language,
): string {
  const spoken = spokenName(name, heard.said, language);
  const article = articleBefore(spoken, heard.said, language);
  const phrase = language.isPlural(name) ? many : article === null ? one : withArticle;
  return ended(
    fill(language, phrase, { name: spoken, A: article ?? "", price: price ?? "", minutes: String(minutes ?? "") }),
  );
}

/** "a haircut" is answered with "A haircut is"; where the caller said it otherwise, no article is certain to fit. */
function articleBefore(name: string, said: string, language: Language): string | null {
  const at = said.toLowerCase().indexOf(name.toLowerCase());
  const before = at < 1 ? null : language.article.exec(said.slice(0, at).trimEnd());
  return before?.[0] ?? null;
}

/** The name as it stands inside a sentence. */
function spokenName(name: string, said: string, { lowersNames }: Language): string {
  const [first = "", second = ""] = name;
  const isWritten = said.includes(name);
  if (
    !lowersNames ||
    isWritten ||
    first === first.toLowerCase() ||
    second !== second.toLowerCase() ||
    !/\p{L}/u.test(second)
  )
    return name;
  return first.toLowerCase() + name.slice(1);
}

function ended(sentence: string): string {
  return sentence.replace(/\.\.$/, ".");
}

function today({ now }: Source): DaySaid {
  return { date: now.date, weekday: weekdayOf(now.date), by: "date" };
}

function hoursOn(day: DaySaid, time: TimeSaid | null, isYesOrNo: boolean, source: Source): Answer | null {
  const { knowledge, language, now } = source;
  const isHoliday = day.by !== "everyWeek" && Object.hasOwn(knowledge.holidays, day.date);
  // A feast that the file does not name may well be a day off.
  if (!isHoliday && day.by === "feast" && language.isDayOff(day.date)) return null;
  const id = isHoliday ? `holiday.${day.date}` : `hours.${day.weekday}`;
  const openings = isHoliday || day.by !== "everyWeek" ? openingsOn(knowledge, day.date) : knowledge.hours[day.weekday];
  const main = knowledge.business.languages[0] ?? "en";
  if (!main.startsWith(language.code)) return whole(id, source);
  const name = isHoliday ? speakDate(day.date, main) : speakWeekday(day.weekday, main);
  if (openings.length === 0) {
    const closed = fill(language, "closedOn", { day: name });
    return cite([id], isYesOrNo ? `${language.phrases.no} ${closed}` : closed, source);
  }
  const open = fill(language, "openOn", { day: name, hours: speakOpenings(openings, main) });
  const minute = time === null ? null : settleTime(time, knowledge, day.date >= now.date ? day.date : null);
  const isOpen = minute === null || openings.some((opening) => holds(opening, minute));
  return cite([id], isYesOrNo ? `${isOpen ? language.phrases.yes : language.phrases.no} ${open}` : open, source);
}

/** The whole week, days with the same hours together. */
function week(source: Source): Answer | null {
  const { knowledge, language } = source;
  const main = knowledge.business.languages[0] ?? "en";
  const ids = weekdays.map((day) => `hours.${day}`);
  const runs: { days: Weekday[]; hours: string }[] = [];
  for (const day of weekdays) {
    const hours = speakOpenings(knowledge.hours[day], main);
    const run = runs.at(-1);
    if (run?.hours === hours) run.days.push(day);
    else runs.push({ days: [day], hours });
  }
  const sentences = runs.map(({ days, hours }) => {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return "";
    const names = [speakWeekday(first, main), speakWeekday(last, main)];
    const label =
      days.length === 1
        ? names[0]
        : days.length === 2
          ? names.join(` ${language.phrases.and} `)
          : fill(language, "through", { first: names[0] ?? "", last: names[1] ?? "" });
    return `${capital(label ?? "")}: ${hours}.`;
  });
  return cite(ids, sentences.join(" "), source);
}

function holidays(source: Source): Answer | null {
  const coming = source.facts
    .filter(({ id }) => id.startsWith("holiday.") && id.slice(8) >= source.now.date)
    .slice(0, mostHolidays);
  if (coming.length === 0) return null;
  return { facts: coming.map(({ id }) => id), reply: coming.map(({ text }) => text).join(" ") };
}

function services(source: Source): Answer | null {
  const { language, facts } = source;
  const said = source.knowledge.services.filter(({ id }) => facts.some((fact) => fact.id === `service.${id}`));
  if (said.length === 0) return null;
  const named = said.slice(0, mostNamed);
  const names = list(
    named.map(({ name }) => spokenName(name, "", language)),
    language.phrases.and,
  );
  return {
    facts: named.map(({ id }) => `service.${id}`),
    reply: fill(language, named.length < said.length ? "amongOthers" : "weOffer", { names }),
  };
}

/** A short list is read out; of a long one the caller is asked to choose. */
function prices(source: Source): Answer | null {
  const { facts, language } = source;
  const priced = source.knowledge.services.filter(
    ({ id, price }) => price !== null && facts.some((fact) => fact.id === `service.${id}`),
  );
  if (priced.length === 0) return null;
  if (priced.length > 4) return { facts: [], reply: language.phrases.whichPrice };
  return {
    facts: priced.map(({ id }) => `service.${id}`),
    reply: priced.map(({ name, price }) => ended(`${name}: ${price}.`)).join(" "),
  };
}
