import type { CallStart } from "./callStore";

/** What the hot function is started with. */
export interface VoiceCall extends CallStart {
  readonly contactId: string;
  /** How many had the call before and broke off. */
  readonly successor: number;
}
