import { factsOf } from "./facts";
import type { Knowledge } from "./knowledge";

/** What the business says to everybody, and what is therefore nobody's secret: for `redact`. */
export function wordsOfBusiness(knowledge: Knowledge): readonly string[] {
  const { business, people, say } = knowledge;
  const anyDay = "0000-00-00";
  return [
    business.name,
    business.phone,
    ...(business.address === null ? [] : [business.address]),
    ...people.map(({ name }) => name),
    ...factsOf(knowledge, anyDay).map(({ text }) => text),
    ...Object.values(say).flat(),
  ];
}
