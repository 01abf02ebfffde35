import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { promptPcm } from "../../aws/promptWav";
import type { SampledSound } from "../../aws/s3Prompts";
import { promptKey } from "../../shared/fixedPrompts";
import { sampledSound } from "./frames";

/** The sentences that are known before anybody calls, as they were rendered at deploy time. */
export interface FixedSounds {
  /** Reads those that were not read yet, all at once. Never rejects: what cannot be read is made when it is needed. */
  load(texts: readonly string[]): Promise<void>;
  /** Null where it is not fixed, or was not rendered. Waits for one that is being read. Never rejects. */
  of(text: string): Promise<SampledSound | null>;
}

/** For as long as the container lives, so that only its first call reads. */
export function s3FixedSounds(client: S3Client, bucket: string, voice: string): FixedSounds {
  const sounds = new Map<string, Promise<SampledSound | null>>();

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
    async load(texts) {
      for (const text of texts) if (!sounds.has(text)) sounds.set(text, read(promptKey(text, voice)));
      await Promise.all(sounds.values());
    },
    of: (text) => sounds.get(text) ?? Promise.resolve(null),
  };
}
