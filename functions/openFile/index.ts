import { GetObjectCommand, HeadObjectCommand, NotFound, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { readEnvironment } from "../aws/environment";
import { openFile, openSeconds, type UrlAnswer, type UrlRequest } from "./openFile";

const { FILES_BUCKET: Bucket } = readEnvironment(["FILES_BUCKET"]);
const s3 = new S3Client({});

/** Invoked by its function URL. */
export function handler(request: UrlRequest): Promise<UrlAnswer> {
  return openFile(request, async (Key) => {
    try {
      await s3.send(new HeadObjectCommand({ Bucket, Key }));
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
    return getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: openSeconds });
  });
}
