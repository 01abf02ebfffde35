/** Number words of a language, with their accents, in small letters. */
export type NumberWordTable = Readonly<Record<string, number>>;

/**
 * The words from which people build numbers below a hundred, by language. What only one reader of them needs (a dozen, a spelling
 * without accents) it adds for itself.
 */
export const numberWords = {
  en: {
    ...upwards("zero oh o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen", 0),
    ...upwards("fifteen|sixteen|seventeen|eighteen|nineteen", 15),
    ...byTens("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"),
  },
  fr: {
    ...upwards("zéro|un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize", 0),
    ...byTens("vingt vingts|trente|quarante|cinquante|soixante|septante|huitante|nonante"),
  },
  de: {
    ...upwards("null|eins ein|zwei zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf", 0),
    ...upwards("dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn", 13),
    ...byTens("zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"),
  },
  es: {
    ...upwards("cero|uno un una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince", 0),
    ...upwards("dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidós|veintitrés|veinticuatro", 16),
    ...upwards("veinticinco|veintiséis|veintisiete|veintiocho|veintinueve", 25),
    ...byTens("veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"),
  },
} as const satisfies Readonly<Record<string, NumberWordTable>>;

/** One word a number, or several with spaces between. */
function upwards(words: string, first: number): NumberWordTable {
  return table(words, (index) => first + index);
}

/** From twenty. */
function byTens(words: string): NumberWordTable {
  return table(words, (index) => 20 + index * 10);
}

function table(words: string, valueAt: (index: number) => number): NumberWordTable {
  return Object.fromEntries(
    words.split("|").flatMap((ways, index) => ways.split(" ").map((word) => [word, valueAt(index)])),
  );
}
