/** Abbreviations after which a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s(])(?:[ap]\.m|dr|mr|mrs|ms|st|ave|blvd|no|nr|approx|e\.g|i\.e|vs|inc|co|jr|sr|bzw|z\.b|ca|str|rd|ext|tel)\.$/i;

/**
 * The sentences of a text, each with the punctuation that ends it. A full stop inside a figure (`$18.50`), after an
 * abbreviation that goes on in small letters (`9 a.m. to 5 p.m.`) or a title (`Dr. Lee`) ends nothing.
 */
export function sentencesOf(text: string): string[] {
  return pieces(text, /[.?!…]["'”’)]*/g, (before, after) => endsSentence(before, after));
}

/**
 * The clauses of a text that is still being written, and what is left over. A clause ends with a sentence, or at a comma,
 * colon, semicolon or dash where enough has been said (`leastCharacters`).
 */
export function clausesOf(
  text: string,
  isComplete: boolean,
  leastCharacters = 12,
): { clauses: string[]; rest: string } {
  const clauses: string[] = [];
  let start = 0;
  for (const mark of text.matchAll(/[.?!…]["'”’)]*|[,;:–—]/g)) {
    const end = mark.index + mark[0].length;
    const after = text.slice(end);
    // What follows is not known yet, so neither is whether this ends anything.
    if (after === "" && !isComplete) break;
    const before = text.slice(start, end);
    const isSentenceMark = /[.?!…]/.test(mark[0]);
    const isEnd = isSentenceMark
      ? (after.trim() !== "" || isComplete) && endsSentence(before, after)
      : /^\s/.test(after) && before.trim().length >= leastCharacters && !isListOfFigures(before, after);
    if (!isEnd) continue;
    if (before.trim() !== "") clauses.push(before.trim());
    start = end;
  }
  const rest = text.slice(start);
  if (!isComplete) return { clauses, rest };
  if (rest.trim() !== "") clauses.push(rest.trim());
  return { clauses, rest: "" };
}

/**
 * The clause in as few parts of at most `mostCharacters` as it takes, broken at a comma where that costs no part more, else at
 * the blank that leaves them most even; a word is never broken, and a figure is not parted from the word after it.
 */
export function partsOf(clause: string, mostCharacters: number): string[] {
  const text = clause.trim();
  if (text.length <= mostCharacters) return text === "" ? [] : [text];
  const count = Math.ceil(text.length / mostCharacters);
  const breaks = [...text.matchAll(/\s+/g)].map(({ index }) => index).filter((at) => at > 0);
  const short = breaks.filter((at) => at <= mostCharacters);
  const enough = short.filter((at) => text.length - at - 1 <= mostCharacters * (count - 1));
  const first = bestBreak(text, enough.length > 0 ? enough : short, text.length / count) ?? breaks[0];
  if (first === undefined) return [text];
  return [text.slice(0, first), ...partsOf(text.slice(first), mostCharacters)];
}

function bestBreak(text: string, breaks: readonly number[], evenAt: number): number | undefined {
  const badness = (at: number) => {
    const before = text.slice(0, at);
    return Math.abs(at - evenAt) - (/[,;:.?!–—]$/.test(before) ? 15 : 0) + (/\d\S*$/.test(before) ? 10 : 0);
  };
  return [...breaks].sort((a, b) => badness(a) - badness(b))[0];
}

/** How much of `text` was heard after `heardMs` of `durationMs`, cut at a word. Every character takes the same time. */
export function heardOf(text: string, heardMs: number, durationMs: number): string {
  if (durationMs > 0 && heardMs >= durationMs) return text;
  const characters = durationMs > 0 ? Math.floor((text.length * heardMs) / durationMs) : 0;
  const ends = [...text.matchAll(/\S+/g)].map((word) => word.index + word[0].length);
  const last = ends.filter((end) => end <= characters).at(-1);
  return last === undefined ? "" : text.slice(0, last);
}

function endsSentence(before: string, after: string): boolean {
  if (after !== "" && !/^\s/.test(after)) return false;
  const next = after.trim()[0];
  if (next === undefined || !before.endsWith(".")) return true;
  if (/[\p{Ll}]/u.test(next)) return false;
  if (!abbreviations.test(before)) return true;
  // `at 5 p.m. We close` ends a sentence, `Dr. Lee` and `No. 5` do not.
  return /[ap]\.m\.$/i.test(before) && /\p{Lu}/u.test(next);
}

function isListOfFigures(before: string, after: string): boolean {
  return /\d,$/.test(before.trim()) && /^\s*\d/.test(after);
}

function pieces(text: string, marks: RegExp, isEnd: (before: string, after: string) => boolean): string[] {
  const found: string[] = [];
  let start = 0;
  for (const mark of text.matchAll(marks)) {
    const end = mark.index + mark[0].length;
    if (!isEnd(text.slice(start, end), text.slice(end))) continue;
    if (text.slice(start, end).trim() !== "") found.push(text.slice(start, end).trim());
    start = end;
  }
  if (text.slice(start).trim() !== "") found.push(text.slice(start).trim());
  return found;
}
