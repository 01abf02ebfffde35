import { type BedrockRuntimeClient, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";

/** Which model makes embeddings, and of how many figures. */
export interface EmbeddingModel {
  readonly modelId: string;
  readonly dimensions: number;
}

/** What a text means, as Titan Text Embeddings V2 has it: a vector of length 1. Throws where the service does. */
export function titanEmbedding(
  client: BedrockRuntimeClient,
  { modelId, dimensions }: EmbeddingModel,
): (text: string) => Promise<readonly number[]> {
  return async (inputText) => {
    const body = JSON.stringify({ inputText, dimensions, normalize: true });
    const answer = await client.send(new InvokeModelCommand({ modelId, contentType: "application/json", body }));
    const { embedding } = JSON.parse(new TextDecoder().decode(answer.body)) as { embedding?: number[] };
    if (embedding === undefined) throw new Error("Bedrock answered without an embedding.");
    return embedding;
  };
}
