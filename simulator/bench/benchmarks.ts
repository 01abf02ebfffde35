import type { Benchmark } from "./benchmark";
import { endOfTurn } from "./endOfTurn";
import { interruptionTimes } from "./interruptions";
import { largeKnowledge } from "./largeKnowledge";
import { matroska } from "./matroska";
import { openingHours } from "./openingHours";
import { planTime } from "./planTime";
import { truthGate } from "./truthGate";
import { virtualClock } from "./virtualClock";
import { wireCalls } from "./wireCalls";

/** All benchmarks, the quick ones first. */
export const benchmarks: readonly Benchmark[] = [
  matroska,
  openingHours,
  truthGate,
  virtualClock,
  largeKnowledge,
  endOfTurn,
  interruptionTimes,
  planTime,
  wireCalls,
];
