import type { CallRecord } from "./callRecord";
import type { CallVersions } from "./keptCall";

/** A record as whoever led the call left it. */
export interface RecordLeft {
  readonly record: CallRecord;
  readonly versions: CallVersions;
}

/** What agents leave behind of their calls until it is archived, and after that without anybody's words. */
export interface CallRecords {
  /** Keeps a record; the last one stays. */
  keep(left: RecordLeft): Promise<void>;
  of(contactId: string): Promise<RecordLeft | null>;
}
