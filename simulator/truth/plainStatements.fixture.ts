import { factsOf } from "../../functions/shared/facts";
import { localTime } from "../../functions/shared/hours";
import { type Fact, type Knowledge, type Opening, type Service, weekdays } from "../../functions/shared/knowledge";
import { clockWays, numberWays } from "./spokenNumbers.fixture";
import type { Sample } from "./truthSets";

type Statement = Pick<Sample, "reply" | "isTrue"> & { readonly caller: string; readonly cited: readonly string[] };

const currencies: Readonly<Record<string, string>> = { $: "dollars", "£": "pounds", "€": "euros" };

/**
 * What anybody would say of an English business whose facts they have read, in the ways that figures are said, and the same with a
 * figure, a unit or a service that is another's, or with a promise added.
 */
export function plainStatements(knowledge: Knowledge, atMs: number): Sample[] {
  const facts = factsOf(knowledge, localTime(atMs, knowledge.business.timezone).date);
  const said = knowledge.services.filter(({ id }) => facts.some((fact) => fact.id === `service.${id}`));
  const statements = [
    ...said.flatMap((service, index) => ofPrice(service, said, index)),
    ...said.flatMap(ofDuration),
    ...weekdays.flatMap((day) => ofDay(day, knowledge.hours[day])),
    ...facts.filter(({ id }) => id.startsWith("faq.")).flatMap((fact) => ofAnswer(fact, knowledge)),
  ];
  return statements.map(({ reply, isTrue, caller, cited }) => ({
    set: knowledge.business.name,
    reply,
    isTrue,
    grounds: {
      tool: "answer_from_knowledge",
      knowledge,
      facts,
      cited,
      isSure: true,
      callerSaid: caller,
      callerSaidBefore: [],
      receipts: [],
      callerName: null,
      atMs,
    },
  }));
}

/** `$35`, `from €110`, `$60 an hour`, as they are said; null where a price is written in another way. */
function priceWays(price: string): string[] | null {
  const parts = /^(from )?([$£€])(\d+)(?:\.(\d\d))?((?: \D*)?)$/.exec(price);
  if (parts === null) return null;
  const [, from = "", sign = "", whole = "", cents, tail = ""] = parts;
  const currency = currencies[sign];
  const inWords = numberWays(Number(whole));
  const amounts =
    cents === undefined || cents === "00"
      ? [`${sign}${whole}`, `${whole} ${currency}`, ...inWords.map((words) => `${words} ${currency}`)]
      : [
          `${sign}${whole}.${cents}`,
          ...inWords
            .flatMap((words) => [words, `${words} ${currency}`])
            .map((words) => `${words} ${numberWays(Number(cents))[0]}`),
        ];
  return amounts.map((amount) => `${from}${amount}${tail}`);
}

function ofPrice({ id, name, price }: Service, all: readonly Service[], index: number): Statement[] {
  const ways = price === null ? null : priceWays(price);
  if (price === null || ways === null) return [];
  const called = inSentence(name);
  const [is, costs] = /[^s]s$/.test(name) ? ["are", "cost"] : ["is", "costs"];
  const about = { caller: `How much ${is} the ${called}?`, cited: [`service.${id}`] };
  const sentences = (way: string) => [
    `The ${called} ${is} ${way}.`,
    `It's ${way}.`,
    `${capital(called)} ${costs} ${way}.`,
    `${capital(way)}.`,
    `Sure! The ${called} ${is} ${way}.`,
    `We charge ${way} for the ${called}.`,
    `That would be ${way}. Anything else?`,
  ];
  const isFrom = price.startsWith("from ");
  const bare = price.replace(/^from /, "");
  const digitAt = price.search(/\d/);
  const digit = Number(price[digitAt]);
  const otherPrice = `${price.slice(0, digitAt)}${(digit % 9) + 1}${price.slice(digitAt + 1)}`;
  const sign = price.includes("$") ? "€" : "$";
  const other = all.find((each) => each.id !== id && each.price !== null && digitsOf(each.price) !== digitsOf(price));
  const stopped = [
    ...(priceWays(otherPrice) ?? []).map((way, at) => sentences(way)[(index + at) % 5] ?? ""),
    ...(priceWays(price.replace(/[$£€]/, sign)) ?? [])
      .filter((way) => way.includes(sign) || way.includes(currencies[sign] ?? ""))
      .map((way) => `It's ${way}.`),
    isFrom ? `It's exactly ${bare}.` : `It starts at ${price}.`,
    `The ${called} ${is} at most ${isFrom ? bare : "1"}.`,
    `It's ${price}, with ten percent off today.`,
    `The ${called} ${is} free.`,
    `It's ${price}, and we guarantee you'll love it.`,
    `It's ${price}, including a free coffee.`,
    `It's ${price}, always.`,
    `It's ${price}, and we'll call you back in ten minutes.`,
    ...(other?.price ? [`The ${called} ${is} ${price}, and the ${inSentence(other.name)} ${is} ${other.price}.`] : []),
  ];
  return [
    ...ways
      .flatMap((way, at) => [sentences(way)[(index + at) % 7] ?? "", `It's ${way}.`])
      .map((reply) => ({ ...about, reply, isTrue: true })),
    ...stopped.map((reply) => ({ ...about, reply, isTrue: false })),
  ];
}

function ofDuration({ id, name, minutes }: Service): Statement[] {
  if (minutes === null) return [];
  const about = { caller: `How long does the ${inSentence(name)} take?`, cited: [`service.${id}`] };
  const asHours: Readonly<Record<number, string>> = {
    15: "a quarter of an hour",
    30: "half an hour",
    45: "three quarters of an hour",
    60: "an hour",
    90: "an hour and a half",
    120: "two hours",
  };
  const ways = [
    `${minutes} minutes`,
    ...numberWays(minutes).map((words) => `${words} minutes`),
    asHours[minutes] ?? [],
  ].flat();
  return [
    ...ways
      .flatMap((way) => [`It takes ${way}.`, `${capital(way)}.`, `It's ${way} long.`, `Plan for ${way}.`])
      .map((reply) => ({ ...about, reply, isTrue: true })),
    ...[`It takes ${minutes + 5} minutes.`, `It takes ${minutes} hours.`, `Less than ${minutes} minutes.`].map(
      (reply) => ({
        ...about,
        reply,
        isTrue: false,
      }),
    ),
  ];
}

/** A day with one opening, or none. */
function ofDay(day: string, openings: readonly Opening[]): Statement[] {
  const on = capital(day);
  const about = { caller: `When are you open on ${on}?`, cited: [`hours.${day}`] };
  const all = (isTrue: boolean, replies: readonly string[]) => replies.map((reply) => ({ ...about, reply, isTrue }));
  const [opening, ...more] = openings;
  if (opening === undefined)
    return [
      ...all(true, [`We're closed on ${on}s.`, `No, we're closed on ${on}.`, `Sorry, we're not open on ${on}s.`]),
      ...all(false, [`Yes, we're open on ${on}.`, `On ${on} we're open from nine to five.`]),
    ];
  const { startMinute, endMinute } = opening;
  if (more.length > 0 || endMinute <= startMinute || endMinute === 1440) return [];
  const from = clockWays(startMinute);
  const till = clockWays(endMinute);
  return [
    ...all(
      true,
      till.flatMap((end, at) => {
        const start = from[at % from.length] ?? "";
        return [
          `On ${on} we're open from ${start} to ${end}.`,
          `We're open ${start} to ${end} on ${on}s.`,
          `${capital(start)} to ${end}.`,
          `We open at ${start} and close at ${end} on ${on}.`,
          `Until ${end}.`,
        ];
      }),
    ),
    ...all(false, [
      ...clockWays(endMinute - 60).flatMap((end) => [
        `On ${on} we're open from ${from[0]} to ${end}.`,
        `We close at ${end} on ${on}s.`,
      ]),
      `We're closed on ${on}s.`,
    ]),
  ];
}

function ofAnswer({ id }: Fact, { faqs }: Knowledge): Statement[] {
  const faq = faqs.find((each) => `faq.${each.id}` === id);
  if (faq === undefined) return [];
  const about = { caller: faq.question, cited: [id] };
  return [
    { ...about, reply: faq.answer, isTrue: true },
    { ...about, reply: `${faq.answer} We also offer free massages.`, isTrue: false },
  ];
}

function digitsOf(price: string): string {
  return price.replace(/\D/g, "");
}

function inSentence(name: string): string {
  const second = name[1] ?? "";
  return second === second.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
