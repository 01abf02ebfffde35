import type { VoicemailNote, VoicemailNotes } from "../../functions/shared/voicemail";

/** Notes of voicemails in this process. */
export function memoryVoicemailNotes(): VoicemailNotes {
  const notes = new Map<string, VoicemailNote>();
  const change = (contactId: string, fields: Partial<VoicemailNote>) => {
    const note = notes.get(contactId);
    if (note !== undefined) notes.set(contactId, { ...note, ...fields });
  };
  return {
    async begin(contactId, { from, startedAtMs }) {
      if (!notes.has(contactId)) notes.set(contactId, { from, callback: from, startedAtMs, state: "awaited" });
    },
    callBack: async (contactId, callback) => change(contactId, { callback }),
    become: async (contactId, state) => change(contactId, { state }),
    of: async (contactId) => notes.get(contactId) ?? null,
  };
}
