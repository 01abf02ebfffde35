import { voicemailTimes } from "../../functions/shared/voicemail";
import { action, disconnect, invoke, media, say, silence, withBranches } from "./actions";
import { sentence } from "./sentence";
import type { FlowAction, FlowSentence, FlowSettings } from "./types";

/** Nobody waits in silence for a note: Connect tries again within this time, and the message is taken in any case. */
const noteLimitSeconds = 2;
/** How long a caller has to press a key, and to begin to type a number. */
const [offerLimitSeconds, typeLimitSeconds] = [3, 6];
/** A country's code and a number, with what is dialled before them. */
const longestNumber = 20;

/**
 * Takes a message, from `takeMessage` on: it is noted, then comes a tone, and the recording until a key, the hang-up or the limit. Who
 * is still there is offered to be called back on another number, or asked for one where theirs is withheld. The greeting before it is
 * its caller's affair. Ends with `goodbye`.
 */
export function voicemailActions(settings: FlowSettings): readonly FlowAction[] {
  const tone = { SSML: '<speak><say-as interpret-as="expletive">beep</say-as></speak>' };
  // The silent prompt and the limit for keys, at most 179 s, make the longest message together.
  const listen = {
    ...silence(1_000),
    StoreInput: "False",
    InputTimeLimitSeconds: String(voicemailTimes.longestMs / 1_000 - 1),
  };
  return [
    action("takeMessage", "UpdateContactAttributes", { Attributes: { voicemail: "true" } }, "note", "note"),
    note(settings, "note", {}, "recordMessage", "recordMessage"),
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
    action("messageTaken", "UpdateContactRecordingBehavior", recording([], false), "noteAgain"),
    // Where the first note failed this is the second chance.
    note(settings, "noteAgain", {}, "isNumberKnown", "thanks"),
    onCallback("isNumberKnown", { known: "offerNumber", unknown: "typeNumber" }),
    ...numberActions(settings),
    ...sentence("thanks", settings.sentences.thanks, "goodbye"),
    disconnect("goodbye"),
  ];
}

/** Another number is offered by a key, typed, checked and said back; who types none twice is called back where they call from. */
function numberActions(settings: FlowSettings): readonly FlowAction[] {
  const { anotherNumber, typeNumber, typeAgain } = settings.sentences;
  const offer = { StoreInput: "False", InputTimeLimitSeconds: String(offerLimitSeconds) };
  const type = {
    StoreInput: "True",
    InputTimeLimitSeconds: String(typeLimitSeconds),
    InputValidation: { CustomValidation: { MaximumLength: String(longestNumber) } },
    DTMFConfiguration: { InputTerminationSequence: "#", DisableCancelKey: "True" },
  };
  const offered = (otherwise: string) => ({
    next: "thanks",
    conditions: { "1": "typeNumber" },
    errors: { NoMatchingCondition: "thanks", InputTimeLimitExceeded: "thanks", NoMatchingError: otherwise },
  });
  const typed = { typed: "$.StoredCustomerInput" };
  return [
    ...asked(anotherNumber, (name, prompt, otherwise) =>
      withBranches(name, "GetParticipantInput", { ...prompt, ...offer }, offered(otherwise ?? "thanks")),
    )("offerNumber"),
    ...asked(typeNumber, (name, prompt, otherwise) =>
      action(name, "GetParticipantInput", { ...prompt, ...type }, "checkNumber", otherwise ?? "thanks"),
    )("typeNumber"),
    note(settings, "checkNumber", typed, "isNumberGood", "thanks"),
    onCallback("isNumberGood", { known: "sayNumber", wrong: "typeAgain" }),
    ...asked(typeAgain, (name, prompt, otherwise) =>
      action(name, "GetParticipantInput", { ...prompt, ...type }, "checkAgain", otherwise ?? "thanks"),
    )("typeAgain"),
    note(settings, "checkAgain", typed, "isNumberGoodNow", "thanks"),
    onCallback("isNumberGoodNow", { known: "sayNumber" }),
    say("sayNumber", { Text: "$.External.text" }, "thanks"),
  ];
}

type AskIn = (name: string, prompt: FlowAction["Parameters"], otherwise: string | null) => FlowAction;

/** Asks in the agent's own voice where there is a sound of the question that plays, else in Connect's. */
function asked({ text, uri }: FlowSentence, ask: AskIn): (name: string) => readonly FlowAction[] {
  return (name) =>
    uri === null
      ? [ask(name, { Text: text }, null)]
      : [ask(name, media(uri), `${name}InWords`), ask(`${name}InWords`, { Text: text }, null)];
}

function note(
  { functions }: FlowSettings,
  name: string,
  attributes: Readonly<Record<string, string>>,
  next: string,
  otherwise: string,
): FlowAction {
  return invoke(name, functions.noteVoicemailArn, noteLimitSeconds, attributes, { next, otherwise });
}

function onCallback(name: string, conditions: Readonly<Record<string, string>>): FlowAction {
  return withBranches(
    name,
    "Compare",
    { ComparisonValue: "$.External.callback" },
    { next: "thanks", errors: { NoMatchingCondition: "thanks" }, conditions },
  );
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
