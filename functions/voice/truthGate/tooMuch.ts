import { isSameReading } from "./figure";
import type { GroundsRead } from "./groundsRead";
import type { Item } from "./readText";
import { isWithin } from "./withinBound";

const tooWords: ReadonlySet<string> = new Set("too trop zu demasiado demasiados demasiada demasiadas".split(" "));
const mostWords = 6;

/** "Fifteen is too many", of a figure that the caller named and that a cited fact's bound leaves out. */
export function isTooMuch(segment: readonly Item[], { caller, cited }: GroundsRead): boolean {
  const at = segment.findIndex((item) => item.kind === "word" && tooWords.has(item.text));
  if (at < 0 || segment.length > mostWords || segment.length > at + 2 || segment.some(({ isNegated }) => isNegated))
    return false;
  const figures = segment.slice(0, at).filter((item) => item.kind === "figure");
  const isPlain = segment.slice(0, at).every((item) => item.kind === "figure" || item.weight === "neutral");
  const [only] = figures;
  if (only === undefined || figures.length > 1 || !isPlain) return false;
  const isCallers = caller.items.some(
    (item) =>
      item.kind === "figure" &&
      item.figure.readings.some((a) => only.figure.readings.some((b) => isSameReading(a, b) || isSameReading(b, a))),
  );
  return (
    isCallers &&
    cited.some(({ statements }) =>
      statements.some(({ figures: own }) =>
        own.some(({ figure }) =>
          figure.readings.some((other) =>
            only.figure.readings.some((reading) => isWithin(reading, other, figure.bound) === false),
          ),
        ),
      ),
    )
  );
}
