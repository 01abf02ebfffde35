import { callOutcome } from "../shared/callOutcome";
import type { CallRecord, TurnRecord } from "../shared/callRecord";
import type { RecordLeft } from "../shared/callRecords";
import type { CallState, TransferOutcome } from "../shared/callStore";
import type { KeptCall, KeptTurn } from "../shared/keptCall";
import type { Knowledge } from "../shared/knowledge";
import { costOf } from "../shared/prices";
import type { SaidLine } from "../shared/redact";
import type { ScreenedCall } from "../shared/screenedCalls";
import type { ArchiveInput } from "./archiveCall";

/** Everything that was left of a call; texts have been redacted. */
export interface CallLeft {
  readonly knowledge: Knowledge;
  readonly screened: ScreenedCall;
  readonly left: RecordLeft | null;
  /** An agent had the call and left no record of its own. */
  readonly hasAgentDied: boolean;
  readonly state: CallState;
  readonly hasVoicemail: boolean;
  readonly line: "flow" | "duplex";
}

/** The call as it is kept. The same for the same remains. */
export function keptCallOf({ contactId, startedAt, endedAt }: ArchiveInput, call: CallLeft): KeptCall {
  const { knowledge, screened, left, hasAgentDied, state, hasVoicemail } = call;
  const record = left?.record ?? null;
  const consent = record?.consent ?? null;
  const startMs = Date.parse(startedAt);
  const durationMs = Math.max(0, Math.round(Date.parse(endedAt) - startMs));
  const transferred = state.ask?.transfer ?? transferOnDuplex(record, call);
  // A VIP's call is a person's from the first moment; who was not reached left a voicemail or hung up.
  const transfer = screened.route === "human" && !hasVoicemail ? "answered" : transferred;
  const wanted = transferred ?? (knowledge.people.length === 0 ? "closed" : null);
  return {
    contactId,
    business: knowledge.business.name,
    to: knowledge.business.phone,
    from: screened.from,
    startedAt: new Date(startMs).toISOString(),
    durationMs,
    route: screened.route,
    outcome: callOutcome({ route: screened.route, record, hasAgentDied, transfer, hasVoicemail, hungUpBy: null }),
    ending: record?.ending ?? null,
    turns: (record?.turns ?? []).map(keptTurn),
    tools: record?.tools ?? [],
    bookings: (record?.bookings ?? []).map(({ service, start, key, confirmation }) => ({
      service,
      start,
      key,
      confirmation,
    })),
    transfer: record === null || record.transfer === null ? null : { outcome: wanted, ...record.transfer },
    hasVoicemail,
    consent:
      consent === null ? null : { at: new Date(Math.round(consent.atMs)).toISOString(), wording: consent.wording },
    errors: (record?.faults ?? []).map(({ atMs, ...fault }) => ({ atMs: Math.round(atMs - startMs), ...fault })),
    costUsd: costOf({
      durationMs,
      line: call.line,
      usage: record?.usage ?? null,
      asks: state.ask?.seq ?? 0,
      ...(record === null ? {} : { hotMs: record.endedAtMs - record.startedAtMs }),
    }),
    versions: left?.versions ?? null,
  };
}

/** The duplex line tells nobody what became of a transfer: who was not reached leaves a voicemail. */
function transferOnDuplex(
  record: CallRecord | null,
  { line, knowledge, hasVoicemail }: CallLeft,
): TransferOutcome | null {
  const isPassedOn = line === "duplex" && record?.ending === "transferred" && knowledge.people.length > 0;
  return isPassedOn && !hasVoicemail ? "answered" : null;
}

/** What was said, line by line: of the agent what the caller heard. */
export function transcriptOf({ contactId, startedAt, outcome, turns }: KeptCall) {
  const lines = turns.flatMap(({ caller, heard }): SaidLine[] => [
    { who: "caller", text: caller },
    { who: "agent", text: heard },
  ]);
  return { contactId, startedAt, outcome, lines: lines.filter(({ text }) => text !== "") };
}

function keptTurn({ callerEndedAtMs, decidedAtMs, clauseAtMs, audioAtMs, ...turn }: TurnRecord): KeptTurn {
  const times = { callerEndedAtMs, decidedAtMs, clauseAtMs, audioAtMs };
  return { ...turn, latencyMs: latencyOf(times) };
}

function latencyOf({
  callerEndedAtMs,
  decidedAtMs,
  clauseAtMs,
  audioAtMs,
}: Pick<TurnRecord, "callerEndedAtMs" | "decidedAtMs" | "clauseAtMs" | "audioAtMs">): KeptTurn["latencyMs"] {
  if (callerEndedAtMs === null || audioAtMs === null) return null;
  const since = (fromMs: number, toMs: number) => Math.max(0, Math.round(toMs - fromMs));
  const clauseMs = Math.max(clauseAtMs ?? decidedAtMs, decidedAtMs);
  return {
    listen: since(callerEndedAtMs, decidedAtMs),
    think: since(decidedAtMs, clauseMs),
    speak: since(clauseMs, audioAtMs),
    total: since(callerEndedAtMs, audioAtMs),
  };
}
