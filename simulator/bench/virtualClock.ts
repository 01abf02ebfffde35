import { offlineModel } from "../offlineModel";
import { playScriptedCall } from "../playScriptedCall";
import { businessStores } from "../stores/businessStores";
import type { Benchmark } from "./benchmark";
import { percentile } from "./percentile";

const settings = { line: "flow", column: "best", seed: 1, decide: offlineModel } as const;
const rounds = 5;
/** A day of calls is played while one drinks a coffee. */
const leastTimes = 200;

/** How much faster than a telephone whole calls are played in one process. */
export const virtualClock: Benchmark = {
  name: "virtual-clock",
  about: "whole calls on the virtual clock against the time that they would take",
  async measure({ calls, tell }) {
    tell(`virtual-clock: playing ${calls.length} calls ${rounds + 1} times`);
    const played: { readonly simulatedMs: number; readonly tookMs: number }[] = [];
    // The first time, code is loaded and compiled.
    for (let round = 0; round <= rounds; round += 1) {
      const startedAtMs = performance.now();
      let simulatedMs = 0;
      for (const { call, knowledge } of calls) {
        const { phone, startMs } = await playScriptedCall(call, knowledge, settings, businessStores());
        simulatedMs += (phone.endedAtMs() ?? startMs) - startMs;
      }
      if (round > 0) played.push({ simulatedMs, tookMs: performance.now() - startedAtMs });
    }
    const times = percentile(
      played.map(({ simulatedMs, tookMs }) => simulatedMs / tookMs),
      0.5,
    );
    const simulatedMs = played[0]?.simulatedMs ?? 0;
    return [
      {
        name: "calls played",
        value: times,
        unit: "times",
        against: "real time",
        limit: { atLeast: leastTimes },
        measured: {
          callsPerSecond: (calls.length * times * 1_000) / simulatedMs,
          callMs: simulatedMs / calls.length,
        },
      },
    ];
  },
};
