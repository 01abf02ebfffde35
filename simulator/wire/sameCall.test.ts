import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { makeReport } from "../makeReport";
import { offlineModel } from "../offlineModel";
import { playScriptedCall } from "../playScriptedCall";
import { readScriptedCall } from "../readScriptedCall";
import type { CallReport } from "../report";
import { businessStores } from "../stores/businessStores";
import { differencesOf } from "./sameCall";

const knowledge = parseKnowledge(
  `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00 }
services: [{ id: tune-up, name: Tune-up, price: €40 }]
`,
  "shop.yaml",
);

async function report(column: "best" | "worst"): Promise<CallReport> {
  const text = `
at: 2026-11-23T10:00:00+00:00
from: anonymous
caller: [{ says: What does a tune-up cost? }, { hangsUp: true }]
`;
  const { call } = readScriptedCall(text, "call.yaml", () => {
    throw new Error("nothing is played");
  });
  if (call === null) throw new Error("the call cannot be read");
  const settings = { line: "flow", column, seed: 1, decide: offlineModel } as const;
  return makeReport(await playScriptedCall(call, knowledge, settings, businessStores()));
}

test("the same call on a good day and on a bad one differs in its times alone", async () => {
  const [best, worst] = [await report("best"), await report("worst")];
  expect(best.durationMs).not.toBe(worst.durationMs);
  expect(differencesOf(best, worst)).toEqual([]);
});

test("what was said otherwise, not said at all, or done otherwise is named", async () => {
  const one = await report("best");
  const [turn] = one.turns;
  if (turn === undefined) throw new Error("the call has no turn");
  const other: CallReport = { ...one, outcome: "failed", turns: [{ ...turn, said: "A tune-up is €45.", facts: [] }] };
  expect(differencesOf(one, other)).toEqual([
    { where: "outcome", one: "answered", other: "failed" },
    { where: "turns[0].facts[0]", one: "service.tune-up", other: undefined },
    { where: "turns[0].said", one: "A tune-up is €40.", other: "A tune-up is €45." },
  ]);
  expect(differencesOf(one, { ...one, turns: [] })).toMatchObject([{ where: "turns[0]", other: undefined }]);
});
