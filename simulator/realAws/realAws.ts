import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { PollyClient, SynthesizeSpeechCommand, type VoiceId } from "@aws-sdk/client-polly";
import { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { silentLogger } from "../../functions/aws/silentLogger";
import { UserError } from "../../functions/shared/userError";
import { samplesOf } from "../../functions/voice/aws/frames";
import type { SimSound } from "../sound/simSound";
import { wholeSpeech } from "./wordedSpeech";

/** What a stack says of the services. */
export interface RealAwsSettings {
  /** Null: what the environment or the profile says, else us-east-1. */
  readonly region: string | null;
  readonly brainModel: string;
  readonly voice: string;
}

/** Transcribe, Bedrock and Polly in a user's own account. */
export interface RealAws {
  readonly region: string;
  readonly brainModel: string;
  readonly voice: string;
  readonly transcribe: TranscribeStreamingClient;
  readonly polly: PollyClient;
  readonly bedrock: BedrockRuntimeClient;
  /** A whole sentence; one that was said before is not paid for again. */
  readonly speak: (text: string) => Promise<SimSound>;
  close(): void;
}

const defaultRegion = "us-east-1";
/** A machine that has no credentials may wait long for those of a virtual machine that it is not. */
const credentialsWithinMs = 10_000;

/**
 * Finds the user's credentials by the chain that all of AWS's tools share; nothing is asked of the services yet.
 *
 * @throws UserError where there are none.
 */
export async function openRealAws({ region: asked, brainModel, voice }: RealAwsSettings): Promise<RealAws> {
  const region = asked ?? (await regionOfEnvironment());
  const settings = { region, maxAttempts: 1, logger: silentLogger };
  const polly = new PollyClient(settings);
  // For what is said before anybody waits for it.
  const patientPolly = new PollyClient({ ...settings, maxAttempts: 3 });
  const sentences = new Map<string, Promise<SimSound>>();
  const stopWaiting = new AbortController();
  try {
    await Promise.race([polly.config.credentials(), rejectionAfter(credentialsWithinMs, stopWaiting.signal)]);
  } catch {
    for (const client of [polly, patientPolly]) client.destroy();
    throw new UserError([
      "--aws: there are no AWS credentials here. Sign in (aws sso login, aws configure), or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
    ]);
  } finally {
    stopWaiting.abort();
  }
  const transcribe = new TranscribeStreamingClient(settings);
  // As the deployed function asks: over HTTP/1.1 all questions share a connection.
  const bedrock = new BedrockRuntimeClient({
    ...settings,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000 }),
  });

  async function synthesize(Text: string): Promise<SimSound> {
    const { AudioStream } = await patientPolly.send(
      new SynthesizeSpeechCommand({
        Engine: "generative",
        VoiceId: voice as VoiceId,
        OutputFormat: "pcm",
        SampleRate: "8000",
        Text,
      }),
    );
    return wholeSpeech(Text, samplesOf((await AudioStream?.transformToByteArray()) ?? new Uint8Array(0)));
  }

  return {
    region,
    brainModel,
    voice,
    transcribe,
    polly,
    bedrock,
    speak(text) {
      const made = sentences.get(text) ?? synthesize(text);
      sentences.set(text, made);
      made.catch(() => sentences.delete(text));
      return made;
    },
    close() {
      for (const client of [transcribe, polly, patientPolly, bedrock]) client.destroy();
    },
  };
}

async function regionOfEnvironment(): Promise<string> {
  const client = new PollyClient({});
  try {
    return await client.config.region();
  } catch {
    return defaultRegion;
  } finally {
    client.destroy();
  }
}

function rejectionAfter(ms: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error("too late")), ms);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}
