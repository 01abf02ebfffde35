import type { CallStart } from "../shared/callStore";
import { connectEvent } from "../shared/connectEvent.fixture";
import { type StartPorts, startCall } from "./startCall";

const stream = { StreamARN: "arn:s", StartFragmentNumber: "91", StartTimestamp: "1795000000123" };

function portsThat(startVoice: StartPorts["startVoice"] = async () => {}) {
  const begun: [string, CallStart][] = [];
  const started: object[] = [];
  const ports: StartPorts = {
    clock: { now: () => 5_000 },
    calls: {
      async begin(contactId, start) {
        begun.push([contactId, start]);
      },
    },
    async startVoice(call) {
      started.push(call);
      await startVoice(call);
    },
  };
  return { begun, started, ports };
}

test("how the call began is kept before the agent is started with it", async () => {
  const { begun, started, ports } = portsThat();
  expect(await startCall(connectEvent({ audio: stream }), ports)).toEqual({ seq: "1", waitedMs: "0" });
  const start = {
    from: "+15551230001",
    startedAtMs: 5_000,
    stream: { arn: "arn:s", startFragment: "91", startMs: 1_795_000_000_123 },
  };
  expect(begun).toEqual([["c-1", start]]);
  expect(started).toEqual([{ contactId: "c-1", ...start, successor: 0, before: null }]);
});

test.each([null, "anonymous", "+266696687", ""])(
  "a caller with the address %p has withheld the number",
  async (address) => {
    const { begun, ports } = portsThat();
    await startCall(connectEvent({ address }), ports);
    expect(begun[0]?.[1]).toEqual({ from: null, startedAtMs: 5_000, stream: null });
  },
);

test("an agent that cannot be started fails the function, so that the flow calls a person", async () => {
  const { ports } = portsThat(async () => {
    throw new Error("throttled");
  });
  await expect(startCall(connectEvent({ audio: stream }), ports)).rejects.toThrow("throttled");
});
