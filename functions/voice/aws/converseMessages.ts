import type { ContentBlock, Message, ToolConfiguration } from "@aws-sdk/client-bedrock-runtime";
import type { DocumentType } from "@smithy/types";
import type { Fact } from "../../shared/knowledge";
import { callerWords } from "../callerWords";
import type { BrainRequest, Exchange } from "../ports";
import { toolSpecs } from "../tools";

/** The four tools, of which the model must call one. */
export const toolConfig: ToolConfiguration = {
  tools: toolSpecs.map(({ name, description, schema }) => ({
    toolSpec: { name, description, strict: true, inputSchema: { json: schema as unknown as DocumentType } },
  })),
  toolChoice: { any: {} },
};

/**
 * The talk so far as messages: what the caller said, the tool that was called, and what came of it. Of a reply only what the caller
 * heard is told. A turn without a call is told together with the next.
 */
export function messagesOf({
  turn,
  history,
  callerSaid,
  now,
  notes,
  facts = [],
  anchor = null,
  caller = null,
}: BrainRequest): Message[] {
  const messages: Message[] = [];
  let waiting: ContentBlock[] = [];
  for (const [index, exchange] of history.entries()) {
    waiting.push({ text: callerWords(exchange.callerSaid) });
    const input = inputOf(exchange);
    if (exchange.tool === null || input === null) continue;
    const toolUseId = `turn-${turn - history.length + index}`;
    messages.push(
      { role: "user", content: waiting },
      { role: "assistant", content: [{ toolUse: { toolUseId, name: exchange.tool, input } }] },
    );
    waiting = [{ toolResult: { toolUseId, content: [{ text: outcomeOf(exchange) }] } }];
  }
  if (caller !== null) waiting.push({ text: caller });
  if (anchor !== null) waiting.push({ text: anchor });
  if (facts.length > 0) waiting.push({ text: factsText(facts) });
  waiting.push(
    { text: `It is ${now} here.` },
    { text: callerWords(callerSaid) },
    ...notes.map((note) => ({ text: note })),
  );
  return [...messages, { role: "user", content: waiting }];
}

/** Facts that the system prompt does not hold; see `systemPrompt`. */
function factsText(facts: readonly Fact[]): string {
  return ["Facts that may help here:", ...facts.map(({ id, text }) => `- ${id}: ${text}`)].join("\n");
}

/** The call as it was written, but with the part of the reply that was heard. Null where it was no JSON object. */
function inputOf({ input, heard }: Exchange): DocumentType | null {
  let written: unknown;
  try {
    written = JSON.parse(input);
  } catch {
    return null;
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) return null;
  const { reply = "" } = written as { readonly reply?: unknown };
  const isBeginning = plain(String(reply)).startsWith(plain(heard));
  return { ...(written as Record<string, DocumentType>), reply: isBeginning ? heard : "" };
}

function outcomeOf({ heard, result }: Exchange): string {
  const told = heard === "" ? "The caller heard nothing of it." : `The caller heard: ${heard}`;
  return result === "" ? told : `${told}\n${result}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
