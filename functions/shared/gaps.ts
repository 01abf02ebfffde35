import type { KeptCall } from "./keptCall";
import type { Knowledge } from "./knowledge";

/** A question that ended with a person, because nothing in the file answered it. Its words have passed `redact`. */
export interface Gap {
  readonly contactId: string;
  /** ISO 8601, UTC: when the call began. */
  readonly startedAt: string;
  readonly question: string;
  readonly why: string;
}

/** Questions that mean the same, as far as their words tell. */
export interface GapGroup {
  /** The shortest of them. */
  readonly question: string;
  readonly times: number;
  /** When it was asked last, ISO 8601, UTC. */
  readonly lastAt: string;
  readonly why: string;
  /** Ids of the calls, the latest first. */
  readonly calls: readonly string[];
  /** The other wordings. */
  readonly alsoAsked: readonly string[];
}

/** Two questions are one from this share of common words on. */
const alike = 0.5;
/** A question is answered by now where a fact has so many of its words. */
const answered = 0.8;
/** Endings differ behind so many letters: `delivery`, `deliver`, `deliveries`. */
const stemCharacters = 6;
const mostQuestions = 5_000;
/** As `reply.ts` words it where the model had nothing to say. */
const noAnswer = "The assistant had no answer";

/** The questions of a call that nobody but a person could answer. */
export function gapsOf({ contactId, startedAt, turns, transfer }: KeptCall): readonly Gap[] {
  return turns.flatMap((turn) => {
    const isLast = turn === turns.at(-1);
    const hadNothing = isLast && transfer?.reason === noAnswer && turn.tool === "answer_from_knowledge";
    const why = turn.blocked?.why ?? (hadNothing ? "the model had no answer" : null);
    if (why === null || keysOf(turn.caller).size === 0) return [];
    return [{ contactId, startedAt, question: turn.caller, why }];
  });
}

/**
 * Puts questions together that are alike in their words, the most often asked first. What the file answers by now is left out: a question
 * is to be answered once.
 */
export function groupGaps(gaps: readonly Gap[], knowledge: Knowledge | null): readonly GapGroup[] {
  const facts = knowledge === null ? [] : wordsOfFacts(knowledge);
  const groups: { readonly keys: ReadonlySet<string>; readonly gaps: Gap[] }[] = [];
  const latest = [...gaps].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, mostQuestions);
  for (const gap of latest) {
    const keys = keysOf(gap.question);
    if (facts.some((fact) => share(keys, fact, keys.size) >= answered)) continue;
    const group = groups.find((each) => share(keys, each.keys, new Set([...keys, ...each.keys]).size) >= alike);
    if (group === undefined) groups.push({ keys, gaps: [gap] });
    else group.gaps.push(gap);
  }
  return groups.map((group) => groupOf(group.gaps)).sort((a, b) => b.times - a.times || (a.lastAt < b.lastAt ? 1 : -1));
}

/** Lines to be pasted under `faqs` of a knowledge file, each without its answer, so that a file with one left out is refused. */
export function faqLines(groups: readonly GapGroup[], taken: readonly string[] = []): readonly string[] {
  const ids = new Set(taken);
  return groups.flatMap(({ question, times, lastAt, calls, alsoAsked }) => {
    const id = idOf(question, ids);
    ids.add(id);
    const often = times === 1 ? "once" : `${times} times`;
    const others = alsoAsked.slice(0, 3).map((wording) => `; also: ${wording}`);
    return [
      `  # asked ${often}, last on ${lastAt.slice(0, 10)} (${calls.slice(0, 3).join(", ")})${others.join("")}`,
      `  - { id: ${id}, question: ${JSON.stringify(question)}, answer: }`,
    ];
  });
}

/** From the words of the question, and one that no other has. */
function idOf(question: string, taken: ReadonlySet<string>): string {
  const words = plainWords(question)
    .filter((word) => !small.has(word) && /^[a-z0-9]+$/.test(word))
    .slice(0, 3);
  const stem = words.length === 0 ? "question" : words.join("-");
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}

function groupOf(gaps: readonly Gap[]): GapGroup {
  const wordings = [...new Set(gaps.map(({ question }) => question))].sort((a, b) => a.length - b.length);
  const [question = "", ...alsoAsked] = wordings;
  return {
    question,
    times: gaps.length,
    lastAt: gaps[0]?.startedAt ?? "",
    why: gaps[0]?.why ?? "",
    calls: [...new Set(gaps.map(({ contactId }) => contactId))],
    alsoAsked,
  };
}

function wordsOfFacts({ faqs, services }: Knowledge): readonly ReadonlySet<string>[] {
  return [
    ...faqs.map(({ question, answer }) => keysOf(`${question} ${answer}`)),
    ...services.map(({ name, price, about }) => keysOf(`${name} ${price ?? ""} ${about ?? ""}`)),
  ];
}

function share(keys: ReadonlySet<string>, others: ReadonlySet<string>, of: number): number {
  return of === 0 ? 0 : [...keys].filter((key) => others.has(key)).length / of;
}

/** The words that say something, without their endings. */
function keysOf(text: string): ReadonlySet<string> {
  const words = plainWords(text).filter((word) => !small.has(word));
  // A bus and two buses, a price and two prices, a walrus and two walruses are one each.
  const stemOf = (word: string) => word.replace(/(?<=.{2}[^su])s$/, "").replace(/(?<=.{3})e$/, "");
  return new Set(words.map((word) => stemOf(word).slice(0, stemCharacters)));
}

/** Words in small letters without accents. Marks of `redact` are none. */
function plainWords(text: string): readonly string[] {
  const plain = text
    .replace(/\[[a-z-]+\]/g, " ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What questions are made of, in the languages in which the agent has sentences of its own. */
const small: ReadonlySet<string> = new Set(
  `a an the is are was be been am i you we they he she it me my your our their this that these those and or but if so of to in on at by for from with
  about as do does did can could would will shall should may might have has had get got there here what which who whom whose when where why how much many
  please hi hello thanks thank okay yes no not any some just also like want need know tell ask wonder wondering s t m re ll ve
  le la les l un une des de du d est sont je tu vous nous ils elles il elle on me mon ma mes votre vos notre nos et ou mais si en au aux par pour avec sur
  que qui quoi quel quelle quels quelles quand comment pourquoi combien est-ce ce cet cette ces y a avez ai peux pouvez puis voudrais bonjour merci oui non pas
  der die das den dem ein eine einen einem ist sind ich sie wir es mein ihr und oder aber wenn zu im in am auf bei mit von fur aus was wer wann wo wie warum
  haben habe hat kann konnen bitte danke ja nein nicht auch gibt
  el los las uno una es son yo usted ustedes nosotros mi su y o pero de del al en con por para sobre que quien cuando donde como cuanto cuanta hay tiene tienen
  puedo puede pueden quiero hola gracias si no`.split(/\s+/),
);
