import { type TurnEndCurve, turnEndCurve } from "../endOfTurn/curve";
import type { TurnEnds } from "../endOfTurn/turnEnds";
import type { Benchmark, Figure } from "./benchmark";

/** What a caller bears: half the answers within the first, nearly all within the second, and hardly anybody cut off. */
const limitMsP50 = 650;
const limitMsP95 = 950;
const limitCutOffRate = 0.02;
/** The fixed silence that voice agents commonly wait. */
const commonFixed = "always 500 ms";
const timesFewer = 5;

/** How soon the agent answers, and how often it answers a caller who had not finished. */
export const endOfTurn: Benchmark = {
  name: "end-of-turn",
  about: "utterances with pauses inside, half of them never tuned on, against a fixed silence before the answer",
  async measure({ tell }) {
    return figuresOf(await turnEndCurve(tell));
  },
};

function figuresOf({ ours, scaled, fixed, afterthoughts }: TurnEndCurve): Figure[] {
  const common = fixed.find(({ name }) => name === commonFixed)?.cutOffRate ?? Number.NaN;
  const halves = (["tuning", "heldOut", "handWritten"] as const).flatMap((set): Figure[] => [
    delay(`${set} half`, "p50", ours[set].delayMsP50, limitMsP50, ours[set]),
    delay(`${set} half`, "p95", ours[set].delayMsP95, limitMsP95, ours[set]),
    {
      name: `${set} half, cut off`,
      value: ours[set].cutOffRate / limitCutOffRate,
      unit: "times",
      against: "two of a hundred",
      limit: { atMost: 1 },
      measured: measuredOf(ours[set]),
    },
  ]);
  const fewer: Figure = {
    name: "cut off by a fixed silence",
    value: common / Math.max(ours.heldOut.cutOffRate, 1 / ours.heldOut.utterances),
    unit: "times",
    against: `ours in the half that was held out; theirs waits ${commonFixed}`,
    limit: { atLeast: timesFewer },
    measured: { fixedCutOffRate: common, ourCutOffRate: ours.heldOut.cutOffRate },
  };
  const curve = [...fixed, ...scaled, { name: "afterthoughts", ...afterthoughts }].map(
    (point): Figure => ({
      name: point.name,
      value: point.delayMsP50 - ours.heldOut.delayMsP50,
      unit: "ms",
      against: "our own delay",
      limit: null,
      measured: measuredOf(point),
    }),
  );
  return [...halves, fewer, ...curve];
}

function delay(name: string, share: string, value: number, atMost: number, ends: TurnEnds): Figure {
  return {
    name: `${name}, end of speech to first audio ${share}`,
    value,
    unit: "ms",
    against: "the limit",
    limit: { atMost },
    measured: measuredOf(ends),
  };
}

function measuredOf({ cutOffRate, delayMsP50, delayMsP95, draftsEach }: TurnEnds): Readonly<Record<string, number>> {
  return { cutOffRate, delayMsP50, delayMsP95, draftsEach };
}
