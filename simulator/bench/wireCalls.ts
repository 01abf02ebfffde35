import type { Knowledge } from "../../functions/shared/knowledge";
import { playCaller } from "../caller";
import type { LayGround } from "../callGround";
import { realClock } from "../clock";
import { inProcessGround } from "../inProcessGround";
import { makeReport } from "../makeReport";
import { offlineModel } from "../offlineModel";
import { simulatedCall } from "../playScriptedCall";
import type { TurnReport } from "../report";
import type { ScriptedCall } from "../scriptedCall";
import { simulateCall } from "../simulateCall";
import { stoppableClock } from "../stoppableClock";
import { businessStores } from "../stores/businessStores";
import { callVoices } from "../voices";
import { hummedVoice } from "../wire/hummedVoice";
import { rehearse } from "../wire/playWireCall";
import { wireGround } from "../wire/wireGround";
import { openWireWorld } from "../wire/wireWorld";
import type { Benchmark, Figure } from "./benchmark";
import { percentile } from "./percentile";
import { shortCall } from "./shortCall";

/** Each round is one call on either side. */
const rounds = 5;
const mostAddedMs = 40;
/** The caller's voice comes in blocks; how far into one a question ends decides when its last word is known. */
const blockMs = 64;

/** What processes, protocols and stores of its own add to the turns of a call. */
export const wireCalls: Benchmark = {
  name: "wire",
  about: "the same calls in real time over the wire and in one process, in turns",
  async measure({ bundleOf, tell }) {
    const { call, knowledge } = shortCall();
    const world = await openWireWorld(bundleOf);
    try {
      const stack = await world.stackOf(knowledge);
      const sides = {
        wire: async (each: ScriptedCall, nth: number) => {
          await stack.warm();
          return latencies(each, knowledge, wireGround(world, stack), nth);
        },
        inProcess: (each: ScriptedCall, nth: number) =>
          latencies(each, knowledge, (setting) => inProcessGround(setting), nth),
      };
      const pairs: Pair[] = [];
      // The first call of a process finds nothing compiled and nothing connected, on either side.
      tell("wire: a first call on either side, which does not count");
      for (const side of ["inProcess", "wire"] as const) await sides[side](shortened(call), rounds);
      for (let round = 0; round < rounds; round += 1) {
        tell(`wire: call ${round + 1} of ${rounds}, in one process and over the wire, in real time`);
        const order = round % 2 === 0 ? (["inProcess", "wire"] as const) : (["wire", "inProcess"] as const);
        const heard = { wire: new Map<number, Turn>(), inProcess: new Map<number, Turn>() };
        for (const side of order) heard[side] = await sides[side](call, round);
        for (const [index, wire] of heard.wire) {
          const inProcess = heard.inProcess.get(index);
          if (inProcess !== undefined) pairs.push({ index, wire, inProcess });
        }
      }
      return addedTo(pairs);
    } finally {
      await world.close();
    }
  },
};

/** Its first two questions. */
function shortened(call: ScriptedCall): ScriptedCall {
  const isQuestion = call.steps.map(({ type }) => type === "says");
  return { ...call, steps: call.steps.filter((_, index) => !isQuestion[index] || index < 2) };
}

type Turn = NonNullable<TurnReport["latencyMs"]>;

/** A turn of one round on both sides. */
interface Pair {
  readonly index: number;
  readonly wire: Turn;
  readonly inProcess: Turn;
}

function addedTo(pairs: readonly Pair[]): readonly Figure[] {
  const added = (part: keyof Turn) => (pair: Pair) => pair.wire[part] - pair.inProcess[part];
  const over = (some: readonly Pair[], of: (pair: Pair) => number, share: number) => percentile(some.map(of), share);
  // What a busy machine did to one round it did not do to the same turn in most of the others.
  const turns = [...new Set(pairs.map(({ index }) => index))].map((index) =>
    pairs.filter((pair) => pair.index === index),
  );
  const typical = (part: keyof Turn) => turns.map((rounds) => over(rounds, added(part), 0.5));
  const figure = { unit: "ms", against: "the same turn in one process" } as const;
  return [
    {
      ...figure,
      name: "added to a turn, p50",
      value: over(pairs, added("total"), 0.5),
      limit: null,
      measured: {
        turns: pairs.length,
        wireMs: over(pairs, ({ wire }) => wire.total, 0.5),
        inProcessMs: over(pairs, ({ inProcess }) => inProcess.total, 0.5),
        thinkAddedMs: over(pairs, added("think"), 0.5),
        speakAddedMs: over(pairs, added("speak"), 0.5),
        lineAddedMs: over(pairs, added("line"), 0.5),
      },
    },
    {
      ...figure,
      name: "added to the turns, p95 of one side less p95 of the other",
      value: over(pairs, ({ wire }) => wire.total, 0.95) - over(pairs, ({ inProcess }) => inProcess.total, 0.95),
      limit: { atMost: mostAddedMs },
      measured: { turns: pairs.length },
    },
    {
      ...figure,
      // A question that ends a few ms before or after the edge of a block is known a block sooner or later, on either side: the same
      // turn differs by up to that between two calls in one process as well. So what a pair differs by is told, and judged by nobody.
      name: "added to a turn, p95 of the turns, each the median of its rounds",
      value: percentile(typical("total"), 0.95),
      limit: null,
      measured: {
        turns: turns.length,
        rounds,
        thinkAddedMs: percentile(typical("think"), 0.95),
        speakAddedMs: percentile(typical("speak"), 0.95),
        lineAddedMs: percentile(typical("line"), 0.95),
      },
    },
    {
      ...figure,
      // Holds the machine's own bad moments too: told, and judged by nobody.
      name: "added to a single turn, p95",
      value: over(pairs, added("total"), 0.95),
      limit: null,
      measured: {
        turns: pairs.length,
        wireMs: over(pairs, ({ wire }) => wire.total, 0.95),
        inProcessMs: over(pairs, ({ inProcess }) => inProcess.total, 0.95),
      },
    },
  ];
}

/** Plays a call in real time and gives what each turn took, by its number. Each question begins as far into a block as on the other side. */
async function latencies(
  call: ScriptedCall,
  knowledge: Knowledge,
  lay: LayGround,
  nth: number,
): Promise<Map<number, Turn>> {
  await rehearse(call);
  const { clock, stop } = stoppableClock(realClock(call.startMs));
  const { caller } = callVoices("samples", clock);
  const voices = { caller, agent: hummedVoice };
  const settings = { line: "flow", column: "best", seed: 1, decide: offlineModel } as const;
  let streamMs = 0;
  let questions = 0;
  /** Every question begins elsewhere in a block, and at the same place in every round. */
  const speaksAt = (dueMs: number) => {
    questions += 1;
    const wantedMs = (questions * 27) % blockMs;
    return dueMs + ((((streamMs + wantedMs - dueMs) % blockMs) + blockMs) % blockMs);
  };
  try {
    const finished = await simulateCall(
      simulatedCall(call, knowledge, settings, nth),
      {
        clock,
        voices,
        stores: businessStores(),
        lay: (setting) => {
          const ground = lay(setting);
          return {
            ...ground,
            streamCaller(arn, startMs) {
              streamMs = startMs;
              ground.streamCaller(arn, startMs);
            },
          };
        },
      },
      (phone, floor) => playCaller(call.steps, phone, floor, clock, caller, speaksAt),
    );
    const { turns } = makeReport(finished);
    return new Map(turns.flatMap(({ index, latencyMs }) => (latencyMs === null ? [] : [[index, latencyMs]])));
  } finally {
    stop();
  }
}
