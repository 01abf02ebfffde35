import type { Answerer, WholeAnswer, WholeRequest } from "./forward";

/** What a request may ask of a bucket or an object beside its content; everything else the emulator takes for the content itself. */
const known = new Set([
  "x-id",
  "list-type",
  "prefix",
  "delimiter",
  "max-keys",
  "start-after",
  "continuation-token",
  "encoding-type",
  "fetch-owner",
  "uploads",
  "uploadid",
  "partnumber",
  "delete",
]);

/** S3 in front of its emulator: what it would answer wrongly is refused, and what must be new is written only once. */
export function s3Front(forward: Answerer): Answerer {
  /** Objects that are being written if there are none. */
  const claimed = new Set<string>();

  async function putNew(request: WholeRequest): Promise<WholeAnswer> {
    const [key = ""] = request.url.split("?");
    const isThere = s3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);
    if (claimed.has(key)) return isThere;
    claimed.add(key);
    try {
      const { status } = await forward({ ...request, method: "HEAD", url: key, body: new Uint8Array(0) });
      return status === 200 ? isThere : await forward(request);
    } finally {
      claimed.delete(key);
    }
  }

  return async (request) => {
    const { searchParams } = new URL(request.url, "http://127.0.0.1");
    const unknown = [...searchParams.keys()].find((name) => {
      const plain = name.toLowerCase();
      return !known.has(plain) && !plain.startsWith("x-amz-");
    });
    if (unknown !== undefined) return s3Error("NotImplemented", `The stand-in does not know ?${unknown}.`, 501);
    const isPutNew = request.method === "PUT" && request.headers["if-none-match"] === "*";
    return isPutNew ? putNew(request) : forward(request);
  };
}

/** An error as S3 tells it. */
export function s3Error(code: string, message: string, status: number): WholeAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body: Buffer.from(body) };
}
