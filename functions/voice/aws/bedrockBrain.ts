import {
  type BedrockRuntimeClient,
  ConverseStreamCommand,
  type ConverseStreamCommandInput,
  type ConverseStreamOutput,
  type TokenUsage,
} from "@aws-sdk/client-bedrock-runtime";
import type { Usage } from "../../shared/callRecord";
import type { Brain, BrainPiece, BrainRequest } from "../ports";
import { messagesOf, toolConfig } from "./converseMessages";

/** A reply has fewer than 20 words; ids of facts and a caller's long name fit too. */
const maxTokens = 400;
const temperature = 0.2;
const warmingTokens = 1;
/** Claude Haiku 4.5 keeps no shorter prefix (Amazon Bedrock user guide, "Prompt caching"). */
const keptFromTokens = 4_096;
const charactersPerToken = 4;

/**
 * One tool call by a Claude model on Bedrock, piece by piece. A stream that ends without its last event broke off, however quietly
 * it ended; of several calls in one answer the first counts.
 *
 * @param modelId of a model or an inference profile.
 * @param system all that the model is told before every question; kept by Bedrock from 4,096 tokens on.
 */
export function bedrockBrain(client: BedrockRuntimeClient, modelId: string, system: string): Brain {
  async function* think(request: BrainRequest, signal: AbortSignal): AsyncIterable<BrainPiece> {
    try {
      const { stream } = await client.send(new ConverseStreamCommand(requestOf(modelId, system, request)), {
        abortSignal: signal,
      });
      yield* piecesOf(stream ?? noEvents(), signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** One token of an answer that nobody reads. */
  async function warm(signal: AbortSignal): Promise<Partial<Usage>> {
    const { stream } = await client.send(new ConverseStreamCommand(warmingOf(modelId, system)), {
      abortSignal: signal,
    });
    let usage: Partial<Usage> = {};
    for await (const { metadata } of stream ?? noEvents()) if (metadata?.usage) usage = usageOf(metadata.usage);
    return usage;
  }
  return { think, warm };
}

/**
 * What is long enough to be kept is read now, so that the first question finds it; what is not would only be paid for twice, and the
 * connection is opened by a word.
 */
function warmingOf(modelId: string, system: string): ConverseStreamCommandInput {
  const inferenceConfig = { maxTokens: warmingTokens };
  const prefixCharacters = system.length + JSON.stringify(toolConfig).length;
  if (prefixCharacters < keptFromTokens * charactersPerToken)
    return { modelId, messages: [{ role: "user", content: [{ text: "Hello." }] }], inferenceConfig };
  const greeting = { turn: 1, history: [], callerSaid: "Hello.", now: "", notes: [] };
  return { ...requestOf(modelId, system, greeting), inferenceConfig };
}

function requestOf(modelId: string, system: string, request: BrainRequest): ConverseStreamCommandInput {
  return {
    modelId,
    system: [{ text: system }, { cachePoint: { type: "default" } }],
    messages: messagesOf(request),
    toolConfig,
    inferenceConfig: { maxTokens, temperature },
    additionalModelRequestFields: {
      // A forced tool and thinking exclude one another, and a caller waits.
      thinking: { type: "disabled" },
      // Without it a tool's input comes in bursts, when Bedrock has checked it.
      anthropic_beta: ["fine-grained-tool-streaming-2025-05-14"],
    },
  };
}

async function* piecesOf(stream: AsyncIterable<ConverseStreamOutput>, signal: AbortSignal): AsyncIterable<BrainPiece> {
  let firstTool: number | null = null;
  let isWhole = false;
  for await (const event of stream) {
    if (event.contentBlockStart?.start?.toolUse && firstTool === null) {
      firstTool = event.contentBlockStart.contentBlockIndex ?? 0;
      yield { type: "tool", name: event.contentBlockStart.start.toolUse.name ?? "" };
    } else if (
      event.contentBlockDelta?.delta?.toolUse &&
      (event.contentBlockDelta.contentBlockIndex ?? 0) === firstTool
    ) {
      yield { type: "input", json: event.contentBlockDelta.delta.toolUse.input ?? "" };
    } else if (event.messageStop) {
      isWhole = true;
    } else if (event.metadata?.usage) {
      yield { type: "usage", usage: usageOf(event.metadata.usage) };
    }
  }
  if (!isWhole && !signal.aborted) throw new Error("the model's answer broke off");
}

function usageOf(told: TokenUsage) {
  const { inputTokens = 0, outputTokens = 0, cacheReadInputTokens = 0, cacheWriteInputTokens = 0 } = told;
  return { inputTokens: inputTokens + cacheWriteInputTokens, cachedTokens: cacheReadInputTokens, outputTokens };
}

async function* noEvents(): AsyncGenerator<ConverseStreamOutput> {}
