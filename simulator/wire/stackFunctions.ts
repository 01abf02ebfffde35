import type { PriceRule } from "../../functions/voice/prompt";
import type { WorkflowName } from "../workflows/definitions";
import type { LambdaFunction } from "./localLambda";

/** What the functions of a stack are told of the world; the names are those of the deployment. */
export interface StackPlaces {
  /** Prefix of the functions' names. */
  readonly name: string;
  readonly callsTable: string;
  readonly bookingsTable: string;
  readonly recordsTable: string;
  readonly knowledgeBucket: string;
  readonly knowledgeKey: string;
  readonly knowledgeFile: string;
  readonly callersKey: string;
  readonly promptsBucket: string;
  readonly vectorsIndexArn: string;
  readonly alertsTopicArn: string;
  readonly ownersTopicArn: string;
  readonly callsTopicArn: string;
  readonly filesBucket: string;
  readonly filesUrl: string;
  readonly brainModel: string;
  readonly voice: string;
  readonly prices: PriceRule;
}

export const stackFunctionNames = [
  "screenCaller",
  "startCall",
  "nextAction",
  "voice",
  "syncKnowledge",
  "renderPrompts",
  "deliver",
  "confirmBooking",
  "openFile",
  "archiveCall",
  "listGaps",
  "eraseCaller",
  "noteVoicemail",
  "prepareVoicemail",
  "reportVoicemail",
] as const;
export type StackFunctionName = (typeof stackFunctionNames)[number];

/** For how long a stack keeps recordings where it says nothing else, in days. */
export const keptDays = 90;
/** The program that leads calls is this one. */
export const codeVersion = "simulated";

/** The name that a function has in a stack. */
export function nameInStack(places: Pick<StackPlaces, "name">, functionName: StackFunctionName): string {
  return `${places.name}-${functionName}`;
}

/** Before a call's id: the name of a transcription job of a stack. */
export function jobPrefixOf(places: Pick<StackPlaces, "name">): string {
  return `${places.name}.`;
}

/** The address of a stack's workflow. */
export function workflowArn(places: Pick<StackPlaces, "name">, workflow: WorkflowName): string {
  return `arn:aws:states:us-east-1:000000000000:stateMachine:${places.name}-${workflow}`;
}

/**
 * The functions of a stack as its deployment would set them up; a test holds them against the plan.
 *
 * @param bundleOf the file of a function's bundle, absolute.
 */
export function stackFunctions(places: StackPlaces, bundleOf: (name: string) => string): readonly LambdaFunction[] {
  const compiled = { KNOWLEDGE_BUCKET: places.knowledgeBucket, KNOWLEDGE_KEY: places.knowledgeKey };
  const CALLS_TABLE = places.callsTable;
  const meanings = {
    VECTORS_INDEX_ARN: places.vectorsIndexArn,
    EMBEDDING_MODEL: "amazon.titan-embed-text-v2:0",
    EMBEDDING_DIMENSIONS: "256",
  };
  const settings: Readonly<
    Record<StackFunctionName, Omit<LambdaFunction, "name" | "file" | "asyncRetries" | "onFailure">>
  > = {
    screenCaller: {
      memoryMb: 512,
      timeoutMs: 8_000,
      variables: { ...compiled, CALLS_TABLE, CALLERS_KEY: places.callersKey },
    },
    startCall: {
      memoryMb: 512,
      timeoutMs: 8_000,
      variables: { CALLS_TABLE, VOICE_FUNCTION: nameInStack(places, "voice") },
    },
    nextAction: { memoryMb: 256, timeoutMs: 8_000, variables: { CALLS_TABLE } },
    voice: {
      memoryMb: 1_024,
      timeoutMs: 900_000,
      variables: {
        ...compiled,
        CALLS_TABLE,
        BOOKINGS_TABLE: places.bookingsTable,
        RECORDS_TABLE: places.recordsTable,
        PROMPTS_BUCKET: places.promptsBucket,
        BRAIN_MODEL: places.brainModel,
        VOICE: places.voice,
        PRICES: places.prices,
        BOOKING_CONFIRMATION: workflowArn(places, "bookingConfirmation"),
        DELIVER_FUNCTION: nameInStack(places, "deliver"),
        KEPT_DAYS: String(keptDays),
        CODE_VERSION: codeVersion,
        ...meanings,
      },
    },
    syncKnowledge: {
      memoryMb: 512,
      timeoutMs: 300_000,
      variables: {
        ...compiled,
        KNOWLEDGE_FILE: places.knowledgeFile,
        ...meanings,
        STACK_OVERRIDES: JSON.stringify({ people: [], phone: null }),
        ALERTS_TOPIC: places.alertsTopicArn,
        RENDER_FUNCTION: nameInStack(places, "renderPrompts"),
        VOICE: places.voice,
      },
    },
    renderPrompts: {
      memoryMb: 256,
      timeoutMs: 300_000,
      variables: { PROMPTS_BUCKET: places.promptsBucket, VOICE: places.voice },
    },
    openFile: { memoryMb: 256, timeoutMs: 15_000, variables: { FILES_BUCKET: places.filesBucket } },
    deliver: {
      memoryMb: 256,
      timeoutMs: 15_000,
      variables: {
        RECORDS_TABLE: places.recordsTable,
        OWNERS_TOPIC: places.ownersTopicArn,
        CALLS_TOPIC: places.callsTopicArn,
      },
    },
    archiveCall: {
      memoryMb: 512,
      timeoutMs: 30_000,
      variables: {
        ...compiled,
        CALLS_TABLE,
        RECORDS_TABLE: places.recordsTable,
        FILES_BUCKET: places.filesBucket,
        FILES_URL: places.filesUrl,
        KEPT_DAYS: String(keptDays),
        LINE: "flow",
      },
    },
    eraseCaller: {
      memoryMb: 1_024,
      timeoutMs: 300_000,
      variables: {
        CALLS_TABLE,
        BOOKINGS_TABLE: places.bookingsTable,
        RECORDS_TABLE: places.recordsTable,
        FILES_BUCKET: places.filesBucket,
        PROMPTS_BUCKET: places.promptsBucket,
        RECORDINGS_BUCKET: "none",
        REMINDERS_GROUP: "reminders",
        REPORTS_GROUP: "reports",
      },
    },
    listGaps: { memoryMb: 512, timeoutMs: 60_000, variables: { ...compiled, FILES_BUCKET: places.filesBucket } },
    noteVoicemail: {
      memoryMb: 512,
      timeoutMs: 8_000,
      variables: {
        ...compiled,
        RECORDS_TABLE: places.recordsTable,
        KEPT_DAYS: String(keptDays),
        REPORT_WORKFLOW: workflowArn(places, "voicemailReport"),
        REPORT_GROUP: "reports",
        REPORT_ROLE: "arn:aws:iam::000000000000:role/scheduler",
        JOB_PREFIX: jobPrefixOf(places),
      },
    },
    prepareVoicemail: {
      memoryMb: 1_024,
      timeoutMs: 30_000,
      variables: {
        ...compiled,
        CALLS_TABLE,
        RECORDS_TABLE: places.recordsTable,
        KEPT_DAYS: String(keptDays),
        FILES_BUCKET: places.filesBucket,
      },
    },
    reportVoicemail: {
      memoryMb: 512,
      timeoutMs: 30_000,
      variables: {
        ...compiled,
        RECORDS_TABLE: places.recordsTable,
        KEPT_DAYS: String(keptDays),
        FILES_BUCKET: places.filesBucket,
        FILES_URL: places.filesUrl,
        BRAIN_MODEL: places.brainModel,
      },
    },
    confirmBooking: {
      memoryMb: 512,
      timeoutMs: 15_000,
      variables: {
        ...compiled,
        BOOKINGS_TABLE: places.bookingsTable,
        RECORDS_TABLE: places.recordsTable,
        FILES_BUCKET: places.filesBucket,
        FILES_URL: places.filesUrl,
        OWNERS_TOPIC: places.ownersTopicArn,
      },
    },
  };
  return stackFunctionNames.map((name) => ({
    ...settings[name],
    name: nameInStack(places, name),
    file: bundleOf(name),
    // Whoever leads a call is started once; where it breaks off, its successor is.
    asyncRetries: name === "voice" ? 0 : 2,
    onFailure: name === "voice" ? nameInStack(places, "startCall") : null,
  }));
}
