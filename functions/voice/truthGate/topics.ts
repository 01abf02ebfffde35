import type { Knowledge, Service } from "../../shared/knowledge";
import { namingKeys } from "./citedFor";
import type { Evidence } from "./evidence";
import type { Lexicon } from "./lexicon";
import { type Item, readText } from "./readText";
import { contentKeysOf } from "./statement";
import { lexiconFor } from "./vocabularies";

/** The words by which a fact is called, and asked for. */

/** What a service is about: the words of its name, and of its id. */
export function topicOf({ id, name }: Service, keys: readonly string[], { business }: Knowledge): ReadonlySet<string> {
  return new Set([...keys, ...idKeys(id, lexiconFor(name, business.languages))]);
}

/** The words of a service's name, and what compounds of it are a kind of: of "Mietvelo" the "Velo". */
export function namesOf({ name }: Service, lexicon: Lexicon): Pick<Evidence, "name" | "called" | "heads"> {
  const sentences = readText(name, lexicon);
  const items = sentences.flatMap((sentence) => sentence.items);
  return {
    name: nameKeys(items, lexicon),
    called: items.flatMap((item) => (item.kind === "word" ? [item.key] : [])),
    heads: items.flatMap((item) => (item.kind === "word" ? (lexicon.headOf(item.text) ?? []) : [])),
  };
}

/** The words that name something: of "Ninety-minute massage" the figure too. */
export function nameKeys(items: readonly Item[], lexicon: Lexicon): string[] {
  const things = items.flatMap((item) => (item.kind === "word" && lexicon.isThing(item.text) ? [item.key] : []));
  // "Ninety-minute massage" is not named by "massage".
  const figures = items.flatMap((item) => (item.kind === "figure" ? (namingKeys([item])[0] ?? []) : []));
  return [...new Set([...contentKeysOf(items), ...things, ...figures])];
}

/** The words of an id: of "kids-cut" both. */
export function idKeys(id: string, lexicon: Lexicon): string[] {
  return id
    .split(/[-_]/)
    .filter((word) => !lexicon.neutral.has(word))
    .map((word) => lexicon.keyOf(word));
}
