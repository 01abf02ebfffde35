import { media, say } from "./actions";
import type { FlowAction, FlowSentence } from "./types";

/** Says a sentence on the way to `next`: in the agent's own voice where there is a sound of it that plays, else in Connect's. */
export function sentence(identifier: string, what: FlowSentence, next: string): readonly FlowAction[] {
  if (what.uri === null) return [say(identifier, { Text: what.text }, next)];
  const inWords = `${identifier}InWords`;
  return [say(identifier, media(what.uri), next, inWords), say(inWords, { Text: what.text }, next)];
}
