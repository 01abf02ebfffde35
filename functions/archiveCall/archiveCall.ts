import type { Callers } from "../shared/callers";
import type { CallRecord } from "../shared/callRecord";
import type { CallRecords, RecordLeft } from "../shared/callRecords";
import type { CallState, CallStore } from "../shared/callStore";
import type { Files } from "../shared/files";
import { folderOfCall, type KeptCall, keptCallFile } from "../shared/keptCall";
import type { Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";
import type { ScreenedCall, ScreenedCalls } from "../shared/screenedCalls";
import { listenersMessage, ownersMessage } from "./callMessages";
import { keptCallOf, transcriptOf } from "./keptCallOf";
import { keptCallPage } from "./keptCallPage";
import { redactedRecord } from "./redactedRecord";

/** What the workflow knows of a call that is over, from Connect's event. */
export interface ArchiveInput {
  readonly contactId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** False where its agent had every time to leave a record. */
  readonly isRecordAwaited: boolean;
}

export interface ArchivePorts {
  readonly knowledge: () => Promise<Knowledge>;
  readonly screened: Pick<ScreenedCalls, "of">;
  readonly calls: Pick<CallStore, "read">;
  readonly records: CallRecords;
  /** What can be told of a call whose agent left no record; null: nothing. */
  readonly salvage: (contactId: string, state: CallState, endedAtMs: number) => Promise<RecordLeft | null>;
  readonly hasVoicemail: (contactId: string) => Promise<boolean>;
  readonly callers: Pick<Callers, "remember">;
  readonly files: Pick<Files, "putNew" | "get">;
  readonly line: "flow" | "duplex";
  /** The address under which a file of a call is opened. */
  readonly link: (key: string) => string;
}

/** What is to be told of the call; null where there is nothing. */
export interface Archived {
  readonly owner: Message | null;
  readonly listeners: Message | null;
}

/** The agent may still be writing its record. */
export class RecordMissing extends Error {
  override readonly name = "RecordMissing";
}

const nothing: Archived = { owner: null, listeners: null };

/**
 * Keeps a call that is over: record, transcript and page in its folder, once however often it is asked; what its caller is to be
 * remembered by; and of the agent's own record only what has been redacted. Calls of other stacks are left alone.
 *
 * @throws RecordMissing where an agent had the call, its record is not there yet and may still come.
 */
export async function archiveCall(input: ArchiveInput, ports: ArchivePorts): Promise<Archived> {
  const { contactId, isRecordAwaited } = input;
  const [screened, state, left] = await Promise.all([
    ports.screened.of(contactId),
    ports.calls.read(contactId),
    ports.records.of(contactId),
  ]);
  const hadAgent = state.start !== null || state.lease !== null;
  if (screened === null && !hadAgent && left === null) return nothing;
  if (hadAgent && left === null && isRecordAwaited) throw new RecordMissing("the agent's record is not there yet");
  const endedAtMs = Date.parse(input.endedAt);
  const [knowledge, hasVoicemail, salvaged] = await Promise.all([
    ports.knowledge(),
    ports.hasVoicemail(contactId),
    hadAgent && left === null ? ports.salvage(contactId, state, endedAtMs) : null,
  ]);
  const raw = left ?? salvaged;
  const folder = folderOfCall(contactId, Date.parse(input.startedAt), knowledge.business.timezone);
  const clean = raw === null ? null : { ...raw, record: redactedRecord(raw.record, knowledge) };
  const call = keptCallOf(input, {
    knowledge,
    screened: screened ?? screenedBy(state, clean?.record ?? null, endedAtMs),
    left: clean,
    hasAgentDied: hadAgent && left === null,
    state,
    hasVoicemail,
    line: ports.line,
  });
  const kept = await keep(call, folder, knowledge, ports);
  await remember(kept, raw?.record ?? null, ports);
  if (left !== null && clean !== null) await ports.records.keep(clean);
  return {
    owner: ownersMessage(kept, raw?.record ?? null, knowledge, ports.link(`${folder}page.html`)),
    listeners: listenersMessage(kept),
  };
}

/** Whatever was written first stays. The record is written last: who finds one finds all of it. */
async function keep(call: KeptCall, folder: string, knowledge: Knowledge, { files }: ArchivePorts): Promise<KeptCall> {
  await files.putNew(`${folder}transcript.json`, json(transcriptOf(call)), "application/json");
  await files.putNew(`${folder}page.html`, keptCallPage(call, knowledge), "text/html; charset=utf-8");
  if (await files.putNew(`${folder}${keptCallFile}`, json(call), "application/json")) return call;
  const first = await files.get(`${folder}${keptCallFile}`);
  return first === null ? call : (JSON.parse(Buffer.from(first).toString("utf8")) as KeptCall);
}

async function remember(
  { contactId, from, startedAt, outcome }: KeptCall,
  record: CallRecord | null,
  { callers }: ArchivePorts,
): Promise<void> {
  if (from === null || outcome === "blocked") return;
  const booking = record?.booking ?? null;
  const booked = booking === null ? null : { service: booking.service, start: booking.start, name: booking.name };
  await callers.remember(from, { contactId, startedAtMs: Date.parse(startedAt), outcome, booked });
}

/** A call whose screening left no note has come to an agent all the same. */
function screenedBy({ start }: CallState, record: CallRecord | null, atMs: number): ScreenedCall {
  return { route: "ai", from: start?.from ?? record?.from ?? null, atMs: start?.startedAtMs ?? atMs };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
