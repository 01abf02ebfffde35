import type { Service } from "../../functions/shared/knowledge";
import type { Heard } from "./hear";
import { holidays, hoursNow, hoursOn, week } from "./hoursAnswers";
import type { Language, Phrase } from "./language";
import type { Ask, Aspect } from "./understand";
import { type Answer, cite, fill, list, type Source, whole } from "./wording";

const mostNamed = 8;

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
        ? hoursNow(ask.time, ask.isYesOrNo, source)
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
      return services(ask.of ?? source.knowledge.services, source);
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

function joined(answers: readonly (Answer | null)[]): Answer | null {
  const known = answers.filter((answer) => answer !== null);
  if (known.length === 0 || known.length < answers.length) return null;
  return {
    facts: [...new Set(known.flatMap(({ facts }) => facts))],
    reply: [...new Set(known.map(({ reply }) => reply))].join(" "),
  };
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

function services(of: readonly Service[], source: Source): Answer | null {
  const { language, facts } = source;
  const said = of.filter(({ id }) => facts.some((fact) => fact.id === `service.${id}`));
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
