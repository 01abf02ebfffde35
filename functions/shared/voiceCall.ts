import type { CallStart } from "./callStore";

/** What the hot function is started with. */
export interface VoiceCall extends CallStart {
  readonly contactId: string;
  /** How many had the call before and broke off. */
  readonly successor: number;
  /** Who had the call before; null for the first. */
  readonly before: Predecessor | null;
}

export interface Predecessor {
  /** Under which name it had the lease. */
  readonly owner: string;
  /** It has broken off; else it hands the call over when that disturbs nobody. */
  readonly isGone: boolean;
}
