import { flowLineTimes } from "../../functions/shared/flowLineTimes";
import { action, invoke, media, withBranches } from "./actions";
import { agentActions, callOf } from "./agent";
import { sentence } from "./sentence";
import type { ContactFlow, FlowAction, FlowSettings } from "./types";
import { recording, voicemailActions } from "./voicemail";

/**
 * The contact flow of a business. It screens the call and sends it to a person, to a voicemail or to the agent. Whatever fails
 * leads to a person, who failing to a voicemail; where the screening fails, Connect's own opening hours choose between the two.
 */
export function renderContactFlow(settings: FlowSettings): ContactFlow {
  const { functions, sentences, isRecorded, line } = settings;
  // On the flow line the agent says when recording begins; Connect cannot begin in the middle of the duplex line's block.
  const isBegunHere = isRecorded && line.grade === "duplex";
  return flowOf("log", [
    action("log", "UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "Enabled" }, "voice"),
    ...voiceActions(settings, "screenCaller"),
    invoke(
      "screenCaller",
      functions.screenCallerArn,
      flowLineTimes.holdLimitSeconds,
      {},
      { next: "route", otherwise: "hours" },
    ),
    withBranches(
      "route",
      "Compare",
      { ComparisonValue: "$.External.route" },
      {
        next: "hours",
        errors: { NoMatchingCondition: "hours" },
        conditions: {
          ai: isBegunHere ? "record" : "stream",
          human: "person",
          voicemail: "closed",
          blocked: "blocked",
        },
      },
    ),
    withBranches(
      "hours",
      "CheckHoursOfOperation",
      { HoursOfOperationId: settings.hoursOfOperationId },
      {
        next: "person",
        errors: { NoMatchingError: "person" },
        conditions: { True: "person", False: "closed" },
      },
    ),
    ...(isBegunHere ? [action("record", "UpdateContactRecordingBehavior", recording([], true), "stream")] : []),
    ...agentActions(settings),
    ...personActions(settings),
    ...sentence("blocked", sentences.blocked, "goodbye"),
    ...sentence("closed", sentences.closed, "takeMessage"),
    ...sentence("unreached", sentences.unreached, "takeMessage"),
    ...voicemailActions(settings),
  ]);
}

/** How long a caller waits for an agent of Connect before a message is taken. */
const queueLimitSeconds = 60;

/** What a caller hears in the queue: that it takes a moment, and, where no agent has come by then, the voicemail. */
export function renderQueueFlow(settings: FlowSettings): ContactFlow {
  const { sentences } = settings;
  const pause = { SSML: '<speak><break time="10s"/></speak>' };
  const messages = [
    ...(sentences.queued.uri === null ? [{ Text: sentences.queued.text }] : [media(sentences.queued.uri)]),
    pause,
    pause,
  ];
  return flowOf("log", [
    action("log", "UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "Enabled" }, "voice"),
    ...voiceActions(settings, "waiting"),
    withBranches(
      "waiting",
      "MessageParticipantIteratively",
      { Messages: messages, InterruptFrequencySeconds: String(queueLimitSeconds) },
      {
        next: "unreached",
        errors: { NoMatchingError: "unreached" },
        conditions: { MessagesInterrupted: "unreached" },
      },
    ),
    ...sentence("unreached", sentences.unreached, "takeMessage"),
    ...voicemailActions(settings),
  ]);
}

/** Connect's own speech in the business's language and voice; the call goes on without them. */
function voiceActions(settings: FlowSettings, next: string): readonly FlowAction[] {
  const { voice, language } = settings;
  const spoken = { TextToSpeechVoice: voice.name, TextToSpeechEngine: voice.engine, TextToSpeechStyle: "None" };
  return [
    action("voice", "UpdateContactTextToSpeechVoice", spoken, "language", "language"),
    action("language", "UpdateContactData", { LanguageCode: language }, next, next),
  ];
}

/** From `person` on: the person's phone, or the queue; who is not reached leads to `unreached`. */
function personActions(settings: FlowSettings): readonly FlowAction[] {
  const { human, sentences, isRecorded } = settings;
  if (human.kind === "queue") {
    return [
      ...sentence("person", sentences.transfer, "queue"),
      ...(isRecorded
        ? [
            ...sentence("queue", sentences.recording, "recordPeople"),
            action(
              "recordPeople",
              "UpdateContactRecordingBehavior",
              recording(["Agent", "Customer"], false),
              "setQueue",
            ),
          ]
        : []),
      action(
        isRecorded ? "setQueue" : "queue",
        "UpdateContactTargetQueue",
        { QueueId: human.queueId },
        "setQueueFlow",
        "unreached",
      ),
      // Without its own flow the queue would play Connect's music for ever, and take no message.
      action(
        "setQueueFlow",
        "UpdateContactEventHooks",
        { EventHooks: { CustomerQueue: human.queueFlowArn } },
        "enqueue",
        "unreached",
      ),
      withBranches(
        "enqueue",
        "TransferContactToQueue",
        {},
        {
          next: "goodbye",
          errors: { QueueAtCapacity: "unreached", NoMatchingError: "unreached" },
        },
      ),
    ];
  }
  if (human.number === null) return [...sentence("person", sentences.unreached, "takeMessage")];
  return [
    ...sentence("person", sentences.transfer, "callPerson"),
    withBranches("callPerson", "TransferParticipantToThirdParty", callOf(human.number), {
      next: "goodbye",
      errors: { ConnectionTimeLimitExceeded: "unreached", CallFailed: "unreached", NoMatchingError: "unreached" },
    }),
  ];
}

/** The document, without the actions that no setting leads to, and with a place for each in Connect's editor. */
function flowOf(start: string, actions: readonly FlowAction[]): ContactFlow {
  const reached = reachable(start, actions);
  const kept = actions.filter((one) => reached.has(one.Identifier));
  const positions = kept.map((one, index) => [
    one.Identifier,
    { position: { x: 200 + 250 * (index % 8), y: 40 + 200 * Math.floor(index / 8) }, isFriendlyName: true },
  ]);
  return {
    Version: "2019-10-30",
    StartAction: start,
    Metadata: { entryPointPosition: { x: 20, y: 40 }, ActionMetadata: Object.fromEntries(positions) },
    Actions: kept,
  };
}

function reachable(start: string, actions: readonly FlowAction[]): ReadonlySet<string> {
  const byName = new Map(actions.map((one) => [one.Identifier, one]));
  const reached = new Set<string>();
  const ahead = [start];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    const found = byName.get(name);
    if (found === undefined || reached.has(name)) continue;
    reached.add(name);
    const { NextAction, Errors = [], Conditions = [] } = found.Transitions;
    for (const next of [NextAction, ...Errors.map((e) => e.NextAction), ...Conditions.map((c) => c.NextAction)]) {
      if (next !== undefined) ahead.push(next);
    }
  }
  return reached;
}
