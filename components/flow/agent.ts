import { flowLineTimes } from "../../functions/shared/flowLineTimes";
import { action, invoke, media, say, silence, withBranches } from "./actions";
import type { FlowAction, FlowSettings, LineSettings } from "./types";
import { recording } from "./voicemail";

/** The caller's voice is streamed to the agent, and nothing of the agent's. */
function streaming(isEnabled: boolean) {
  return {
    MediaStreamingState: isEnabled ? "Enabled" : "Disabled",
    MediaStreamType: "Audio",
    Participants: [{ ParticipantType: "Customer", MediaDirections: ["From"] }],
  };
}

const streamingType = "UpdateContactMediaStreamingBehavior";

/**
 * The agent's part of the flow, from `stream` on. Leads to `person` where the agent cannot be had, to `unreached` for a message,
 * to `queue` where people stand behind a queue, to `goodbye` where the call is over.
 */
export function agentActions(settings: FlowSettings): readonly FlowAction[] {
  const { line, functions } = settings;
  return [
    action("stream", streamingType, streaming(true), "startCall", "person"),
    invoke(
      "startCall",
      functions.startCallArn,
      flowLineTimes.holdLimitSeconds,
      {},
      {
        next: line.grade === "flow" ? "ask" : "session",
        otherwise: "leaveForPerson",
      },
    ),
    ...(line.grade === "flow" ? loopActions(settings) : socketActions(settings.human, line)),
    action("leaveForPerson", streamingType, streaming(false), "person", "person"),
  ];
}

/** The flow line: it asks what is next, does it, and asks again. */
function loopActions(settings: FlowSettings): readonly FlowAction[] {
  const { human, isRecorded } = settings;
  const asked = { seq: "$.External.seq", waitedMs: "$.External.waitedMs" };
  const ask = (identifier: string, more: Readonly<Record<string, string>>, otherwise: string) =>
    invoke(
      identifier,
      settings.functions.nextActionArn,
      flowLineTimes.holdLimitSeconds,
      { ...asked, ...more },
      {
        next: "decide",
        otherwise,
      },
    );
  const key = {
    StoreInput: "True",
    InputTimeLimitSeconds: String(flowLineTimes.keyLimitSeconds),
    InputValidation: { CustomValidation: { MaximumLength: "1" } },
  };
  const text = { Text: "$.External.text" };
  const transfer = human.kind === "queue" ? "leaveForQueue" : human.number === null ? "leaveForMessage" : "transfer";
  return [
    ask("ask", {}, "leaveForPerson"),
    withBranches(
      "decide",
      "Compare",
      { ComparisonValue: "$.External.next" },
      {
        next: "leaveForPerson",
        errors: { NoMatchingCondition: "leaveForPerson" },
        conditions: {
          say: "say",
          offer: "offer",
          wait: "ask",
          silence: "silence",
          ...(isRecorded ? { record: "record" } : {}),
          transfer,
          voicemail: "leaveForMessage",
          person: "leaveForPerson",
          end: "goodbye",
        },
      },
    ),
    say("say", media("$.External.uri"), "ask", "sayInWords"),
    say("sayInWords", text, "ask", "leaveForPerson"),
    // Keys reach the flow only while it asks for them.
    action("offer", "GetParticipantInput", { ...media("$.External.uri"), ...key }, "askWithKey", "offerInWords"),
    action("offerInWords", "GetParticipantInput", { ...text, ...key }, "askWithKey", "leaveForPerson"),
    ask("askWithKey", { key: "$.StoredCustomerInput" }, "leaveForPerson"),
    // Connect allows functions only so long in a row without anything being played.
    say("silence", silence(200), "ask"),
    ...(isRecorded ? [action("record", "UpdateContactRecordingBehavior", recording([], true), "ask")] : []),
    ...(human.kind === "phone" && human.number !== null ? transferActions(human.number, ask) : []),
    ...(human.kind === "queue" ? [action("leaveForQueue", streamingType, streaming(false), "queue", "queue")] : []),
    action("leaveForMessage", streamingType, streaming(false), "unreached", "unreached"),
  ];
}

/** Calls the person for the agent, and tells it what came of it. */
function transferActions(
  number: string,
  ask: (identifier: string, more: Readonly<Record<string, string>>, otherwise: string) => FlowAction,
): readonly FlowAction[] {
  return [
    withBranches("transfer", "TransferParticipantToThirdParty", callOf(number), {
      next: "tellAnswered",
      errors: { ConnectionTimeLimitExceeded: "tellNoAnswer", CallFailed: "tellFailed", NoMatchingError: "tellFailed" },
    }),
    ask("tellAnswered", { transfer: "answered" }, "goodbye"),
    ask("tellNoAnswer", { transfer: "noAnswer" }, "leaveForMessage"),
    ask("tellFailed", { transfer: "failed" }, "leaveForMessage"),
  ];
}

/** A call to a person from which the flow comes back. */
export function callOf(number: string) {
  return {
    ThirdPartyPhoneNumber: number,
    ThirdPartyConnectionTimeLimitSeconds: String(flowLineTimes.transferLimitSeconds),
    ContinueFlowExecution: "True",
  };
}

/** The duplex line: Connect passes sound both ways between the caller and our socket until the agent is done. */
function socketActions(
  human: FlowSettings["human"],
  line: Extract<LineSettings, { grade: "duplex" }>,
): readonly FlowAction[] {
  const agreed = human.kind === "queue" ? "queue" : human.number === null ? "unreached" : "callPerson";
  const join = {
    Text: " ",
    LexV2Bot: { AliasArn: line.botAliasArn },
    LexSessionAttributes: {
      "x-amz-lex:q-in-connect:ai-agent-arn": line.aiAgentArn,
      "x-amz-lex:qic-audio-passthrough": "true",
    },
  };
  return [
    action(
      "session",
      "CreateWisdomSession",
      { WisdomAssistantArn: line.assistantArn },
      "keepSession",
      "leaveForPerson",
    ),
    action("keepSession", "UpdateContactData", { WisdomSessionArn: "$.Wisdom.SessionArn" }, "join", "leaveForPerson"),
    withBranches("join", "ConnectParticipantWithLexBot", join, {
      next: "outcome",
      errors: { NoMatchingCondition: "outcome", NoMatchingError: "leaveForPerson" },
    }),
    withBranches(
      "outcome",
      "Compare",
      { ComparisonValue: "$.Lex.SessionAttributes.Tool" },
      {
        next: "leaveForPerson",
        errors: { NoMatchingCondition: "leaveForPerson" },
        conditions: { Complete: "goodbye", Escalate: "leaveAsAgreed" },
      },
    ),
    // The agent has told the caller already.
    action("leaveAsAgreed", streamingType, streaming(false), agreed, agreed),
  ];
}
