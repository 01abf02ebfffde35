import type { Atom } from "./atoms";

/** What a pattern found. */
export interface Found {
  readonly next: number;
  readonly h: number | null;
  readonly m: number | null;
  readonly n: number | null;
}

type Step = { readonly slot: "h" | "m" | "n" } | { readonly words: readonly string[]; readonly isOptional: boolean };

const compiled = new Map<string, readonly Step[]>();

/**
 * Whether a pattern stands at an atom: words with `|` between alternatives, `?` behind what may be missing, `{h}` an hour up to
 * 24, `{m}` minutes below 60, `{n}` any number. A pause in the middle ends the match; a hyphen is none.
 */
export function matchPattern(pattern: string, atoms: readonly Atom[], from: number): Found | null {
  let at = from;
  const slots: { h: number | null; m: number | null; n: number | null } = { h: null, m: null, n: null };
  for (const step of stepsOf(pattern)) {
    const atom = atoms[at];
    const isParted = at > from && atom !== undefined && /[^-]/.test(atom.pause);
    if ("words" in step) {
      if (atom !== undefined && !isParted && step.words.includes(atom.text)) at += 1;
      else if (!step.isOptional) return null;
      continue;
    }
    const value = atom?.number?.value;
    if (value === undefined || isParted) return null;
    if (step.slot === "h" && !(Number.isInteger(value) && value <= 24)) return null;
    if (step.slot === "m" && !(Number.isInteger(value) && value < 60)) return null;
    slots[step.slot] = value;
    at += 1;
  }
  return at === from ? null : { next: at, ...slots };
}

function stepsOf(pattern: string): readonly Step[] {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const steps = pattern.split(" ").map((part): Step => {
    if (part === "{h}" || part === "{m}" || part === "{n}") return { slot: part[1] as "h" | "m" | "n" };
    const isOptional = part.endsWith("?");
    return { words: (isOptional ? part.slice(0, -1) : part).split("|"), isOptional };
  });
  compiled.set(pattern, steps);
  return steps;
}

interface Index<T> {
  readonly byWord: ReadonlyMap<string, readonly (readonly [string, T])[]>;
  /** Those that may begin with a number. */
  readonly byNumber: readonly (readonly [string, T])[];
}

const indexed = new WeakMap<object, Index<unknown>>();
const nothing: readonly never[] = [];

/** The entries of a table of patterns that may stand at an atom, in their order: a table is long, and few begin with a given word. */
export function entriesAt<T>(
  table: Readonly<Record<string, T>>,
  atom: Atom | undefined,
): readonly (readonly [string, T])[] {
  if (atom === undefined) return nothing;
  const index = (indexed.get(table) ?? indexOf(table)) as Index<T>;
  const words = index.byWord.get(atom.text) ?? nothing;
  if (atom.number === null || index.byNumber.length === 0) return words;
  return words.length === 0 ? index.byNumber : [...new Set([...words, ...index.byNumber])];
}

function indexOf<T>(table: Readonly<Record<string, T>>): Index<T> {
  const byWord = new Map<string, (readonly [string, T])[]>();
  const byNumber: (readonly [string, T])[] = [];
  for (const entry of Object.entries(table)) {
    for (const step of stepsOf(entry[0])) {
      if ("slot" in step) {
        byNumber.push(entry);
        break;
      }
      for (const word of step.words) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
      if (!step.isOptional) break;
    }
  }
  const made: Index<T> = { byWord, byNumber };
  indexed.set(table, made);
  return made;
}
