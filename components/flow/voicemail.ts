import { action, disconnect, media, say, silence, withBranches } from "./actions";
import { sentence } from "./sentence";
import type { FlowAction, FlowSettings } from "./types";

/** How long a message may be. The silent prompt and the limit for keys, at most 179 s, make it together. */
export const voicemailLimitSeconds = 180;

/**
 * Takes a message, from `takeMessage` on: a tone, the recording until a key, the hang-up or the limit, and thanks. The greeting
 * before it is its caller's affair. Ends with `goodbye`.
 */
export function voicemailActions(settings: FlowSettings): readonly FlowAction[] {
  const tone = { SSML: '<speak><say-as interpret-as="expletive">beep</say-as></speak>' };
  const listen = { ...silence(1_000), StoreInput: "False", InputTimeLimitSeconds: String(voicemailLimitSeconds - 1) };
  return [
    action(
      "takeMessage",
      "UpdateContactAttributes",
      { Attributes: { voicemail: "true" } },
      "recordMessage",
      "recordMessage",
    ),
    action("recordMessage", "UpdateContactRecordingBehavior", recording([], true), "tone"),
    ...(settings.toneUri === null
      ? [say("tone", tone, "listen")]
      : [say("tone", media(settings.toneUri), "listen", "toneOfConnect"), say("toneOfConnect", tone, "listen")]),
    withBranches("listen", "GetParticipantInput", listen, {
      next: "messageTaken",
      errors: {
        // Any key ends the message, as does the limit.
        NoMatchingCondition: "messageTaken",
        InputTimeLimitExceeded: "messageTaken",
        NoMatchingError: "messageTaken",
      },
    }),
    action("messageTaken", "UpdateContactRecordingBehavior", recording([], false), "thanks"),
    ...sentence("thanks", settings.sentences.thanks, "goodbye"),
    disconnect("goodbye"),
  ];
}

/** Who is recorded with a person of Connect, and whether what is said to the flow is. */
export function recording(participants: readonly string[], isFlowRecorded: boolean) {
  return {
    RecordingBehavior: {
      RecordedParticipants: participants,
      IVRRecordingBehavior: isFlowRecorded ? "Enabled" : "Disabled",
    },
  };
}
