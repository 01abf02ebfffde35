import { clockContract } from "../functions/voice/clock.contract";
import { realClock, virtualClock } from "./clock";

const startMs = Date.UTC(2026, 10, 23, 18);

describe("a virtual clock", () => {
  clockContract(() => virtualClock(startMs));
});

describe("a clock in real time from any date", () => {
  clockContract(() => realClock(startMs));
});
