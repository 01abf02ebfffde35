import type { Knowledge } from "../../functions/shared/knowledge";
import { checkSlot, slotKeys } from "../../functions/shared/slots";
import type { Exchange } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { decide } from "./offlineBrain";

/** Monday morning, for the business. */
export const monday = "2026-11-23T10:00 monday";

/** What the brain decides for each thing that a caller says in turn. `taken`: starts at which every chair is taken. */
export function converse(knowledge: Knowledge, said: readonly string[], taken: readonly string[] = []): ToolCall[] {
  const history: Exchange[] = [];
  return said.map((callerSaid) => {
    const call = decide(knowledge, {
      turn: history.length + 1,
      history: [...history],
      callerSaid,
      now: monday,
      notes: [],
    });
    const result = resultOf(call, knowledge, taken);
    const input = JSON.stringify(call.input);
    history.push({
      callerSaid,
      tool: call.tool,
      input,
      heard: result.heard ?? call.input.reply,
      result: result.result,
    });
    return call;
  });
}

/** The program's part of a booking, in the words of `functions/voice/appointment.ts`. */
function resultOf(call: ToolCall, knowledge: Knowledge, taken: readonly string[]): { heard?: string; result: string } {
  if (call.tool !== "book_appointment") return { result: "" };
  const { change, service, start, name, confirmed } = call.input;
  const readBack = { heard: "Is that right?", result: "free; read back, waiting for a yes" };
  if (change === "cancel")
    return confirmed
      ? { heard: "It is cancelled.", result: "cancelled" }
      : { heard: "Shall I cancel it?", result: "read back, waiting for a yes" };
  if (start === null || (change === "new" && service === null)) return { result: "" };
  if (confirmed) return { heard: "You are booked.", result: "booked under key" };
  if (change === "move") return readBack;
  const nowMs = Date.parse("2026-11-23T18:00:00Z");
  const keys = taken.flatMap((slot) => [1, 2, 3].flatMap((chair) => slotKeys(knowledge, service ?? "", slot, chair)));
  const answer = checkSlot(knowledge, { service: service ?? "", start, nowMs }, new Set(keys));
  if (!answer.isFree)
    return {
      heard: "That is taken.",
      result: `${start} cannot be booked: ${answer.why}. Free: ${answer.others.join(", ")}`,
    };
  return name === null ? { result: `${start} is free` } : readBack;
}
