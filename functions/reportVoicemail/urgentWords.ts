/** Words by which people say that something cannot wait, by language; a word's endings follow. */
const urgent: Readonly<Record<string, RegExp>> = {
  en: /\b(urgent(ly)?|emergenc(y|ies)|asap|as soon as possible|right away|immediately|life or death|bleeding|on fire|flood(ed|ing)?|gas leak|burst pipe)\b/iu,
  de: /(?<!\p{L})(dringend\p{L}*|notf[aä]ll\p{L}*|eilig\p{L}*|eilt|sofort|so schnell wie m[oö]glich|umgehend|lebensgefahr|blutet|brennt|rohrbruch|gasgeruch)(?!\p{L})/iu,
  fr: /(?<!\p{L})(urgent\p{L}*|urgences?|au plus vite|d[eè]s que possible|imm[eé]diatement|tout de suite|saigne|incendie|fuite de gaz|inondation)(?!\p{L})/iu,
  es: /(?<!\p{L})(urgent\p{L}*|urgencias?|emergencias?|cuanto antes|lo antes posible|inmediatamente|de inmediato|sangra\p{L}*|incendio|fuga de gas|inundaci[oó]n)(?!\p{L})/iu,
};

/** What takes the urgency back again: "it's not urgent", "no rush". */
const calm =
  /\b(not?|isn't|nothing|never|hardly|n'est pas|pas|rien d'|kein(e|en)?|nicht|no es|nada) +(an? +|all that +|really +|very +|too +|so +|that +|sehr +|besonders +|très +|muy +|d')?(urgent\p{L}*|emergency|dringend\p{L}*|eilig\p{L}*|notfall|urgence|urgente|urgencia|emergencia)/giu;

/** Whether a message says that it cannot wait, in any of the languages known here. Only words are judged. */
export function isSaidUrgent(words: string): boolean {
  const rest = words.replace(calm, " ");
  return Object.values(urgent).some((pattern) => pattern.test(rest));
}
