import { inPortions } from "./inPortions";
import type { Clock } from "./ports";

/** A clock whose timers fire one by one. */
function stepper() {
  const waiting: { readonly ms: number; readonly act: () => void }[] = [];
  const clock: Clock = {
    now: () => 0,
    after(ms, act) {
      const timer = { ms, act };
      waiting.push(timer);
      return () => void waiting.splice(0, waiting.length, ...waiting.filter((each) => each !== timer));
    },
  };
  return { clock, waiting, fire: () => waiting.shift()?.act() };
}

const portions = { size: 2, afterMs: 500 };

test("a list is done a portion at a time, in its order, and the rest at once where somebody cannot wait", () => {
  const { clock, waiting, fire } = stepper();
  const done: number[][] = [];
  const rest = inPortions([1, 2, 3, 4, 5, 6, 7], portions, (some) => done.push([...some]), clock);
  expect([done, waiting.map(({ ms }) => ms)]).toEqual([[], [500]]);
  fire();
  fire();
  expect(done).toEqual([
    [1, 2],
    [3, 4],
  ]);
  rest();
  rest();
  expect(done.at(-1)).toEqual([5, 6, 7]);
  expect(waiting).toEqual([]);
});

test("nothing waits for an empty list, nor after the last portion", () => {
  const { clock, waiting, fire } = stepper();
  inPortions([], portions, () => undefined, clock)();
  expect(waiting).toEqual([]);
  inPortions([1], portions, () => undefined, clock);
  fire();
  expect(waiting).toEqual([]);
});
