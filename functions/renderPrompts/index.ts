import { PollyClient, SynthesizeSpeechCommand, type VoiceId } from "@aws-sdk/client-polly";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { readEnvironment } from "../aws/environment";
import { promptWav } from "../aws/promptWav";
import { type RenderPorts, type RenderRequest, renderPrompts } from "./renderPrompts";

const environment = readEnvironment(["PROMPTS_BUCKET", "VOICE"]);
const polly = new PollyClient({});
const s3 = new S3Client({});

const ports: RenderPorts = {
  async speak(text) {
    const { AudioStream } = await polly.send(
      new SynthesizeSpeechCommand({
        Engine: "generative",
        VoiceId: environment.VOICE as VoiceId,
        OutputFormat: "pcm",
        SampleRate: "8000",
        Text: text,
      }),
    );
    if (AudioStream === undefined) throw new Error("Polly answered without sound.");
    const bytes = await AudioStream.transformToByteArray();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Int16Array.from({ length: Math.floor(bytes.byteLength / 2) }, (_, index) => view.getInt16(index * 2, true));
  },
  async put(key, pcm) {
    const place = { Bucket: environment.PROMPTS_BUCKET, Key: key };
    await s3.send(new PutObjectCommand({ ...place, Body: promptWav(pcm), ContentType: "audio/wav" }));
  },
};

/** Invoked by the deployment. */
export function handler(request: RenderRequest): Promise<{ rendered: number }> {
  return renderPrompts(request, ports);
}
