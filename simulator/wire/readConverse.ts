import type { ContentBlock, Message } from "@aws-sdk/client-bedrock-runtime";
import type { BrainRequest, Exchange } from "../../functions/voice/ports";
import { toolNames } from "../../functions/voice/tools";
import type { ConverseRequest } from "./bedrockServer";

/**
 * The model's stand-in reads a request as a model would: what the caller said stands between marks, the time of day before the last
 * words, and what became of each turn in the tool's result.
 */
export function readConverse({ messages = [] }: Pick<ConverseRequest, "messages">): BrainRequest {
  const exchanges: Exchange[] = [];
  let waiting: string[] = [];
  let now = "";
  let notes: string[] = [];
  let lastTurn = 0;
  for (const [index, message] of messages.entries()) {
    const isLast = index === messages.length - 1;
    for (const block of message.content ?? []) {
      if (block.toolResult !== undefined) {
        const last = exchanges.at(-1);
        if (last !== undefined) exchanges[exchanges.length - 1] = { ...last, ...resultOf(textsOf(block)) };
      } else if (block.toolUse !== undefined) {
        for (const callerSaid of waiting.slice(0, -1)) exchanges.push({ ...nothing, callerSaid });
        exchanges.push({
          ...nothing,
          callerSaid: waiting.at(-1) ?? "",
          tool: toolNames.find((name) => name === block.toolUse?.name) ?? null,
          input: JSON.stringify(block.toolUse.input),
        });
        waiting = [];
        lastTurn = Number(/^turn-(\d+)$/.exec(block.toolUse.toolUseId ?? "")?.[1] ?? lastTurn + 1);
      } else if (block.text !== undefined) {
        const said = saidIn(block.text);
        if (said !== null) {
          waiting.push(said);
          notes = [];
        } else if (isLast) {
          const time = /^It is (\S+ \S+) here\.$/.exec(block.text)?.[1];
          if (time !== undefined) now = time;
          else notes.push(block.text);
        }
      }
    }
  }
  for (const callerSaid of waiting.slice(0, -1)) exchanges.push({ ...nothing, callerSaid });
  // Of a long call only the last turns are told, each under its number.
  const turn = lastTurn + Math.max(1, waiting.length);
  return { turn, history: exchanges, callerSaid: waiting.at(-1) ?? "", now, notes };
}

const nothing = { tool: null, input: "", heard: "", result: "" } as const;

function saidIn(text: string): string | null {
  return /^<caller>(.*)<\/caller>$/s.exec(text)?.[1] ?? null;
}

function textsOf(block: ContentBlock): string {
  return (block.toolResult?.content ?? []).map(({ text = "" }) => text).join("\n");
}

function resultOf(told: string): Pick<Exchange, "heard" | "result"> {
  const [first = "", ...rest] = told.split("\n");
  const heard = /^The caller heard: (.*)$/s.exec(first)?.[1] ?? "";
  return { heard, result: rest.join("\n") };
}

/** How much a model reads before the messages. */
export function prefixCharacters({ system = [], toolConfig }: ConverseRequest): number {
  const texts = system.reduce((sum, { text = "" }) => sum + text.length, 0);
  return texts + JSON.stringify(toolConfig ?? {}).length;
}

/** How much of a request is new. */
export function messageCharacters(messages: readonly Message[]): number {
  return JSON.stringify(messages).length;
}
