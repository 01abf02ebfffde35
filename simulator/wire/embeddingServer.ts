import { wordEmbedding } from "../standIns/wordMeanings";
import { type Answerer, jsonAnswer } from "./forward";

/** A model of embeddings, as Bedrock's `InvokeModel` asks Titan. */
export function embeddingServer(): Answerer {
  return async ({ body }) => {
    const { inputText = "", dimensions = 1_024 } = JSON.parse(Buffer.from(body).toString("utf8")) as {
      inputText?: string;
      dimensions?: number;
    };
    const words = inputText.match(/[\p{L}\p{N}]+/gu) ?? [];
    return jsonAnswer({ embedding: wordEmbedding(inputText, dimensions), inputTextTokenCount: words.length });
  };
}
