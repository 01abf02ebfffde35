import type { Knowledge } from "../functions/shared/knowledge";
import type { BrainRequest } from "../functions/voice/ports";
import { decide } from "./brain/offlineBrain";
import type { BrainEntry } from "./scriptedCall";

/** The offline brain as the stand-in for the model asks it. */
export function offlineModel(knowledge: Knowledge, request: BrainRequest): BrainEntry {
  const { tool, input } = decide(knowledge, request);
  return { tool, input: { ...input } };
}
