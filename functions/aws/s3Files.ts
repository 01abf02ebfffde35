import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { Files } from "../shared/files";

/** Files in a bucket. Throws where the service fails. */
export function s3Files(client: S3Client, Bucket: string): Files {
  const put = (Key: string, Body: Uint8Array | string, ContentType: string, IfNoneMatch?: "*") =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, IfNoneMatch }));
  return {
    async put(key, body, contentType) {
      await put(key, body, contentType);
    },
    async putNew(key, body, contentType) {
      try {
        await put(key, body, contentType, "*");
        return true;
      } catch (error) {
        if (isThere(error)) return false;
        throw error;
      }
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async list(prefix) {
      const keys: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken }));
        keys.push(...(page.Contents ?? []).map(({ Key = "" }) => Key));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return keys;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    },
  };
}

/** Another has written it before, or at the same moment. */
function isThere(error: unknown): boolean {
  const { name } = error as Error;
  return name === "PreconditionFailed" || name === "ConditionalRequestConflict";
}
