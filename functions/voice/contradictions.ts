import { factsOf } from "../shared/facts";
import { localTime } from "../shared/hours";
import { type Faq, type Knowledge, type Service, weekdays } from "../shared/knowledge";
import { speakOpenings } from "../shared/speakable";
import type { Problem } from "../shared/userError";
import { otherPlaces } from "./otherPlaces";
import { type Figure, follows, isSameReading, type Reading } from "./truthGate/figure";
import { type HoursClaim, readHours } from "./truthGate/hoursClaims";
import { type HoursGrounds, judgeHours } from "./truthGate/hoursTruth";
import type { Lexicon } from "./truthGate/lexicon";
import { type Item, readText, type Sentence } from "./truthGate/readText";
import { segmentsOf } from "./truthGate/segments";
import { lexiconFor } from "./truthGate/vocabularies";

/** Prices of something beside the service, in the languages that are read. */
const beside =
  /\b(extra|more|additional|deposit|fee|surcharge|tips?|discount|off|less|save|refund|voucher|gift|late|cancel\w*|miss\w*|plus|per|a (week|month|day|year)|over|under|minimum|free|suppl[ée]ment\w*|acompte|remise|r[ée]duction|pourboire|en plus|de plus|annul\w*|retard|par|caution|minimum|gratuite?|depot|kaution|anzahlung|zuschlag|rabatt|zusätzlich|pro|gratis|mindest\w*|trinkgeld|fianza|depósito|suplemento|descuento|propina|mínimo|gratis|adicional|por)\b/iu;
/** Questions for the opening hours. */
const asksForHours =
  /\b(open|opening|close|closing|hours|ouvert\w*|ouvrez|horaires?|fermez|geöffnet|öffnungszeiten|offen|abierto|abren|horarios?|cierran)\b/iu;
const ofDuration = /\b(takes?|lasts?|long|minutes? for|plan for|dure\w*|prend|prévoyez|comptez)\b/iu;
/** What a question asks for, by how the gate names it. */
const asking: ReadonlySet<string> = new Set(["cost", "duration", "length", "much"]);
/** Without a price. */
const free = /\b(free|gratuit\w*|kostenlos|gratis)\b/iu;
/** How alike two answers are in their words before their figures are held against one another. */
const alike = 0.6;

/**
 * Facts of one file that contradict one another: what an answer says of a service's price or time, of the opening hours, or of what
 * another answer says. Read as the truth gate reads; a language that it does not read is left alone. What it finds is told, never refused.
 *
 * @param nowMs milliseconds since the epoch, for days that are named without a year.
 */
export function contradictions(knowledge: Knowledge, nowMs: number, file: string): readonly Problem[] {
  const { languages, timezone } = knowledge.business;
  const lexicon = lexiconFor("", languages);
  if (lexicon.vocabulary.code !== languages[0]?.split("-", 1)[0]?.toLowerCase()) return [];
  const { date, minute } = localTime(nowMs, timezone);
  const ids = factsOf(knowledge, date).map(({ id }) => id);
  const hours: HoursGrounds = {
    knowledge,
    cited: ids.filter((id) => /^(hours|holiday)\./.test(id)),
    today: date,
    minute,
    atMs: nowMs,
    spokenOf: [],
    askedVerb: null,
    isList: true,
  };
  const services = knowledge.services.map((service, index) => readService(service, index, lexicon));
  const answers = knowledge.faqs.map((faq, index) => readAnswer(faq, index, lexicon));
  const told = [
    ...services.flatMap((service) =>
      service.about.filter(isOnlyOf(service)).flatMap((sentence) =>
        ofService(sentence, service).map((cure) => ({
          key: `services[${service.index}].about`,
          value: service.written.about,
          cure,
        })),
      ),
    ),
    ...answers.flatMap(({ faq, index, question, sentences }) => {
      const askedKeys = question.flatMap(keysOf).filter((key) => !asking.has(key));
      // A question about a part or a kind of a service is not about the service.
      const asked = namedIn(askedKeys, services).filter(({ name }) => askedKeys.every((key) => name.includes(key)));
      const cures = sentences.flatMap((sentence) => {
        const named = namedIn(keysOf(sentence), services);
        const meant = named.length > 0 ? named : asked;
        const [service] = meant;
        return [
          ...(meant.length === 1 && service !== undefined ? ofService(sentence, service) : []),
          ...ofHours(sentence, lexicon, hours, asksForHours.test(faq.question)),
        ];
      });
      cures.push(...otherPlaces(faq, knowledge));
      return cures.map((cure) => ({ key: `faqs[${index}].answer`, value: faq.answer, cure }));
    }),
    ...answers.flatMap((answer, index) =>
      answers.slice(0, index).flatMap((earlier) =>
        betweenAnswers(earlier, answer).map((cure) => ({
          key: `faqs[${index}].answer`,
          value: answer.faq.answer,
          cure,
        })),
      ),
    ),
  ];
  const seen = new Set<string>();
  return told
    .filter(({ key, cure }) => !seen.has(key + cure) && seen.add(key + cure))
    .map(({ key, value, cure }) => ({ file, key, value, cure }));
}

interface ReadService {
  readonly written: Service;
  readonly index: number;
  /** The words by which it is called. */
  readonly name: readonly string[];
  readonly price: readonly Figure[];
  readonly about: readonly Sentence[];
}

function readService(written: Service, index: number, lexicon: Lexicon): ReadService {
  const about = written.about === null ? [] : readText(written.about, lexicon);
  const price = written.price === null ? [] : figuresOf(readText(written.price, lexicon).flatMap(({ items }) => items));
  return { written, index, name: [...new Set(readText(written.name, lexicon).flatMap(keysOf))], price, about };
}

interface ReadAnswer {
  readonly faq: Faq;
  readonly index: number;
  readonly question: readonly Sentence[];
  readonly sentences: readonly Sentence[];
}

function readAnswer(faq: Faq, index: number, lexicon: Lexicon): ReadAnswer {
  return { faq, index, question: readText(faq.question, lexicon), sentences: readText(faq.answer, lexicon) };
}

/** The services whose whole name stands among words; of names that hold one another the longest. */
function namedIn(keys: readonly string[], services: readonly ReadService[]): readonly ReadService[] {
  const named = services.filter(({ name }) => name.length > 0 && name.every((key) => keys.includes(key)));
  const isPartOf = (name: readonly string[], other: readonly string[]) =>
    other.length > name.length && name.every((key) => other.includes(key));
  return named.filter(({ name }) => !named.some((other) => isPartOf(name, other.name)));
}

/** True for a sentence that speaks of nothing beside a service: what else is told of it may have a price of its own. */
function isOnlyOf({ name }: ReadService): (sentence: Sentence) => boolean {
  return (sentence) => keysOf(sentence).every((key) => name.includes(key) || asking.has(key));
}

/** What a sentence says of a service's price and time that the service itself does not. */
function ofService(sentence: Sentence, { written, index, price, about }: ReadService): string[] {
  const figures = figuresOf(sentence.items);
  const others = about.filter((each) => each !== sentence).flatMap(({ items }) => figuresOf(items));
  const wrongPrice = figures.find(
    (figure) =>
      price.length > 0 &&
      hasUnit(figure, "money") &&
      figure.bound === "is" &&
      !beside.test(sentence.plain) &&
      ![...price, ...others].some((each) => isSameFigure(figure, each)),
  );
  const { minutes } = written;
  const wrongTime = figures.find(
    (figure) =>
      minutes !== null &&
      hasUnit(figure, "minutes") &&
      figure.bound === "is" &&
      ofDuration.test(sentence.plain) &&
      !beside.test(sentence.plain) &&
      !figure.readings.some((reading) => reading.unit === "minutes" && reading.value === minutes) &&
      !others.some((each) => isSameFigure(figure, each)),
  );
  const name = `services[${index}]`;
  return [
    ...(wrongPrice === undefined
      ? []
      : [
          `It says ${wrongPrice.text} of ${written.name}, and ${name}.price is ${written.price}. Write the same in both.`,
        ]),
    ...(wrongTime === undefined
      ? []
      : [`It says ${wrongTime.text} of ${written.name}, and ${name}.minutes is ${minutes}. Write the same in both.`]),
  ];
}

/** What a sentence says of the opening hours that they do not. */
function ofHours(sentence: Sentence, lexicon: Lexicon, grounds: HoursGrounds, isAskedFor: boolean): string[] {
  // Whoever "they" are, their hours are not ours.
  if (sentence.isQuestion || sentence.items.some((item) => item.kind === "word" && item.subject === "they")) return [];
  const claims =
    readHours(sentence.items, lexicon, new Set()) ??
    segmentsOf(sentence.items).flatMap((segment) => readHours(segment, lexicon, new Set()) ?? []);
  return claims.flatMap((read) => {
    // "Monday from 10 to 4", where it is asked when they are open.
    const claim = isAskedFor && read.verb === null && read.times.length > 0 ? { ...read, verb: "open" as const } : read;
    if (claim.verb === null || claim.isNow) return [];
    const isState = claim.times.length === 0 && claim.dayPart === null && !claim.isRoundTheClock;
    if (claim.days.length > 0) {
      if (claim.days.some(({ by }) => by === "relative" || by === "shifted")) return [];
      return said(judgeHours(claim, grounds), claim, grounds);
    }
    // Said of no day it is meant of the usual ones: wrong is what holds on none of them.
    if (isState || claim.daysAWeek !== null)
      return claim.daysAWeek === null ? [] : said(judgeHours(claim, grounds), claim, grounds);
    const open = weekdays.flatMap((day, index) => (grounds.knowledge.hours[day].length > 0 ? [index] : []));
    const verdicts = open.map((index) =>
      judgeHours({ ...claim, days: [{ by: "weekdays", weekdays: [index], isEvery: true, isNext: false }] }, grounds),
    );
    const isWrong = verdicts.length > 0 && verdicts.every(({ is }) => is === "false");
    return isWrong ? ["No day of hours says these times. Write the same in both."] : [];
  });
}

function said(verdict: ReturnType<typeof judgeHours>, claim: HoursClaim, { knowledge }: HoursGrounds): string[] {
  if (verdict.is !== "false") return [];
  const days = claim.days.flatMap((each) => (each.by === "weekdays" ? each.weekdays : []));
  const [day] = days.flatMap((index) => weekdays[index] ?? []);
  const language = knowledge.business.languages[0] ?? "en";
  if (days.length !== 1 || day === undefined) return [`Hours say otherwise: ${verdict.why}. Write the same in both.`];
  return [`hours.${day} is ${speakOpenings(knowledge.hours[day], language)}. Write the same in both.`];
}

/** Two sentences in nearly the same words whose figures of one kind differ, or of which one denies what the other says. */
function betweenAnswers(earlier: ReadAnswer, later: ReadAnswer): string[] {
  const found = earlier.sentences.flatMap((one) =>
    later.sentences.flatMap((other) => {
      const [a, b] = [keysOf(one), keysOf(other)];
      if (isFreeBeside(one, other) || isFreeBeside(other, one)) return [saysOtherwise(earlier)];
      const shared = a.filter((key) => b.includes(key)).length;
      if (shared === 0 || shared / new Set([...a, ...b]).size < alike) return [];
      const isDenied = (sentence: Sentence) => sentence.items.some((item) => item.isNegated);
      return isDenied(one) !== isDenied(other) || haveOtherFigures(figuresOf(one.items), figuresOf(other.items))
        ? [saysOtherwise(earlier)]
        : [];
    }),
  );
  return found.slice(0, 1);
}

function saysOtherwise({ index }: ReadAnswer): string {
  return `faqs[${index}].answer says otherwise. Write the same in both, or leave one out.`;
}

/** One sentence gives away what the other, about the same and nothing else, has a price for. */
function isFreeBeside(gift: Sentence, sale: Sentence): boolean {
  const given = keysOf(gift).filter((key) => !free.test(key));
  const sold = keysOf(sale).filter((key) => !asking.has(key));
  const isSame =
    given.length > 0 && given.every((key) => sold.includes(key)) && sold.every((key) => given.includes(key));
  const isPriced = figuresOf(sale.items).some((figure) => hasUnit(figure, "money"));
  return free.test(gift.plain) && !gift.items.some((item) => item.isNegated) && isPriced && isSame;
}

function haveOtherFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  const units = ["money", "minutes", "months", "percent", "clock"] as const;
  // Where several figures differ, they are of different things.
  const others = a.filter((one) => !b.some((other) => isSameFigure(one, other)));
  if (a.length !== b.length || others.length !== 1 || others.every(isBare)) return false;
  return units.some((unit) => {
    const [ofA, ofB] = [a, b].map((all) => all.filter((figure) => hasUnit(figure, unit))) as [Figure[], Figure[]];
    return ofA.length === 1 && ofB.length === 1 && ofA.every((one) => ofB.every((other) => !isSameFigure(one, other)));
  });
}

function keysOf({ items }: Sentence): string[] {
  return items.flatMap((item) =>
    item.kind === "word" && item.weight !== "neutral" && item.key !== "not" ? [item.key] : [],
  );
}

function figuresOf(items: readonly Item[]): Figure[] {
  return items.flatMap((item) => (item.kind === "figure" ? [item.figure] : []));
}

/** A number by itself: of a desk, a bus, a room. */
function isBare({ text }: Figure): boolean {
  return /^\d+$/.test(text);
}

/** A number without its currency may be anything. */
function hasUnit({ readings }: Figure, unit: Reading["unit"]): boolean {
  return readings.some((reading) => reading.unit === unit && (reading.unit !== "money" || reading.currency !== null));
}

function isSameFigure(one: Figure, other: Figure): boolean {
  return (
    follows(one, other) ||
    one.readings.some((a) => other.readings.some((b) => a.unit === b.unit && isSameReading(a, b)))
  );
}
