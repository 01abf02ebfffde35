import type { CallStore } from "../../functions/shared/callStore";
import type { SimClock } from "../clock";
import { clientRequest, type FaultPlan } from "../standIns/faults";
import type { BusinessStores } from "./businessStores";

/** The store of a call, whose count of calls a day is the business's. */
export function sharedCallStore(own: CallStore, stores: BusinessStores, clock: SimClock, faults: FaultPlan): CallStore {
  const ask = <T>(act: () => Promise<T>) => clientRequest(faults, "dynamodb", clock, 0, act);
  return {
    countCall: (counted) => ask(async () => stores.callsADay.count(counted)),
    begin: (id, start) => ask(() => own.begin(id, start)),
    takeLease: (id, owner, nowMs, untilMs, gone) => ask(() => own.takeLease(id, owner, nowMs, untilMs, gone)),
    renewLease: (id, fence, untilMs) => ask(() => own.renewLease(id, fence, untilMs)),
    releaseLease: (id, fence) => ask(() => own.releaseLease(id, fence)),
    save: (id, fence, conversation) => own.save(id, fence, conversation),
    saved: (id) => ask(() => own.saved(id)),
    ask: (id, asked) => ask(() => own.ask(id, asked)),
    answer: (id, fence, answer) => ask(() => own.answer(id, fence, answer)),
    show: (id, state) => own.show(id, state),
    hangUp: (id, atMs) => own.hangUp(id, atMs),
    read: (id) => ask(() => own.read(id)),
    // A watch is many requests, one after the other: the first stands for them all, and may go wrong.
    async watch(id, limitMs, isNews, signal) {
      await ask(() => own.read(id));
      return own.watch(id, limitMs, isNews, signal);
    },
  };
}
