import type { Fact, Faq, Knowledge, Service } from "../../shared/knowledge";
import { writtenNumber } from "../../shared/phoneNumber";
import { isBeyondLimit, laterStatements } from "./afterThat";
import { isPlain, unpriced, withoutFee } from "./besidePrices";
import { namingKeys } from "./citedFor";
import { unlessStatements } from "./conditions";
import type { Figure, Reading } from "./figure";
import { isDay, isMoney, isWord } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import { needlessIn } from "./needless";
import { keysOfPer } from "./readPer";
import { type Item, readText, type Sentence } from "./readText";
import { partsOf } from "./segments";
import { ledAnswers, referredElsewhere, shortAnswers } from "./shortAnswers";
import { aboutOf, contentKeys, contentKeysOf, inOneBreath, type Statement, statementOf } from "./statement";
import { lexiconFor, wordedIn } from "./vocabularies";

/** A fact as claims are held against it. */
export interface Evidence {
  readonly id: string;
  readonly kind: "service" | "faq" | "business" | "hours" | "holiday";
  /** What it is about; a reply may name that beside what it takes from a statement. */
  readonly topic: ReadonlySet<string>;
  /** The words of a service's name as it is written, joints among them. */
  readonly called: readonly string[];
  /** Words that the question puts as alternatives: `bus` or `streetcar`. */
  readonly alternatives: readonly (readonly [string, string])[];
  /** What it makes needless, said as a denial. */
  readonly needless?: readonly Statement[];
  /** What a question that no yes or no answers takes for granted: that one can pay, where it asks how. */
  readonly presupposed: ReadonlySet<string>;
  /** Days that the question names. */
  readonly asked: readonly Figure[];
  /** The words by which a service is called. */
  readonly name: readonly string[];
  /** What compounds of its name are a kind of. */
  readonly heads?: readonly string[];
  readonly statements: readonly Statement[];
}

const remembered = new WeakMap<Knowledge, Map<string, readonly Evidence[]>>();

/** All that a business says of itself, read with a lexicon; made once for each business and language. */
export function evidenceOf(knowledge: Knowledge, facts: readonly Fact[], lexicon: Lexicon): readonly Evidence[] {
  const byLanguage = remembered.get(knowledge) ?? new Map<string, readonly Evidence[]>();
  remembered.set(knowledge, byLanguage);
  const known = byLanguage.get(lexicon.vocabulary.code);
  if (known !== undefined && known.length === facts.length + 1) return known;
  const made = [...facts.map((fact) => readWhenAsked(fact, knowledge, lexicon)), selfEvidence(lexicon)];
  byLanguage.set(lexicon.vocabulary.code, made);
  return made;
}

/** What the agent is, which no business has to say. */
function selfEvidence(lexicon: Lexicon): Evidence {
  const statements = readText(lexicon.vocabulary.self, lexicon).map(({ items }) =>
    statementOf(items, { price: null, isList: false }),
  );
  return {
    id: selfId,
    kind: "business",
    topic: new Set(),
    name: [],
    called: [],
    alternatives: [],
    presupposed: new Set(),
    asked: [],
    statements,
  };
}

/** Counts as cited in every reply. */
export const selfId = "agent";

/**
 * A fact of which nothing is read before it is asked for: a business may have a thousand, a reply rests on a few, and reading one takes
 * a millisecond.
 */
function readWhenAsked(fact: Fact, knowledge: Knowledge, lexicon: Lexicon): Evidence {
  const [room = "", rest = ""] = [fact.id.slice(0, fact.id.indexOf(".")), fact.id.slice(fact.id.indexOf(".") + 1)];
  const { languages } = knowledge.business;
  const written = room === "service" ? knowledge.services.find((each) => each.id === rest) : undefined;
  const service = written === undefined ? undefined : serviceIn(written, lexicon, languages);
  let read: Evidence | null = null;
  let named: Pick<Evidence, "name" | "called" | "heads"> | null = null;
  let topic: ReadonlySet<string> | null = null;
  const whole = () => {
    read ??= readFact(fact, service, knowledge, lexicon);
    return read;
  };
  const names = () => {
    named ??= service === undefined ? { name: [], called: [] } : namesOf(service, lexiconFor(service.name, languages));
    return named;
  };
  const isKnown = room === "service" || room === "faq" || room === "hours" || room === "holiday";
  return {
    id: fact.id,
    kind: isKnown ? room : "business",
    get topic() {
      // Of a service its name and id say it: questions are held against those of all services.
      topic ??= service === undefined ? whole().topic : topicOf(service, names().name, knowledge);
      return topic;
    },
    get name() {
      return names().name;
    },
    get asked() {
      return whole().asked;
    },
    get presupposed() {
      return whole().presupposed;
    },
    get heads() {
      return names().heads;
    },
    get called() {
      return names().called;
    },
    get alternatives() {
      return whole().alternatives;
    },
    get needless() {
      return whole().needless;
    },
    get statements() {
      return whole().statements;
    },
  };
}

function topicOf({ id, name }: Service, keys: readonly string[], { business }: Knowledge): ReadonlySet<string> {
  return new Set([...keys, ...idKeys(id, lexiconFor(name, business.languages))]);
}

function namesOf({ name }: Service, lexicon: Lexicon): Pick<Evidence, "name" | "called" | "heads"> {
  const sentences = readText(name, lexicon);
  const items = sentences.flatMap((sentence) => sentence.items);
  return {
    name: nameKeys(items, lexicon),
    called: items.flatMap((item) => (item.kind === "word" ? [item.key] : [])),
    heads: items.flatMap((item) => (item.kind === "word" ? (lexicon.headOf(item.text) ?? []) : [])),
  };
}

/** A service in the words of one language, where it has them in several. */
function serviceIn(service: Service, lexicon: Lexicon, languages: readonly string[]): Service {
  const { name, price, about } = service;
  const worded = (text: string | null) => (text === null ? null : wordedIn(text, lexicon, languages));
  return { ...service, name: wordedIn(name, lexicon, languages), price: worded(price), about: worded(about) };
}

function nameKeys(items: readonly Item[], lexicon: Lexicon): string[] {
  const things = items.flatMap((item) => (item.kind === "word" && lexicon.isThing(item.text) ? [item.key] : []));
  // "Ninety-minute massage" is not named by "massage".
  const figures = items.flatMap((item) => (item.kind === "figure" ? (namingKeys([item])[0] ?? []) : []));
  return [...new Set([...contentKeysOf(items), ...things, ...figures])];
}

function readFact({ id, text }: Fact, service: Service | undefined, knowledge: Knowledge, asked: Lexicon): Evidence {
  const { languages } = knowledge.business;
  const dot = id.indexOf(".");
  const [room, rest] = [id.slice(0, dot), id.slice(dot + 1)];
  if (service !== undefined) {
    const { name, price, about } = service;
    const own = lexiconFor(`${name} ${about ?? ""}`, languages);
    // "$260 for four lessons" may be all that is not said in the other language.
    return serviceEvidence(id, service, own, lexiconFor(price ?? "", languages, `${name} ${about ?? ""}`));
  }
  const faq = room === "faq" ? knowledge.faqs.find((each) => each.id === rest) : undefined;
  if (faq !== undefined) {
    const [question, answer] = [wordedIn(faq.question, asked, languages), wordedIn(faq.answer, asked, languages)];
    return faqEvidence(id, { ...faq, question, answer }, lexiconFor(`${question} ${answer}`, languages));
  }
  const lexicon = lexiconFor(text, languages);
  const kind = room === "hours" || room === "holiday" ? room : "business";
  if (kind !== "business")
    return {
      id,
      kind,
      topic: new Set(),
      name: [],
      called: [],
      alternatives: [],
      presupposed: new Set(),
      asked: [],
      statements: [],
    };
  return {
    id,
    kind,
    topic: new Set(),
    name: [],
    called: [],
    alternatives: [],
    presupposed: new Set(),
    asked: [],
    statements: businessStatements(id, text, knowledge, lexicon),
  };
}

function serviceEvidence(id: string, service: Service, lexicon: Lexicon, ofPrice: Lexicon): Evidence {
  const name = nameKeys(
    readText(service.name, lexicon).flatMap(({ items }) => items),
    lexicon,
  );
  const topic = new Set([...name, ...idKeys(service.id, lexicon)]);
  const price = service.price === null ? null : readText(service.price, ofPrice);
  const head: Statement[] = [];
  const priceItems = price?.flatMap(({ items }) => items) ?? [];
  const minutes = service.minutes;
  const minuteItems: Item[] =
    minutes === null
      ? []
      : [
          {
            kind: "figure",
            text: String(minutes),
            pause: "",
            isNegated: false,
            figure: { text: String(minutes), readings: [{ unit: "minutes", value: minutes }], bound: "is", per: null },
          },
        ];
  const nameItems = readText(service.name, lexicon).flatMap(({ items }) => items);
  const sums = priceItems.flatMap((item) => (isMoney(item) ? [item.figure] : []));
  // "$190 for two": only where no sum has its currency may a bare number be one.
  const inCurrency = sums.filter(({ readings }) =>
    readings.some((each) => each.unit === "money" && each.currency !== null),
  );
  const priceFigures = inCurrency.length > 0 ? inCurrency : sums;
  const perKeys = priceFigures.flatMap(({ per }) => keysOfPer(per));
  const priceWords = contentKeysOf(priceItems).filter(
    (key) => key !== "all" && !topic.has(key) && !perKeys.includes(key),
  );
  const headStatement = statementOf([...nameItems, ...priceItems, ...minuteItems], {
    price: price === null ? null : { words: priceWords, figures: priceFigures },
    isList: false,
  });
  head.push(headStatement);
  const about = service.about === null ? [] : readText(service.about, lexicon).filter(({ items }) => items.length > 0);
  head.push(...joinedStatements(about, true));
  head.push(...laterStatements(about, priceItems, lexicon));
  for (const [at, { items }] of about.entries()) {
    const isBeyond = isBeyondLimit(about, at, priceItems, lexicon);
    head.push(statementOf(items, { price: null, isList: true, ...(isBeyond && { isBeyondLimit: true as const }) }));
    const free = withoutFee(items);
    if (free !== null) head.push(statementOf(free, { price: null, isList: true }));
    // "For children of 12 and younger": said together with the price.
    const beside = unpriced(items, topic);
    if (beside.length > 0)
      head.push(
        statementOf([...nameItems, ...priceItems, ...minuteItems, ...apart(beside)], {
          price: headStatement.price,
          isList: true,
        }),
      );
  }
  // "It's Thursdays at five for ages 8 to 12": what is plainly said of it in several sentences.
  const plain = about.map(({ items }) => unpriced(items, topic)).filter((items) => items.length > 0 && isPlain(items));
  if (plain.length > 1)
    head.push(
      statementOf([...nameItems, ...priceItems, ...minuteItems, ...plain.flatMap(apart)], {
        price: headStatement.price,
        isList: true,
      }),
    );
  const called = nameItems.flatMap((item) => (item.kind === "word" ? [item.key] : []));
  return {
    id,
    kind: "service",
    topic,
    name,
    called,
    alternatives: [],
    needless: needlessIn(about),
    presupposed: new Set(),
    asked: [],
    statements: head,
  };
}

/** What two sentences say of the same thing. */
function joinedStatements(sentences: readonly Sentence[], isList: boolean): Statement[] {
  return sentences.flatMap(({ items }, at) => {
    const joined = inOneBreath(items, sentences[at - 1]?.items);
    return joined === null ? [] : [statementOf(joined, { price: null, isList })];
  });
}

/** What is said of a service is a sentence of its own. */
function apart([first, ...rest]: readonly Item[]): readonly Item[] {
  return first === undefined ? [] : [{ ...first, pause: "." }, ...rest];
}

function faqEvidence(id: string, faq: Faq, lexicon: Lexicon): Evidence {
  const question = readText(faq.question, lexicon);
  const answer = readText(faq.answer, lexicon);
  const topic = new Set([...contentKeys(question), ...idKeys(faq.id, lexicon)]);
  const statements = answer.map(({ items }, at) =>
    statementOf(items, {
      price: null,
      isList: false,
      ...aboutOf(items, answer[at - 1]?.items),
      ...(isBeyondLimit(answer, at, [], lexicon) && { isBeyondLimit: true as const }),
    }),
  );
  for (const { items } of answer) {
    const free = withoutFee(items);
    if (free !== null) statements.push(statementOf(free, { price: null, isList: false }));
  }
  statements.push(...joinedStatements(answer, false));
  statements.push(...laterStatements(answer, [], lexicon));
  const first =
    /^[^.!?,;:]*/
      .exec(answer[0]?.whole ?? "")?.[0]
      ?.replace(/[^\p{L}' ]+/gu, " ")
      .trim() ?? "";
  statements.push(...unlessStatements(answer));
  const { yes, no } = lexicon.vocabulary;
  const isOpen = lexicon.vocabulary.openQuestion.test(question.at(-1)?.whole ?? "");
  const told = statements.flatMap(({ words }) => [...words].filter(([key]) => topic.has(key)).map(([, how]) => how));
  const [saysYes, saysNo] = [yes.test(first), no.test(first)];
  const asks = contentKeys(question);
  const isTold =
    !isOpen &&
    !saysYes &&
    !saysNo &&
    asks.length > 0 &&
    // "Poles are included, boots are extra" does not tell that boots are included.
    statements.some(({ items }) =>
      partsOf(items).some((part) => asks.every((key) => part.some((item) => isWord(item, key)))),
    );
  const isNo = saysNo || (isTold && told.every(({ isSaid }) => !isSaid));
  const isYes = saysYes || (isTold && told.every(({ isDenied }) => !isDenied));
  if (isNo || isYes) {
    // What the question asks is said, or denied, by the answer.
    const asking = question.at(-1)?.items ?? [];
    const verbAt = asking.findIndex((item) => item.kind === "word" && (item.isCopula || item.subject !== null));
    // "Le devis est-il payant ?" "Non.": there is a quote, and of it something is denied.
    const isSubject = (item: Item, at: number) => at < verbAt && item.kind === "word" && item.weight !== "neutral";
    const questioned = isNo
      ? asking.flatMap((item, at) => [...(isSubject(item, at) ? [item] : []), { ...item, isNegated: true }])
      : asking;
    const derived = { price: null, isList: false, isDerived: true };
    statements.push(statementOf(questioned, derived));
    if (saysYes) statements.push(statementOf([...questioned, ...(answer[0]?.items ?? [])], derived));
  }
  if (!isOpen) statements.push(...shortAnswers(question.at(-1)?.items ?? [], statements));
  if (!isOpen) statements.push(...ledAnswers(question.at(-1)?.items ?? [], answer));
  if (!isOpen) statements.push(...referredElsewhere(question.at(-1)?.items ?? [], answer));
  // "Tell us by noon. Otherwise we charge $20": said in one breath with "unless".
  for (const [at, { items }] of answer.entries()) {
    const [first] = items;
    if (at > 0 && isWord(first, "otherwise"))
      statements.push(statementOf([...(answer[at - 1]?.items ?? []), ...items], { price: null, isList: false }));
  }
  const asked = question
    .flatMap(({ items }) => items)
    .filter(
      // "A deposit or any other fee".
      (item) => item.kind === "word" && item.key !== "any" && (item.weight !== "neutral" || item.key === "or"),
    );
  const alternatives = asked.flatMap((item, at): [string, string][] => {
    const [before, after] = [asked[at - 1], asked[at + 1]];
    const isOr = isWord(item, "or") && before?.kind === "word" && after?.kind === "word";
    return isOr ? [[before.key, after.key]] : [];
  });
  const presupposed = new Set(
    isOpen
      ? (question.at(-1)?.items ?? []).flatMap((item) => (item.kind === "word" && !item.isNegated ? [item.key] : []))
      : [],
  );
  return {
    id,
    kind: "faq",
    topic,
    name: [],
    called: [],
    alternatives,
    needless: needlessIn(answer),
    presupposed,
    asked: daysIn(question),
    statements,
  };
}

function businessStatements(id: string, text: string, knowledge: Knowledge, lexicon: Lexicon): Statement[] {
  const { phone } = knowledge.business;
  if (id !== "business.phone")
    return [
      statementOf(
        readText(text, lexicon).flatMap(({ items }) => items),
        { price: null, isList: false },
      ),
    ];
  const national = writtenNumber(phone, phone).replace(/\D/g, "");
  const forms: Reading[] = [
    { unit: "digits", digits: phone.slice(1), isWhole: true },
    { unit: "digits", digits: national },
  ];
  const item: Item = {
    kind: "figure",
    text: phone,
    pause: "",
    isNegated: false,
    figure: { text: phone, readings: forms, bound: "is", per: null },
  };
  const words = readText(text, lexicon).flatMap(({ items }) => items.filter(({ kind }) => kind === "word"));
  return [statementOf([...words, item], { price: null, isList: false })];
}

function daysIn(sentences: readonly Sentence[]): Figure[] {
  return sentences.flatMap(({ items }) => items.flatMap((item) => (isDay(item) ? [item.figure] : [])));
}

function idKeys(id: string, lexicon: Lexicon): string[] {
  return id
    .split(/[-_]/)
    .filter((word) => !lexicon.neutral.has(word))
    .map((word) => lexicon.keyOf(word));
}
