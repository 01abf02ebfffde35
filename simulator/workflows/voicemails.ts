import { prepareVoicemail, type RecordingInput } from "../../functions/prepareVoicemail/prepareVoicemail";
import { reportVoicemail } from "../../functions/reportVoicemail/reportVoicemail";
import type { Files } from "../../functions/shared/files";
import type { Knowledge } from "../../functions/shared/knowledge";
import type { ScreenedCalls } from "../../functions/shared/screenedCalls";
import type { VoicemailNotes } from "../../functions/shared/voicemail";
import { messageTranscribed, recordingArrived, type TranscriptionEnd } from "../../functions/shared/voicemailEvents";
import type { SimClock } from "../clock";
import { objectCreated, type RecordedSpan, recordedCall, recordingBucket, recordingKey } from "../connect/recordedCall";
import type { PhoneNetwork } from "../phoneNetwork";
import { clientRequest, type FaultPlan } from "../standIns/faults";
import { offlineSummary } from "../standIns/offlineSummary";
import { memoryVoicemailNotes } from "../stores/memoryVoicemailNotes";
import { newMarks } from "../wire/watermark";
import { jobPrefix, type WorkflowName } from "./definitions";
import { failure } from "./doTask";
import { type BusEvent, takes } from "./eventRules";
import type { Schedules } from "./schedules";
import { type JobRequest, transcriptionJobs } from "./transcriptionJobs";

/** What the functions of voicemails act upon, and what goes wrong meanwhile. */
export interface VoicemailWorld {
  readonly knowledge: Knowledge;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
}

/** The voicemails of one business in this process. */
export interface Voicemails {
  /** As the contact flow's function finds it. */
  notesIn(world: VoicemailWorld): VoicemailNotes;
  planReport(contactId: string, atMs: number): Promise<void>;
  /** Connect leaves its recording of a call. */
  recorded(contactId: string, phone: PhoneNetwork, span: RecordedSpan, clock: SimClock): void;
  /** An event reaches the rules. */
  deliver(event: BusEvent): void;
  /** The functions that the workflows call, by their names. */
  functionsIn(
    world: VoicemailWorld,
    link: (key: string) => string,
  ): ReadonlyMap<string, (payload: never) => Promise<unknown>>;
  startJob(job: JobRequest, world: VoicemailWorld): Promise<void>;
}

/** What of an event reaches the rules: nothing where it is lost, itself twice where it is delivered twice. */
export type CarryEvent = (event: BusEvent) => readonly BusEvent[];

/** Which workflow an event starts, as the deployment's rules have it. */
const rules: readonly { readonly pattern: Parameters<typeof takes>[0]; readonly workflow: WorkflowName }[] = [
  { pattern: recordingArrived(recordingBucket), workflow: "voicemailRecording" },
  { pattern: messageTranscribed(jobPrefix), workflow: "voicemailReport" },
];

/**
 * @param shared what other workflows know as well.
 * @param start starts a workflow later.
 */
export function voicemails(
  {
    files,
    screened,
    schedules,
  }: { readonly files: Files; readonly screened: ScreenedCalls; readonly schedules: Schedules },
  start: (workflow: WorkflowName, name: string, input: unknown) => void,
  carry: CarryEvent = (event) => [event],
): Voicemails {
  const notes = memoryVoicemailNotes();
  const recordings = new Map<string, Uint8Array>();
  const marks = newMarks();
  let events = 0;
  let nowMs = 0;
  const jobs = transcriptionJobs(files, marks, () => nowMs, publish);

  function publish(event: BusEvent): void {
    for (const carried of carry(event)) deliver(carried);
  }

  function deliver(event: BusEvent): void {
    events += 1;
    for (const { pattern, workflow } of rules) if (takes(pattern, event)) start(workflow, `event-${events}`, event);
  }

  function notesIn({ faults, clock }: VoicemailWorld): VoicemailNotes {
    const ask = <T>(act: () => Promise<T>) => clientRequest(faults, "dynamodb", clock, 0, act);
    return {
      begin: (...asked) => ask(() => notes.begin(...asked)),
      callBack: (...asked) => ask(() => notes.callBack(...asked)),
      become: (...asked) => ask(() => notes.become(...asked)),
      of: (...asked) => ask(() => notes.of(...asked)),
    };
  }

  return {
    notesIn,
    async planReport(contactId, atMs) {
      const detail: TranscriptionEnd = {
        TranscriptionJobName: `${jobPrefix}${contactId}`,
        TranscriptionJobStatus: "OVERDUE",
      };
      schedules.create({
        name: contactId,
        at: `at(${new Date(atMs).toISOString().slice(0, -".000Z".length)})`,
        timezone: "UTC",
        targetArn: "arn:aws:states:us-east-1:000000000000:stateMachine:voicemailReport",
        input: JSON.stringify({ detail }),
      });
    },
    recorded(contactId, phone, span, clock) {
      const key = recordingKey(contactId, span.startMs);
      recordings.set(key, recordedCall(phone, span, marks));
      publish(objectCreated(recordingBucket, key, clock.now()));
    },
    deliver,
    functionsIn(world, link) {
      const { knowledge, clock, faults } = world;
      const askS3 = <T>(act: () => Promise<T>) => clientRequest(faults, "s3", clock, 0, act);
      const ports = {
        notes: notesIn(world),
        screened,
        knowledge: async () => knowledge,
        files: {
          get: (...asked: Parameters<Files["get"]>) => askS3(() => files.get(...asked)),
          put: (...asked: Parameters<Files["put"]>) => askS3(() => files.put(...asked)),
          list: (...asked: Parameters<Files["list"]>) => askS3(() => files.list(...asked)),
        },
        recording: (bucket: string, key: string) =>
          askS3(async () => {
            const found = recordings.get(key);
            if (bucket !== recordingBucket || found === undefined) throw failure("NoSuchKey");
            return found;
          }),
        summarise: (words: string) => clientRequest(faults, "bedrock", clock, 0, async () => offlineSummary(words)),
        link,
      };
      return new Map<string, (payload: never) => Promise<unknown>>([
        ["prepareVoicemail", (input: RecordingInput) => prepareVoicemail(input, ports)],
        ["reportVoicemail", (end: TranscriptionEnd) => reportVoicemail(end, ports)],
      ]);
    },
    async startJob(job, { clock, faults }) {
      nowMs = clock.now();
      await clientRequest(faults, "transcribe", clock, 0, () => jobs.start(job));
    },
  };
}
