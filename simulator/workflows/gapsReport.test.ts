import type { KeptTurn } from "../../functions/shared/keptCall";
import { deskKnowledge, deskNowMs } from "../../functions/voice/desk.contract";
import type { StageFault } from "../../functions/voice/stage.fixture";
import { virtualClock } from "../clock";
import type { FaultService } from "../scriptedCall";
import { faultPlan, randomFrom } from "../standIns/faults";
import { bookingStore } from "../stores/bookingStore";
import { memoryCallStore } from "../stores/memoryCallStore";
import { afterCalls } from "./afterCalls";
import { definitionOf } from "./definitions";
import { waysOf } from "./playWorkflow";

const gone = new Set<string>();
const night = new Date(deskNowMs).toISOString();

/** The nights of a business whose callers asked what nobody could answer: each `day` before the first night. */
async function nights(
  questions: readonly (readonly [day: number, question: string])[],
  {
    faults = {},
    count = 1,
    invoke,
  }: {
    readonly faults?: Partial<Record<FaultService, readonly StageFault[]>>;
    readonly count?: number;
    readonly invoke?: (name: string, act: () => Promise<unknown>) => Promise<unknown>;
  } = {},
) {
  const clock = virtualClock(deskNowMs);
  const after = afterCalls();
  for (const [index, [day, question]] of questions.entries()) {
    const startedAt = new Date(deskNowMs - day * 86_400_000 - 3_600_000).toISOString();
    const turn: Partial<KeptTurn> = { caller: question, blocked: { clause: "Yes.", why: "the model was not sure" } };
    const call = { contactId: `c-${index}`, startedAt, turns: [turn], transfer: null };
    const key = `calls/${startedAt.slice(0, 10).replaceAll("-", "/")}/c-${index}/record.json`;
    await after.files.put(key, JSON.stringify(call), "application/json");
  }
  const planned = Object.entries(faults).flatMap(([service, list]) =>
    (list ?? []).flatMap((fault, index) =>
      fault === null
        ? []
        : [{ service: service as FaultService, fault, when: { type: "request", number: index + 1 } as const }],
    ),
  );
  for (let night_ = 0; night_ < count; night_ += 1) after.start("gapsReport", `night-${night_}`, { at: night });
  await clock.run(
    after.run({
      knowledge: deskKnowledge,
      bookings: bookingStore(),
      clock,
      faults: faultPlan(planned, clock, randomFrom(1)),
      calls: memoryCallStore(clock, 0),
      line: "flow",
      ...(invoke === undefined ? {} : { invoke }),
    }),
  );
  for (const { ways } of after.played) for (const way of ways) gone.add(way);
  return { sent: after.outbox, played: after.played };
}

test("the night's list has what was asked since the last, with what was asked alike before", async () => {
  const { sent, played } = await nights([
    [0, "Do you sharpen scissors?"],
    [9, "Can you sharpen my scissors?"],
    [3, "Is there a garden?"],
  ]);
  expect(played).toMatchObject([{ status: "succeeded" }]);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ to: { kind: "owner" }, subject: "1 question your assistant could not answer" });
  expect(sent[0]?.text).toContain("asked 2 times");
  expect(sent[0]?.text).toContain('{ id: sharpen-scissors, question: "Do you sharpen scissors?", answer: }');
  expect(sent[0]?.text).not.toContain("garden");
});

test("a night without questions sends nothing", async () => {
  const { sent, played } = await nights([[3, "Is there a garden?"]]);
  expect([sent, played.map(({ status }) => status)]).toEqual([[], ["succeeded"]]);
});

test("a night that is started twice sends one list", async () => {
  const { sent, played } = await nights([[0, "Is there a garden?"]], { count: 2 });
  expect(sent).toHaveLength(1);
  expect(played.map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
});

test.each<[string, number]>([
  ["listGaps", 1],
  ["deliver", 1],
])("%s may fail and is asked again", async (failing, times) => {
  let left = times;
  const { sent, played } = await nights([[0, "Is there a garden?"]], {
    async invoke(name, act) {
      if (name === failing && left-- > 0)
        throw Object.assign(new Error("busy"), { name: "Lambda.TooManyRequestsException" });
      return act();
    },
  });
  expect([sent.length, played[0]?.status]).toEqual([1, "succeeded"]);
});

test.each([
  ["listGaps", "NotGathered"],
  ["deliver", "OwnerNotTold"],
])("where %s fails for good the alarm is told: %s", async (failing, error) => {
  const { sent, played } = await nights([[0, "Is there a garden?"]], {
    async invoke(name, act) {
      if (name === failing) throw Object.assign(new Error("down"), { name: "Lambda.ServiceException" });
      return act();
    },
  });
  expect([sent, played[0]?.error]).toEqual([[], error]);
});

test("a list of which nobody knows whether it went out is not sent again", async () => {
  const { played } = await nights([[0, "Is there a garden?"]], { faults: { sns: ["drop"] } });
  expect(played[0]).toMatchObject({ status: "failed", error: "OwnerPerhapsNotTold" });
});

test("every way of the definition has been gone", () => {
  expect(waysOf(definitionOf("gapsReport")).filter((way) => !gone.has(way))).toEqual([]);
});
