import type { Fact, Knowledge } from "../../functions/shared/knowledge";
import type { AnswerInput } from "../../functions/voice/tools";
import type { LocalNow } from "./calendarWords";
import type { Language, Phrase } from "./language";

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

/** The sentence with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** An answer on these facts; null where one of them may not be said. */
export function cite(ids: readonly string[], reply: string, { facts }: Source): Answer | null {
  return ids.every((id) => facts.some((fact) => fact.id === id)) ? { facts: ids, reply: reply.trim() } : null;
}

/** The fact as it stands. */
export function whole(id: string, source: Source): Answer | null {
  const fact = source.facts.find((each) => each.id === id);
  return fact ? { facts: [id], reply: fact.text } : null;
}
