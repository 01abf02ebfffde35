import type { Logger } from "@aws-lambda-powertools/logger";
import type { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import type { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import type { PollyClient } from "@aws-sdk/client-polly";
import type { S3Client } from "@aws-sdk/client-s3";
import type { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { s3Prompts } from "../../aws/s3Prompts";
import type { CallRecord } from "../../shared/callRecord";
import type { CallStore } from "../../shared/callStore";
import { fixedSpeech } from "../../shared/fixedSpeech";
import { flowLineTimes } from "../../shared/flowLineTimes";
import type { Knowledge } from "../../shared/knowledge";
import type { VoiceCall } from "../../shared/voiceCall";
import { type CallLease, takeCall } from "../lines/callLease";
import { flowLine } from "../lines/flowLine";
import type { Clock } from "../ports";
import { type PriceRule, systemPrompt, withoutPrices } from "../prompt";
import { runCall } from "../runCall";
import { bedrockBrain } from "./bedrockBrain";
import { dynamoDesk } from "./dynamoDesk";
import type { FixedSounds } from "./fixedSounds";
import { kvsEar } from "./kvsEar";
import { leavingLine } from "./leavingLine";
import { pollySpeaker } from "./pollySpeaker";
import { transcribeTranscriber } from "./transcribeTranscriber";

/** What a container has for all of its calls. */
export interface Room {
  readonly environment: Readonly<
    Record<"BOOKINGS_TABLE" | "RECORDS_TABLE" | "PROMPTS_BUCKET" | "BRAIN_MODEL" | "VOICE" | "PRICES", string>
  >;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  readonly tables: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly calls: CallStore;
  readonly knowledge: () => Promise<Knowledge>;
  readonly fixedSounds: FixedSounds;
  readonly kinesisVideo: KinesisVideoClient;
  readonly transcribe: TranscribeStreamingClient;
  readonly polly: PollyClient;
  readonly bedrock: BedrockRuntimeClient;
}

const takeAgainMs = 100;

/**
 * Leads a call if nobody else does. Rejects, without the cause, where it could not be led; its lease is given back in any case, so that the flow sends
 * the caller to a person. The log names the call and the fault, never what was said.
 *
 * @param owner unique to this invocation.
 */
export async function leadCall(call: VoiceCall, owner: string, room: Room): Promise<void> {
  const { contactId } = call;
  const { logger, clock, calls } = room;
  let lease: CallLease | null = null;
  try {
    lease = await takeCall(contactId, owner, calls, clock);
    const givenUpAtMs = clock.now() + (call.successor > 0 ? flowLineTimes.leaseMs : 0);
    while (lease === null && clock.now() < givenUpAtMs) {
      // The lease of the one that broke off is still running.
      await new Promise<void>((resolve) => clock.after(takeAgainMs, resolve));
      lease = await takeCall(contactId, owner, calls, clock);
    }
    if (lease === null) return logger.warn("another leads this call", { contactId });
    const record = await converse(call, lease, room);
    logger.info("call over", { contactId, ...numbersOf(record) });
  } catch (error) {
    logger.error("call failed", { contactId, ...faultOf(error) });
    // Lambda logs what is thrown, message and all.
    throw new Error("the call could not be led");
  } finally {
    await lease?.release().catch((error) => logger.warn("lease not released", { contactId, ...faultOf(error) }));
  }
}

async function converse(call: VoiceCall, lease: CallLease, room: Room): Promise<CallRecord> {
  const { contactId, from, startedAtMs, stream } = call;
  const { environment, clock, calls, tables } = room;
  if (stream === null) throw new Error("the caller's voice is not streamed");
  // What the caller said to the one before is not answered again.
  const heardFrom = call.successor > 0 ? { ...stream, startMs: clock.now() } : stream;
  const prices: PriceRule = environment.PRICES === "never" ? "never" : "grounded";
  const asWritten = await room.knowledge();
  const knowledge = prices === "never" ? withoutPrices(asWritten) : asWritten;

  // The greeting's sound is the first that is waited for.
  void room.fixedSounds.load(fixedSpeech(knowledge.say, "flow"));
  const line = flowLine({
    contactId,
    fence: lease.fence,
    calls,
    prompts: s3Prompts(room.s3, environment.PROMPTS_BUCKET, contactId),
    clock,
    recordingNotice: knowledge.say.recording,
  });
  const speaker = pollySpeaker({
    client: room.polly,
    voice: environment.VOICE,
    clock,
    fixed: room.fixedSounds.of,
  });
  try {
    const record = await runCall(
      // The contact flow records what is said to the agent.
      { contactId, from, startedAtMs, knowledge, isRecorded: true },
      {
        clock,
        ear: kvsEar({ client: room.kinesisVideo, contactId, stream: heardFrom, clock }),
        transcriber: transcribeTranscriber(room.transcribe, knowledge.business.languages, clock),
        brain: bedrockBrain(room.bedrock, environment.BRAIN_MODEL, systemPrompt(knowledge, prices, startedAtMs)),
        speaker,
        line: leavingLine(line, lease.lost, clock.now),
        desk: dynamoDesk({
          client: tables,
          bookingsTable: environment.BOOKINGS_TABLE,
          recordsTable: environment.RECORDS_TABLE,
          knowledge,
          clock,
        }),
      },
    );
    await line.closed();
    return record;
  } finally {
    speaker.close();
  }
}

/** What may be known of a call by everybody who reads logs. */
function numbersOf({ ending, turns, tools, faults, usage, startedAtMs, endedAtMs }: CallRecord) {
  return {
    ending,
    durationMs: endedAtMs - startedAtMs,
    turns: turns.length,
    tools: tools.map(({ name, status }) => `${name} ${status}`),
    faults: faults.map(({ service, did }) => `${service}: ${did}`),
    usage,
  };
}

/** An error without its message, in which a service may repeat what it was sent. */
function faultOf(error: unknown) {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { $metadata } = error as { readonly $metadata?: { readonly requestId?: string } };
  const at = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return { fault: error.name, requestId: $metadata?.requestId, at };
}
