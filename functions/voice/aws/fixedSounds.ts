import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { promptPcm } from "../../aws/promptWav";
import type { SampledSound } from "../../aws/s3Prompts";
import { fixedPromptsOf } from "../../shared/fixedPrompts";
import type { Knowledge } from "../../shared/knowledge";
import { sampledSound } from "./frames";

/** The sentences that are known before anybody calls, as they were rendered at deploy time. */
export interface FixedSounds {
  /** Reads what is not known yet. Never throws: what cannot be read is made when it is needed. */
  load(knowledge: Knowledge): Promise<void>;
  /** Null where it is not fixed, or not known yet. */
  of(text: string): SampledSound | null;
}

/** For as long as the container lives, so that only its first call reads. */
export function s3FixedSounds(client: S3Client, bucket: string, voice: string): FixedSounds {
  const sounds = new Map<string, SampledSound>();

  async function read(key: string): Promise<SampledSound | null> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const pcm = promptPcm((await Body?.transformToByteArray()) ?? new Uint8Array(0));
      return pcm === null ? null : sampledSound(0, pcm);
    } catch {
      return null;
    }
  }

  return {
    async load(knowledge) {
      const missing = fixedPromptsOf(knowledge, voice).filter(({ text }) => !sounds.has(text));
      await Promise.all(
        missing.map(async ({ key, text }) => {
          const sound = await read(key);
          if (sound !== null) sounds.set(text, sound);
        }),
      );
    },
    of: (text) => sounds.get(text) ?? null,
  };
}
