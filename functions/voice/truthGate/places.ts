import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** How the parts of an address stand together. */

/** "Rue Saint-Vallier Est": a name is no small word that is written like it. */
export function isSmallWordOnly(item: WordItem, { items }: Statement): boolean {
  if (!item.isName) return false;
  const same = items.filter((each) => isWord(each, item.key));
  return same.length > 0 && same.every((each) => each.kind === "word" && each.weight === "neutral");
}

const streets: ReadonlySet<string> = new Set(
  "rue avenue boulevard place quai allée chemin impasse route cours street road lane drive square".split(" "),
);

/** The names beside each word for a street, before it or behind it; what is written with hyphens is one name. */
function namesOfStreets(items: readonly Item[]): readonly (readonly string[])[] {
  const names: { key: string; isStreet: boolean }[] = [];
  for (const item of items) {
    if (item.kind === "figure") names.push({ key: "", isStreet: false });
    else if (item.weight !== "neutral") {
      const last = names.at(-1);
      if (item.pause === "-" && last !== undefined && !last.isStreet) last.key += `-${item.key}`;
      else names.push({ key: item.key, isStreet: streets.has(item.text) });
    }
  }
  return names.flatMap(({ isStreet }, at) =>
    isStreet ? [[names[at - 1]?.key ?? "", names[at + 1]?.key ?? ""].filter((key) => key !== "")] : [],
  );
}

/** "Rue de Lausanne 19, à Genève", where it is the "rue de Genève" in Lausanne. */
export function whyAnotherStreet({ segment }: Ask, { items }: Statement, factId: string): string | null {
  if (factId !== "business.address") return null;
  const own = namesOfStreets(items).flat();
  const other = namesOfStreets(segment).find((names) => names.length > 0 && !names.some((name) => own.includes(name)));
  return other === undefined || own.length === 0 ? null : `${other.join(" ")} is not the street of ${factId}`;
}

const [fewMinutes, fewMetres] = [10, 500];

/** "Just next door", where the fact has "three minutes on foot" or "200 metres". */
export function isNearBy({ key, isNegated }: WordItem, { figures, words }: Statement): boolean {
  if (isNegated || (key !== "near" && key !== "beside")) return false;
  return figures.some(({ figure }) =>
    figure.readings.some(
      (each) =>
        (each.unit === "minutes" && each.value <= fewMinutes && words.has("walk")) ||
        (each.unit === "count" && each.value <= fewMetres && each.of.some((of) => /^m[eè]t(?:re|er|r)$/.test(of))),
    ),
  );
}

/** "Your car can go behind the inn", where one parks there. */
export function isParkedThere({ key, isNegated }: WordItem, { words }: Statement): boolean {
  return (key === "car" || key === "vehicle") && !isNegated && words.get("park")?.isSaid === true;
}
