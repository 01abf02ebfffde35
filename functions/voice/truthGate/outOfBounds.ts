import type { Evidence } from "./evidence";
import { isRate, type Reading } from "./figure";
import { isWord } from "./itemKinds";
import type { Item, Sentence } from "./readText";
import { isWithin } from "./withinBound";

/** Ages and measures that the caller names, against the bounds of a fact. */

/** A figure that only a fact can affirm: not the caller's place in a row, and not an age that no fact bounds. */
export function isStrictFigure(item: Item, asked: readonly Sentence[], evidence: readonly Evidence[]): boolean {
  if (item.kind !== "figure" || isRate(item.figure)) return false;
  const { readings } = item.figure;
  if (readings.every(({ unit }) => unit === "ordinal")) return false;
  const items = asked.flatMap((sentence) => sentence.items);
  const next = items[items.indexOf(item) + 1];
  const before = items[items.indexOf(item) - 1];
  const isOld = isWord(next, "old");
  // "Elle a cinq ans", "tiene cuatro años".
  const isHad = before !== undefined && having.has(before.text) && readings.some(({ unit }) => unit === "months");
  // "At nine" is a time.
  const isTime = before?.kind === "word" && ["at", "until", "after", "before"].includes(before.key);
  const isCount = readings.some(({ unit }) => unit === "count") && item.figure.bound === "is" && !isTime;
  return (!isOld && !isHad && !isCount) || isOutOfBounds(readings, evidence);
}

/** "Three years", where it is from four on; "thirty kilos", where only those under 25 are taken. */
export function isOutOfBounds(readings: readonly Reading[], evidence: readonly Evidence[]): boolean {
  const isMeasured = ({ unit, ...rest }: Reading) =>
    unit === "months" || (unit === "count" && "of" in rest && rest.of.some((key) => measured.has(key)));
  if (!readings.some(isMeasured)) return false;
  return evidence.some(({ statements }) =>
    statements.some(
      (statement) =>
        statement.figures.some(({ figure }) =>
          figure.readings.some((other) => readings.some((own) => isWithin(own, other, figure.bound) === false)),
        ) || isOutside(readings, statement.items),
    ),
  );
}

const measured: ReadonlySet<string> = new Set(
  "kilo kg kilogram pound lb pfund libra metre meter mètr metr cm centimetre centimeter inch foot feet litre liter".split(
    " ",
  ),
);

const having: ReadonlySet<string> = new Set("a ai as ont aura avait tiene tengo tienes tienen cumple".split(" "));

/** Below or above a range: three of "from four to six years". */
function isOutside(own: readonly Reading[], items: readonly Item[]): boolean {
  const joints = ["to", "until", "and"];
  return items.some((item, at) => {
    const joint = items[at + 1];
    const isJoint = joint?.kind === "word" && joints.includes(joint.key);
    const end = isJoint ? items[at + 2] : joint?.pause === "-" ? joint : undefined;
    if (item.kind !== "figure" || end?.kind !== "figure") return false;
    const last = end.figure.readings.find(({ unit }) => unit === "months");
    const first = item.figure.readings.find(({ unit }) => unit === "months" || unit === "count");
    if (last === undefined || first === undefined) return false;
    const isBelow = own.some((each) => isWithin(each, first, "atLeast") === false);
    return isBelow || own.some((each) => isWithin(each, last, "atMost") === false);
  });
}
