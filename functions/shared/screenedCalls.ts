import type { Route } from "./routing";

/** How a call came in, and where it was sent. */
export interface ScreenedCall {
  /** E.164; null where withheld. */
  readonly from: string | null;
  readonly route: Route;
  readonly atMs: number;
}

/** What was said of calls when they came in; forgotten a day later. */
export interface ScreenedCalls {
  /** The first note of a call stays. */
  note(contactId: string, screened: ScreenedCall): Promise<void>;
  /** Null where the call was not screened, or is another stack's. */
  of(contactId: string): Promise<ScreenedCall | null>;
}
