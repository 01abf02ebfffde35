import type { ConverseStreamCommandInput } from "@aws-sdk/client-bedrock-runtime";
import type { Clock } from "../../functions/voice/ports";
import { encodeEvent, encodeGarbage, eventStreamHead } from "./eventStream";
import { type NextFault, slowMs } from "./wireFault";
import { isRefused, jsonBody, type WireService } from "./wireServer";

/** What a client asks, as it stands on the wire. */
export type ConverseRequest = Omit<ConverseStreamCommandInput, "modelId">;

export interface WrittenCall {
  readonly tool: string;
  /** The input as it is written; need not be valid. */
  readonly json: string;
  readonly usage: {
    readonly inputTokens: number;
    readonly cacheReadInputTokens: number;
    readonly outputTokens: number;
  };
}

export interface BedrockSettings {
  readonly answer: (request: ConverseRequest, modelId: string) => Promise<WrittenCall>;
  readonly nextFault: NextFault;
  /** What a request costs that only opens the connection. */
  readonly warmed?: (request: ConverseRequest) => WrittenCall["usage"];
  readonly firstTokenMs: number;
  readonly tokenMs: number;
  readonly clock: Clock;
}

/** A token is four characters. */
const tokenCharacters = 4;

/** Amazon Bedrock, `ConverseStream`: one tool call, written token by token. */
export function bedrockServer({
  answer,
  nextFault,
  warmed,
  firstTokenMs,
  tokenMs,
  clock,
}: BedrockSettings): WireService {
  return async (exchange) => {
    const [, model] = /^\/model\/([^/]+)\/converse-stream$/.exec(exchange.path) ?? [];
    if (model === undefined) return false;
    const request = await jsonBody<ConverseRequest>(exchange);
    const pause = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
    const tell = (type: string, value: object) => exchange.write(encodeEvent(type, value));
    // Who wants one token asks nothing: no fault is counted against it.
    if (request.inferenceConfig?.maxTokens === 1) {
      await pause(firstTokenMs);
      exchange.begin(200, eventStreamHead);
      tell("messageStart", { role: "assistant" });
      tell("messageStop", { stopReason: "max_tokens" });
      const usage = warmed?.(request) ?? { inputTokens: 8, cacheReadInputTokens: 0, outputTokens: 1 };
      tell("metadata", {
        usage: { ...usage, totalTokens: usage.inputTokens + 1 },
        metrics: { latencyMs: firstTokenMs },
      });
      exchange.end();
      return true;
    }
    const fault = nextFault();
    if (await isRefused(exchange, fault)) return true;
    const firstAtMs = clock.now() + firstTokenMs + (fault === "slow" ? slowMs : 0);
    const { tool, json, usage } = await answer(request, decodeURIComponent(model));

    await pause(Math.max(0, firstAtMs - clock.now()));
    exchange.begin(200, eventStreamHead);
    tell("messageStart", { role: "assistant" });
    tell("contentBlockStart", { start: { toolUse: { toolUseId: "tooluse_local", name: tool } }, contentBlockIndex: 0 });
    const isBroken = fault === "drop" || fault === "silentEnd" || fault === "garbage";
    for (let at = 0; at < json.length; at += tokenCharacters) {
      if (exchange.over.aborted) return true;
      if (isBroken && at * 2 >= json.length) break;
      // By the clock, so that timers that come late do not add up.
      const dueMs = firstAtMs + (at / tokenCharacters) * tokenMs;
      if (dueMs > clock.now()) await pause(dueMs - clock.now());
      tell("contentBlockDelta", {
        delta: { toolUse: { input: json.slice(at, at + tokenCharacters) } },
        contentBlockIndex: 0,
      });
    }
    if (fault === "garbage") exchange.write(encodeGarbage());
    if (isBroken) {
      await pause(5);
      if (fault === "drop") exchange.destroy();
      else exchange.end();
      return true;
    }
    tell("contentBlockStop", { contentBlockIndex: 0 });
    tell("messageStop", { stopReason: "tool_use" });
    tell("metadata", {
      usage: { ...usage, totalTokens: usage.inputTokens + usage.outputTokens },
      metrics: { latencyMs: firstTokenMs },
    });
    exchange.end();
    return true;
  };
}
