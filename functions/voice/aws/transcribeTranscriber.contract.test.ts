import { PollyClient, SynthesizeSpeechCommand } from "@aws-sdk/client-polly";
import { type Result, TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { wordsOf } from "../../../simulator/sound/simSound";
import { connectionsLeft } from "../../../simulator/wire/localAws.fixture";
import { clientOf } from "../../../simulator/wire/testClients";
import { type TranscribeSettings, transcribeServer } from "../../../simulator/wire/transcribeServer";
import { type Marks, markReader, newMarks } from "../../../simulator/wire/watermark";
import { faultsInOrder } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import type { SampledSound } from "../../aws/s3Prompts";
import { systemClock } from "../../aws/systemClock";
import { againstAws } from "../stage.fixture";
import { firstSoundMs, type Saying, transcriberContract } from "../transcriber.contract";
import { sampledSound, samplesOf } from "./frames";
import { transcribeTranscriber } from "./transcribeTranscriber";

const clock = { ...systemClock, run: <T>(until: Promise<T>) => until };
const pieceMs = 60;
const silentMs = 2_000;

/** Each saying's samples and the silence after it, piece by piece; silence alone without one. */
async function* spoken(
  sayings: readonly Saying[],
  voice: (text: string) => Promise<Int16Array>,
): AsyncGenerator<SampledSound> {
  const stretches = sayings.length === 0 ? [{ text: "", startMs: firstSoundMs }] : sayings;
  for (const { text, startMs } of stretches) {
    const speech = await voice(text);
    const pcm = new Int16Array(speech.length + silentMs * 8);
    pcm.set(speech);
    for (let at = 0; at < pcm.length; at += pieceMs * 8)
      yield sampledSound(startMs + at / 8, pcm.slice(at, at + pieceMs * 8));
  }
}

/** Reads the marks, and goes by the sound alone: a segment is final after half a second in which nothing was said. */
function markedWords(marks: Marks): TranscribeSettings["recognise"] {
  return (_, tell) => {
    const reader = markReader(marks);
    let heardMs = 0;
    let segment = 1;
    let words: ReturnType<typeof reader.read> = [];
    const report = (isFinal: boolean) => {
      const Items = words.map(({ text, startMs, endMs }) => ({
        Type: "pronunciation" as const,
        Content: text,
        StartTime: startMs / 1_000,
        EndTime: endMs / 1_000,
        Stable: isFinal,
      }));
      const result: Result = { ResultId: `${segment}`, IsPartial: !isFinal, Alternatives: [{ Items }] };
      tell([result]);
      if (!isFinal) return;
      segment += 1;
      words = [];
    };
    return {
      hear(pcm) {
        heardMs += pcm.length / 8;
        const fresh = reader.read(pcm);
        words = [...words, ...fresh];
        if (fresh.length > 0) report(false);
        else if (words.length > 0 && heardMs - (words.at(-1)?.endMs ?? 0) >= 500) report(true);
      },
      async end() {
        if (words.length > 0) report(true);
      },
    };
  };
}

describe("the transcriber over Transcribe's protocol", () => {
  const servers: WireServer[] = [];

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      expect(await connectionsLeft(() => server.connections().open)).toBe(0);
      await server.close();
    }
  });

  transcriberContract(async (faults = []) => {
    const marks = newMarks();
    const server = await wireServer([
      transcribeServer({ recognise: markedWords(marks), nextFault: faultsInOrder(faults), clock: systemClock }),
    ]);
    servers.push(server);
    const voice = async (text: string) => {
      const pcm = Int16Array.from({ length: text.length * 480 }, (_, index) => (index % 2 === 0 ? 8_000 : -8_000));
      return marks.mark(pcm, wordsOf(text));
    };
    return {
      transcriber: transcribeTranscriber(new TranscribeStreamingClient(clientOf(server.url)), ["en-US"], clock),
      clock,
      async *says(...sayings) {
        for await (const sound of spoken(sayings, voice)) {
          // Much faster than it is spoken, but the service comes along.
          await new Promise<void>((resolve) => clock.after(1, resolve));
          yield sound;
        }
      },
    };
  });
});

againstAws("AWS_REGION")("the transcriber over Amazon Transcribe (AWS_CONTRACT=1, AWS_REGION; Polly speaks)", () => {
  async function voice(Text: string): Promise<Int16Array> {
    if (Text === "") return new Int16Array(0);
    const { AudioStream } = await new PollyClient({}).send(
      new SynthesizeSpeechCommand({
        Engine: "neural",
        VoiceId: "Joanna",
        OutputFormat: "pcm",
        SampleRate: "8000",
        Text,
      }),
    );
    return samplesOf((await AudioStream?.transformToByteArray()) ?? new Uint8Array(0));
  }

  /** As fast as it is spoken. */
  async function* live(sayings: readonly Saying[]): AsyncGenerator<SampledSound> {
    let lateMs = Number.NaN;
    for await (const sound of spoken(sayings, voice)) {
      if (Number.isNaN(lateMs)) lateMs = clock.now() - sound.startMs;
      const waitMs = sound.startMs + sound.durationMs + lateMs - clock.now();
      await new Promise<void>((resolve) => clock.after(Math.max(0, waitMs), resolve));
      yield sound;
    }
  }

  transcriberContract(
    async () => ({
      transcriber: transcribeTranscriber(new TranscribeStreamingClient({ maxAttempts: 1 }), ["en-US"], clock),
      clock,
      says: (...sayings) => live(sayings),
    }),
    "aws",
  );
});
