import type { VoiceCall } from "../shared/voiceCall";
import type { StartPorts } from "./startCall";

/** What Lambda sends where an asynchronous invocation of the hot function failed. */
export interface BrokenOff {
  /** `RetriesExhausted` where the function failed; `EventAgeExceeded` where it was never begun. */
  readonly requestContext: { readonly condition: string; readonly requestId: string };
  readonly requestPayload: VoiceCall;
}

/** An agent that breaks off as often as this will break off again. */
const mostSuccessors = 2;

/**
 * Starts the successor of an agent that broke off, and says whether it did: not for a call that waited too long to be begun, since
 * its caller is with a person by then, and not again and again. Throws where it could not be started.
 */
export async function resumeCall(event: BrokenOff, ports: Pick<StartPorts, "startVoice">): Promise<boolean> {
  const { requestContext, requestPayload: call } = event;
  if (requestContext.condition === "EventAgeExceeded" || call.successor >= mostSuccessors) return false;
  // The lease bears the invocation's own name.
  const before = { owner: requestContext.requestId, isGone: true };
  await ports.startVoice({ ...call, successor: call.successor + 1, before });
  return true;
}
