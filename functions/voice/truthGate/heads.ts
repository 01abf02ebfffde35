import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** What a sentence is said of stands at its head. */

const articles: ReadonlySet<string> = new Set(
  "un une le la les l tout toute tous toutes des a an the any every each all ein eine der die das un una el los las".split(
    " ",
  ),
);

function headOf(items: readonly Item[]): string | null {
  const [article, ...rest] = items;
  if (article?.kind !== "word" || !articles.has(article.text)) return null;
  const head = rest.find((item) => item.kind !== "word" || !articles.has(item.text));
  return head?.kind === "word" && head.weight === "content" && head.pause === "" ? head.key : null;
}

/** "A check-up that is cancelled later costs €50", where that is what an operation costs, and the question only names check-ups. */
export function whyAnotherHead({ segment, sentence }: Ask, statement: Statement, fact: Evidence): string | null {
  if (fact.kind !== "faq" || statement.isDerived || statement.isShort === true) return null;
  const [said, own] = [headOf(segment), headOf(statement.items)];
  if (said === null || own === null || said === own || statement.words.has(said) || fact.topic.has(own)) return null;
  const isNamed = sentence.some((item) => isWord(item, own));
  return isNamed || !segment.some(({ kind }) => kind === "figure")
    ? null
    : `it is said of something else in ${fact.id}`;
}
