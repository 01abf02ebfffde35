import type { CallStore } from "../shared/callStore";
import { isWorthSaving, savedOf } from "./handOver";
import type { Conversation } from "./state";

/** Saves a conversation as it goes on; nobody waits for it. */
export interface ConversationKeeper {
  keep(conversation: Conversation): void;
  /** Resolves when the last is saved, or could not be. */
  settled(): Promise<void>;
}

/** One save at a time: what changes meanwhile is in the next. A save that failed is made good by the next. */
export function conversationKeeper(
  contactId: string,
  fence: number,
  calls: Pick<CallStore, "save">,
  knowledgeVersion: string,
): ConversationKeeper {
  let last: Conversation | null = null;
  let next: Conversation | null = null;
  let saving: Promise<void> | null = null;

  async function saveAll(): Promise<void> {
    for (let each = next; each !== null; each = next) {
      next = null;
      await calls.save(contactId, fence, JSON.stringify({ ...savedOf(each), knowledgeVersion })).catch(() => {
        last = null;
      });
    }
    saving = null;
  }

  return {
    keep(conversation) {
      if (!isWorthSaving(last, conversation)) return;
      last = conversation;
      next = conversation;
      saving ??= saveAll();
    },
    settled: async () => saving ?? undefined,
  };
}
