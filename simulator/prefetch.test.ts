import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { makeReport } from "./makeReport";
import { offlineModel } from "./offlineModel";
import { playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import type { CallReport } from "./report";
import { businessStores } from "./stores/businessStores";

const knowledge = parseKnowledge(
  `
business: { name: Cedar Barbers, timezone: UTC, phone: "+442079460100" }
hours: { monday: 08:00-18:00, tuesday: 08:00-18:00 }
services: [{ id: haircut, name: Haircut, price: £35, minutes: 30 }]
`,
  "shop.yaml",
);

/** A caller who books in their first sentence, of a store that takes so long. */
async function booked(tool: number): Promise<CallReport> {
  const script = {
    at: "2026-11-23T10:00:00Z",
    from: "+15551230001",
    caller: [
      { says: "I would like to book a haircut for tomorrow at ten, my name is Uma." },
      { says: "Yes." },
      { hangsUp: true },
    ],
    delays: { tool },
  };
  const { call, errors } = readScriptedCall(JSON.stringify(script), "a.json", () => {
    throw new Error("nothing is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const settings = { line: "duplex", column: "best", seed: 1, decide: offlineModel } as const;
  return makeReport(await playScriptedCall(call, knowledge, settings, businessStores()));
}

test("the first turn waits for no look-up: a store that takes 900 ms costs it nothing", async () => {
  const [quick, slow] = [await booked(0), await booked(900)];
  expect(slow.turns[0]?.latencyMs).toEqual(quick.turns[0]?.latencyMs);
  expect(slow.turns[0]?.said).toMatch(/Haircut, Tuesday, November 24 at 10 am, for Uma/);
  // What is written is written then and there.
  expect(slow.outcome).toBe("booked");
  expect(slow.turns[1]?.latencyMs?.total).toBeGreaterThan((quick.turns[1]?.latencyMs?.total ?? 0) + 800);
});
