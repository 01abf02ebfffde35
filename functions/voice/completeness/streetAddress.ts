import type { Dictated, Dictation } from "./dictation";
import { digitRun, isCount, isOrdinal } from "./spokenNumber";
import { contains, endsWith, type TurnWords } from "./turnWords";

/** "1420", "West", "98th": a number with more behind it has its street. */
const mostStreetWords = 3;
const mostHours = 24;
/** "Building C", "out past the mill": a place in so few words may have more. */
const mostPlaceWords = 6;

/** A house's number wants its street; after the street a town may come. */
export function streetAddress({ words, language, asked }: Dictation): Dictated | null {
  const run = digitRun(words, language);
  const isRoomNext = endsWith(words, language.beforeNumbers) > 0 && contains(words.slice(0, -1), language.streets);
  if (!asked.has("address")) return isRoomNext || isHouse(words, language) ? "part" : null;
  if (isPostcode(words, run.digits)) return language.isTownLast ? "part" : "whole";
  if (endsWith(words, language.beforeNumbers) > 0 && words.at(-2) !== "the") return "part";
  if (run.words > 0) return language.isStreetKindFirst && contains(words, language.streets) ? "perhaps" : "part";
  if (language.isStreetKindFirst) return endsWith(words, language.streets) > 0 ? "part" : "perhaps";
  const street = words.findLastIndex(
    (word) => ` ${language.streets} `.includes(` ${word} `) || /(?:stra(?:ß|ss)e|weg|platz|gasse)$/.test(word),
  );
  const isNumbered = words.some((word) => isCount(word, language) && !isOrdinal(word));
  const numberAt = words.findLastIndex((word) => isCount(word, language));
  const isNamed = isNumbered && words.length - numberAt > mostStreetWords;
  if (street < 0) return isNumbered && !isNamed ? "part" : isNamed || words.length <= mostPlaceWords ? "perhaps" : null;
  return "perhaps";
}

/** "Somebody at 240 West": too many for an hour, and no street yet. */
function isHouse(words: readonly string[], language: TurnWords): boolean {
  const [at, number, name] = words.slice(-3);
  const isPlace = at !== undefined && ` ${language.mostlyLeadOn} `.includes(` ${at} `);
  if (!isPlace || name === undefined || !/^\p{L}{3,}$/u.test(name) || ` ${language.streets} `.includes(` ${name} `))
    return false;
  return Number(digitRun([number ?? ""], language).digits) > mostHours && !isCount(name, language);
}

/** "…, Beaverton, Oregon, 97007", "SW4 7TG", "S6H 4N7": nothing comes behind it in most countries. */
function isPostcode(words: readonly string[], digits: string): boolean {
  const end = words.slice(-7).join("");
  const isLettered = /(?:[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}|[a-z]\d[a-z]\d[a-z]\d)$/.test(end);
  return isLettered || (digits.length === 5 && words.some((word) => /^\p{L}{2,}$/u.test(word)));
}
