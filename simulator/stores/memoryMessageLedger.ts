import type { MessageLedger } from "../../functions/shared/message";

/** The ledger in this process. */
export function memoryMessageLedger(): MessageLedger {
  const states = new Map<string, "sending" | "sent">();
  return {
    async claim(id) {
      const state = states.get(id);
      if (state !== undefined) return state;
      states.set(id, "sending");
      return "ours";
    },
    async settle(id) {
      states.set(id, "sent");
    },
    async release(id) {
      states.delete(id);
    },
  };
}
