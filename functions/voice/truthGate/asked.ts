import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { bindingKeys } from "./lexicon";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** A short answer is of what was asked for: "two weeks", asked about a leak, where that is how long a check-up takes. */

function contentOf(items: readonly Item[], topic: ReadonlySet<string>): readonly string[] {
  return items.flatMap((item) =>
    item.kind === "word" && item.weight !== "neutral" && !bindingKeys.has(item.key) && !topic.has(item.key)
      ? [item.key]
      : [],
  );
}

const whose: ReadonlySet<string> = new Set("who qui wer quién".split(" "));
const articles: ReadonlySet<string> = new Set("un une le la les l a an the ein eine der die das una el".split(" "));

/** Only figures, and where somebody is asked for, names: when, how much, who. */
function isShortAnswer(claims: readonly Item[], { asked }: Ask, { items }: Statement): boolean {
  const isOfPerson = [...whose].some((key) => asked?.has(key));
  const [first] = items;
  return claims.every(
    (item) =>
      item.kind === "figure" ||
      // The first word of all has its capital anyway.
      (isOfPerson && (item.isName || (first?.kind === "word" && first.key === item.key && first.weight === "content"))),
  );
}

/** "A check-up takes two weeks", "pour un entretien, deux semaines", "Samir coupe les hommes": its head tells what it is of. */
function isHeaded([first, next, beyond]: readonly Item[], claimed: ReadonlySet<string>): boolean {
  const isNoun = (item: Item | undefined) => item?.kind === "word" && item.weight !== "neutral" && item.pause === "";
  if (first?.kind !== "word") return false;
  if (claimed.has(first.key)) return true;
  if (articles.has(first.text)) return isNoun(next);
  return first.isAbout && next?.kind === "word" && articles.has(next.text) && isNoun(beyond);
}

/** Such an answer from a sentence that is of something else than what was named; null where it is not. */
export function whyNotOfWhatWasAsked(
  claims: readonly Item[],
  ask: Ask,
  statement: Statement,
  fact: Evidence,
): string | null {
  if (fact.kind !== "faq" || statement.isDerived || !isShortAnswer(claims, ask, statement)) return null;
  const { sentence, segment, asked } = ask;
  const claimed = new Set(claims.flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  if (!isHeaded(statement.items, claimed)) return null;
  const own = contentOf(statement.items, fact.topic).filter((key) => !claimed.has(key));
  const sentences = fact.statements.filter(({ isDerived, isShort }) => !isDerived && isShort !== true);
  const toldBy = (keys: readonly string[]) =>
    keys.filter((key) => sentences.some(({ items }) => contentOf(items, fact.topic).includes(key)));
  const inSentence = toldBy(
    contentOf(
      sentence.filter((item) => !segment.includes(item)),
      fact.topic,
    ),
  );
  const told = inSentence.length > 0 ? inSentence : toldBy([...(asked ?? [])].filter((key) => !fact.topic.has(key)));
  if (own.length === 0 || told.length === 0 || told.some((key) => statement.words.has(key) || bindingKeys.has(key)))
    return null;
  return `${fact.id} says it of something else than what was asked`;
}
