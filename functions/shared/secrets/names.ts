import { plainWord, type Secret, type Token, tokensOf } from "./secret";

/** After these, whatever follows is a name. */
const cues = [
  "name(?:['’]s|\\s+is|\\s+was|\\s+will\\s+be)",
  "under(?:\\s+the)?\\s+name(?:\\s+of)?",
  "(?:the|in\\s+the)\\s+name\\s+of",
  "(?:first|last|family|full|sur)\\s?name(?:['’]s|\\s+is)?",
  "je\\s+m['’]appelle",
  "(?:pré)?nom(?:\\s+de\\s+famille)?(?:\\s*,?\\s*c['’]est|\\s+est)",
  "au\\s+nom\\s+de",
  "ich\\s+hei(?:ß|ss)e",
  "name\\s+ist",
  "auf\\s+den\\s+namen",
  "me\\s+llamo",
  "(?:nombre|apellido)\\s+es",
  "a\\s+nombre\\s+de",
];
/** After these, a name follows where it is written as one. */
const faintCues = [
  "call\\s+me",
  "this\\s+is",
  "it(?:['’]s|\\s+is)",
  "i(?:['’]m|\\s+am)",
  "that(?:['’]s|\\s+is)",
  "here(?:['’]s|\\s+is)",
  "for",
  "c['’]est",
  "ici",
  "je\\s+suis",
  "pour",
  "hier\\s+ist",
  "hier\\s+spricht",
  "ich\\s+bin",
  "für",
  "soy",
  "habla",
  "para",
];
const afterCue = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])[\\s,:]*`, "giu");
const [cue, faintCue] = [afterCue(cues), afterCue(faintCues)];

/** Words that are never a name where one is awaited: what a sentence goes on with. */
const goesOn = new Set(
  "a an and are at by but can could do for from have here i if in is it its like my no not of ok okay on or please put so spelled spelt that the then there this to under was we what when with would yes you your uh um er already still also just et est et un une le la les de du pour avec a au aux je et que qui sur euh oui non merci und ist der die das ein eine mit ich auf am um bitte ja nein y es el un una con en que por para si gracias".split(
    " ",
  ),
);
const calendar = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter today tomorrow lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember ok ai".split(
    " ",
  ),
);
const mostWords = 4;
/** A name so short would be taken out of every other word's company. */
const leastLetters = 2;
const spelled = /(?<![\p{L}\p{N}'’])\p{L}(?:(?:\s*[-,.]\s*|\s+)\p{L}(?![\p{L}\p{N}'’])){2,}/gu;

/**
 * Names as callers give them, and what they spell.
 *
 * @param ours words of the business, which are nobody's name.
 */
export function namesIn(text: string, ours: ReadonlySet<string> = new Set()): readonly Secret[] {
  const told = [...text.matchAll(cue)].map(({ 0: words, index }) =>
    nameAt(text, index + words.length, (word) => !goesOn.has(word)),
  );
  const meant = [...text.matchAll(faintCue)].map(({ 0: words, index }) =>
    nameAt(
      text,
      index + words.length,
      (word, token) => /^\p{Lu}\p{Ll}/u.test(token.text) && !goesOn.has(word) && !calendar.has(word) && !ours.has(word),
    ),
  );
  const letters = [...text.matchAll(spelled)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  return [...told, ...meant, ...letters].flatMap((span) => (span === null ? [] : [{ kind: "name" as const, ...span }]));
}

function nameAt(
  text: string,
  from: number,
  isName: (word: string, token: Token) => boolean,
): { readonly from: number; readonly to: number } | null {
  const name: Token[] = [];
  for (const token of tokensOf(text.slice(from, from + 80))) {
    const last = name.at(-1)?.to ?? 0;
    if (!/^[\s'’-]*$/.test(text.slice(from + last, from + token.from))) break;
    if (/^\d/.test(token.text) || !isName(plainWord(token.text), token) || name.length === mostWords) break;
    name.push(token);
  }
  const [first, last] = [name[0], name.at(-1)];
  return first === undefined || last === undefined ? null : { from: from + first.from, to: from + last.to };
}

/** Where names that are known stand in a text, each of their words by itself, with the surname that follows. */
export function knownNamesIn(text: string, names: readonly string[]): readonly Secret[] {
  const words = new Set(names.flatMap(nameWords));
  let end = -1;
  const found = tokensOf(text).filter((token) => {
    const isSurname = end >= 0 && /^\p{Lu}\p{Ll}/u.test(token.text) && /^[ -]+$/.test(text.slice(end, token.from));
    const isName = words.has(plainWord(token.text)) || isSurname;
    end = isName ? token.to : -1;
    return isName;
  });
  return found.map(({ from, to }) => ({ kind: "name", from, to }));
}

/** The words by which a name is known again, as vocabularies write them. */
export function nameWords(name: string): readonly string[] {
  return tokensOf(name)
    .map((token) => plainWord(token.text))
    .filter((word) => word.length >= leastLetters && !goesOn.has(word));
}

/** Whether a question asks for a name. */
export function asksForName(text: string): boolean {
  return /(?<![\p{L}])(?:name|surname|nom|prénom|namen|nombre|apellido|who(?:['’]s| is) (?:calling|speaking))(?![\p{L}])[^.!?]*\?/iu.test(
    text,
  );
}

/** Words of an answer to such a question that are, or may be, the name; calendar words and what a sentence is made of are not. */
export function nameAnswered(text: string): readonly Secret[] {
  const words = tokensOf(text).filter(({ text: word }) => {
    const plain = plainWord(word);
    return /^\p{L}/u.test(word) && !goesOn.has(plain) && !calendar.has(plain);
  });
  // Who answers with a name says little else; of more words only those count that are written as names.
  const isShort = tokensOf(text).length <= 6;
  return words
    .filter(({ text: word }) => isShort || /^\p{Lu}\p{Ll}/u.test(word))
    .map(({ from, to }) => ({ kind: "name", from, to }));
}
