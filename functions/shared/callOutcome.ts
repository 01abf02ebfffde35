import type { CallRecord } from "./callRecord";
import type { TransferOutcome } from "./callStore";
import type { Route } from "./routing";

/** What a call came to: the first that holds. */
export const callOutcomes = [
  "blocked",
  "failed",
  "booked",
  "transferred",
  "voicemail",
  "answered",
  "endedOnSilence",
  "callerHungUp",
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** What is known of a call's end. */
export interface CallEnd {
  readonly route: Route;
  /** Null where no agent took part, or left nothing behind. */
  readonly record: CallRecord | null;
  readonly hasAgentDied: boolean;
  /** What became of a call to a person; null where none was made, or the caller did not wait for it. */
  readonly transfer: TransferOutcome | null;
  readonly hasVoicemail: boolean;
  /** Null where that is not known. */
  readonly hungUpBy: "caller" | "agent" | null;
}

/** What a call came to, as its business sees it. */
export function callOutcome({ route, record, hasAgentDied, transfer, hasVoicemail, hungUpBy }: CallEnd): CallOutcome {
  if (route === "blocked") return "blocked";
  const isReached = transfer === "answered" || hasVoicemail;
  if (!isReached && (hasAgentDied || record?.ending === "failed")) return "failed";
  if (record !== null && record.booking !== null) return "booked";
  if (transfer === "answered") return "transferred";
  if (hasVoicemail) return "voicemail";
  if (record?.turns.some(isAnswer)) return "answered";
  const isGivenUp = hungUpBy === "agent" && record?.ending !== "goodbye";
  return record?.ending === "silence" || isGivenUp ? "endedOnSilence" : "callerHungUp";
}

/** A question was answered where facts were told and something of them was heard. */
function isAnswer({ tool, facts, heard, blocked }: CallRecord["turns"][number]): boolean {
  return tool === "answer_from_knowledge" && facts.length > 0 && heard !== "" && blocked === null;
}
