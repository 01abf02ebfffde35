import type { Ask } from "./ask";
import { follows } from "./figure";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** A statement that says one thing of one and another of the next: "Tuesdays in English, Thursdays in French". */

/**
 * A name or a figure of one part, said of what stands in another part: of what the sentence names, or where it names none of them, of
 * what the caller asked for. Null where there is none.
 */
export function whyElsewhere(ask: Ask, statement: Statement, factId: string): string | null {
  if (factId.startsWith("business.")) return null;
  const parts = partsOf(statement.items);
  for (const anchor of ask.segment) {
    const kind = kindOf(anchor) ?? (isNameAtHead(anchor, statement.items) ? "name" : null);
    // A service's own price and length are no part of what is told of it.
    const isOfHead = statement.price !== null && (kind === "money" || kind === "minutes");
    const rivals =
      kind === null || isOfHead
        ? []
        : parts.filter((part) =>
            part.some((item) => kindOf(item) === kind || (kind === "name" && isNameAtHead(item, statement.items))),
          );
    const own = rivals.filter((part) => part.some((item) => isSame(anchor, item)));
    const [part] = own;
    if (part === undefined || own.length > 1 || rivals.length < 2) continue;
    const told = (keys: Iterable<string>) =>
      [...keys].flatMap((key) => {
        const found = rivals.filter((each) => keysOf(each, kind ?? "name").has(key));
        return found.length === 1 ? found : [];
      });
    const isGrounded = ask.segment.some(
      (item) =>
        item !== anchor &&
        (kindOf(item) === "name" || kindOf(item) === "days") &&
        part.some((each) => isSame(item, each)),
    );
    const inSentence = told(keysOf(ask.sentence, kind ?? "name"));
    const meant = (inSentence.length > 0 ? inSentence : told(ask.asked ?? [])).filter(
      // "Large ones are $3.75 and tape is $4": it has its own.
      (other) =>
        other === part ||
        !ask.sentence.some(
          (item) => item !== anchor && kindOf(item) === kind && other.some((each) => isSame(item, each)),
        ),
    );
    if (!isGrounded && meant.length > 0 && !meant.includes(part))
      return `${anchor.text} is said of something else in ${factId}`;
  }
  return null;
}

/** "Mireille pour les coupes, Léa pour les couleurs": the first word of all has its capital anyway, and stands as the next name does. */
function isNameAtHead(item: Item, items: readonly Item[]): boolean {
  const [first, next] = items;
  if (first?.kind !== "word" || item.kind !== "word" || item.key !== first.key || first.weight !== "content")
    return false;
  return items.some(
    (each, at) =>
      at > 0 && each.kind === "word" && each.isName && each.pause === "," && items[at + 1]?.text === next?.text,
  );
}

/** What stands between pauses and joints, and has words of its own. */
function partsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    const isJoint = item.kind === "word" && (item.key === "and" || item.key === "but") && !isInRange(last);
    if (last === undefined || /[,;:.]/.test(item.pause) || isJoint) parts.push([item]);
    else last.push(item);
  }
  return parts.filter((part) => keysOf(part, "name").size > 0);
}

/** "Between five and seven days" is one. */
function isInRange(part: readonly Item[] | undefined): boolean {
  const [before, last] = part?.slice(-2) ?? [];
  return isWord(before, "between") && last?.kind === "figure";
}

type Kind = "name" | "days" | "minutes" | "money";

/** What a part may be told by. */
function kindOf(item: Item): Kind | null {
  if (item.kind === "word") return item.isName ? "name" : null;
  const { readings } = item.figure;
  // "The day before", "three months": how long before.
  if (readings.some((each) => each.unit === "months" || (each.unit === "days" && each.days.by === "around")))
    return "minutes";
  const units = readings.map(({ unit }) => unit);
  return (["days", "minutes", "money"] as const).find((unit) => units.includes(unit)) ?? null;
}

function isSame(said: Item, item: Item): boolean {
  if (said.kind === "word") return isWord(item, said.key);
  return item.kind === "figure" && follows(said.figure, item.figure);
}

/** What tells one part from another; a name does where it is not what is told. */
function keysOf(items: readonly Item[], kind: Kind): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) =>
      item.kind === "word" && item.weight === "content" && !(kind === "name" && item.isName) && !binding.has(item.key)
        ? [item.key]
        : [],
    ),
  );
}

const binding: ReadonlySet<string> = new Set(
  "not and or but if only all any both except again until from to at between".split(" "),
);
