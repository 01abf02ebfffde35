import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { readTruthSet, type Sample, stoppedOf } from "./truthSets";

const folder = path.join(__dirname, "sets");
const withFigures = readdirSync(folder)
  .flatMap((file) => readTruthSet(path.join(folder, file)))
  .filter(({ isTrue, reply, grounds }) => isTrue && /\d/.test(reply) && stoppedOf({ reply, grounds }) === null);

/** All that a changed figure could still be true of: the cited facts and what the caller said. */
function supportOf({ grounds }: Sample): string {
  const cited = grounds.facts.filter(({ id }) => grounds.cited.includes(id)).map(({ text }) => text);
  return [...cited, grounds.callerSaid, grounds.knowledge.business.phone].join(" ");
}

/** Numbers from a text, times of day also as the other clock has them. */
function numbersIn(text: string): Set<number> {
  const found = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return new Set(
    found.flatMap((value) => [value, value + 12, value - 12, value * 60, value / 60, value * 24, value / 24]),
  );
}

test("a figure that is changed at random is stopped, unless what it became stands in a cited fact", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (which, place, shift) => {
      const sample = withFigures[which % withFigures.length];
      if (sample === undefined) return;
      const digits = [...sample.reply.matchAll(/\d/g)];
      const match = digits[place % digits.length];
      if (match === undefined) return;
      const changed = (Number(match[0]) + shift) % 10;
      const reply = `${sample.reply.slice(0, match.index)}${changed}${sample.reply.slice(match.index + 1)}`;
      const before = /\d*$/.exec(reply.slice(0, match.index))?.[0] ?? "";
      const whole = /^\d+/.exec(reply.slice(match.index - before.length))?.[0] ?? "";
      fc.pre(changed !== Number(match[0]) && !numbersIn(supportOf(sample)).has(Number(whole)));
      expect({ reply, stopped: stoppedOf({ reply, grounds: sample.grounds }) !== null }).toEqual({
        reply,
        stopped: true,
      });
    }),
    { numRuns: 600, seed: 20261123 },
  );
});
