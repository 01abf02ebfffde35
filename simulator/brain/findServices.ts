import type { Service } from "../../functions/shared/knowledge";
import { aside, type Entry, type KnowledgeIndex, matchOf } from "./knowledgeIndex";
import type { Language } from "./language";
import type { Token } from "./plainText";

/** The services that a caller's words name. */
export interface ServicesSaid {
  /** Named beyond doubt. */
  readonly sure: readonly Service[];
  /** Each may be meant, but only one of them; empty where nothing is in doubt. */
  readonly either: readonly Service[];
  /** The caller's words that named them. */
  readonly by: ReadonlySet<Token>;
  /** `name`: the whole name, or the word that says what it is. `part`: another word of it. `about`: only what is said about it. */
  readonly basis: "name" | "part" | "about";
}

interface Candidate {
  readonly service: Service;
  readonly matched: readonly Token[];
  /** How much the matched words say. */
  readonly mass: number;
  /** The share of the name that was said. */
  readonly share: number;
  readonly hasNoun: boolean;
  /** "nails" for a nail trim, "pedicure" for a manicure and pedicure. */
  readonly hasEdge: boolean;
}

export const noServices: ServicesSaid = { sure: [], either: [], by: new Set(), basis: "name" };

/**
 * Finds the services that are named, wholly or by the part of the name that tells them apart. `isBeside`: a word that alone names
 * none, such as the `closed` of "are you closed?"
 */
export function findServices(
  tokens: readonly Token[],
  entries: readonly Entry<Service>[],
  index: KnowledgeIndex,
  language: Language,
  isBeside: (token: Token) => boolean,
): ServicesSaid {
  const isDay = ({ word }: Token) => language.calendar.weekdays.some((day) => day.test(word));
  const candidates = entries
    .map((entry) => candidateOf(entry, tokens, index, language))
    .filter(({ matched }) => matched.some((token) => !isDay(token) && !isBeside(token)));
  const whole = candidates.filter(({ share }) => share > 0.999);
  const sure = whole.filter((one) => !whole.some((other) => other !== one && isMore(other, one)));
  const by = new Set(sure.flatMap(({ matched }) => matched));
  const partly = candidates
    .filter(
      (one) => !whole.includes(one) && (one.hasNoun || one.share > 0.4) && one.matched.some((token) => !by.has(token)),
    )
    .filter((one) => sure.length === 0 || (one.hasNoun && !one.matched.some((token) => by.has(token))));
  const best = heaviest(partly);
  if (sure.length > 0 || best.length > 0) {
    for (const { matched } of best) for (const token of matched) by.add(token);
    return choice(sure, best, by, "name");
  }
  const parts = heaviest(candidates);
  if (parts.length > 0) {
    const isNamed = parts.length === 1 && parts[0]?.hasEdge;
    return choice([], parts, new Set(parts.flatMap(({ matched }) => matched)), isNamed ? "name" : "part");
  }
  return findByAbout(
    tokens.filter((token) => !isBeside(token)),
    entries,
    index,
    language,
  );
}

/** One more is meant beyond doubt, of several only one. */
function choice(
  sure: readonly Candidate[],
  more: readonly Candidate[],
  by: ReadonlySet<Token>,
  basis: ServicesSaid["basis"],
): ServicesSaid {
  const isOne = more.length === 1;
  const services = (isOne ? [...sure, ...more] : sure).map(({ service }) => service);
  return { sure: services, either: isOne ? [] : more.map(({ service }) => service), by, basis };
}

function heaviest<T extends { readonly mass: number }>(candidates: readonly T[]): readonly T[] {
  const most = Math.max(0, ...candidates.map(({ mass }) => mass));
  return candidates.filter(({ mass }) => mass > most * 0.95);
}

function findByAbout(
  tokens: readonly Token[],
  entries: readonly Entry<Service>[],
  index: KnowledgeIndex,
  language: Language,
): ServicesSaid {
  const found = entries
    .map((entry) => {
      const matched = tokens.filter((token) => matchOf(token, entry, language) > 0);
      return { service: entry.item, matched, mass: matched.reduce((sum, token) => sum + index.weigh(token), 0) };
    })
    .filter(({ matched }) => matched.length > 0);
  const best = heaviest(found);
  const isOne = best.length === 1;
  const services = best.map(({ service }) => service);
  if (best.length === 0 || best.length > 3) return noServices;
  const by = new Set(best.flatMap(({ matched }) => matched));
  return { sure: isOne ? services : [], either: isOne ? [] : services, by, basis: "about" };
}

function candidateOf(
  entry: Entry<Service>,
  tokens: readonly Token[],
  index: KnowledgeIndex,
  language: Language,
): Candidate {
  const matched = tokens.filter((token) => matchOf(token, entry, language) > aside);
  const isSaid = (part: Token) =>
    matched.some(
      ({ stem, meaning }) =>
        stem === part.stem ||
        meaning === part.meaning ||
        (language.joinsWords && (part.stem.includes(stem) || stem.includes(part.stem))),
    );
  const massOf = (parts: readonly Token[]) => parts.reduce((sum, part) => sum + index.weigh(part), 0);
  const total = massOf(entry.head);
  const { noun } = entry;
  return {
    service: entry.item,
    matched,
    // What is only said about it helps to tell it from others, but "how much do you charge" is about all of them.
    mass: tokens
      .filter((token) => matched.includes(token) || !language.cues.price.test(token.word))
      .reduce((sum, token) => sum + index.weigh(token) * matchOf(token, entry, language), 0),
    share: total === 0 ? 0 : massOf(entry.head.filter(isSaid)) / total,
    hasNoun: noun !== null && isSaid(noun),
    hasEdge: [entry.head[0], entry.head.at(-1)].some((part) => part !== undefined && isSaid(part)),
  };
}

/** Whether `other` was named by all the words that named `one`, and more. */
function isMore(other: Candidate, one: Candidate): boolean {
  return other.matched.length > one.matched.length && one.matched.every((token) => other.matched.includes(token));
}
