import type { Atom } from "./atoms";
import type { FigureUnit, Reading } from "./figure";
import type { Lexicon } from "./lexicon";
import { readClock } from "./readClock";
import { readCount, readCountOfLong, readDigits, readOrdinal, readPercent, readSpelled } from "./readCounts";
import { readDays } from "./readDays";
import { readDuration, readRate, readWorkingDays } from "./readDurations";
import { readMoney } from "./readMoney";

/** A figure that was found at an atom, without its bounds. */
export interface FoundFigure {
  readonly readings: readonly Reading[];
  readonly next: number;
  readonly per: string | null;
  readonly isArticle?: boolean;
  /** What it counts, one of which is so many minutes or months. */
  readonly unit?: FigureUnit;
}

/** The longest figure that begins at an atom; null where none does. */
export function readFigure(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const atom = atoms[at];
  if (atom === undefined) return null;
  const many = readCountOfLong(atoms, at, lexicon);
  if (many !== null) return many;
  const found = [
    readDigits(atoms, at),
    readDays(atoms, at, lexicon),
    readMoney(atoms, at, lexicon),
    readDuration(atoms, at, lexicon),
    readWorkingDays(atoms, at, lexicon),
    readPercent(atoms, at, lexicon),
    readClock(atoms, at, lexicon),
    readOrdinal(atoms, at, lexicon),
    readSpelled(atoms, at, lexicon),
    readRate(atoms, at, lexicon),
  ].filter((each) => each !== null);
  const furthest = Math.max(0, ...found.map(({ next }) => next));
  const longest = found.filter(({ next }) => next === furthest);
  if (longest.length > 0) {
    const bare = furthest === at + 1 ? readCount(atoms, at, lexicon) : null;
    const all = bare === null ? longest : [...longest, bare];
    return {
      readings: all.flatMap(({ readings }) => readings),
      next: furthest,
      per: all.find(({ per }) => per !== null)?.per ?? null,
      isArticle: all.every(({ isArticle }) => isArticle === true),
      unit: all.find(({ unit }) => unit !== undefined)?.unit,
    };
  }
  return readCount(atoms, at, lexicon);
}
