import type { ToolCall } from "../../functions/voice/tools";

/** A tool call in a few words: the facts that it cites, what it books, or which tool it is. */
export function gist(call: ToolCall): string {
  switch (call.tool) {
    case "end_call":
      return "end";
    case "transfer_to_human":
      return "transfer";
    case "book_appointment": {
      const { change, service, start, name, confirmed } = call.input;
      return [change === "new" ? "book" : change, service, start, name, confirmed ? "confirmed" : null]
        .filter((part) => part !== null)
        .join(" ");
    }
    case "answer_from_knowledge": {
      const { sure, facts, reply } = call.input;
      if (!sure) return "unsure";
      if (facts.length > 0) return facts.join(",");
      return /^(?:do you mean|which)/i.test(reply) ? "which" : "ask";
    }
  }
}
