import type { ScreenedCall, ScreenedCalls } from "../../functions/shared/screenedCalls";

/** Notes of screened calls in this process. */
export function memoryScreenedCalls(): ScreenedCalls {
  const notes = new Map<string, ScreenedCall>();
  return {
    async note(contactId, screened) {
      if (!notes.has(contactId)) notes.set(contactId, screened);
    },
    of: async (contactId) => notes.get(contactId) ?? null,
  };
}
