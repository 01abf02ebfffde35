import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Prompts } from "../voice/lines/flowLine";
import type { Sound } from "../voice/ports";
import { promptWav } from "./promptWav";

/** Sound with its samples: signed 16 bits, 8 kHz. */
export interface SampledSound extends Sound {
  readonly pcm: Int16Array;
}

/**
 * A call's clauses in the bucket that Connect plays from, under `calls/`, which the bucket forgets the day after. Every clause has a
 * key of its own, since Connect may remember what lay under one.
 */
export function s3Prompts(client: S3Client, bucket: string, contactId: string): Prompts<SampledSound> {
  return {
    async put(id, sound) {
      const Key = `calls/${contactId}/${id}.wav`;
      const Body = promptWav(joined(sound));
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: "audio/wav" }));
      return `s3://${bucket}/${Key}`;
    },
  };
}

function joined(sound: readonly SampledSound[]): Int16Array {
  const pcm = new Int16Array(sound.reduce((samples, piece) => samples + piece.pcm.length, 0));
  let at = 0;
  for (const piece of sound) {
    pcm.set(piece.pcm, at);
    at += piece.pcm.length;
  }
  return pcm;
}
