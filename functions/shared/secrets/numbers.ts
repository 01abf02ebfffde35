import { type DigitWord, digitsOf, digitWordOf } from "./digitWords";
import { plainWord, type Secret, type Token, tokensOf } from "./secret";

/** Nobody is reached under fewer digits, and prices, hours and dates have fewer in one go. */
const leastDigits = 7;
/** Of what is named a code, so few are enough. */
const leastCodeDigits = 3;
const cardDigits = { least: 13, most: 19 } as const;

/** Dates and times as they are written are no numbers of anybody. */
const written =
  /(?<![\d.\-/])(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|[12]\d|3[01])[./](?:\d{4}|\d{2}))(?![.\-/\s]?\d)|\d{1,2}:\d{2}/g;

/** What stands between digits that belong together. */
const gap = /^[\s\-–—.,()+·…/]*$/u;

/** What names a code of a few digits. */
const codeWords =
  /(?:\bcv[vc]2?\b|\bcode\b|\bpin\b|passcode|password|expir\w*|last (?:four|4|three|3)|digits on the back|cryptogramme|derniers chiffres|au dos|geheimzahl|sicherheits(?:code|nummer)|pr[üu]fnummer|letzten (?:vier|drei)|c[óo]digo|[úu]ltimos (?:cuatro|tres)|caduca|postleitzahl|\bplz\b|p\.?\s?o\.?\s?box)[^\d.!?]{0,24}$/iu;

/** Telephone numbers, cards and other long numbers, written or dictated; and short ones that are named a code. */
export function numbersIn(text: string): readonly Secret[] {
  const isWritten = [...text.matchAll(written)].map(({ 0: date, index }) => ({ from: index, to: index + date.length }));
  const tokens = tokensOf(text);
  const secrets: Secret[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runAt(tokens, at, text, isWritten);
    at += Math.max(1, run.length);
    const secret = secretOf(run, text);
    if (secret !== null) secrets.push(secret);
  }
  return secrets;
}

interface Part {
  readonly token: Token;
  readonly word: DigitWord;
}

function runAt(
  tokens: readonly Token[],
  start: number,
  text: string,
  isWritten: readonly { readonly from: number; readonly to: number }[],
): readonly Part[] {
  const run: Part[] = [];
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const last = run.at(-1)?.token;
    if (last !== undefined && !gap.test(text.slice(last.to, token.from))) break;
    const word = digitWordOf(token);
    const isDate = isWritten.some(({ from, to }) => token.from >= from && token.to <= to);
    if (word === null || isDate) break;
    run.push({ token, word });
  }
  return run;
}

function secretOf(run: readonly Part[], text: string): Secret | null {
  const first = run.findIndex(isDigits);
  const last = run.findLastIndex(isDigits);
  const [begin, end] = [run[first], run[last]];
  if (begin === undefined || end === undefined) return null;
  const digits = digitsOf(run.slice(first, last + 1).map(({ word }) => word));
  const plus = /\+\s?$/.exec(text.slice(0, begin.token.from))?.[0].length ?? 0;
  const span = { from: begin.token.from - plus, to: end.token.to };
  if (isCard(digits)) return { kind: "card", ...span };
  const isCode = digits.length >= leastCodeDigits && codeWords.test(text.slice(0, begin.token.from));
  return digits.length >= leastDigits || isCode ? { kind: "number", ...span } : null;
}

function isDigits({ word, token }: Part): boolean {
  // An interjection is no nought.
  return word.type !== "filler" && word.type !== "times" && !["oh", "o"].includes(plainWord(token.text));
}

/** True for digits that the Luhn check of payment cards accepts. */
export function isCard(digits: string): boolean {
  if (digits.length < cardDigits.least || digits.length > cardDigits.most) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
