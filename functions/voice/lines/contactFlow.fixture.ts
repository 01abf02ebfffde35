import { nextAction } from "../../nextAction/nextAction";
import type { CallStore, TransferOutcome } from "../../shared/callStore";
import { connectEvent } from "../../shared/connectEvent.fixture";
import { flowLineTimes } from "../../shared/flowLineTimes";
import type { Clock } from "../ports";

/** The contact flow of a call, for tests: asks the real `nextAction`, does what it is told, and writes it down. */
export interface ContactFlow {
  /** What it did, each with how long after the flow's beginning. */
  readonly log: readonly string[];
  /** Resolves when the flow is over. */
  readonly over: Promise<void>;
  /** For how long it has played a text, as sound or in its own voice. */
  playedMs(text: string): number;
  /** What was done with the call: `end`, or the summary of a transfer. */
  doings(): readonly string[];
  /** While an offer with this text plays, a key is pressed in its middle. */
  pressDuring(text: string, key: string): void;
  /** What the next transfer comes back with; null: not at all. */
  transferBecomes(outcome: TransferOutcome | null): void;
  /** The flow asks no more. */
  leave(): void;
}

const ownVoiceCharacterMs = 20;

/** @param lengthMs of what lies under a uri; where it is left out the answer's own length is believed. */
export function contactFlow(
  contactId: string,
  calls: Pick<CallStore, "ask" | "watch" | "read">,
  clock: Clock,
  lengthMs?: (uri: string) => Promise<number>,
): ContactFlow {
  const startMs = clock.now();
  const log: string[] = [];
  const doings: string[] = [];
  const played = new Map<string, number>();
  const keys = new Map<string, string>();
  const gone = new AbortController();
  let transferOutcome: TransferOutcome | null = "noAnswer";
  const pause = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const note = (what: string) => log.push(`${clock.now() - startMs} ${what}`);
  /** A flow that is gone asks nothing more, not even in the middle of a question. */
  const asked: Pick<CallStore, "ask" | "watch"> = {
    ask: calls.ask,
    async watch(id, limitMs, isNews) {
      const state = await calls.watch(id, limitMs, isNews, gone.signal);
      if (gone.signal.aborted) throw new Error("the flow is gone");
      return state;
    },
  };

  async function play(told: { text?: string; uri?: string }, isOffer: boolean, answeredMs: number): Promise<string> {
    const { text = "", uri } = told;
    if (uri === undefined) log.push(`${isOffer ? "offer" : "say"} in words: ${text}`);
    await pause(flowLineTimes.promptLatencyMs);
    note(`${isOffer ? "offer" : "say"} ${uri ?? text}`);
    const ownVoiceMs = text.length * ownVoiceCharacterMs;
    const durationMs = uri === undefined ? ownVoiceMs : ((await lengthMs?.(uri)) ?? answeredMs);
    const key = isOffer ? (keys.get(text) ?? "") : "";
    const heardMs = key === "" ? durationMs : durationMs / 2;
    await pause(heardMs);
    played.set(text, (played.get(text) ?? 0) + heardMs);
    if (isOffer && key === "") await pause(flowLineTimes.keyLimitSeconds * 1_000);
    return key;
  }

  async function flow(): Promise<void> {
    let parameters: Record<string, string> = { seq: "1", waitedMs: "0" };
    while (!gone.signal.aborted) {
      const told = await nextAction(connectEvent({ contactId, parameters }), { clock, calls: asked });
      parameters = { seq: told.seq, waitedMs: told.waitedMs };
      const { answer } = await calls.read(contactId);
      switch (told.next) {
        case "say":
        case "offer": {
          const answeredMs = answer?.next === "say" || answer?.next === "offer" ? answer.durationMs : 0;
          const key = await play(told, told.next === "offer", answeredMs);
          if (key !== "") parameters = { ...parameters, key };
          break;
        }
        case "transfer":
          note("transfer");
          doings.push(answer?.next === "transfer" ? answer.summary : "");
          if (transferOutcome === null) return;
          await pause(2_000);
          parameters = { ...parameters, transfer: transferOutcome };
          break;
        case "wait":
        case "silence":
          break;
        case "record":
          note("record");
          break;
        default:
          note(told.next);
          doings.push(told.next);
          return;
      }
    }
  }

  return {
    log,
    over: flow().catch((error) => {
      if (!gone.signal.aborted) throw error;
    }),
    playedMs: (text) => played.get(text) ?? 0,
    doings: () => doings,
    pressDuring: (text, key) => void keys.set(text, key),
    transferBecomes(outcome) {
      transferOutcome = outcome;
    },
    leave: () => gone.abort(),
  };
}
