import type { Fact, Knowledge, Service } from "../../shared/knowledge";
import { writtenNumber } from "../../shared/phoneNumber";
import { faqEvidence } from "./faqEvidence";
import type { Figure, Reading } from "./figure";
import type { Lexicon } from "./lexicon";
import { type Item, readText } from "./readText";
import { serviceEvidence } from "./serviceEvidence";
import { type Statement, statementOf } from "./statement";
import { namesOf, topicOf } from "./topics";
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

/** What is asked about by no name and no question. */
const ofNothing: Pick<Evidence, "topic" | "name" | "called" | "alternatives" | "presupposed" | "asked"> = {
  topic: new Set(),
  name: [],
  called: [],
  alternatives: [],
  presupposed: new Set(),
  asked: [],
};

/** What the agent is, which no business has to say. */
function selfEvidence(lexicon: Lexicon): Evidence {
  const statements = readText(lexicon.vocabulary.self, lexicon).map(({ items }) =>
    statementOf(items, { price: null, isList: false }),
  );
  return {
    id: selfId,
    kind: "business",
    ...ofNothing,
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

/** A service in the words of one language, where it has them in several. */
function serviceIn(service: Service, lexicon: Lexicon, languages: readonly string[]): Service {
  const { name, price, about } = service;
  const worded = (text: string | null) => (text === null ? null : wordedIn(text, lexicon, languages));
  return { ...service, name: wordedIn(name, lexicon, languages), price: worded(price), about: worded(about) };
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
      ...ofNothing,
      statements: [],
    };
  return {
    id,
    kind,
    ...ofNothing,
    statements: businessStatements(id, text, knowledge, lexicon),
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
