import type { ContactFlow, FlowAction } from "../../components/flow/types";
import { virtualClock } from "../clock";
import { type PhoneNetwork, phoneNetwork } from "../phoneNetwork";
import type { Fault, PersonAnswer } from "../scriptedCall";
import { noiseSound, type SimSound, speechSound } from "../sound/simSound";
import { faultPlan, pause, randomFrom } from "../standIns/faults";
import { agentStretches } from "../stretches";
import { assumedIn } from "./assumptions";
import { connectCall, type FlowFunction } from "./connect";

interface Given {
  readonly flow: readonly FlowAction[];
  readonly functions?: Readonly<Record<string, FlowFunction>>;
  readonly stored?: Readonly<Record<string, SimSound>>;
  readonly person?: PersonAnswer;
  readonly faults?: readonly Fault[];
  readonly caller?: (phone: PhoneNetwork, at: (ms: number) => Promise<void>) => Promise<void>;
}

/** Plays a flow from its first action to its end, on a line without delay. */
async function played({ flow: Actions, functions = {}, stored = {}, person = "answered", faults = [], caller }: Given) {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 0);
  const shown: string[] = [];
  const deaths: number[] = [];
  const answers: [string, unknown][] = [];
  const flow: ContactFlow = {
    Version: "2019-10-30",
    StartAction: Actions[0]?.Identifier ?? "",
    Metadata: {},
    Actions,
  };
  const act = caller?.(phone, (ms) => pause(clock, ms - clock.now()));
  const log = await clock.run(
    connectCall({
      flow,
      contact: { contactId: "c1", from: "+15551230001", to: "+15035550100", instanceArn: "arn" },
      phone,
      clock,
      faults: faultPlan(faults, clock, randomFrom(1)),
      assumed: assumedIn("best"),
      prompts: {
        storedMs: 350,
        stored: async (uri) => stored[uri] ?? null,
        spoken: async (text) => speechSound(text),
      },
      functions: new Map(Object.entries(functions)),
      answered: (arn, answer) => answers.push([arn, answer]),
      isOpen: () => true,
      person,
      killAgent: () => deaths.push(clock.now()),
      streamCaller: () => undefined,
      joinBot: async () => ({ outcome: "ended" }),
      show: (state) => shown.push(state),
    }),
  );
  await act;
  return {
    log,
    phone,
    shown,
    deaths,
    answers,
    said: agentStretches(phone).map(({ startMs, text }) => [startMs, text]),
  };
}

const say = (Identifier: string, Parameters: FlowAction["Parameters"], next: string, failed = next): FlowAction => ({
  Identifier,
  Type: "MessageParticipant",
  Parameters,
  Transitions: { NextAction: next, Errors: [{ ErrorType: "NoMatchingError", NextAction: failed }] },
});
const invoke = (Identifier: string, next: string, failed: string, limit = "8"): FlowAction => ({
  Identifier,
  Type: "InvokeLambdaFunction",
  Parameters: { LambdaFunctionARN: Identifier, InvocationTimeLimitSeconds: limit },
  Transitions: { NextAction: next, Errors: [{ ErrorType: "NoMatchingError", NextAction: failed }] },
});
const bye: FlowAction = { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
const media = (uri: string) => ({ Media: { Uri: uri, SourceType: "S3", MediaType: "Audio" } });
const clockOf = (phone: PhoneNetwork) => phone.endedAtMs();

test("a stored prompt begins 350 ms after it was asked for, Connect's own voice 150 ms", async () => {
  const { said } = await played({
    flow: [say("a", media("s3://b/hi.wav"), "b"), say("b", { Text: "Bye." }, "bye"), bye],
    stored: { "s3://b/hi.wav": speechSound("Hi.") },
  });
  expect(said).toEqual([
    [350, "Hi."],
    [350 + 180 + 150, "Bye."],
  ]);
});

test("a prompt that is not there takes the error branch, and the log says so", async () => {
  const { said, log } = await played({
    flow: [say("a", media("s3://b/none.wav"), "bye", "b"), say("b", { Text: "Sorry." }, "bye"), bye],
  });
  expect(said).toEqual([[150, "Sorry."]]);
  expect(log.faults).toEqual([
    { atMs: 0, service: "line", what: "the prompt could not be played", did: "error branch of a" },
  ]);
});

describe("a function", () => {
  const flow = [
    invoke("work", "good", "bad"),
    say("good", { Text: "Good." }, "bye"),
    say("bad", { Text: "Bad." }, "bye"),
    bye,
  ];

  test("that answers within its limit is waited for", async () => {
    const { said } = await played({ flow, functions: { work: async () => ({ ok: "yes" }) } });
    expect(said).toEqual([[20 + 150, "Good."]]);
  });

  test("is told of where its answer came to the flow, and only there", async () => {
    const told = async (faults: readonly Fault[]) =>
      (await played({ flow, faults, functions: { work: async () => ({ ok: "yes" }) } })).answers;
    expect(await told([])).toEqual([["work", { ok: "yes" }]]);
    const garbled = [1, 2, 3, 4].map((number) => ({
      service: "lambda" as const,
      fault: "garbage" as const,
      when: { type: "request" as const, number },
    }));
    expect(await told(garbled)).toEqual([]);
  });

  test("that fails is asked again up to three times", async () => {
    let tries = 0;
    const failing = (until: number) => async () => {
      tries += 1;
      if (tries < until) throw new Error("not now");
      return {};
    };
    const third = await played({ flow, functions: { work: failing(4) } });
    expect([tries, third.said[0]?.[1]]).toEqual([4, "Good."]);
    tries = 0;
    const never = await played({ flow, functions: { work: failing(9) } });
    expect([tries, never.said[0]?.[1]]).toEqual([4, "Bad."]);
  });

  test("that does not answer is given up at its limit", async () => {
    const hanging = () => new Promise<unknown>(() => undefined);
    const { said } = await played({
      flow: [invoke("work", "good", "bad", "3"), ...flow.slice(1)],
      functions: { work: hanging },
    });
    expect(said).toEqual([[3000 + 150, "Bad."]]);
  });

  test("that answers what is no object of strings has failed", async () => {
    const { said } = await played({ flow, functions: { work: async () => "yes" } });
    expect(said[0]?.[1]).toBe("Bad.");
  });

  test("that is killed by a fault ends the agent", async () => {
    const faults: Fault[] = [{ service: "lambda", fault: "drop", when: { type: "request", number: 1 } }];
    const { deaths, said } = await played({ flow, faults, functions: { work: async () => ({}) } });
    expect([deaths, said[0]?.[1]]).toEqual([[10], "Good."]);
  });
});

test("functions in a row may take 20 s together; a prompt between them starts the count anew", async () => {
  const holding = async (count: number, withPrompts: boolean) => {
    const steps = Array.from({ length: count }, (_, index) => `f${index}`);
    const flow = steps.flatMap((name, index) => {
      const next = steps[index + 1] ?? "good";
      if (!withPrompts) return [invoke(name, next, next)];
      return [invoke(name, `say-${name}`, `say-${name}`), say(`say-${name}`, { Text: "Hm." }, next)];
    });
    return played({
      flow: [...flow, say("good", { Text: "End." }, "bye"), bye],
      // Never answers: each takes the whole 8 s that a function may take.
      functions: Object.fromEntries(steps.map((name) => [name, () => new Promise<unknown>(() => undefined)])),
    });
  };
  expect((await holding(4, false)).said).toEqual([[20_000 + 150, "End."]]);
  const spaced = await holding(4, true);
  expect(spaced.said.at(-1)?.[0]).toBeGreaterThan(32_000);
});

describe("keys", () => {
  const ask: FlowAction = {
    Identifier: "ask",
    Type: "GetParticipantInput",
    Parameters: { Text: "Press one, please.", StoreInput: "False", InputTimeLimitSeconds: "5" },
    Transitions: {
      NextAction: "bye",
      Conditions: [{ Condition: { Operator: "Equals", Operands: ["1"] }, NextAction: "one" }],
      Errors: ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"].map((ErrorType) => ({
        ErrorType,
        NextAction: "none",
      })),
    },
  };
  const flow = [
    say("a", { Text: "Hello there." }, "ask"),
    ask,
    say("one", { Text: "One." }, "bye"),
    say("none", { Text: "None." }, "bye"),
    bye,
  ];
  const pressedAt = (ms: number) =>
    played({
      flow,
      caller: async (phone, at) => {
        await at(ms);
        phone.callerPresses("1");
      },
    });

  test("stop the prompt that asks for them", async () => {
    const { said, phone } = await pressedAt(1500);
    expect(said.map(([, text]) => text)).toEqual(["Hello there.", "Press one, please.", "One."]);
    expect(agentStretches(phone)[1]?.cut).toBe(true);
  });

  test("count for the time after the prompt, and not before it", async () => {
    expect((await pressedAt(5000)).said.at(-1)).toEqual([5150, "One."]);
    expect((await pressedAt(300)).said.at(-1)?.[1]).toBe("None.");
  });
});

describe("a voicemail", () => {
  const record: FlowAction = {
    Identifier: "record",
    Type: "UpdateContactRecordingBehavior",
    Parameters: { RecordingBehavior: { RecordedParticipants: [], IVRRecordingBehavior: "Enabled" } },
    Transitions: { NextAction: "listen" },
  };
  const listen: FlowAction = {
    Identifier: "listen",
    Type: "GetParticipantInput",
    Parameters: {
      SSML: '<speak><break time="1s"/></speak>',
      StoreInput: "False",
      InputTimeLimitSeconds: "179",
    },
    Transitions: {
      NextAction: "thanks",
      Errors: ["InputTimeLimitExceeded", "NoMatchingCondition", "NoMatchingError"].map((ErrorType) => ({
        ErrorType,
        NextAction: "thanks",
      })),
    },
  };
  const flow = [
    say("a", { Text: "Closed." }, "record"),
    record,
    listen,
    say("thanks", { Text: "Thanks." }, "bye"),
    bye,
  ];
  const message = (end: (phone: PhoneNetwork) => void) =>
    played({
      flow,
      caller: async (phone, at) => {
        await at(2000);
        phone.callerSounds(speechSound("Call me back."));
        await at(4000);
        end(phone);
      },
    });

  test.each([
    ["key", (phone: PhoneNetwork) => phone.callerPresses("#"), "Thanks.", 3430],
    ["hangUp", (phone: PhoneNetwork) => phone.callerHangsUp(), "Closed.", 3430],
    ["limit", () => undefined, "Thanks.", 180_000],
  ] as const)("is ended by %s and kept", async (endedBy, end, last, durationMs) => {
    const { log, said } = await message(end);
    expect(log.voicemail).toEqual({ startMs: 570, durationMs, text: "Call me back.", endedBy });
    expect(said.at(-1)?.[1]).toBe(last);
  });

  test("without a word is none, whatever was heard", async () => {
    const { log, said } = await played({
      flow,
      caller: async (phone, at) => {
        await at(2000);
        phone.callerSounds(noiseSound(500));
        await at(3000);
        phone.callerPresses("#");
      },
    });
    expect([log.voicemail, said.at(-1)?.[1]]).toEqual([null, "Thanks."]);
  });

  test("of which nothing was heard is none", async () => {
    const { log } = await played({
      flow,
      caller: async (phone, at) => {
        await at(3000);
        phone.callerHangsUp();
      },
    });
    expect(log.voicemail).toBeNull();
  });
});

describe("a transfer", () => {
  const flow: FlowAction[] = [
    {
      Identifier: "person",
      Type: "TransferParticipantToThirdParty",
      Parameters: {
        ThirdPartyPhoneNumber: "+15035550101",
        ThirdPartyConnectionTimeLimitSeconds: "30",
        ContinueFlowExecution: "True",
      },
      Transitions: {
        NextAction: "bye",
        Errors: ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"].map((ErrorType) => ({
          ErrorType,
          NextAction: ErrorType,
        })),
      },
    },
    ...["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"].map((name) => say(name, { Text: name }, "bye")),
    bye,
  ];

  test.each([
    ["answered", []],
    ["noAnswer", [[2150, "ConnectionTimeLimitExceeded"]]],
    ["failed", [[2150, "CallFailed"]]],
  ] as const)("meets %s after two seconds", async (person, said) => {
    const done = await played({ flow, person });
    expect(done.log.transfer).toEqual({ to: "+15035550101", outcome: person, atMs: 2000 });
    expect(done.said).toEqual(said);
    expect(done.shown[0]).toBe("transferring");
    // That a person does not answer is the transfer's outcome; no service failed.
    expect(done.log.faults).toEqual([]);
  });

  test("was made and not answered where the caller hangs up while it rings", async () => {
    const { log } = await played({
      flow,
      caller: async (phone, at) => {
        await at(500);
        phone.callerHangsUp();
      },
    });
    expect(log.transfer).toEqual({ to: "+15035550101", outcome: "noAnswer", atMs: 0 });
  });
});

test("a flow that breaks drops the call, and the log says why", async () => {
  const { log, phone } = await played({ flow: [say("a", { Text: "Hi." }, "nowhere")] });
  expect(log.broken).toContain("nowhere");
  expect(clockOf(phone)).toBe(330);
});

test("a caller who hangs up ends the flow at once", async () => {
  const { log, phone } = await played({
    flow: [say("a", { Text: "A very long sentence indeed." }, "bye"), bye],
    caller: async (network, at) => {
      await at(500);
      network.callerHangsUp();
    },
  });
  expect([log.broken, clockOf(phone)]).toEqual([null, 500]);
});
