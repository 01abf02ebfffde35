import {
  type CallState,
  type CallStore,
  type FlowAction,
  type FlowAsk,
  mostCallsCounted,
} from "../../functions/shared/callStore";
import { flowLineTimes } from "../../functions/shared/flowLineTimes";
import type { Clock } from "../../functions/voice/ports";

const nothingKnown: CallState = {
  start: null,
  lease: null,
  ask: null,
  answer: null,
  seenAtMs: null,
  shown: null,
  hungUpAtMs: null,
};

/**
 * A `CallStore` in this process.
 *
 * @param noticeMs how long after a change a watcher sees it; a store that is polled is seen half its interval late, on average.
 */
export function memoryCallStore(clock: Clock, noticeMs: number = flowLineTimes.pollEveryMs / 2): CallStore {
  const states = new Map<string, CallState>();
  const counts = new Map<string, Set<string>>();
  const talks = new Map<string, { readonly fence: number; readonly conversation: string }>();
  const watchers = new Map<string, Set<() => void>>();
  const stateOf = (contactId: string) => states.get(contactId) ?? nothingKnown;

  function change(contactId: string, changes: Partial<CallState>): void {
    states.set(contactId, { ...stateOf(contactId), ...changes });
    for (const look of [...(watchers.get(contactId) ?? [])]) look();
  }

  return {
    async countCall({ contactId, number, date }) {
      const key = `${number} ${date}`;
      const ids = counts.get(key) ?? new Set();
      if (ids.size < mostCallsCounted) ids.add(contactId);
      counts.set(key, ids);
      return ids.size;
    },

    async begin(contactId, start) {
      if (stateOf(contactId).start === null) change(contactId, { start });
    },

    async takeLease(contactId, owner, nowMs, untilMs, gone = null) {
      const { lease } = stateOf(contactId);
      if (lease !== null && lease.untilMs > nowMs && lease.owner !== gone)
        return lease.owner === owner ? lease.fence : null;
      const fence = (lease?.fence ?? 0) + 1;
      change(contactId, { lease: { owner, fence, untilMs } });
      return fence;
    },

    async renewLease(contactId, fence, untilMs) {
      const { lease } = stateOf(contactId);
      if (lease?.fence !== fence) return false;
      change(contactId, { lease: { ...lease, untilMs } });
      return true;
    },

    async releaseLease(contactId, fence) {
      const { lease } = stateOf(contactId);
      if (lease?.fence === fence) change(contactId, { lease: { ...lease, untilMs: 0 } });
    },

    async save(contactId, fence, conversation) {
      if ((talks.get(contactId)?.fence ?? 0) > fence) return false;
      talks.set(contactId, { fence, conversation });
      return true;
    },

    async saved(contactId) {
      return talks.get(contactId)?.conversation ?? null;
    },

    async ask(contactId, ask: FlowAsk) {
      const before = stateOf(contactId);
      const isNew = before.ask === null || before.ask.seq < ask.seq;
      const seenAtMs = Math.max(ask.atMs, before.seenAtMs ?? 0);
      change(contactId, isNew ? { ask, seenAtMs } : { seenAtMs });
    },

    async answer(contactId, fence, answer: FlowAction) {
      const before = stateOf(contactId);
      if (before.lease?.fence !== fence) return false;
      if (before.answer === null || before.answer.seq < answer.seq) change(contactId, { answer });
      return true;
    },

    async show(contactId, state) {
      change(contactId, { shown: state });
    },

    async hangUp(contactId, atMs) {
      if (stateOf(contactId).hungUpAtMs === null) change(contactId, { hungUpAtMs: atMs });
    },

    async read(contactId) {
      return stateOf(contactId);
    },

    watch(contactId, limitMs, isNews, signal) {
      if (limitMs <= 0 || isNews(stateOf(contactId)) || signal?.aborted) return Promise.resolve(stateOf(contactId));
      return new Promise((resolve) => {
        const lookers = watchers.get(contactId) ?? new Set();
        watchers.set(contactId, lookers);
        const cancels: (() => void)[] = [];
        const end = () => {
          for (const cancel of cancels) cancel();
          lookers.delete(look);
          signal?.removeEventListener("abort", end);
          resolve(stateOf(contactId));
        };
        const look = () => {
          if (!isNews(stateOf(contactId))) return;
          lookers.delete(look);
          cancels.push(clock.after(noticeMs, end));
        };
        lookers.add(look);
        cancels.push(clock.after(limitMs, end));
        signal?.addEventListener("abort", end);
      });
    },
  };
}
