import { randomFrom } from "../standIns/faults";

/** Everything that a seed decides, in the order in which it is asked. */
export interface Chance {
  /** True with this probability. */
  is(probability: number): boolean;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
}

/** @param seed a whole number; the same seed gives the same answers to the same questions. */
export function chanceFrom(seed: number): Chance {
  const random = randomFrom(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    is: (probability) => random() < probability,
    whole,
    pick<T>(from: readonly T[]): T {
      const value = from[whole(0, from.length - 1)];
      if (value === undefined) throw new Error("there is nothing to pick from");
      return value;
    },
  };
}
