/** Words that a yes begins with, or that are one, in the languages of the fixed sentences. */
const yes =
  "yes|yeah|yep|yup|sure|please|okay|ok|of course|absolutely|definitely|go ahead|that would be|i would like that|i'd like that|call me|fine|good|great" +
  "|ja|jawohl|gern|gerne|bitte|klar|natürlich|einverstanden|rufen sie" +
  "|oui|d'accord|volontiers|s'il vous plaît|bien sûr|avec plaisir|rappelez" +
  "|sí|si|claro|por favor|vale|de acuerdo|llámeme|llámenme";
const no = /(^|\s)(no|not|nope|don't|never|but|nein|nicht|kein|keine|aber|non|pas|mais|pero)(\s|$)/u;
const agreed = new RegExp(`^(?:(?:um|uh|oh|well|äh|ähm|euh|eh|also)\\s+)*(?:${yes})(?:\\s|$)`, "u");
/** Who says more than that has something else to say. */
const mostWords = 10;

/** Whether these words do nothing but say yes to what was offered. */
export function agrees(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[.,;:!…]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return !plain.includes("?") && plain.split(" ").length <= mostWords && agreed.test(plain) && !no.test(plain);
}
