import type { BrainRequest, Exchange } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { barbers, garage, spa } from "./businesses.fixture";
import { heldOut } from "./heldOut.fixture";
import { decide } from "./offlineBrain";
import { utterances } from "./utterances.fixture";

const businesses = { barbers, garage, spa };
const monday = "2026-11-23T10:00 monday";

function request(callerSaid: string, history: readonly Exchange[] = []): BrainRequest {
  return { turn: history.length + 1, history, callerSaid, now: monday, notes: [] };
}

/** A call in one word, or the facts that an answer cites. */
function gist(call: ToolCall): string {
  if (call.tool === "end_call") return "end";
  if (call.tool === "transfer_to_human") return "transfer";
  if (call.tool === "book_appointment") {
    const { change, service, start } = call.input;
    return change === "new" ? `book ${service} ${start}` : change;
  }
  const { sure, facts, reply } = call.input;
  if (!sure) return "unsure";
  if (facts.length > 0) return facts.join(",");
  return /^(?:do you mean|which)/i.test(reply) ? "which" : "ask";
}

const misses = (rows: typeof utterances) =>
  rows
    .map(([business, said, wanted]) => ({ said, wanted, got: gist(decide(businesses[business], request(said))) }))
    .filter(({ wanted, got }) => !wanted.split("|").includes(got));

test("what callers ask is understood, over three businesses", () => {
  expect(misses(utterances)).toEqual([]);
});

test("nine in ten of the questions that it was not made with are understood", () => {
  const missed = misses(heldOut);
  expect(missed.length / heldOut.length).toBeLessThanOrEqual(0.1);
});
