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

const refused =
  /^(?:(?:um|uh|oh|well|wait|sorry|äh|ähm|euh|eh|also|ach)\s+)*(?:no|nope|nah|nein|nee|non|not|don't|do not|wrong|that's wrong|that is wrong|falsch|nicht|stimmt nicht|pas|c'est faux)(?:\s|$)/u;
/** "No, that's right": a no to something else. */
const yesAfterAll =
  /(?:^|\s)(?:yes|yeah|yep|right|correct|fine|good|great|perfect|okay|ok|sure|problem|worries|ja|doch|richtig|stimmt|gut|passt|genau|oui|si|sí|exact|bien|parfait|correcto|vale|claro|perfecto)(?:\s|$)/u;
const wrongAfterAll =
  /(?:not|isn't|nicht|pas|no (?:es|está)) (?:right|correct|fine|good|okay|ok|richtig|gut|exact|bien|correcto)(?:\s|$)|stimmt nicht/u;

/** Whether these words do nothing but say yes to what was offered. */
export function agrees(text: string): boolean {
  const plain = plainOf(text);
  return !plain.includes("?") && plain.split(" ").length <= mostWords && agreed.test(plain) && !no.test(plain);
}

/** Whether these words begin with a no that nothing behind it takes back: whoever says so has said yes to nothing. */
export function refuses(text: string): boolean {
  const plain = plainOf(text);
  return refused.test(plain) && (!yesAfterAll.test(plain) || wrongAfterAll.test(plain));
}

function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[.,;:!…]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
