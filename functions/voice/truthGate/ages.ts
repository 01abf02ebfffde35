import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { type Figure, follows } from "./figure";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** What an age says beside the figure. */

/** What an age goes by. */
export const ageKeys: readonly string[] = ["old", "age", "aged"];
const eldestKid = 18;

/** Whether the question of a fact, or what it says, is how old somebody is. */
function isOfAge({ words }: Statement, { topic }: Evidence): boolean {
  return ageKeys.some((key) => topic.has(key) || words.has(key));
}

/** "Eighteen and up", where the fact has "you have to be eighteen", or is asked how old one must be. */
export function isLeastAge(said: Figure, statement: Statement, { topic }: Evidence): boolean {
  if (said.bound !== "atLeast" || !isAge(said)) return false;
  // "Not for anyone under 18."
  const isDenied = statement.figures.some(
    ({ figure, isNegated }) =>
      isNegated && figure.bound === "lessThan" && follows({ ...said, bound: "lessThan" }, figure),
  );
  if (isDenied) return true;
  const isAsked = ageKeys.some((key) => topic.has(key)) && !isRange(statement.items);
  if (!isAsked && statement.words.get("need")?.isSaid !== true) return false;
  return statement.figures.some(({ figure }) => figure.bound === "is" && follows({ ...said, bound: "is" }, figure));
}

/** "You must be fourteen", where the fact has "14 or older". */
export function isNeededAge(said: Figure, { sentence }: Ask, statement: Statement): boolean {
  if (said.bound !== "is" || !isAge(said)) return false;
  if (!sentence.some((item) => isWord(item, "need") && !item.isNegated)) return false;
  return statement.figures.some(
    ({ figure }) => figure.bound === "atLeast" && isAge(figure) && follows({ ...said, bound: "atLeast" }, figure),
  );
}

/** "Kids can start at seven", "they need to be seven": with the age that the fact has these say no more. */
export function isSaidByAge(item: WordItem, { sentence }: Ask, statement: Statement, fact: Evidence): boolean {
  const isOfIt = item.key === "need" || item.key === "start" || item.key === "kid" || ageKeys.includes(item.key);
  if (!isOfIt || item.isNegated || !isOfAge(statement, fact)) return false;
  if (item.key === "kid" && !agesIn(statement).every((age) => age <= eldestKid)) return false;
  return sentence.some(
    (each) =>
      each.kind === "figure" &&
      isAge(each.figure) &&
      statement.figures.some(({ figure }) => follows(each.figure, figure) || isLeastAge(each.figure, statement, fact)),
  );
}

function isAge({ readings }: Figure): boolean {
  return readings.some((reading) => reading.unit === "months" || (reading.unit === "count" && reading.of.length === 0));
}

/** In years. */
function agesIn({ figures }: Statement): readonly number[] {
  return figures.flatMap(({ figure }) =>
    figure.readings.flatMap((reading) =>
      reading.unit === "months" ? [reading.value / 12] : reading.unit === "count" ? [reading.value] : [],
    ),
  );
}

/** "Two to four": who may be two may not be five. */
function isRange(items: readonly Item[]): boolean {
  return items.some((item, at) => {
    const [before, next] = [items[at - 1], items[at + 1]];
    return isWord(item, "to") && before?.kind === "figure" && next?.kind === "figure";
  });
}
