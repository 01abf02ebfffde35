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

/**
 * How often the flow asks in a row with nothing played. Connect ends functions that run in a row for over 20 s: with the two
 * before it, three of `flowLineTimes.holdLimitSeconds` stay within, whatever they answer.
 */
const rounds = ["", "Again", "OnceMore"] as const;
type Round = (typeof rounds)[number];

/** The flow line: it asks what is next, does it, and asks again. */
function loopActions(settings: FlowSettings): readonly FlowAction[] {
  const { human } = settings;
  const ask = asking(settings);
  const text = { Text: "$.External.text" };
  const key = {
    StoreInput: "True",
    InputTimeLimitSeconds: String(flowLineTimes.keyLimitSeconds),
    InputValidation: { CustomValidation: { MaximumLength: "1" } },
  };
  return [
    ...rounds.flatMap((round) => roundActions(settings, round)),
    say("say", media("$.External.uri"), "ask", "sayInWords"),
    say("sayInWords", text, "ask", "leaveForPerson"),
    // Keys reach the flow only while it asks for them.
    action("offer", "GetParticipantInput", { ...media("$.External.uri"), ...key }, "askWithKey", "offerInWords"),
    action("offerInWords", "GetParticipantInput", { ...text, ...key }, "askWithKey", "leaveForPerson"),
    ask("askWithKey", { key: "$.StoredCustomerInput" }, "decide", "leaveForPerson"),
    say("silence", silence(200), "ask"),
    ...(human.kind === "phone" && human.number !== null ? transferActions(human.number, ask) : []),
    ...(human.kind === "queue" ? [action("leaveForQueue", streamingType, streaming(false), "queue", "queue")] : []),
    action("leaveForMessage", streamingType, streaming(false), "unreached", "unreached"),
  ];
}

/** Asks once, and does what is answered; what takes no sound leads to the next round, and the last one's to a silence. */
function roundActions(settings: FlowSettings, round: Round): readonly FlowAction[] {
  const { human, isRecorded } = settings;
  const following = rounds[rounds.indexOf(round) + 1];
  const then = following === undefined ? "silence" : `ask${following}`;
  const transfer = human.kind === "queue" ? "leaveForQueue" : human.number === null ? "leaveForMessage" : "transfer";
  return [
    asking(settings)(`ask${round}`, {}, `decide${round}`, "leaveForPerson"),
    withBranches(
      `decide${round}`,
      "Compare",
      { ComparisonValue: "$.External.next" },
      {
        next: "leaveForPerson",
        errors: { NoMatchingCondition: "leaveForPerson" },
        conditions: {
          say: "say",
          offer: "offer",
          wait: then,
          silence: "silence",
          ...(isRecorded ? { record: `record${round}` } : {}),
          transfer,
          voicemail: "leaveForMessage",
          person: "leaveForPerson",
          end: "goodbye",
        },
      },
    ),
    ...(isRecorded ? [action(`record${round}`, "UpdateContactRecordingBehavior", recording([], true), then)] : []),
  ];
}

type Ask = (identifier: string, more: Readonly<Record<string, string>>, next: string, otherwise: string) => FlowAction;

/** How `nextAction` is asked: with the number of the request, and with how long it has kept the caller waiting. */
function asking({ functions }: FlowSettings): Ask {
  const asked = { seq: "$.External.seq", waitedMs: "$.External.waitedMs" };
  return (identifier, more, next, otherwise) =>
    invoke(
      identifier,
      functions.nextActionArn,
      flowLineTimes.holdLimitSeconds,
      { ...asked, ...more },
      { next, otherwise },
    );
}

/** Calls the person for the agent, and tells it what came of it. */
function transferActions(number: string, ask: Ask): readonly FlowAction[] {
  return [
    withBranches("transfer", "TransferParticipantToThirdParty", callOf(number), {
      next: "tellAnswered",
      errors: { ConnectionTimeLimitExceeded: "tellNoAnswer", CallFailed: "tellFailed", NoMatchingError: "tellFailed" },
    }),
    ask("tellAnswered", { transfer: "answered" }, "decide", "goodbye"),
    ask("tellNoAnswer", { transfer: "noAnswer" }, "decide", "leaveForMessage"),
    ask("tellFailed", { transfer: "failed" }, "decide", "leaveForMessage"),
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
