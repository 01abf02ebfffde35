import { lineContract } from "../../functions/voice/line.contract";
import { virtualClock } from "../clock";
import { phoneNetwork } from "../phoneNetwork";
import { type SimSound, silenceSound } from "../sound/simSound";
import { duplexLine } from "./duplexLine";
import { plannedFaults } from "./plannedFaults.fixture";

describe("the duplex line in this process", () => {
  lineContract<SimSound>("duplex", async () => {
    const clock = virtualClock(Date.UTC(2026, 10, 23, 18));
    const phone = phoneNetwork(clock, 0);
    const doings: string[] = [];
    const release = {
      transferred: (summary: string) => doings.push(summary),
      ended: () => doings.push("end"),
      failed: () => doings.push("failed"),
    };
    const life = new AbortController();
    return {
      line: duplexLine(phone, clock, plannedFaults("line", [], clock), release, life.signal),
      clock,
      sound: silenceSound,
      heardMs: (id) =>
        phone
          .heardByCaller()
          .filter(({ source }) => source === id)
          .reduce((sumMs, { startMs, playedMs }) => sumMs + Math.min(playedMs, clock.now() - startMs), 0),
      pressDuring: (_, key) => clock.after(300, () => phone.callerPresses(key)),
      callerHangsUp: () => phone.callerHangsUp(),
      doings: () => doings,
      close: async () => life.abort(),
    };
  });
});
