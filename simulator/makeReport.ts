import { type CallOutcome, callOutcome } from "../functions/shared/callOutcome";
import type { Booking, CallRecord, TurnRecord } from "../functions/shared/callRecord";
import type { Knowledge } from "../functions/shared/knowledge";
import { costOf } from "../functions/shared/prices";
import type { Route } from "../functions/shared/routing";
import type { SpeechOfTurn } from "./callGround";
import type { ConnectLog } from "./connect/connect";
import { faultsMet } from "./faultsMet";
import type { Heard, PhoneNetwork } from "./phoneNetwork";
import type { CallReport, TransferReport, TurnReport, VoicemailReport } from "./report";
import type { FaultFired } from "./standIns/faults";
import { agentStretches, callerStretches } from "./stretches";

/** Everything that is known of a call when it is over. */
export interface FinishedCall {
  readonly contactId: string;
  readonly scenario: string | null;
  readonly from: string | null;
  readonly startMs: number;
  readonly knowledge: Knowledge;
  readonly line: "flow" | "duplex";
  readonly phone: PhoneNetwork;
  readonly route: Route;
  readonly connect: ConnectLog;
  /** What of the planned faults came to pass. */
  readonly faults: readonly FaultFired[];
  /** What the agent kept, or had come to when it died; null where no agent took part. */
  readonly record: CallRecord | null;
  /** Every speech of the agent. */
  readonly mouth: readonly SpeechOfTurn[];
  /** An agent was to take the call and did not live to its end. */
  readonly hasAgentDied: boolean;
}

/** The report of a call as the contract shapes it. */
export function makeReport(call: FinishedCall): CallReport {
  const { phone, record, connect, startMs } = call;
  const endMs = phone.endedAtMs() ?? startMs;
  const transfer = transferOf(call);
  const voicemail = voicemailOf(call);
  const durationMs = Math.round(endMs - startMs);
  return {
    contactId: call.contactId,
    scenario: call.scenario,
    route: call.route,
    outcome: outcomeOf(call),
    startedAt: new Date(startMs).toISOString(),
    durationMs,
    turns: (record?.turns ?? []).map((turn) => turnReport(turn, phone, call.mouth)),
    agentAudio: agentStretches(phone).map(wholeMs),
    callerAudio: callerStretches(phone).map(wholeMs),
    tools: record?.tools ?? [],
    booking: bookingOf(record),
    voicemail,
    transfer,
    errors: faultsMet(call.faults, [...(record?.faults ?? []), ...connect.faults]).map(
      ({ atMs, service, what, did }) => ({ atMs: Math.round(atMs - startMs), service, what, did }),
    ),
    costUsd: costOf({
      durationMs,
      line: call.line,
      usage: record?.usage ?? null,
      asks: connect.asks,
      ...(record === null ? {} : { hotMs: record.endedAtMs - record.startedAtMs }),
      personMs: 0,
    }),
    files: null,
  };
}

function wholeMs<T extends { readonly startMs: number; readonly endMs: number }>(stretch: T): T {
  return { ...stretch, startMs: Math.round(stretch.startMs), endMs: Math.round(stretch.endMs) };
}

/** A turn as the caller's end of the line saw it. */
export function turnReport(turn: TurnRecord, phone: PhoneNetwork, mouth: readonly SpeechOfTurn[]): TurnReport {
  const { index, caller, tool, facts, said, heard, interrupted, blocked, filler } = turn;
  const latencyMs = latencyOf(turn, phone, mouth);
  return { index, caller, tool, facts, said, heard, interrupted, blocked, filler, latencyMs };
}

function latencyOf(turn: TurnRecord, phone: PhoneNetwork, mouth: readonly SpeechOfTurn[]): TurnReport["latencyMs"] {
  const { callerEndedAtMs, decidedAtMs, clauseAtMs, audioAtMs } = turn;
  if (callerEndedAtMs === null) return null;
  const reply = firstHeardOf(turn.index, decidedAtMs, phone, mouth);
  const askedMs = lastWordsOf(callerEndedAtMs, decidedAtMs, phone);
  if (reply === null || askedMs === null) return null;
  const total = Math.round(reply.startMs - askedMs);
  // Where words came to be known so late that the turn was taken before them, the caller has waited less than the agent believes.
  let restMs = total;
  const part = (ms: number) => {
    const partMs = Math.min(restMs, Math.max(0, Math.round(ms)));
    restMs -= partMs;
    return partMs;
  };
  const clauseMs = clauseAtMs ?? decidedAtMs;
  const listen = part(decidedAtMs - callerEndedAtMs);
  const think = part(clauseMs - decidedAtMs);
  const speak = part((audioAtMs ?? clauseMs) - Math.max(clauseMs, decidedAtMs));
  return { listen, think, speak, line: restMs, total };
}

/** The first sound of the turn's reply on the wire; fillers are none, nor are the same words of an earlier turn. */
function firstHeardOf(
  turn: number,
  decidedAtMs: number,
  phone: PhoneNetwork,
  mouth: readonly SpeechOfTurn[],
): Heard | null {
  const ofTurn = mouth.filter((speech) => speech.turn === turn);
  const replies = ofTurn.filter(({ kind }) => kind === "reply");
  const after = phone.heardByCaller().filter(({ startMs }) => startMs >= decidedAtMs);
  // Connect's own voice is known by its words only, which may be those of the filler too.
  const filler = ofTurn.find(({ kind }) => kind === "filler");
  const ofFiller = filler && after.find((heard) => isOf(heard, filler));
  return after.find((heard) => heard !== ofFiller && replies.some((speech) => isOf(heard, speech))) ?? null;
}

/** On the duplex line a speech is logged under its id, on the flow line under the uri or the words that Connect played. */
function isOf({ source, sound }: Heard, { id, text }: SpeechOfTurn): boolean {
  if (source === "text") return sound.words.map((word) => word.text).join(" ") === text;
  return source === id || source.endsWith(`/${id}.wav`);
}

/** The end at the caller's end of those of their words that ended for us at `endedAtMs`, as nearly as we could tell. */
function lastWordsOf(endedAtMs: number, decidedAtMs: number, phone: PhoneNetwork): number | null {
  const farMs = (endMs: number) => Math.abs(endMs + phone.lineMs - endedAtMs);
  return phone
    .saidByCaller()
    .filter(({ sound }) => sound.words.length > 0)
    .map(({ startMs, sound, playedMs }) => startMs + Math.min(playedMs, sound.words.at(-1)?.endMs ?? playedMs))
    .filter((endMs) => endMs + phone.lineMs <= decidedAtMs)
    .reduce<number | null>((best, endMs) => (best === null || farMs(endMs) <= farMs(best) ? endMs : best), null);
}

function bookingOf(record: CallRecord | null): Booking | null {
  if (record === null || record.booking === null) return null;
  const { service, start, name, number, key, confirmation } = record.booking;
  return { service, start, name, number, key, confirmation };
}

/** Null where nobody was called although there was somebody to call: the caller did not wait for it. */
function transferOf({ record, connect, knowledge, route }: FinishedCall): TransferReport | null {
  const summary = record?.transfer?.summary ?? "";
  if (connect.transfer !== null) return { to: connect.transfer.to, outcome: connect.transfer.outcome, summary };
  const isWanted = (record !== null && record.transfer !== null) || route === "human";
  return isWanted && knowledge.people.length === 0 ? { to: null, outcome: "closed", summary } : null;
}

function voicemailOf({ connect, from, contactId }: FinishedCall): VoicemailReport | null {
  if (connect.voicemail === null) return null;
  const { durationMs, text, endedBy } = connect.voicemail;
  return { from, durationMs, text, endedBy, recording: `s3://simulated-recordings/voicemail/${contactId}.wav` };
}

function outcomeOf(call: FinishedCall): CallOutcome {
  const { route, record, hasAgentDied } = call;
  if (route !== "blocked" && call.connect.broken !== null) return "failed";
  return callOutcome({
    route,
    record,
    hasAgentDied,
    transfer: call.connect.transfer?.outcome ?? null,
    hasVoicemail: call.connect.voicemail !== null,
    hungUpBy: call.phone.endedBy(),
  });
}
