import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { isSum, isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** What belongs to a service without being said to be included. */

/** What a service is said to be made of is included in it, unless the fact itself speaks of that. */
export function isListed(key: string, ask: Ask, statement: Statement, fact: Evidence): boolean {
  // "Bring your own lunch" includes none.
  if (statement.words.has("bring")) return false;
  // "Breakfast is $14 a person."
  if (statement.price === null && statement.items.some(isSum)) return false;
  if (isNamedWith(ask, fact)) return true;
  // "The driver must be 25 or older": a duty gives nothing.
  const isDuty = statement.items.some(
    (item) => item.kind === "word" && (item.subject === "you" || item.key === "need"),
  );
  if (
    isDuty ||
    !statement.isList ||
    statement.words.has("extra") ||
    statement.words.has("more") ||
    fact.statements.some(({ words }) => words.has(key))
  )
    return false;
  // "Included in the eye test" names what it is a part of, and no part.
  const at = ask.segment.findIndex((each) => isWord(each, key));
  const inAt = ask.segment.findIndex((each, index) => index > at && each.kind === "word" && each.isAbout);
  return ask.segment.some(
    (each, index) =>
      each.kind === "word" &&
      each.weight !== "neutral" &&
      (inAt < 0 || index < inAt) &&
      statement.words.has(each.key) &&
      !fact.topic.has(each.key) &&
      !isDoneTo(each, statement),
  );
}

/** "Photographs are included" in an "inventory with photographs". */
function isNamedWith({ segment }: Ask, { called, kind }: Evidence): boolean {
  const at = called.findIndex((key) => /^(?:with|avec|mit|con)$/.test(key));
  const heavy = segment.filter((each) => each.kind === "figure" || each.weight === "content");
  const things = heavy.filter((each) => each.kind === "word" && each.key !== "included");
  if (kind !== "service" || at < 0 || things.length === 0) return false;
  return things.every((each) => each.kind === "word" && called.indexOf(each.key) > at);
}

/** Verbs behind which stands what one gets. */
const giving =
  /^(?:give|leav|email|send|bring|provid|serv|get|make|hand|add|write|suppl|lend|have|has|use|includ|print|deliv|install|fit|sell)/;

/** "Repairs are included", where we only arrange them: what something is done to by us is not what one gets. */
function isDoneTo(item: Item, { items }: Statement): boolean {
  if (item.kind !== "word" || !items.some((each) => each.kind === "word" && each.subject === "we")) return false;
  const part = partsOf(items).find((each) => each.some((one) => isWord(one, item.key))) ?? [];
  const at = part.findIndex((each) => isWord(each, item.key));
  const from = part
    .slice(0, at)
    .findLastIndex((each) => each.kind === "word" && (each.key === "and" || each.key === "or"));
  const verb = part
    .slice(from + 1, at)
    .find(
      (each): each is WordItem =>
        each.kind === "word" &&
        each.subject === null &&
        !/^(?:and|or|the|an?|your|our|will|can|also|all|both)$/.test(each.text),
    );
  return verb !== undefined && !giving.test(verb.text);
}
