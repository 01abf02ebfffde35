import type { ConverseCommandInput } from "@aws-sdk/client-bedrock-runtime";
import { offlineSummary } from "../standIns/offlineSummary";
import type { NextFault } from "./wireFault";
import { answerJson, isRefused, jsonBody, type WireService } from "./wireServer";

/** Amazon Bedrock, `Converse`: the one tool that is asked for sums up the message that it is given. */
export function summaryServer(nextFault: NextFault = () => null): WireService {
  return async (exchange) => {
    if (!/^\/model\/[^/]+\/converse$/.test(exchange.path)) return false;
    const { messages = [], toolConfig } = await jsonBody<Omit<ConverseCommandInput, "modelId">>(exchange);
    if (await isRefused(exchange, nextFault())) return true;
    const asked = messages.at(-1)?.content?.[0]?.text ?? "";
    const words = /<message>\n(.*)\n<\/message>/s.exec(asked)?.[1] ?? "";
    const name = toolConfig?.toolChoice?.tool?.name;
    const toolUse = { toolUseId: "tooluse_local", name, input: offlineSummary(words) };
    answerJson(exchange, {
      output: { message: { role: "assistant", content: [{ toolUse }] } },
      stopReason: "tool_use",
      usage: { inputTokens: asked.length, outputTokens: words.length, totalTokens: asked.length + words.length },
      metrics: { latencyMs: 0 },
    });
    return true;
  };
}
