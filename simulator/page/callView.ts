import type { Route } from "../../functions/shared/routing";
import type { CallEvent } from "../liveCall";
import type { CallReport, TurnReport } from "../report";

/** Everything that the page shows of a call. Times are milliseconds from the answer. */
export interface CallView {
  readonly phase: "idle" | "dialling" | "talking" | "ended";
  /** When it was answered, ISO 8601; null before. */
  readonly answeredAt: string | null;
  readonly route: Route | null;
  readonly reason: string;
  readonly state: string;
  readonly items: readonly TranscriptItem[];
  readonly agent: readonly Spoken[];
  readonly caller: readonly Spoken[];
  readonly report: CallReport | null;
  /** What went out when the call was over, oldest first. */
  readonly messages: readonly SentText[];
}

export interface SentText {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The agent was held back because the caller made a sound. */
export interface Hold {
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
  /** What came of it; null while that is open. */
  readonly end: "wentOn" | "gaveWay" | null;
}

/** A stretch of sound of one side. */
export interface Spoken {
  readonly text: string;
  readonly atMs: number;
  readonly durationMs: number;
  /** When it was cut off; null where it plays to its end. */
  readonly stoppedAtMs: number | null;
  /** The loudest sample of each 20 ms, 0 to 1; null where there are no samples. */
  readonly peaks: readonly number[] | null;
  /** A few words of the agent while its reply is awaited. */
  readonly isFiller?: boolean;
  /** It was under way when the agent was held back. */
  readonly hold?: Hold;
}

export type TranscriptItem =
  | { readonly type: "agent"; readonly spoken: readonly Spoken[]; readonly turn: TurnReport | null }
  | CallerItem
  | { readonly type: "pressed"; readonly key: string }
  /** A turn in which nothing was said. */
  | { readonly type: "turn"; readonly turn: TurnReport };

/** What the caller says in one go, and what the agent has understood of it. */
export interface CallerItem {
  readonly type: "caller";
  readonly spoken: readonly Spoken[];
  /** Part of `understood` that no longer changes. */
  readonly settled: string;
  readonly understood: string;
  readonly isFinal: boolean;
}

/** What happens on the page itself. */
export type PageEvent =
  | { readonly type: "dialled" }
  | { readonly type: "keyPressed"; readonly key: string }
  | { readonly type: "lineLost" };

export const emptyView: CallView = {
  phase: "idle",
  answeredAt: null,
  route: null,
  reason: "",
  state: "",
  items: [],
  agent: [],
  caller: [],
  report: null,
  messages: [],
};

/** The view after something happened. */
export function nextView(view: CallView, event: CallEvent | PageEvent): CallView {
  switch (event.type) {
    case "dialled":
      return { ...emptyView, phase: "dialling" };
    case "answered":
      return { ...view, phase: "talking", answeredAt: event.at };
    case "routed":
      return { ...view, route: event.route, reason: event.reason };
    case "stateChanged":
      return { ...view, state: event.state };
    case "agentSpoke":
      return agentSpoke(view, {
        ...spokenOf(event),
        durationMs: event.durationMs,
        ...(event.isFiller === true ? { isFiller: true } : {}),
      });
    case "agentHeld":
      return agentHeld(view, event.atMs);
    case "agentWentOn":
      return holdEnded(view, event.atMs, "wentOn");
    case "agentGaveWay":
      return holdEnded(view, event.atMs, "gaveWay");
    case "messageSent":
      return { ...view, messages: [...view.messages, event] };
    case "agentStopped":
      return agentStopped(view, event.atMs);
    case "callerSpoke":
      return callerSpoke(view, spokenOf(event));
    case "callerTranscribed":
      return callerTranscribed(view, event.text, event.isFinal);
    case "keyPressed":
      return { ...view, items: [...view.items, { type: "pressed", key: event.key }] };
    case "turnEnded":
      return turnEnded(view, event.turn);
    case "ended":
      return {
        ...agentStopped(view, event.report.durationMs),
        phase: "ended",
        state: "ended",
        report: event.report,
      };
    case "lineLost":
      return view.phase === "ended" ? view : { ...view, phase: "ended", state: "ended" };
  }
}

/** How much of the text had been heard by `nowMs`, cut at a word. Every character takes the same time. */
export function heardOf(spoken: Spoken, nowMs: number): string {
  const heardMs = Math.min(nowMs, spoken.stoppedAtMs ?? Number.POSITIVE_INFINITY) - spoken.atMs;
  if (heardMs >= spoken.durationMs) return spoken.text;
  const characters = Math.max(0, Math.floor((heardMs / spoken.durationMs) * spoken.text.length));
  const nextIsInWord = /\S/.test(spoken.text.charAt(characters));
  const heard = spoken.text.slice(0, characters);
  return nextIsInWord ? heard.replace(/\S+$/, "") : heard;
}

/** When the sound ended, or will. */
export function endOf(spoken: Spoken): number {
  return spoken.stoppedAtMs ?? spoken.atMs + spoken.durationMs;
}

function endOfAll(spoken: readonly Spoken[]): number {
  return Math.max(...spoken.map(endOf));
}

function agentSpoke(view: CallView, spoken: Spoken): CallView {
  // A sentence that begins while the caller breaks in still belongs to the reply before.
  const index = view.items.findLastIndex((item) => item.type !== "caller" || endOfAll(item.spoken) <= spoken.atMs);
  const item = view.items[index];
  const items: readonly TranscriptItem[] =
    item?.type === "agent" && item.turn === null
      ? view.items.with(index, { ...item, spoken: [...item.spoken, spoken] })
      : [...view.items, { type: "agent", spoken: [spoken], turn: null }];
  return { ...view, items, agent: [...view.agent, spoken] };
}

/** Less than this before its end, a sound has ended by itself: times are known to a frame. */
const frameMs = 20;

/** Whether a stop at `atMs` takes anything away from what was to be heard. */
export function isCutAt(spoken: Spoken, atMs: number): boolean {
  return endOf(spoken) > atMs + frameMs;
}

/** What was under way is cut off; what was still to begin is taken back, and comes anew where it is said after all. */
function agentStopped(view: CallView, atMs: number): CallView {
  const hasBegun = (spoken: Spoken) => spoken.atMs < atMs;
  const begun = {
    ...view,
    agent: view.agent.filter(hasBegun),
    items: view.items.flatMap((item): readonly TranscriptItem[] => {
      if (item.type !== "agent" || item.spoken.every(hasBegun)) return [item];
      const spoken = item.spoken.filter(hasBegun);
      return spoken.length > 0 ? [{ ...item, spoken }] : item.turn !== null ? [{ type: "turn", turn: item.turn }] : [];
    }),
  };
  // What was about to begin when the agent was held back leaves its mark on what came before it.
  const hold = view.agent.find((spoken) => !hasBegun(spoken) && spoken.hold?.end === null)?.hold;
  const last = begun.agent.at(-1);
  return withAgent(begun, (spoken) => {
    const stopped = isCutAt(spoken, atMs) ? { ...spoken, stoppedAtMs: atMs } : spoken;
    return hold !== undefined && spoken === last ? { ...stopped, hold } : stopped;
  });
}

/** Every stretch of the agent changed; what stays as it is stays the same value. */
function withAgent(view: CallView, changed: (spoken: Spoken) => Spoken): CallView {
  return {
    ...view,
    agent: view.agent.map(changed),
    items: view.items.map((item) => {
      if (item.type !== "agent") return item;
      const spoken = item.spoken.map(changed);
      return spoken.every((each, index) => each === item.spoken[index]) ? item : { ...item, spoken };
    }),
  };
}

/** The caller's end of the line is up to so much later than ours. */
const mostLineMs = 150;

/** What is under way is held; where a piece of it is about to end and the next about to begin, the next is. */
function agentHeld(view: CallView, atMs: number): CallView {
  const held = view.agent.findLast((spoken) => spoken.atMs <= atMs + mostLineMs && endOf(spoken) > atMs);
  const hold = { fromMs: atMs, toMs: null, end: null };
  return withAgent(view, (spoken) => (spoken === held ? { ...spoken, hold } : spoken));
}

function holdEnded(view: CallView, atMs: number, end: "wentOn" | "gaveWay"): CallView {
  return withAgent(view, (spoken) =>
    spoken.hold?.end === null ? { ...spoken, hold: { ...spoken.hold, toMs: atMs, end } } : spoken,
  );
}

function callerSpoke(view: CallView, spoken: Spoken): CallView {
  const index = view.items.findLastIndex(({ type }) => type === "caller" || type === "agent");
  const last = view.items[index];
  const items: readonly TranscriptItem[] =
    last?.type === "caller" && !last.isFinal
      ? view.items.with(index, { ...last, spoken: [...last.spoken, spoken] })
      : [...view.items, { type: "caller", spoken: [spoken], settled: "", understood: "", isFinal: false }];
  return { ...view, items, caller: [...view.caller, spoken] };
}

function callerTranscribed(view: CallView, text: string, isFinal: boolean): CallView {
  const index = view.items.findLastIndex((item) => item.type === "caller");
  const item = view.items[index];
  if (item?.type !== "caller") return view;
  const settled = item.isFinal ? item.understood : item.settled;
  const understood = [settled, text].filter((part) => part !== "").join(" ");
  return { ...view, items: view.items.with(index, { ...item, settled, understood, isFinal }) };
}

/**
 * A turn is told of when it is over, so it belongs to the last words of the agent that belong to none yet. Over the wire all turns
 * come when the call has ended: each then belongs to the first that hold what was heard of it.
 */
function turnEnded(view: CallView, turn: TurnReport): CallView {
  const index = turn.heard === "" ? -1 : indexOfTurn(view.items, turn.heard);
  const item = view.items[index];
  if (item?.type !== "agent") return { ...view, items: [...view.items, { type: "turn", turn }] };
  return { ...view, items: view.items.with(index, { ...item, turn }) };
}

function indexOfTurn(items: readonly TranscriptItem[], heard: string): number {
  const from = items.findLastIndex((item) => item.type === "agent" && item.turn !== null) + 1;
  const holder = items.findIndex(
    (item, at) =>
      at >= from &&
      item.type === "agent" &&
      item.spoken
        .map(({ text }) => text)
        .join(" ")
        .includes(heard),
  );
  return holder >= 0 ? holder : items.findLastIndex((item) => item.type === "agent" && item.turn === null);
}

const samplesPerMs = 8;
const samplesPerPeak = 160;
/** What a character of simulated speech takes, where there are no samples to measure. */
const characterMs = 60;

function spokenOf(event: { text: string; pcm: Int16Array | null; atMs: number }): Spoken {
  const { text, pcm, atMs } = event;
  const durationMs = pcm === null ? text.length * characterMs : pcm.length / samplesPerMs;
  return { text, atMs, durationMs, stoppedAtMs: null, peaks: pcm === null ? null : peaksOf(pcm) };
}

function peaksOf(pcm: Int16Array): readonly number[] {
  const peaks: number[] = [];
  for (let from = 0; from < pcm.length; from += samplesPerPeak) {
    let loudest = 0;
    for (const sample of pcm.subarray(from, from + samplesPerPeak)) loudest = Math.max(loudest, Math.abs(sample));
    peaks.push(loudest / 32768);
  }
  return peaks;
}
