import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Knowledge } from "../shared/knowledge";
import { knowledgeVersion, versionKey } from "../shared/knowledgeVersion";

/** How long what was read is taken for what stands. */
const freshMs = 60_000;

export interface KnowledgePlace {
  readonly bucket: string;
  /** The compiled knowledge, JSON of the type `Knowledge`. */
  readonly knowledgeKey: string;
  /** The stack's own callers, JSON of `vip` and `blocked`; null where they are of no concern. */
  readonly callersKey: string | null;
}

/** The business as it stands, or, of a call that goes on, as it stood: in the version that the call began with, where that is kept. */
export type ReadKnowledge = (version?: string | null) => Promise<Knowledge>;

/**
 * The business as it stands now, read from S3 and remembered for a minute. Where a later reading fails, what was read before goes
 * on; the answer rejects only where nothing was ever read.
 */
export function s3Knowledge(client: S3Client, place: KnowledgePlace, clock: { now(): number }): ReadKnowledge {
  let known: { readonly knowledge: Knowledge; readonly texts: Texts; readonly atMs: number } | null = null;

  async function readText(key: string): Promise<string> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: place.bucket, Key: key }));
    return (await Body?.transformToString()) ?? "null";
  }

  const readTexts = (key = place.knowledgeKey): Promise<Texts> =>
    Promise.all([readText(key), place.callersKey === null ? null : readText(place.callersKey)]);

  async function inForce(): Promise<Knowledge> {
    const atMs = clock.now();
    if (known !== null && atMs - known.atMs < freshMs) return known.knowledge;
    try {
      const texts = await readTexts();
      // What has been made of the same knowledge is kept with the object.
      const isSame = known !== null && texts.every((text, index) => text === known?.texts[index]);
      known = { knowledge: isSame && known !== null ? known.knowledge : knowledgeOf(texts), texts, atMs };
    } catch (error) {
      if (known === null) throw error;
      known = { ...known, atMs };
    }
    return known.knowledge;
  }

  return async (version = null) => {
    const now = await inForce();
    if (version === null || knowledgeVersion(now) === version) return now;
    const texts = await readTexts(versionKey(place.knowledgeKey, version)).catch(() => null);
    return texts === null ? now : knowledgeOf(texts);
  };
}

type Texts = readonly [knowledge: string, callers: string | null];

function knowledgeOf([compiled, more]: Texts): Knowledge {
  const knowledge = JSON.parse(compiled) as Knowledge;
  const callers = JSON.parse(more ?? "null") as Pick<Knowledge["callers"], "vip" | "blocked"> | null;
  const { vip, blocked } = knowledge.callers;
  return {
    ...knowledge,
    callers: {
      ...knowledge.callers,
      vip: [...vip, ...(callers?.vip ?? [])],
      blocked: [...blocked, ...(callers?.blocked ?? [])],
    },
  };
}
