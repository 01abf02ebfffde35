import type { Secret } from "./secret";

const name = "[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*";
const houseNumber = "\\d{1,5}(?:[a-z](?![\\p{L}\\p{N}])|\\s?(?:bis|ter))?";

/** A house number before a street, as English writes it: `12 North Main Street, apartment 4`. */
const numberFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])${houseNumber},?\\s+(?:${name}\\s+){1,4}?(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|place|pl|square|terrace|crescent|way|highway|parkway|close)(?![\\p{L}\\p{N}])(?:,?\\s+(?:apartment|apt|suite|unit|flat|floor)\\.?\\s+[\\p{L}\\p{N}]+)?`,
  "giu",
);
/** The street's kind before its name, as French and Spanish say it: `12 bis, rue de la Paix`, `calle Mayor 5`. */
const kindFirst = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])${houseNumber},?\\s+)?(?<![\\p{L}\\p{N}])(?:rue|avenue|boulevard|impasse|allée|chemin|quai|calle|avenida|plaza)\\s+(?:(?:de|du|des|la|le|les|l'|d'|del|los|las)\\s*)*${name}(?:\\s+\\p{Lu}${"[\\p{L}'’-]*"}){0,3}(?:,?\\s+\\d{1,5})?`,
  "gu",
);
/** One word with the number after it, as German has it: `Hauptstraße 12`. */
const oneWord =
  /(?<![\p{L}\p{N}])\p{L}+(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d{1,4}\s?[a-z]?(?![\p{L}\p{N}])/giu;

/** Addresses of a house. */
export function addressesIn(text: string): readonly Secret[] {
  return [numberFirst, kindFirst, oneWord].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      // A street without a house is where many live.
      .filter(([found]) => /\d/.test(found))
      .map(({ 0: found, index }) => ({ kind: "address" as const, from: index, to: index + found.length })),
  );
}
