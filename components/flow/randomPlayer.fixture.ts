import { advance } from "./interpret";
import type { ContactFlow, FlowAnswer, FlowRequest, FlowRun } from "./types";

const failed: FlowAnswer = { type: "error", errorType: "NoMatchingError" };

/** Everything that can come of a request of a flow that nothing is known of. `flows`: what modules and other flows may be. */
export function anyAnswers(request: FlowRequest, flows: readonly ContactFlow[]): readonly FlowAnswer[] {
  switch (request.type) {
    case "invokeLambda":
      if (request.isAsynchronous) return [{ type: "done" }, failed];
      return [failed, ...[{}, { a: "b", n: 3 }, null, { deep: { er: [1] } }].map(lambdaResult)];
    case "play":
    case "callBack":
      return [{ type: "done" }, failed];
    case "playOnAndOn":
      return request.interruptMs === null ? [failed] : [{ type: "interrupted" }, failed];
    case "getInput":
      return [..."0129*#"].map((keys): FlowAnswer => ({ type: "keys", keys })).concat({ type: "timeout" }, failed);
    case "setStreaming":
      return request.isEnabled
        ? [{ type: "streaming", streamArn: "arn:s", startFragmentNumber: "1", startTimestamp: "1" }, failed]
        : [{ type: "done" }, failed];
    case "setRecording":
      return [{ type: "done" }];
    case "checkHours":
      return [{ type: "hours", isOpen: true }, { type: "hours", isOpen: false }, failed];
    case "transferOut":
      return [{ type: "done" }, failed, ...["ConnectionTimeLimitExceeded", "CallFailed"].map(error)];
    case "queue":
      return [{ type: "done" }, failed, error("QueueAtCapacity")];
    case "joinBot":
      return [
        { type: "botEnded", intent: "yes", attributes: { Tool: "Complete" }, slots: { day: "Monday" } },
        { type: "botEnded", intent: null, attributes: {} },
        { type: "timeout" },
        failed,
      ];
    case "wait":
      return [{ type: "done" }, failed, ...request.events.map((name): FlowAnswer => ({ type: "event", name }))];
    case "invokeModule":
    case "transferToFlow":
      return [{ type: "done" }, failed, ...flows.map((flow): FlowAnswer => ({ type: "flow", flow }))];
    case "checkMetric":
    case "drawNumber":
      return [{ type: "number", value: 0 }, { type: "number", value: 42 }, failed];
    case "getMetrics":
      return [{ type: "values", values: { Queue: { Size: 3 } } }, failed];
    case "showView":
      return [{ type: "chosen", name: "Next", values: { name: "Dana" } }, { type: "timeout" }, failed];
    case "other":
      return [{ type: "done" }, { type: "chosen", name: "Yes" }, failed, error("NoneFound")];
    case "disconnect":
    case "end":
    case "broken":
      return [];
  }
}

function lambdaResult(result: unknown): FlowAnswer {
  return { type: "lambdaResult", result };
}

function error(errorType: string): FlowAnswer {
  return { type: "error", errorType };
}

/** The run after at most `steps` answers, each drawn by `draw` (0 up to 1). */
export function playAtRandom(
  start: FlowRun,
  draw: () => number,
  { steps = 300, flows = [] }: { readonly steps?: number; readonly flows?: readonly ContactFlow[] } = {},
): FlowRun {
  let run = start;
  for (let step = 0; step < steps; step += 1) {
    const answers = anyAnswers(run.request, flows);
    const answer = answers[Math.floor(draw() * answers.length)];
    if (answer === undefined) return run;
    run = advance(run, answer);
  }
  return run;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
