import type { SampledSound } from "../../functions/aws/s3Prompts";
import { bedrockBrain } from "../../functions/voice/aws/bedrockBrain";
import { pollySpeaker } from "../../functions/voice/aws/pollySpeaker";
import { transcribeTranscriber } from "../../functions/voice/aws/transcribeTranscriber";
import type { Ear, Transcriber } from "../../functions/voice/ports";
import { type PriceRule, systemPrompt } from "../../functions/voice/prompt";
import type { SimClock } from "../clock";
import type { MakeSenses } from "../hotFunction";
import { levelsOf } from "../sound/levels";
import { type SimSound, samplesPerMs } from "../sound/simSound";
import type { Microphone } from "./microphone";
import type { RealAws } from "./realAws";
import { wordedSpeech } from "./wordedSpeech";

/** The services of one call: the adapters that run in Lambda, over a microphone. */
export function realServices(aws: RealAws, prices: PriceRule, clock: SimClock, microphone: Microphone): MakeSenses {
  return (ear, knowledge, startedAtMs) => {
    // Fixed sentences are asked for elsewhere.
    const speaker = pollySpeaker({ client: aws.polly, voice: aws.voice, clock, fixed: async () => null });
    return {
      ear: sampledEar(ear, microphone),
      transcriber: loggedTranscriber(
        transcribeTranscriber(aws.transcribe, knowledge.business.languages, clock),
        microphone,
      ),
      brain: bedrockBrain(aws.bedrock, aws.brainModel, systemPrompt(knowledge, prices, startedAtMs)),
      speaker: {
        warm: speaker.warm,
        speak: (text, signal) => wordedSpeech(text, speaker.speak(text, signal)),
      },
      close: speaker.close,
    };
  };
}

/** The stand-in's ear says what has arrived when; the samples are the microphone's. */
function sampledEar(ear: Ear<SimSound>, microphone: Microphone): Ear<SimSound> {
  async function* listen(signal: AbortSignal): AsyncIterable<SimSound> {
    for await (const { startMs, durationMs } of ear.listen(signal)) {
      const pcm = microphone.between(startMs, startMs + durationMs);
      yield { startMs, durationMs, levels: levelsOf(pcm), words: [], pcm };
    }
  }
  return { listen };
}

function loggedTranscriber(transcriber: Transcriber<SampledSound>, microphone: Microphone): Transcriber<SimSound> {
  async function* transcribe(sounds: AsyncIterable<SimSound>, signal: AbortSignal) {
    for await (const transcript of transcriber.transcribe(withSamples(sounds), signal)) {
      microphone.understood(transcript);
      yield transcript;
    }
  }
  return { transcribe };
}

async function* withSamples(sounds: AsyncIterable<SimSound>): AsyncGenerator<SampledSound> {
  for await (const sound of sounds)
    yield { ...sound, pcm: sound.pcm ?? new Int16Array(sound.durationMs * samplesPerMs) };
}
