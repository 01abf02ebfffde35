import { type Answerer, jsonAnswer } from "./forward";

/**
 * A model of embeddings, as Bedrock's `InvokeModel` asks Titan: each word is thrown to some places of the vector, so that texts with
 * words in common are near one another.
 */
export function embeddingServer(): Answerer {
  return async ({ body }) => {
    const { inputText = "", dimensions = 1_024 } = JSON.parse(Buffer.from(body).toString("utf8")) as {
      inputText?: string;
      dimensions?: number;
    };
    const words = inputText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const embedding = new Array<number>(dimensions).fill(0);
    for (const word of words) {
      for (let salt = 1; salt <= 4; salt += 1) {
        const place = hashOf(word, salt) % dimensions;
        embedding[place] = (embedding[place] ?? 0) + (hashOf(word, -salt) % 2 === 0 ? 1 : -1);
      }
    }
    const length = Math.hypot(...embedding) || 1;
    return jsonAnswer({ embedding: embedding.map((value) => value / length), inputTextTokenCount: words.length });
  };
}

/** FNV-1a. */
function hashOf(word: string, salt: number): number {
  let hash = 2_166_136_261 ^ salt;
  for (const character of word) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
