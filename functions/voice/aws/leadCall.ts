import type { Logger } from "@aws-lambda-powertools/logger";
import type { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import type { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import type { PollyClient } from "@aws-sdk/client-polly";
import type { S3Client } from "@aws-sdk/client-s3";
import type { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCallers } from "../../aws/dynamoCallers";
import { dynamoCallRecords } from "../../aws/dynamoCallRecords";
import { type SampledSound, s3Prompts } from "../../aws/s3Prompts";
import type { CallRecord } from "../../shared/callRecord";
import type { CallStore } from "../../shared/callStore";
import { fixedSpeech } from "../../shared/fixedSpeech";
import { localTime } from "../../shared/hours";
import type { Fact, Knowledge } from "../../shared/knowledge";
import type { VoiceCall } from "../../shared/voiceCall";
import { type HotPlace, leadHotCall } from "../leadHotCall";
import type { Clock, Desk } from "../ports";
import { type PriceRule, systemPrompt } from "../prompt";
import { promptFactsOf } from "../retrieval/promptFacts";
import { type Meanings, retrievingBrain } from "../retrieval/retrievingBrain";
import { bedrockBrain } from "./bedrockBrain";
import { dynamoDesk } from "./dynamoDesk";
import type { FixedSounds } from "./fixedSounds";
import { kvsEar } from "./kvsEar";
import { pollySpeaker } from "./pollySpeaker";
import { transcribeTranscriber } from "./transcribeTranscriber";

/** What a container has for all of its calls. */
export interface Room {
  readonly environment: Readonly<
    Record<
      | "BOOKINGS_TABLE"
      | "RECORDS_TABLE"
      | "PROMPTS_BUCKET"
      | "BRAIN_MODEL"
      | "VOICE"
      | "PRICES"
      | "KEPT_DAYS"
      | "CODE_VERSION",
      string
    >
  >;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  readonly tables: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly calls: CallStore;
  readonly knowledge: (version: string | null) => Promise<Knowledge>;
  readonly meanings: (facts: readonly Fact[]) => Meanings;
  readonly fixedSounds: FixedSounds;
  readonly kinesisVideo: KinesisVideoClient;
  readonly transcribe: TranscribeStreamingClient;
  readonly polly: PollyClient;
  readonly bedrock: BedrockRuntimeClient;
  readonly startSuccessor: (call: VoiceCall) => Promise<void>;
  readonly announce: Desk["announce"];
  readonly tell?: Desk["tell"];
}

/** Of 15 minutes the last one and a half are for whoever follows. */
const handOverBeforeMs = 90_000;

/**
 * Leads a call if nobody else does. Rejects, without the cause, where it could not be led. The log names the call and the fault,
 * never what was said.
 *
 * @param owner unique to this invocation.
 * @param endsAtMs when this invocation ends at the latest, epoch milliseconds.
 */
export async function leadCall(call: VoiceCall, owner: string, room: Room, endsAtMs: number): Promise<void> {
  const { contactId } = call;
  const { logger } = room;
  try {
    const record = await leadHotCall(call, owner, placeOf(call, room, endsAtMs));
    if (record === null) return logger.info("another leads this call", { contactId });
    logger.info("call over", { contactId, ...numbersOf(record) });
  } catch (error) {
    logger.error("call failed", { contactId, ...faultOf(error) });
    // Lambda logs what is thrown, message and all.
    throw new Error("the call could not be led");
  }
}

function placeOf(call: VoiceCall, room: Room, endsAtMs: number): HotPlace<SampledSound> {
  const { contactId, startedAtMs, stream } = call;
  const { environment, clock, calls, tables, logger } = room;
  const prices: PriceRule = environment.PRICES === "never" ? "never" : "grounded";
  return {
    clock,
    calls,
    prices,
    knowledge: room.knowledge,
    way: { type: "flow", prompts: s3Prompts(room.s3, environment.PROMPTS_BUCKET, contactId) },
    handOverAtMs: endsAtMs - handOverBeforeMs,
    startSuccessor: room.startSuccessor,
    services(knowledge, fromMs, version) {
      if (stream === null) throw new Error("the caller's voice is not streamed");
      // The greeting's sound is the first that is waited for.
      void room.fixedSounds.load(fixedSpeech(knowledge.say, "flow"));
      const speaker = pollySpeaker({
        client: room.polly,
        voice: environment.VOICE,
        clock,
        fixed: room.fixedSounds.of,
      });
      const facts = promptFactsOf(knowledge, localTime(startedAtMs, knowledge.business.timezone).date);
      return {
        ear: kvsEar({ client: room.kinesisVideo, contactId, stream, fromMs, clock }),
        transcriber: transcribeTranscriber(room.transcribe, knowledge.business.languages, clock),
        brain: retrievingBrain(
          bedrockBrain(room.bedrock, environment.BRAIN_MODEL, systemPrompt(knowledge, prices, startedAtMs)),
          knowledge.business.languages,
          facts,
          room.meanings(facts.sought),
          clock,
        ),
        speaker,
        desk: dynamoDesk({
          client: tables,
          bookingsTable: environment.BOOKINGS_TABLE,
          records: dynamoCallRecords(tables, environment.RECORDS_TABLE, Number(environment.KEPT_DAYS)),
          callers: dynamoCallers(tables, environment.RECORDS_TABLE, Number(environment.KEPT_DAYS)),
          versions: {
            knowledge: version,
            model: environment.BRAIN_MODEL,
            code: environment.CODE_VERSION,
          },
          knowledge,
          clock,
          announce: room.announce,
          tell: room.tell,
        }),
        close: speaker.close,
      };
    },
    unreleased: (error) => logger.warn("lease not released", { contactId, ...faultOf(error) }),
  };
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
