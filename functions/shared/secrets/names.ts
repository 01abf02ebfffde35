import { greeted, greeting, nameAfter, nameBetween, nameWrittenAfter, nameWrittenBefore } from "./nameCues";
import { plainWord, type Secret, type Token, tokensOf } from "./secret";

/** Words that are never a name where one is awaited: what a sentence goes on with. */
const goesOn = new Set(
  "a an and are at by but can could do for from have here i if in is it its like my no not of ok okay on or please put so spelled spelt that the then there this to under was we what when with would yes you your uh um er already still also just et est et un une le la les de du pour avec a au aux je et que qui sur euh oui non merci und ist der die das ein eine mit ich auf am um bitte ja nein y es el un una con en que por para si gracias".split(
    " ",
  ),
);
const calendar = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas eve easter thanksgiving halloween today tomorrow tonight noon lundi mardi mercredi jeudi vendredi samedi dimanche noel paques pentecote montag dienstag mittwoch donnerstag freitag samstag sonntag ostern pfingsten weihnachten silvester januar februar marz mai juni juli oktober dezember lunes martes miercoles jueves viernes sabado domingo navidad pascua enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier fevrier avril juin juillet aout septembre octobre novembre decembre ok ai".split(
    " ",
  ),
);
const mostWords = 6;
/** A name so short would be taken out of every other word's company. */
const leastLetters = 2;
const spelled = /(?<![\p{L}\p{N}'’])\p{L}(?:(?:\s*[-,.]\s*|\s+)\p{L}(?![\p{L}\p{N}'’])){2,}/gu;

/** What stands within a name in small letters: `van der Sloot`, `de la Vega`. */
const particles = new Set(
  "de la le du des d von van zu zum zur den der ter ten del los las el al da dos di".split(" "),
);
/** What a sentence begins with, or is said to, that is nobody's name. */
const nobody = new Set(
  "anyone anybody someone somebody nobody everyone everybody anything something nothing same right over out back up down me us we it i he she they all never once sorry hello hi hey thanks thank good great perfect fine please well actually unfortunately anyway look listen alors donc bon bueno pues also nun ihr ihre ihren ihrem sie wir uns representative operator agent person human reception assistant support personne quelqu bonjour merci mensch mitarbeiter jemand niemand hallo danke persona representante agente alguien hola gracias".split(
    " ",
  ),
);
const yes = /^(?:yes|yeah|yep|no|okay|ok|sure|oui|non|ja|nein|sí)/iu;

/** From one character up to another, exclusive. */
type Span = Pick<Secret, "from" | "to">;

/**
 * Names as callers give them, and what they spell.
 *
 * @param ours words of the business, which are nobody's name.
 */
export function namesIn(text: string, ours: ReadonlySet<string> = new Set()): readonly Secret[] {
  const isName = (word: string) => !goesOn.has(word) && !calendar.has(word) && !nobody.has(word) && !ours.has(word);
  const isWritten = (word: string, token: Token) => isCapital(token) && isName(word);
  const starts = (patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(({ 0: words, index }) => index + words.length));
  const told = starts(nameAfter).map((from) => nameAt(text, from, (word) => !goesOn.has(word)));
  const meant = starts(nameWrittenAfter).map((from) => nameAt(text, from, isWritten));
  const greetedBy = [...text.matchAll(greeted)].map(({ 0: words, index }) => {
    const name = nameAt(text, index + words.length, isWritten);
    const isAlone = name !== null && /^\s*(?:[.,!?]|$)/.test(text.slice(name.to));
    return isAlone && (!yes.test(words) || /\s/.test(text.slice(name.from, name.to))) ? name : null;
  });
  const ends = [...nameWrittenBefore, greeting].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) => nameBefore(text, index, isWritten)),
  );
  const between = nameBetween.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, 1: name = "", index }) => {
      const from = index + words.lastIndexOf(name);
      const isOne = tokensOf(name).every((token) => isName(plainWord(token.text)) && !token.text.endsWith("ing"));
      return isOne ? { from, to: from + name.length } : null;
    }),
  );
  const letters = [...text.matchAll(spelled)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  return [...told, ...meant, ...greetedBy, ...ends, ...between, ...letters]
    .flatMap((span) => (span === null ? [] : [span, ...joinedTo(text, span, isWritten)]))
    .map((span) => ({ kind: "name" as const, ...span }));
}

/** Who is named together with somebody: `Dana and Henrietta Reyes`. */
function joinedTo(text: string, { to }: Span, isWritten: (word: string, token: Token) => boolean): Span[] {
  const joint = /^\s+(?:and|et|und|y|&)\s+/iu.exec(text.slice(to))?.[0];
  const other = joint === undefined ? null : nameAt(text, to + joint.length, isWritten);
  return other === null ? [] : [other];
}

function isCapital({ text }: Token): boolean {
  return /^\p{Lu}(?:\p{Ll}|$)/u.test(text);
}

/** The name that begins at a place, with the particles in it; null where none does. */
function nameAt(text: string, from: number, isName: (word: string, token: Token) => boolean): Span | null {
  const tokens = tokensOf(text.slice(from, from + 80));
  const name: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const last = name.at(-1)?.to ?? 0;
    if (!/^[\s'’-]*$/.test(text.slice(from + last, from + token.from))) break;
    const isPart = isName(plainWord(token.text), token) || isParticleIn(tokens, index);
    if (/^\d/.test(token.text) || !isPart || name.length === mostWords) break;
    name.push(token);
  }
  const [first, last] = [name[0], name.at(-1)];
  return first === undefined || last === undefined ? null : { from: from + first.from, to: from + last.to };
}

/** True for a particle that a part of a name follows, at once or after another one. */
function isParticleIn(tokens: readonly Token[], index: number): boolean {
  const isParticle = (at: number) => particles.has(plainWord(tokens[at]?.text ?? ""));
  if (!isParticle(index)) return false;
  const next = tokens[isParticle(index + 1) ? index + 2 : index + 1];
  const isAfterVan = /^(?:van|von)$/iu.test(tokens[index - 1]?.text ?? "");
  return next !== undefined && (isAfterVan || (isCapital(next) && !calendar.has(plainWord(next.text))));
}

/** The name that ends before a place and begins its clause; null where none does. */
function nameBefore(text: string, to: number, isWritten: (word: string, token: Token) => boolean): Span | null {
  const before = text.slice(0, to);
  const start = Math.max(...[...before.matchAll(/[.!?,;:\n]\s*|^/g)].map(({ 0: mark, index }) => index + mark.length));
  const tokens = tokensOf(before.slice(start));
  const [first, last] = [tokens[0], tokens.at(-1)];
  const isOne = tokens.length <= mostWords && tokens.every((token) => isWritten(plainWord(token.text), token));
  return isOne && first !== undefined && last !== undefined ? { from: start + first.from, to: start + last.to } : null;
}

/** Where names that are known stand in a text, each of their words by itself, with the surname that follows. */
export function knownNamesIn(text: string, names: readonly string[]): readonly Secret[] {
  const words = new Set(names.flatMap(nameWords));
  const tokens = tokensOf(text);
  let end = -1;
  const found = tokens.filter((token, index) => {
    const isSurname = end >= 0 && /^\p{Lu}\p{Ll}/u.test(token.text) && /^[ -]+$/.test(text.slice(end, token.from));
    const isName = words.has(plainWord(token.text)) || isSurname || isFirstName(text, token, tokens[index + 1], words);
    end = isName ? token.to : -1;
    return isName;
  });
  return found.map(({ from, to }) => ({ kind: "name", from, to }));
}

/** True before a name that is known, where it is a capital that no beginning of a sentence accounts for. */
function isFirstName(text: string, token: Token, next: Token | undefined, words: ReadonlySet<string>): boolean {
  if (next === undefined || !words.has(plainWord(next.text)) || !/^\p{Lu}\p{Ll}/u.test(next.text)) return false;
  const word = plainWord(token.text);
  const isWithin = /[^.!?\n\s]\s*$/.test(text.slice(0, token.from)) && /^[ -]$/.test(text.slice(token.to, next.from));
  return isWithin && isCapital(token) && !calendar.has(word) && !goesOn.has(word);
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
