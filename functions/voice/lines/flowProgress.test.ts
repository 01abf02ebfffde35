import { flowLineTimes } from "../../shared/flowLineTimes";
import { type Doing, lookAgainMs } from "./flowProgress";

const { pollEveryMs, pollSeldomMs } = flowLineTimes;
const playing = (isOffer: boolean): Doing => ({
  type: "playing",
  startsAtMs: 1_000,
  task: {
    type: "speech",
    speech: { id: "1", text: "Hello.", isOffer },
    uri: null,
    durationMs: 2_000,
    isReady: true,
    isForgotten: false,
  },
  cancelStart: () => undefined,
  isEnded: false,
});

test.each([
  ["waits for us", { type: "asking", seq: 1 }, 0, pollSeldomMs],
  ["plays a clause", playing(false), 1_500, pollSeldomMs],
  ["is about to have played it", playing(false), 2_900, pollEveryMs],
  ["plays an offer, in which a key may be pressed", playing(true), 1_500, pollEveryMs],
  ["takes what it was told", { type: "beingTold", seq: 1 }, 0, pollEveryMs],
] as const)("a flow that %s is looked after as often as there can be news", (_, doing, nowMs, everyMs) => {
  expect(lookAgainMs(doing, nowMs)).toBe(everyMs);
});
