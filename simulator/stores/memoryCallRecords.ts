import type { CallRecords, RecordLeft } from "../../functions/shared/callRecords";

/** Records in this process. */
export function memoryCallRecords(): CallRecords {
  const records = new Map<string, RecordLeft>();
  return {
    async keep(left) {
      // As it travels: nothing of it is shared.
      records.set(left.record.contactId, JSON.parse(JSON.stringify(left)) as RecordLeft);
    },
    of: async (contactId) => records.get(contactId) ?? null,
  };
}
