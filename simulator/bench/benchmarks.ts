import type { Benchmark } from "./benchmark";
import { matroska } from "./matroska";
import { planTime } from "./planTime";
import { virtualClock } from "./virtualClock";
import { wireCalls } from "./wireCalls";

/** All benchmarks, the quick ones first. */
export const benchmarks: readonly Benchmark[] = [matroska, virtualClock, planTime, wireCalls];
