import { promptPcm } from "../../functions/aws/promptWav";
import type { CallRecord } from "../../functions/shared/callRecord";
import type { ConnectEvent } from "../../functions/shared/connectEvent";
import type { RouteChoice } from "../../functions/shared/routing";
import { newConversation } from "../../functions/voice/conversation";
import { resumed, type SavedConversation } from "../../functions/voice/handOver";
import type { Conversation } from "../../functions/voice/state";
import { turnTakingDefaults } from "../../functions/voice/turnTaking";
import type { CallGround, GroundSetting, LayGround } from "../callGround";
import type { FlowFunction } from "../connect/connect";
import { callOverEvent } from "../connect/contactEvent";
import { placeholders } from "../flowOfBusiness";
import { type AttributeValue, plainValue } from "./attributeValue";
import type { AwsRequest } from "./awsRequest";
import type { CallOnWire } from "./awsService";
import { streamCallersVoice } from "./callerStream";
import { callServices } from "./callServices";
import type { WholeAnswer } from "./forward";
import { kvsStreams } from "./kvsStreams";
import { type StackFunctionName, workflowArn } from "./stackFunctions";
import { soundOf } from "./watermark";
import type { WireStack, WireWorld } from "./wireWorld";

/** Kinesis Video Streams gives its sound in bursts where a burst is longer than this. */
const smoothMs = 64;
/** A function that is killed has begun by then. */
const begunAfterMs = 100;

/** The built functions in processes of their own, and AWS on a port: a call in real time over the real protocols. */
export function wireGround(world: WireWorld, stack: WireStack): LayGround {
  return (setting) => layGround(world, stack, setting);
}

function layGround(world: WireWorld, stack: WireStack, setting: GroundSetting): CallGround {
  const { call, clock, voices, phone, faults, assumed, agent, watch } = setting;
  const { contactId, delays } = call;
  const streams = kvsStreams(assumed.kvsBurstMs > smoothMs);
  const { marks, lambda } = world;
  let hasStarted = false;
  let shown: string | null = null;
  /** As the agent meant to keep it, whether or not the table took it. */
  let written: CallRecord | null = null;
  /** As the agent saved it last. */
  let conversation: Conversation | null = null;

  const onWire: CallOnWire = {
    now: clock.now,
    eventDelayMs: assumed.lambdaEventMs,
    clock,
    faults,
    services: callServices({
      call,
      clock,
      faults,
      assumed,
      voices,
      marks,
      streams,
      url: world.url,
      transcribed: (text, isFinal) => watch({ type: "transcribed", text, isFinal }),
    }),
    delayMs: (request) => standInMs(request),
    asked: (request, body) => {
      if (request.resource === stack.places.recordsTable) written = recordIn(body) ?? written;
      if (request.resource === stack.places.callsTable) take(savedIn(body));
    },
    saw: (request, answer) => {
      if (request.service === "lambda" && answer.status === 202) takeCall();
      const state = stateShown(request, answer, contactId);
      if (state === null || state === shown) return;
      shown = state;
      agent.shows(state);
    },
    killAgent,
  };

  function take(saved: SavedConversation | null): void {
    if (saved === null) return;
    conversation = resumed(nothingSaid(call), saved);
    watch({ type: "saved", conversation });
  }

  function takeCall(): void {
    hasStarted = true;
    agent.takes();
  }

  function killAgent(): void {
    agent.leaves();
    if (!lambda.kill(stack.nameOf("voice"), onWire))
      clock.after(assumed.lambdaEventMs + begunAfterMs, () => lambda.kill(stack.nameOf("voice"), onWire));
  }

  /**
   * A desk's request takes its time once: its write follows upon a read. Reads of bookings and what is written without one take it.
   */
  function standInMs({ service, operation, resource }: AwsRequest): number {
    if (service === "s3" && operation === "PutObject") return assumed.promptPutMs;
    if (service !== "dynamodb") return 0;
    if (resource === stack.places.bookingsTable) return operation === "Query" ? delays.tool : 0;
    return resource === stack.places.recordsTable ? delays.tool : 0;
  }

  async function invoke(functionName: StackFunctionName, event: ConnectEvent, scope = onWire): Promise<unknown> {
    const { payload, isFault } = await lambda.invoke(stack.nameOf(functionName), JSON.stringify(event), scope);
    const answer: unknown = JSON.parse(payload);
    if (isFault) throw new Error(`${functionName} failed: ${(answer as { errorMessage?: string }).errorMessage}`);
    return answer;
  }

  return {
    // A call that comes in before the business opens is a call out of hours, however long the screening takes.
    screenCaller: async (event) =>
      (await invoke("screenCaller", event, { ...onWire, now: () => phone.answeredAtMs })) as RouteChoice,
    functions: new Map<string, FlowFunction>([
      [placeholders.startCall, (event) => invoke("startCall", event)],
      [placeholders.nextAction, (event) => invoke("nextAction", event)],
      [placeholders.noteVoicemail, (event) => invoke("noteVoicemail", event)],
    ]),
    async stored(uri) {
      const wav = await world.promptAt(uri);
      const pcm = wav === null ? null : promptPcm(wav);
      return pcm === null ? null : soundOf(pcm, marks);
    },
    streamCaller: (arn, startMs) => streamCallersVoice(phone, clock, marks, streams, { arn, contactId, startMs }),
    joinBot: () => Promise.resolve({ outcome: "failed" }),
    killAgent,
    async left({ recorded }) {
      await lambda.settled(onWire);
      await world.workflows.settled(onWire);
      const record = (await stack.recordOf(contactId)) ?? written;
      if (recorded !== null) await stack.recorded(contactId, phone, recorded);
      const over = { contactId, startMs: phone.answeredAtMs, endMs: phone.endedAtMs() ?? clock.now() };
      const event = callOverEvent(over, placeholders.instance);
      await world.workflows.run(workflowArn(stack.places, "callArchive"), contactId, event);
      return {
        record,
        mouth: conversation?.mouth ?? [],
        hasAgentDied: hasStarted && record === null,
        faults: [],
      };
    },
  };
}

function recordIn(body: Uint8Array): CallRecord | null {
  const { Item } = JSON.parse(Buffer.from(body).toString("utf8")) as { readonly Item?: Record<string, AttributeValue> };
  return Item?.record === undefined ? null : (plainValue(Item.record) as CallRecord);
}

/** Whose turn it is, where an answer says so: the agent writes it into the call's own item. */
function stateShown({ operation }: AwsRequest, { status, body }: WholeAnswer, contactId: string): string | null {
  if (operation !== "UpdateItem" || status !== 200) return null;
  const { Attributes = {} } = JSON.parse(Buffer.from(body).toString("utf8")) as {
    readonly Attributes?: Readonly<Record<string, { readonly S?: string }>>;
  };
  return Attributes.pk?.S === `call#${contactId}` ? (Attributes.shown?.S ?? null) : null;
}

function savedIn(body: Uint8Array): SavedConversation | null {
  if (!Buffer.from(body).includes('":conversation"')) return null;
  const { ExpressionAttributeValues: values = {} } = JSON.parse(Buffer.from(body).toString("utf8")) as {
    readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  };
  const text = values[":conversation"]?.S;
  return text === undefined ? null : (JSON.parse(text) as SavedConversation);
}

/** The call before anything was said in it. */
function nothingSaid({ contactId, from, knowledge }: GroundSetting["call"]): Conversation {
  return newConversation({
    contactId,
    from,
    startedAtMs: 0,
    knowledge,
    facts: [],
    grade: "flow",
    rendered: new Set(),
    isRecorded: true,
    taking: turnTakingDefaults,
  });
}
