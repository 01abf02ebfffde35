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
  /** False where only what is said about the services has these words. */
  readonly isByName: boolean;
}

interface Candidate {
  readonly service: Service;
  readonly matched: readonly Token[];
  /** How much the matched words say. */
  readonly mass: number;
  /** The share of the name that was said. */
  readonly share: number;
  readonly hasNoun: boolean;
}

export const noServices: ServicesSaid = { sure: [], either: [], by: new Set(), isByName: true };

/** Finds the services that are named, wholly or by the part of the name that tells them apart. */
export function findServices(
  tokens: readonly Token[],
  entries: readonly Entry<Service>[],
  index: KnowledgeIndex,
  language: Language,
): ServicesSaid {
  const candidates = entries
    .map((entry) => candidateOf(entry, tokens, index, language))
    .filter(({ matched }) => matched.length > 0);
  const whole = candidates.filter(({ share }) => share > 0.999);
  const sure = whole.filter((one) => !whole.some((other) => other !== one && isMore(other, one)));
  const by = new Set(sure.flatMap(({ matched }) => matched));
  const partly = candidates
    .filter(
      (one) => !whole.includes(one) && (one.hasNoun || one.share > 0.5) && one.matched.some((token) => !by.has(token)),
    )
    .filter((one) => sure.length === 0 || !one.matched.some((token) => by.has(token)));
  const most = Math.max(0, ...partly.map(({ mass }) => mass));
  const best = partly.filter(({ mass }) => mass > most * 0.95);
  if (best.length > 0) {
    for (const { matched } of best) for (const token of matched) by.add(token);
    const services = sure.map(({ service }) => service);
    const [only] = best;
    if (best.length === 1 && only) return { sure: [...services, only.service], either: [], by, isByName: true };
    return { sure: services, either: best.map(({ service }) => service), by, isByName: true };
  }
  if (sure.length > 0) return { sure: sure.map(({ service }) => service), either: [], by, isByName: true };
  return findByAbout(tokens, entries, index, language);
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
  const most = Math.max(0, ...found.map(({ mass }) => mass));
  const best = found.filter(({ mass }) => mass > most * 0.95);
  const [first] = best;
  if (!first || best.length > 3) return noServices;
  const by = new Set(best.flatMap(({ matched }) => matched));
  if (best.length === 1) return { sure: [first.service], either: [], by, isByName: false };
  return { sure: [], either: best.map(({ service }) => service), by, isByName: false };
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
  const noun = nounOf(entry, language);
  return {
    service: entry.item,
    matched,
    mass: massOf(matched),
    share: total === 0 ? 0 : massOf(entry.head.filter(isSaid)) / total,
    hasNoun: noun !== undefined && isSaid(noun),
  };
}

/** The word that says what kind of thing a service is: the last before `with`, `for` or a bracket, in English. */
function nounOf({ item, head }: Entry<Service>, language: Language): Token | undefined {
  const kind =
    item.name.split(
      /[(,–—:/]|\s-\s|\s(?:with|for|of|without|at|on|in|and|mit|für|und|de|pour|avec|et|con|para|y)\s/i,
    )[0] ?? "";
  const count = kind.trim().split(/[\s-]+/).length;
  const words = new Set(kind.toLowerCase().split(/[\s-]+/));
  const within = head.filter(
    ({ word }) => words.has(word) || [...words].some((other) => other.replace(/[’']s?$/, "") === word),
  );
  if (language.nounFirst) return within[0] ?? head[0];
  return within.at(-1) ?? head[Math.min(count, head.length) - 1];
}

/** Whether `other` was named by all the words that named `one`, and more. */
function isMore(other: Candidate, one: Candidate): boolean {
  return other.matched.length > one.matched.length && one.matched.every((token) => other.matched.includes(token));
}
