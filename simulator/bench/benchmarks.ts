import type { Benchmark } from "./benchmark";
import { interruptionTimes } from "./interruptions";
import { matroska } from "./matroska";
import { openingHours } from "./openingHours";
import { planTime } from "./planTime";
import { virtualClock } from "./virtualClock";
import { wireCalls } from "./wireCalls";

/** All benchmarks, the quick ones first. */
export const benchmarks: readonly Benchmark[] = [
  matroska,
  openingHours,
  virtualClock,
  interruptionTimes,
  planTime,
  wireCalls,
];
