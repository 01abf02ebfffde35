/** Letters that do not come apart into an ASCII letter and an accent. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  ð: "th",
  þ: "th",
  ı: "i",
};

/**
 * `text` in the ASCII that the English voices can read: accents fall away, typographic quotes and dashes become plain, signs for
 * money become words. What has no likeness (e.g. Cyrillic) is left out, so the answer may hold nothing to read.
 */
export function readableText(text: string): string {
  return text
    .replace(/([€£¥])\s?(\d[\d.,]*\d|\d)/g, (_, sign: string, amount: string) => `${amount} ${moneyName(sign)}`)
    .replace(/(\d)\s?([€£¥])/g, (_, digit: string, sign: string) => `${digit} ${moneyName(sign)}`)
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/\s*[–—]\s*/g, ", ")
    .replace(/°/g, " degrees")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]/g, (character) => letters[character] ?? " ")
    .replace(/ +/g, " ")
    .trim();
}

function moneyName(sign: string): string {
  return { "€": "euros", "£": "pounds" }[sign] ?? "yen";
}
