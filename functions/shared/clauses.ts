/** Written with a full stop and always followed by what they belong to, in the languages of Latin script most heard in shops. */
const titles = new Set(
  "mr mrs ms mx dr prof rev fr sr sra srta dra mme mlle messrs gen sgt capt lt e.g i.e z.b d.h p.ej vs bzw".split(" "),
);
/** The same, but only before a figure ("No. 5"; "No. We close at five." is two sentences). */
const countWords = new Set("no nos nr núm ext tel apt art approx ca min max p pp".split(" "));

const months = /^(jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/i;

/**
 * Whether a sentence ends with `word`, its punctuation included, where `after` is the word that follows. Prices, times of day and
 * titles ("$18.50", "9 a.m. to 5 p.m.", "Dr. Lee") end none. Where it is open ("at 9 a.m. Saturday"), it ends.
 */
export function endsSentence(word: string, after: string): boolean {
  const end = /([.!?…]+)["'”’»)\]]*$/.exec(word)?.[1];
  if (end === undefined) return false;
  if (/[!?]/.test(end)) return true;
  if (/^["'“‘«([]*\p{Ll}/u.test(after)) return false;
  if (end !== ".") return true;
  const stem = word
    .slice(0, word.lastIndexOf("."))
    .replace(/^["'“‘«([]+/, "")
    .toLowerCase();
  if (titles.has(stem)) return false;
  if (countWords.has(stem)) return !/^[#+]?\d/.test(after);
  // A date as it is written in German ("24. November").
  return !(/^\d{1,2}$/.test(stem) && months.test(after));
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
  for (const mark of text.matchAll(/\S+/g)) {
    const end = mark.index + mark[0].length;
    const after = /^\s+(\S+)/.exec(text.slice(end))?.[1];
    // What follows is not known yet, so neither is whether this ends anything.
    if (after === undefined && !isComplete) break;
    const before = text.slice(start, end).trim();
    const isPause =
      /[,;:–—]$/.test(mark[0]) && before.length >= leastCharacters && !isListOfFigures(before, after ?? "");
    if (!isPause && !endsSentence(mark[0], after ?? "")) continue;
    clauses.push(before);
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

function isListOfFigures(before: string, after: string): boolean {
  return /\d,$/.test(before) && /^\d/.test(after);
}
