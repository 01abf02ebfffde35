import type { Prompts } from "../../functions/voice/lines/flowLine";
import type { SimClock } from "../clock";
import { promptBucket } from "../flowOfBusiness";
import { joinSounds } from "../sound/cutSound";
import type { SimSound } from "../sound/simSound";
import { type FaultPlan, request } from "./faults";

/** The bucket of one call's prompts: the agent puts, Connect gets. */
export interface PromptStore extends Prompts<SimSound> {
  /** Null where there is none. */
  get(uri: string): SimSound | null;
}

/** @param putMs how long S3 takes to keep a prompt. */
export function memoryPrompts(contactId: string, clock: SimClock, faults: FaultPlan, putMs: number): PromptStore {
  const sounds = new Map<string, SimSound>();
  return {
    put: (id, pieces) =>
      request(faults, "s3", clock, putMs, () => {
        const uri = `s3://${promptBucket}/calls/${contactId}/${id}.wav`;
        sounds.set(uri, joinSounds(pieces));
        return uri;
      }),
    get: (uri) => sounds.get(uri) ?? null,
  };
}
