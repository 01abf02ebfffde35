import { addressesIn } from "./secrets/addresses";
import { emailsIn } from "./secrets/emails";
import { asksForName, knownNamesIn, nameAnswered, namesIn, nameWords } from "./secrets/names";
import { numbersIn } from "./secrets/numbers";
import { plainWord, type Secret, tokensOf } from "./secrets/secret";

/** What is known beforehand of whoever speaks and of whom they speak to. */
export interface KnownWords {
  /** Names of the caller, such as a booking's. */
  readonly names?: readonly string[];
  /** What the business says of itself, which is no secret: its number, its address, its name. */
  readonly ours?: readonly string[];
}

/** A line of a conversation. */
export interface SaidLine {
  readonly who: "caller" | "agent";
  readonly text: string;
}

const marks: Readonly<Record<Secret["kind"], string>> = {
  card: "[card]",
  number: "[number]",
  email: "[e-mail]",
  name: "[name]",
  address: "[address]",
};

/**
 * The one door through which text about a caller goes into logs, metrics, transcripts, summaries and messages: cards, telephone
 * and other long numbers, e-mail addresses, names and addresses are taken out, written or dictated, in English, French,
 * German and Spanish. A judgement by words: it takes out too much rather than too little.
 */
export function redact(text: string, known: KnownWords = {}): string {
  return redactLines([{ who: "caller", text }], known)[0] ?? "";
}

/**
 * The lines of one call, in their order, as `redact` leaves them. What somebody dictates in pieces is found across their lines; a name
 * that is given in one of them, or in answer to a question for it, is taken out of all.
 */
export function redactLines(lines: readonly SaidLine[], known: KnownWords = {}): readonly string[] {
  const ours = wordsOf(known.ours ?? []);
  const answered = lines.map((line, index) =>
    line.who === "caller" && asksForName(lastWordsBefore(lines, index)) ? nameAnswered(line.text) : [],
  );
  const given = lines.flatMap(({ text }, index) =>
    [...namesIn(text, ours), ...(answered[index] ?? [])].map(({ from, to }) => unspelled(text.slice(from, to))),
  );
  const isOurs = (name: string) => nameWords(name).every((word) => ours.has(word));
  const names = [...(known.names ?? []), ...given.filter((name) => !isOurs(name))];
  const redacted = lines.map(({ text }) => text);
  for (const who of ["caller", "agent"] as const) {
    const own = lines.flatMap((line, index) => (line.who === who ? [index] : []));
    const joined = own.map((index) => lines[index]?.text ?? "").join("\n");
    const secrets = secretsIn(joined, { ...known, names }, ours);
    let begin = 0;
    for (const index of own) {
      const text = lines[index]?.text ?? "";
      const here = secrets.map(({ kind, from, to }) => ({
        kind,
        from: Math.max(0, from - begin),
        to: Math.min(text.length, to - begin),
      }));
      redacted[index] = withMarks(text, [...here.filter(({ from, to }) => from < to), ...(answered[index] ?? [])]);
      begin += text.length + 1;
    }
  }
  return redacted;
}

/** `D-A-N-A` as `DANA`, by which it is known again; other names as they are. */
function unspelled(name: string): string {
  const letters = tokensOf(name).map((token) => token.text);
  return letters.every((letter) => letter.length === 1) ? letters.join("") : name;
}

function secretsIn(text: string, { names = [], ours = [] }: KnownWords, ourWords: ReadonlySet<string>): Secret[] {
  return [
    ...emailsIn(text),
    ...numbersIn(text),
    ...addressesIn(text),
    ...namesIn(text, ourWords),
    ...knownNamesIn(text, names),
  ].filter(({ kind, from, to }) => kind === "name" || !isSaidOf(text.slice(from, to), ours));
}

/** True where the business itself says it: its own number or address. */
function isSaidOf(found: string, ours: readonly string[]): boolean {
  const said = compact(found);
  return ours.some((text) => compact(text).includes(said));
}

function compact(text: string): string {
  return plainWord(text).replace(/[^\p{L}\p{N}]/gu, "");
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => tokensOf(text).map((token) => plainWord(token.text))));
}

/** What the other side said last, before a line. */
function lastWordsBefore(lines: readonly SaidLine[], index: number): string {
  return lines.slice(0, index).findLast(({ who }) => who === "agent")?.text ?? "";
}

/** Secrets that touch are one; the first one's mark stands for all. */
function withMarks(text: string, secrets: readonly Secret[]): string {
  const sorted = [...secrets].sort((a, b) => a.from - b.from || b.to - a.to);
  let written = "";
  let at = 0;
  let last: Secret["kind"] | null = null;
  for (const { kind, from, to } of sorted) {
    if (to <= at) continue;
    const between = text.slice(at, Math.max(at, from));
    const isOne = last === kind && /^[\s.,'’-]*$/.test(between);
    if (from >= at && !isOne) written += `${between}${marks[kind]}`;
    at = to;
    last = kind;
  }
  return written + text.slice(at);
}
