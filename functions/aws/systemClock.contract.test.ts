import { clockContract } from "../voice/clock.contract";
import { systemClock } from "./systemClock";

describe("the machine's clock", () => {
  clockContract(() => ({ ...systemClock, run: (until) => until }));
});
