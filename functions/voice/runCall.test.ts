import { deskKnowledge, deskNowMs } from "./desk.contract";
import type { BrainPiece, LineEvent, Ports, Sound } from "./ports";
import { runCall } from "./runCall";

const call = {
  contactId: "call-1",
  from: "+15551230001",
  startedAtMs: deskNowMs,
  knowledge: deskKnowledge,
  isRecorded: false,
};

interface Stage {
  readonly ports: Ports;
  /** What was asked of the ports, in order. */
  readonly asked: string[];
  happen(event: LineEvent): void;
}

/** A call in which nobody says anything until they hang up. */
function stage(desk: Partial<Ports["desk"]> = {}, brain: Partial<Ports["brain"]> = {}): Stage {
  const asked: string[] = [];
  let happen: (event: LineEvent) => void = () => undefined;
  const hungUp = new Promise<LineEvent>((resolve) => {
    happen = resolve;
  });
  const note = (what: string) => {
    asked.push(what);
  };
  const unasked = async (): Promise<never> => {
    throw new Error("nobody asked for that");
  };
  const ports: Ports = {
    clock: { now: () => deskNowMs, after: () => () => undefined },
    ear: {
      async *listen() {
        note("ear");
        yield* [];
      },
    },
    transcriber: {
      async *transcribe() {
        note("transcriber");
        yield* [];
      },
    },
    brain: {
      async *think(): AsyncGenerator<BrainPiece> {
        yield* [];
      },
      async warm() {
        note("brain");
        return { inputTokens: 5_000, outputTokens: 1 };
      },
      ...brain,
    },
    speaker: {
      async *speak(): AsyncGenerator<Sound> {
        yield* [];
      },
      async warm() {
        note("speaker");
      },
    },
    line: {
      grade: "duplex",
      play: () => note("greeting"),
      hold: () => undefined,
      resume: () => undefined,
      stop: () => undefined,
      show: () => undefined,
      transfer: () => undefined,
      end: () => undefined,
      async *events() {
        note("line");
        yield await hungUp;
      },
    },
    desk: {
      checkSlot: unasked,
      book: unasked,
      move: unasked,
      bookingsOf: unasked,
      cancel: unasked,
      announce: unasked,
      keep: async () => undefined,
      async prepare(from) {
        note(`desk for ${from}`);
        return null;
      },
      ...desk,
    },
  };
  return { ports, asked, happen };
}

const hangUp = { type: "callerHungUp", atMs: deskNowMs } as const;

test("everything that the first turn needs is asked for at once, before the first word of the greeting", async () => {
  const { ports, asked, happen } = stage();
  const over = runCall(call, ports, (_, event) => event.type === "callStarted" && happen(hangUp));
  await over;
  const beforeGreeting = asked.slice(0, asked.indexOf("greeting"));
  expect([...beforeGreeting].sort()).toEqual([
    "brain",
    "desk for +15551230001",
    "ear",
    "line",
    "speaker",
    "transcriber",
  ]);
});

test("what opening the model's connection cost is counted", async () => {
  const { ports, happen } = stage();
  const record = await runCall(call, ports, (_, event) => event.type === "thoughtEnded" && happen(hangUp));
  expect(record.usage).toMatchObject({ inputTokens: 5_000, outputTokens: 1 });
});

test("what cannot be prepared is noted, and holds nobody up", async () => {
  const refuse = async (): Promise<never> => {
    throw new Error("Rate exceeded");
  };
  const { ports, happen } = stage({ prepare: refuse }, { warm: refuse });
  let failed = 0;
  const record = await runCall(call, ports, (_, event) => {
    if (event.type === "warmingFailed") failed += 1;
    if (failed === 2) happen(hangUp);
  });
  expect(record.faults.map(({ service, did }) => ({ service, did }))).toEqual(
    ["desk", "bedrock"].map((service) => ({ service, did: "done without until it is needed" })),
  );
});

test("a desk that never answers does not keep the call from its end", async () => {
  const { ports, happen } = stage({ prepare: () => new Promise(() => undefined) });
  const over = runCall(call, ports);
  happen(hangUp);
  expect((await over).ending).toBe("callerHungUp");
});
