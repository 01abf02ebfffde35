import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import {
  type CallStart,
  type CallState,
  type CallStore,
  type FlowAction,
  type FlowAsk,
  mostCallsCounted,
} from "../shared/callStore";
import { flowLineTimes } from "../shared/flowLineTimes";
import type { Clock } from "../voice/ports";

/**
 * Of each call two items, so that its two writers never wait for one another: `flow` is written by the functions that the contact
 * flow invokes, `agent` by whoever has the lease, which is in the same item as the answers that it fences.
 */
interface FlowItem {
  readonly sk: "flow";
  readonly start?: CallStart;
  readonly ask?: FlowAsk;
  readonly seenAtMs?: number;
  readonly hungUpAtMs?: number;
}

interface AgentItem {
  readonly sk: "agent";
  readonly owner?: string;
  readonly fence?: number;
  readonly untilMs?: number;
  readonly answer?: FlowAction;
  readonly answerSeq?: number;
  readonly shown?: string;
}

const keptSeconds = 24 * 60 * 60;

/** A `CallStore` in one DynamoDB table with the keys `pk` and `sk` and the time to live `expiresAt`. Throws where the service does. */
export function dynamoCallStore(client: DynamoDBDocumentClient, tableName: string, clock: Clock): CallStore {
  /** Changes an item; what it was became of it comes back, or null where the condition did not hold. */
  async function change(
    key: { readonly pk: string; readonly sk: string },
    update: string,
    values: Readonly<Record<string, unknown>>,
    condition?: string,
    returned: "ALL_NEW" | "NONE" = "ALL_NEW",
  ): Promise<Readonly<Record<string, unknown>> | null> {
    const expiresAt = Math.ceil(clock.now() / 1_000) + keptSeconds;
    const names = [...`${update} ${condition ?? ""}`.matchAll(/#(\w+)/g)].map(([placeholder, name]) => [
      placeholder,
      name,
    ]);
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: key,
          UpdateExpression: update.replace("SET ", "SET #expiresAt = :expiresAt, "),
          ConditionExpression: condition,
          ExpressionAttributeNames: { ...Object.fromEntries(names), "#expiresAt": "expiresAt" },
          ExpressionAttributeValues: { ...values, ":expiresAt": expiresAt },
          ReturnValues: returned,
        }),
      );
      return Attributes ?? {};
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return null;
      throw error;
    }
  }

  const flow = (contactId: string) => ({ pk: `call#${contactId}`, sk: "flow" });
  const agent = (contactId: string) => ({ pk: `call#${contactId}`, sk: "agent" });
  // Long, and of no interest to those who look at the call many times a second.
  const talk = (contactId: string) => ({ pk: `talk#${contactId}`, sk: "agent" });
  const notLater = "attribute_not_exists(#fence) OR #fence <= :fence";

  async function read(contactId: string): Promise<CallState> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `call#${contactId}` },
        ConsistentRead: true,
      }),
    );
    return stateOf(Items as (FlowItem | AgentItem)[]);
  }

  return {
    async countCall({ contactId, number, date }) {
      const counted = await change(
        { pk: `caller#${number}`, sk: date },
        "SET #date = :date ADD #calls :call",
        { ":date": date, ":call": new Set([contactId]), ":most": mostCallsCounted },
        "attribute_not_exists(#calls) OR size(#calls) < :most",
      );
      const calls = counted?.calls;
      return calls instanceof Set ? calls.size : mostCallsCounted;
    },

    async begin(contactId, start) {
      await change(flow(contactId), "SET #start = if_not_exists(#start, :start)", { ":start": start });
    },

    async takeLease(contactId, owner, nowMs, untilMs, gone = null) {
      const taken = await change(
        agent(contactId),
        "SET #owner = :owner, #untilMs = :untilMs, #fence = if_not_exists(#fence, :none) + :one",
        { ":owner": owner, ":untilMs": untilMs, ":none": 0, ":one": 1, ":now": nowMs, ":gone": gone ?? "" },
        "attribute_not_exists(#untilMs) OR #untilMs <= :now OR #owner = :gone",
      );
      if (taken !== null) return Number(taken.fence);
      // An owner whose first request was done and its answer lost asks again.
      const { lease } = await read(contactId);
      return lease?.owner === owner ? lease.fence : null;
    },

    async renewLease(contactId, fence, untilMs) {
      const values = { ":fence": fence, ":untilMs": untilMs };
      return (await change(agent(contactId), "SET #untilMs = :untilMs", values, "#fence = :fence")) !== null;
    },

    async releaseLease(contactId, fence) {
      await change(agent(contactId), "SET #untilMs = :none", { ":fence": fence, ":none": 0 }, "#fence = :fence");
    },

    async save(contactId, fence, conversation) {
      const values = { ":fence": fence, ":conversation": conversation };
      const update = "SET #fence = :fence, #conversation = :conversation";
      return (await change(talk(contactId), update, values, notLater, "NONE")) !== null;
    },

    async saved(contactId) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": talk(contactId).pk },
          ConsistentRead: true,
        }),
      );
      return (Items[0]?.conversation as string | undefined) ?? null;
    },

    async ask(contactId, ask) {
      const isNew = await change(
        flow(contactId),
        "SET #ask = :ask, #askSeq = :seq, #seenAtMs = :atMs",
        { ":ask": ask, ":seq": ask.seq, ":atMs": ask.atMs },
        "attribute_not_exists(#askSeq) OR #askSeq < :seq",
      );
      if (isNew !== null) return;
      await change(flow(contactId), "SET #seenAtMs = :atMs", { ":atMs": ask.atMs }, "#seenAtMs < :atMs");
    },

    async answer(contactId, fence, answer) {
      const isNew = await change(
        agent(contactId),
        "SET #answer = :answer, #answerSeq = :seq",
        { ":answer": answer, ":seq": answer.seq, ":fence": fence },
        "#fence = :fence AND (attribute_not_exists(#answerSeq) OR #answerSeq < :seq)",
      );
      // An answer that is there already stays; only another's lease is a refusal.
      return isNew !== null || (await read(contactId)).lease?.fence === fence;
    },

    async show(contactId, state) {
      await change(agent(contactId), "SET #shown = :shown", { ":shown": state });
    },

    async hangUp(contactId, atMs) {
      await change(flow(contactId), "SET #hungUpAtMs = if_not_exists(#hungUpAtMs, :atMs)", { ":atMs": atMs });
    },

    read,

    async watch(contactId, limitMs, isNews, signal, everyMs = () => flowLineTimes.pollEveryMs) {
      const untilMs = clock.now() + limitMs;
      for (;;) {
        const state = await read(contactId);
        const restMs = untilMs - clock.now();
        if (restMs <= 0 || signal?.aborted || isNews(state)) return state;
        await pause(Math.min(everyMs(state), restMs), clock, signal);
      }
    },
  };
}

function stateOf(items: readonly (FlowItem | AgentItem)[]): CallState {
  const flow = items.find((item): item is FlowItem => item.sk === "flow");
  const agent = items.find((item): item is AgentItem => item.sk === "agent");
  const { owner, fence, untilMs } = agent ?? {};
  const hasLease = owner !== undefined && fence !== undefined && untilMs !== undefined;
  return {
    start: flow?.start ?? null,
    lease: hasLease ? { owner, fence, untilMs } : null,
    ask: flow?.ask ?? null,
    answer: agent?.answer ?? null,
    seenAtMs: flow?.seenAtMs ?? null,
    shown: agent?.shown ?? null,
    hungUpAtMs: flow?.hungUpAtMs ?? null,
  };
}

/** Ends at once when the signal is aborted. */
function pause(ms: number, clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal?.addEventListener("abort", end);
  });
}
