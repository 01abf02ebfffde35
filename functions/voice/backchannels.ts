/** What people say to tell whoever speaks to go on, in each language: words that are said alone or together, and set phrases. */
const everywhere =
  "uh-huh, uhhuh, uh, huh, mhm, mm-hmm, mmhmm, mm-hm, mm, mmm, hmm, hm, hm-hm, okay, ok, aha, ah, oh, super, bravo";
const byLanguage: Readonly<Record<string, string>> = {
  en:
    "yeah, yep, yup, yes, right, sure, alright, all right, great, good, fine, nice, perfect, cool, wow, really, exactly, " +
    "i see, got it, i got it, of course, very good, makes sense, that's right, sounds good, fair enough",
  de:
    "ja, jaja, jo, genau, achso, ach so, ach, klar, alles klar, na klar, gut, sehr gut, na gut, schön, prima, toll, stimmt, " +
    "richtig, verstehe, ich verstehe, verstanden, in ordnung, alles gut",
  fr:
    "oui, ouais, hum, mouais, d'accord, entendu, bien, très bien, bien sûr, bon, ah bon, parfait, voilà, exact, exactement, " +
    "je vois, je comprends, c'est ça, c'est bon, ça marche, tout à fait",
  es:
    "sí, si, ajá, aja, ya, ya veo, vale, claro, claro que sí, bueno, bien, muy bien, eso, eso es, perfecto, exacto, entiendo, " +
    "entendido, de acuerdo, está bien, genial, estupendo",
};

/**
 * Whether the words only tell the agent to go on, as far as they have come: three at most, or a set phrase or its beginning.
 *
 * @param languages those of the business, BCP 47; English where none of them is known.
 */
export function isBackchannel(words: readonly string[], languages: readonly string[]): boolean {
  const said = words.map(plain).filter((word) => word !== "");
  return said.length > 0 && said.length <= mostWords && isMadeOf(phrasesOf(languages), said);
}

const mostWords = 3;

/** Only a last phrase may be unfinished. */
function isMadeOf(phrases: readonly (readonly string[])[], said: readonly string[]): boolean {
  if (said.length === 0) return true;
  return phrases.some((phrase) => {
    const begins = said.slice(0, phrase.length).every((word, index) => word === phrase[index]);
    return begins && (said.length <= phrase.length || isMadeOf(phrases, said.slice(phrase.length)));
  });
}

function phrasesOf(languages: readonly string[]): readonly (readonly string[])[] {
  const known = languages
    .map((tag) => tag.split("-", 1)[0]?.toLowerCase() ?? "")
    .filter((name) => Object.hasOwn(byLanguage, name));
  return [everywhere, ...(known.length > 0 ? known : ["en"]).map((name) => byLanguage[name] ?? "")].flatMap(
    (list) => phrasesIn.get(list) ?? [],
  );
}

/** Read once: they are asked for with every word. */
const phrasesIn: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  [everywhere, ...Object.values(byLanguage)].map((list) => [list, list.split(", ").map((phrase) => phrase.split(" "))]),
);

function plain(word: string): string {
  return word
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}'-]/gu, "");
}
