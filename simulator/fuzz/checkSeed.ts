import { errorText } from "../../functions/voice/errorText";
import type { FaultService } from "../scriptedCall";
import { invariants } from "./invariants";
import { playRandomCall } from "./playRandomCall";
import { type RandomCall, randomCall } from "./randomCall";

/** What came of one random call. */
export interface SeedChecked {
  readonly seed: number;
  readonly line: "flow" | "duplex";
  readonly column: "best" | "worst";
  readonly outcome: string;
  readonly durationMs: number;
  readonly turns: number;
  /** It and those that came in meanwhile. */
  readonly calls: number;
  /** How many of them ended with a booking. */
  readonly bookings: number;
  /** How often a service failed in it. */
  readonly faults: number;
  readonly faultsByService: Readonly<Partial<Record<FaultService, number>>>;
  /** What did not hold, a line each; empty where all holds. */
  readonly broken: readonly string[];
}

/**
 * Plays the call of a seed, as `randomCall` has it, and holds it against every invariant. Never throws: a call that throws, or leaves a promise behind that
 * fails, is broken.
 */
export async function checkSeed(seed: number): Promise<SeedChecked> {
  return { ...(await checkCall(randomCall(seed))), seed };
}

/** The same for a call that is there. */
export async function checkCall(call: RandomCall): Promise<SeedChecked> {
  const unhandled: string[] = [];
  const notice = (error: unknown) => unhandled.push(`a failure that nobody handles: ${errorText(error)}`);
  process.on("unhandledRejection", notice);
  try {
    const checked = await check(call);
    // The process tells of what nobody handled when its promises have settled.
    await new Promise((resolve) => setImmediate(resolve));
    return { ...checked, broken: [...checked.broken, ...unhandled] };
  } finally {
    process.off("unhandledRejection", notice);
  }
}

async function check(call: RandomCall): Promise<SeedChecked> {
  const { seed, line, column } = call;
  try {
    const played = await playRandomCall(call);
    const { outcome, durationMs, turns } = played.report;
    const all = [played, ...played.rivals];
    const broken = all.flatMap((each, index) =>
      invariants.flatMap(({ name, broken }) =>
        broken(each).map((where) => `${name}: ${where}${index === 0 ? "" : ` (rival ${index})`}`),
      ),
    );
    const faults = all.flatMap(({ finished }) => finished.faults);
    const faultsByService: Partial<Record<FaultService, number>> = {};
    for (const { service } of faults) faultsByService[service] = (faultsByService[service] ?? 0) + 1;
    const bookings = all.filter(({ report }) => report.booking !== null).length;
    return {
      seed,
      line,
      column,
      outcome,
      durationMs,
      turns: turns.length,
      calls: all.length,
      bookings,
      faults: faults.length,
      faultsByService,
      broken,
    };
  } catch (error) {
    const broken = [`the call could not be played: ${errorText(error)}`];
    const nothing = { outcome: "none", durationMs: 0, turns: 0, calls: 1, bookings: 0, faults: 0, faultsByService: {} };
    return { ...nothing, seed, line, column, broken };
  }
}
