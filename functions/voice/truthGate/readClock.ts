import type { Atom } from "./atoms";
import type { Reading } from "./figure";
import type { Lexicon } from "./lexicon";
import { matchPattern } from "./patterns";
import type { FoundFigure } from "./readFigures";

/** Reads times of day: "half past nine", "9.30 pm", "eight in the evening". */

/** "Half past nine", "9.30", "8 pm", "midnight". */
export function readClock(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const atom = atoms[at];
  const { clock, clockBefore } = lexicon.vocabulary.figures;
  if (atom?.clock !== null && atom?.clock !== undefined) {
    const isSettled = atom.text.startsWith("0") || atom.clock >= 780;
    return withHalf(atoms, at + 1, isSettled ? [atom.clock] : bothHalves(atom.clock), lexicon);
  }
  const dotted = dottedTime(atom?.text ?? "");
  if (dotted !== null) return withHalf(atoms, at + 1, bothHalves(dotted), lexicon);
  const isAsked = clockBefore.includes(atoms[at - 1]?.text ?? "");
  let best: { next: number; minute: number; isSettled: boolean } | null = null;
  for (const { pattern, sign = 1, plus = 0, fixed, isVague, behind } of clock) {
    if (behind !== undefined && !behind.includes(atoms[at - 1]?.text ?? "")) continue;
    const found = matchPattern(pattern, atoms, at);
    if (found === null || (best !== null && found.next <= best.next)) continue;
    if (isVague && !isAsked && !isHalfSaid(atoms, found.next, lexicon)) continue;
    // "A un vecino": an article is no time of day.
    if (isVague && atoms[at]?.number?.isArticle === true && lexicon.vocabulary.numbers.articlesNeverCount) continue;
    const minute = fixed ?? ((found.h ?? 0) * 60 + sign * (found.m ?? 0) + plus + 1440) % 1440;
    if (found.h === 24 && (found.m ?? 0) > 0) continue;
    const isSettled = fixed !== undefined || (found.h ?? 0) > 12 || found.h === 0;
    best = { next: found.next, minute: found.h === 24 ? 1440 : minute, isSettled };
  }
  if (best === null) return null;
  return withHalf(atoms, best.next, best.isSettled ? [best.minute] : bothHalves(best.minute), lexicon);
}

/** "9.30" is half past nine, where it is no price. */
function dottedTime(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}

function isHalfSaid(atoms: readonly Atom[], at: number, { vocabulary: { figures } }: Lexicon): boolean {
  return [...figures.beforeNoon, ...figures.afterNoon, ...figures.atNight].some(
    (pattern) => matchPattern(pattern, atoms, at) !== null,
  );
}

/** Nine of the clock, which is 9:00 or 21:00 where nothing says which: minutes from midnight. */
export function bothHalves(minute: number): number[] {
  if (minute >= 780 || minute === 0) return [minute];
  return minute >= 720 ? [minute, minute - 720] : [minute, minute + 720];
}

/** What is called the night, in minutes from midnight. */
const [nightFrom, nightUntil] = [1020, 300];

/** With what settles the half of the day behind it: `am`, `in the evening`. */
function withHalf(atoms: readonly Atom[], next: number, minutes: readonly number[], lexicon: Lexicon): FoundFigure {
  const { beforeNoon, afterNoon, atNight } = lexicon.vocabulary.figures;
  const half = (patterns: readonly string[]) =>
    patterns.map((pattern) => matchPattern(pattern, atoms, next)).find((each) => each !== null) ?? null;
  const [early, late] = [half(beforeNoon), half(afterNoon)];
  const settled = (isLate: boolean) => {
    const fitting = minutes.filter((minute) => (isLate ? minute >= 720 : minute < 720));
    return fitting.length > 0 ? fitting : minutes;
  };
  const readings = (of: readonly number[]): Reading[] => [{ unit: "clock", minutes: of }];
  const night = half(atNight);
  if (night !== null) {
    const fitting = minutes.filter((minute) => minute >= nightFrom || minute <= nightUntil);
    return { readings: readings(fitting.length > 0 ? fitting : minutes), next: night.next, per: null };
  }
  if (early !== null) return { readings: readings(settled(false)), next: early.next, per: null };
  if (late !== null) return { readings: readings(settled(true)), next: late.next, per: null };
  return { readings: readings(minutes), next, per: null };
}
