import { isWord } from "./itemKinds";
import type { Item, Sentence } from "./readText";
import { partsOf } from "./segments";
import { type Statement, statementOf } from "./statement";

/** What sentences of a fact make needless: nobody has to bring what is lent, nor needs what is optional. */
export function needlessIn(sentences: readonly Sentence[]): Statement[] {
  return [...optionalStatements(sentences), ...lentStatements(sentences)];
}

/** "Goggles are optional": no goggles are needed. */
function optionalStatements(sentences: readonly Sentence[]): Statement[] {
  return sentences.flatMap(({ items }) => {
    const part = partsOf(items).find((each) => each.some((item) => isWord(item, "optional")));
    if (part === undefined || part.some(({ isNegated }) => isNegated)) return [];
    const denied = part.map((item): Item => {
      const isOption = item.kind === "word" && item.key === "optional";
      return isOption ? { ...item, key: "need", isNegated: true } : { ...item, isNegated: true };
    });
    return [statementOf(denied, { price: null, isList: false, onlyWith: "need" })];
  });
}

const lending = /^(?:lend|lends|provide|provides|provided|supply|supplies|supplied|include|included)$/;

/** "We lend you towels": no towels are to be brought. */
function lentStatements(sentences: readonly Sentence[]): Statement[] {
  return sentences.flatMap(({ items }) => {
    const verb = items.find((item) => item.kind === "word" && lending.test(item.text) && !item.isNegated);
    if (verb?.kind !== "word" || items.some(({ isNegated }) => isNegated)) return [];
    const denied = items.map((item): Item => ({ ...item, ...(item === verb && { key: "bring" }), isNegated: true }));
    const need: Item = { ...verb, key: "need", isNegated: true, pause: "" };
    return [statementOf([...denied, need], { price: null, isList: false, onlyWith: "bring" })];
  });
}
