/**
 * Every time and limit of Connect and AWS that the simulator assumes and that no scripted call sets, each with its source and
 * whether it was verified (read in AWS's documentation or types, or measured) or is believed. `best` is what a good day looks
 * like, `worst` a bad one that still happens; a limit is the same in both.
 */
export type Column = "best" | "worst";

export interface Assumption {
  readonly best: number;
  readonly worst: number;
  readonly basis: "verified" | "believed";
  readonly source: string;
}

export const assumptions = {
  /** One block of the caller's sound in its video stream. */
  kvsBlockMs: limit(64, "believed", "1,024 bytes of 8 kHz 16-bit sound a block, inferred from a dump of a real stream"),
  /** How much of the stream arrives at once. */
  kvsBurstMs: {
    best: 64,
    worst: 1000,
    basis: "believed",
    source: "producers send fragments of about a second; whether blocks leave earlier is unknown",
  },
  /** From the flow's turning the stream on to its being on. */
  streamingStartMs: { best: 100, worst: 500, basis: "believed", source: "no figure published" },
  /** From a segment's last word to its being final. */
  transcribeFinalMs: limit(500, "believed", "natural pause after which Transcribe closes a segment, 0.5 to 1 s"),
  /** From a word's report to its being stable where no other word follows. */
  transcribeStableMs: { best: 0, worst: 200, basis: "believed", source: "partial results stabilisation set to high" },
  /** From Connect's request to a warm function's first line, and back. */
  lambdaMs: { best: 20, worst: 100, basis: "believed", source: "warm synchronous invocation, 30 to 100 ms in all" },
  /** The first request to a function that nobody used for a while. */
  lambdaColdMs: {
    best: 0,
    worst: 700,
    basis: "believed",
    source: "Node bundle of half a megabyte on a small function",
  },
  /** From an asynchronous invocation's being accepted to the function's first line. */
  lambdaEventMs: { best: 30, worst: 400, basis: "believed", source: "no figure published" },
  /** How long the flow waits for a function. */
  lambdaLimitMs: limit(8000, "verified", "Connect administrator guide, invoke Lambda function block"),
  /** How often Connect asks a function again that failed, within the time limit. */
  lambdaRetries: limit(3, "verified", "Connect administrator guide, invoke Lambda function block"),
  /** How long functions may run in a row before something is played. */
  lambdasInARowMs: limit(20_000, "believed", "Connect administrator guide, invoke multiple functions"),
  /** How soon a store of the functions shows another function's write: half of how often it is asked. */
  storeNoticeMs: {
    best: 15,
    worst: 40,
    basis: "believed",
    source: "polled every 30 ms; a read of DynamoDB 5 to 25 ms",
  },
  /** How long Connect waits for the next key of several. */
  interdigitMs: limit(5000, "believed", "Connect administrator guide, store customer input: delay between entries"),
  /** How long S3 takes to keep a clause. */
  promptPutMs: { best: 20, worst: 80, basis: "believed", source: "S3 put of some ten kilobytes, 30 to 80 ms" },
  /** From a prompt of Connect's own voice being asked for to its first sample. */
  textPromptMs: { best: 150, worst: 400, basis: "believed", source: "Polly inside Connect" },
  /** What a prompt from S3 takes beyond a scripted call's `flowPrompt`. */
  slowPromptMs: {
    best: 0,
    worst: 300,
    basis: "believed",
    source: "prompt fetched and started, 150 to 400 ms, and S3 on a bad day",
  },
  /** From the start of the transfer to the person's answer, or to its being clear that there is none. */
  personMs: limit(2000, "verified", "the scripted call's own rule"),
  /** From handing the caller to the bot to the socket of the duplex line being open. */
  socketMs: { best: 100, worst: 600, basis: "believed", source: "no figure published" },
  /** After this a call is ended, and the report says that it failed. */
  longestCallMs: limit(1_200_000, "believed", "the simulator's own guard against a call that never ends"),
} as const satisfies Record<string, Assumption>;

/** What is taken for granted of how Connect behaves, where it is no figure. */
export interface Belief {
  readonly says: string;
  readonly basis: Assumption["basis"];
  readonly source: string;
}

/** How Connect reads the hours of operation that it is given; `nativeHours.ts` reads them so. */
export const nativeHoursBeliefs = {
  endOfDay: {
    says: "An end of 0:00 is the midnight that ends the day, and 0:00 to 0:00 is all day.",
    basis: "verified",
    source: 'Connect administrator guide, "How to specify midnight": 10:00AM to 12:00AM is open for 14 hours',
  },
  pastMidnight: {
    says: "Hours do not run past midnight. What Connect makes of an end before the start is unknown, so none is rendered.",
    basis: "believed",
    source: "nothing published",
  },
  severalADay: {
    says: "A day may have several stretches; between them it is closed.",
    basis: "verified",
    source: 'Connect administrator guide, "Add lunch and other breaks"; API reference: up to 100 entries',
  },
  mostOverrides: {
    says: "There are at most 50 overrides.",
    basis: "verified",
    source: 'Connect administrator guide, "Set overrides": the quota is not adjustable',
  },
  override: {
    says: "On the dates of an override, both ends included, its own hours for that weekday take the place of the usual ones.",
    basis: "verified",
    source:
      'Connect administrator guide, "Set overrides": temporary hours supersede all other settings for that date or range',
  },
  emptyOverride: {
    says: "A weekday that an override does not name is closed, and so is an override without any hours.",
    basis: "believed",
    source: "the API takes a list of 0 to 100 entries; what an empty one means is not said",
  },
  wallClock: {
    says: "Connect compares what the clock on the wall shows: an hour that comes twice is the same hour both times, one that is left out never comes.",
    basis: "believed",
    source: "the guide says that hours follow daylight saving time, and not how",
  },
  timeZone: {
    says: "Every zone of the IANA database may be named.",
    basis: "believed",
    source: "API reference: a time zone of the hours of operation, without a list",
  },
} as const satisfies Record<string, Belief>;

/** How Connect records a conversation with a flow; `recordedCall.ts` records so. */
export const recordingBeliefs = {
  one: {
    says: "There is one recording of a call's conversation with its flow, and turning it on or off takes effect at once.",
    basis: "verified",
    source: 'Connect administrator guide, "When, what, and where for contact recordings"',
  },
  place: {
    says: "It lies in the folder ivr, then year, month and day, and its name begins with the contact's id.",
    basis: "verified",
    source: "Connect administrator guide, the same page; keys in several public projects",
  },
  sound: {
    says: "It is a WAV file with the caller and what the flow plays, so that the tone is in it; in which channel is not relied on.",
    basis: "believed",
    source: 'Connect administrator guide: "customer and system audio during IVR interactions"; the format is not said',
  },
  gaps: {
    says: "While recording is off in the middle of a call the recording is silent.",
    basis: "believed",
    source: "nothing published; what is cut out does not depend on it",
  },
  arrival: {
    says: "It is there when the call is over.",
    basis: "believed",
    source: "no figure published; one that comes after ten minutes is told as late",
  },
} as const satisfies Record<string, Belief>;

/** How flows are read and played. */
export { flowBeliefs } from "../../components/flow/flowBeliefs";

export type Assumed = Readonly<Record<keyof typeof assumptions, number>>;

/** The figures of one column. */
export function assumedIn(column: Column): Assumed {
  return Object.fromEntries(Object.entries(assumptions).map(([name, each]) => [name, each[column]])) as Assumed;
}

function limit<const B extends Assumption["basis"]>(value: number, basis: B, source: string) {
  return { best: value, worst: value, basis, source } as const;
}
