import { type Answerer, errorAnswer, jsonAnswer } from "./forward";

interface Vector {
  readonly key: string;
  readonly data: { readonly float32: readonly number[] };
  readonly metadata?: unknown;
}

/** An index is named by its ARN, or by the names of its bucket and itself. */
interface VectorsRequest {
  readonly indexArn?: string;
  readonly vectorBucketName?: string;
  readonly indexName?: string;
  readonly vectors?: readonly Vector[];
  readonly keys?: readonly string[];
  readonly queryVector?: { readonly float32: readonly number[] };
  readonly topK?: number;
  readonly maxResults?: number;
  readonly nextToken?: string;
  readonly returnData?: boolean;
  readonly returnMetadata?: boolean;
  readonly returnDistance?: boolean;
}

/** S3 Vectors takes and gives no more at once (API reference: PutVectors, ListVectors, QueryVectors). */
const most = { put: 500, list: 1_000, query: 100 } as const;

/** Amazon S3 Vectors in memory: vectors by key, and those nearest by cosine. An index exists once something was put into it. */
export function s3VectorsServer(): Answerer {
  const indexes = new Map<string, Map<string, Vector>>();

  const indexOf = ({ indexArn, vectorBucketName, indexName }: VectorsRequest): Map<string, Vector> => {
    const name = indexArn ?? `${vectorBucketName}/${indexName}`;
    const index = indexes.get(name) ?? new Map<string, Vector>();
    indexes.set(name, index);
    return index;
  };

  return async ({ url, body }) => {
    const request = JSON.parse(Buffer.from(body).toString("utf8") || "{}") as VectorsRequest;
    const index = indexOf(request);
    const shown = ({ key, data, metadata }: Vector) => ({
      key,
      ...(request.returnData ? { data } : {}),
      ...(request.returnMetadata ? { metadata } : {}),
    });
    switch (url) {
      case "/PutVectors": {
        const { vectors = [] } = request;
        if (vectors.length === 0 || vectors.length > most.put) return tooMany("vectors", most.put);
        for (const vector of vectors) index.set(vector.key, vector);
        return jsonAnswer({});
      }
      case "/GetVectors":
        return jsonAnswer({ vectors: (request.keys ?? []).flatMap((key) => index.get(key) ?? []).map(shown) });
      case "/DeleteVectors": {
        const { keys = [] } = request;
        if (keys.length === 0 || keys.length > most.put) return tooMany("keys", most.put);
        for (const key of keys) index.delete(key);
        return jsonAnswer({});
      }
      case "/ListVectors": {
        const { maxResults = 500, nextToken = "0" } = request;
        if (maxResults > most.list) return tooMany("maxResults", most.list);
        const [from, all] = [Number(nextToken), [...index.values()]];
        const isMore = from + maxResults < all.length;
        return jsonAnswer({
          vectors: all.slice(from, from + maxResults).map(shown),
          ...(isMore ? { nextToken: String(from + maxResults) } : {}),
        });
      }
      case "/QueryVectors": {
        const { queryVector, topK = 0 } = request;
        if (topK < 1 || topK > most.query) return tooMany("topK", most.query);
        const near = [...index.values()]
          .map((vector) => ({ vector, distance: cosineDistance(queryVector?.float32 ?? [], vector.data.float32) }))
          .sort((a, b) => a.distance - b.distance)
          .slice(0, topK);
        return jsonAnswer({
          distanceMetric: "cosine",
          vectors: near.map(({ vector, distance }) => ({
            ...shown(vector),
            ...(request.returnDistance ? { distance } : {}),
          })),
        });
      }
      default:
        return errorAnswer("ValidationException", `The stand-in does not know ${url}.`, 400);
    }
  };
}

function tooMany(what: string, limit: number) {
  return errorAnswer("ValidationException", `${what} must hold 1 to ${limit}.`, 400);
}

function cosineDistance(a: readonly number[], b: readonly number[]): number {
  let [product, lengthA, lengthB] = [0, 0, 0];
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    product += value * other;
    lengthA += value ** 2;
    lengthB += other ** 2;
  }
  return lengthA === 0 || lengthB === 0 ? 1 : 1 - product / Math.sqrt(lengthA * lengthB);
}
