import type { CallState, CallStore, FlowAction, FlowAsk } from "../../shared/callStore";
import { flowLineTimes } from "../../shared/flowLineTimes";
import { eventQueue } from "../eventQueue";
import type { Clock, Line, LineEvent, Sound } from "../ports";
import { type Doing, expectedByMs, lookAgainMs, type Playing, type SpeechTask, type Task } from "./flowProgress";

/** Where a clause is put so that Connect can play it. */
export interface Prompts<S extends Sound = Sound> {
  /** Keeps a sound under an id that is unique in the call; the answer is its `s3://bucket/key`. Throws where the service failed. */
  put(id: string, sound: readonly S[]): Promise<string>;
}

export interface FlowLineSettings<S extends Sound> {
  readonly contactId: string;
  /** Of the call's lease. */
  readonly fence: number;
  readonly calls: Pick<CallStore, "answer" | "show" | "watch">;
  readonly prompts: Prompts<S>;
  readonly clock: Clock;
  /** The sentence after which the call is recorded; null where it is not. */
  readonly recordingNotice: string | null;
}

/** A line that still has to tell the flow how the call goes on when nobody reads its events any more. */
export interface FlowLine<S extends Sound = Sound> extends Line<S> {
  /** Resolves when the flow has been told to end or to transfer the call, or is gone, or there is nothing to tell. */
  closed(): Promise<void>;
}

/** How long after a failure of the store it is tried again. */
const retryMs = 200;

/**
 * The way back to the caller through the contact flow: it asks, this line answers with one clause, it plays it and asks again.
 * What has begun is played to its end. When a clause begins is estimated; when it ended is known from the next ask. A clause
 * whose sound could not be had is said by Connect's own voice. Where the flow asks no more, the caller is taken to be gone;
 * where it does not come back from a transfer, the person to have answered.
 */
export function flowLine<S extends Sound>(settings: FlowLineSettings<S>): FlowLine<S> {
  const { contactId, fence, calls, prompts, clock, recordingNotice } = settings;
  const news = eventQueue<LineEvent>();
  let tasks: Task[] = [];
  let doing: Doing = { type: "coming", sinceMs: clock.now() };
  /** What the flow is being told. */
  let telling: Task | null = null;
  let lastSeq = 0;
  let isHeld = false;
  let isRecordingDue = false;
  let isOver = false;
  let isUnread = false;
  let shown = "";
  let watching: Promise<void> | null = null;
  const over = new AbortController();

  function finish(): void {
    isOver = true;
    news.close();
    over.abort();
  }

  /** Nobody reads the events any more: what was said last about the call is still told. */
  function leaveUnread(): void {
    isUnread = true;
    news.close();
    finishUnread();
  }

  function finishUnread(): void {
    const isClosing = tasks.some(({ type }) => type !== "speech") || doing.type === "beingTold";
    if (isUnread && !isClosing) finish();
  }

  async function collect(task: SpeechTask, sound: AsyncIterable<S>): Promise<void> {
    const pieces: S[] = [];
    try {
      for await (const piece of sound) {
        if (task.isForgotten) return;
        pieces.push(piece);
      }
    } catch {
      // What was made before the failure is only a part of the clause; Connect says it whole.
      pieces.length = 0;
    }
    if (pieces.length > 0) {
      task.durationMs = pieces.reduce((sumMs, piece) => sumMs + piece.durationMs, 0);
      task.uri = await inTime(prompts.put(task.speech.id, pieces).catch(() => null));
    }
    task.isReady = true;
    tellNext();
  }

  /** What does not come in time is done without. */
  function inTime(uri: Promise<string | null>): Promise<string | null> {
    return new Promise((resolve) => {
      const cancel = clock.after(flowLineTimes.promptPutMs, () => resolve(null));
      void uri.then((kept) => {
        cancel();
        resolve(kept);
      });
    });
  }

  /** Answers the flow's ask where there is one and something is to be done. */
  function tellNext(): void {
    if (doing.type !== "asking" || isHeld || isOver) return;
    const { seq } = doing;
    const task = tasks[0];
    if (isRecordingDue) {
      isRecordingDue = false;
      tell({ seq, next: "record" }, null);
    } else if (task !== undefined && (task.type !== "speech" || task.isReady)) {
      tasks = tasks.slice(1);
      tell(actionOf(task, seq), task);
    }
  }

  function tell(action: FlowAction, task: Task | null): void {
    doing = { type: "beingTold", seq: action.seq };
    telling = task;
    // The flow may have had the answer although we never learnt that it was kept.
    const isOpen = () => !isOver && doing.type === "beingTold" && doing.seq === action.seq;
    calls.answer(contactId, fence, action).then(
      (isOurs) => {
        if (!isOurs) finish();
        else if (isOpen()) told(task);
      },
      () => {
        clock.after(retryMs, () => {
          if (isOpen()) tell(action, task);
        });
      },
    );
  }

  function told(task: Task | null): void {
    const nowMs = clock.now();
    if (task === null) doing = { type: "switching", sinceMs: nowMs };
    else if (task.type === "end") finish();
    else if (task.type === "transfer") doing = { type: "transferring", sinceMs: nowMs };
    else {
      const startsAtMs = nowMs + flowLineTimes.pollEveryMs / 2 + flowLineTimes.promptLatencyMs;
      const start = () => news.push({ type: "speechStarted", id: task.speech.id, atMs: startsAtMs });
      const cancelStart = clock.after(startsAtMs - nowMs, start);
      doing = { type: "playing", task, startsAtMs, cancelStart, isEnded: false };
      if (task.speech.isOffer && task.durationMs > 0) endOffer(doing, startsAtMs + task.durationMs);
    }
    finishUnread();
  }

  /** The flow listens for a key before it asks again: that the offer itself is over is told by the clock. */
  function endOffer(playing: Playing, endsAtMs: number): void {
    clock.after(endsAtMs - clock.now(), () => {
      if (doing !== playing || isOver) return;
      playing.isEnded = true;
      const { speech, durationMs } = playing.task;
      news.push({ type: "speechEnded", id: speech.id, atMs: endsAtMs, durationMs });
    });
  }

  function onAsk(ask: FlowAsk, answered: FlowAction | null): void {
    // An earlier owner of the call has answered: the flow is busy with that.
    const isAnswered = answered?.seq === ask.seq;
    if (doing.type === "beingTold" && doing.seq < ask.seq) told(telling);
    if (isOver) return;
    if (doing.type === "playing") endSpeech(doing, ask);
    else if (lastSeq === 0 && !isAnswered && isNotice(textOf(answered))) isRecordingDue = true;
    lastSeq = ask.seq;
    if (!isAnswered && ask.key !== null) news.push({ type: "keyPressed", key: ask.key, atMs: ask.atMs });
    if (!isAnswered && ask.transfer !== null)
      news.push({ type: "transferEnded", outcome: ask.transfer, atMs: ask.atMs });
    doing = isAnswered ? { type: "switching", sinceMs: clock.now() } : { type: "asking", seq: ask.seq };
    tellNext();
  }

  function endSpeech(playing: Playing, ask: FlowAsk): void {
    const { speech, durationMs } = playing.task;
    if (isNotice(speech.text)) isRecordingDue = true;
    if (playing.isEnded) return;
    const isTooSoon = clock.now() < playing.startsAtMs;
    playing.cancelStart();
    const startedAtMs = Math.min(playing.startsAtMs, ask.atMs);
    if (isTooSoon) news.push({ type: "speechStarted", id: speech.id, atMs: startedAtMs });
    // After an offer the flow listens for a key before it asks again.
    const listenedMs = speech.isOffer && ask.key === null ? flowLineTimes.keyLimitSeconds * 1_000 : 0;
    const endedAtMs = Math.max(ask.atMs - listenedMs, startedAtMs);
    // A key cuts the offer short.
    const heardMs = ask.key === null ? durationMs : Math.min(durationMs, endedAtMs - startedAtMs);
    news.push({ type: "speechEnded", id: speech.id, atMs: endedAtMs, durationMs: heardMs });
  }

  /** The notice, or the last clause of it. */
  function isNotice(text: string): boolean {
    return recordingNotice !== null && text.trim() !== "" && recordingNotice.trim().endsWith(text.trim());
  }

  const isNews = (state: CallState) => state.hungUpAtMs !== null || (state.ask?.seq ?? 0) > lastSeq;

  async function watchFlow(): Promise<void> {
    let failingSinceMs: number | null = null;
    let seenAtMs = clock.now();
    while (!isOver) {
      try {
        const limitMs = Math.max(flowLineTimes.pollEveryMs, expectedByMs(doing, seenAtMs) - clock.now());
        const state = await calls.watch(contactId, limitMs, isNews, over.signal, () => lookAgainMs(doing, clock.now()));
        failingSinceMs = null;
        seenAtMs = state.seenAtMs ?? seenAtMs;
        if (isOver) return;
        onState(state, seenAtMs);
      } catch {
        failingSinceMs ??= clock.now();
        // Neither can the flow reach us, and it sends the caller to a person.
        if (clock.now() - failingSinceMs > flowLineTimes.goneAfterMs) gone(clock.now());
        await new Promise<void>((resolve) => clock.after(retryMs, resolve));
      }
    }
  }

  function onState(state: CallState, seenAtMs: number): void {
    const nowMs = clock.now();
    if (state.hungUpAtMs !== null) gone(state.hungUpAtMs);
    else if (state.ask !== null && state.ask.seq > lastSeq) onAsk(state.ask, state.answer);
    else if (nowMs < expectedByMs(doing, seenAtMs)) return;
    else if (doing.type === "transferring") {
      news.push({ type: "transferEnded", outcome: "answered", atMs: nowMs });
      finish();
    } else gone(nowMs);
  }

  function gone(atMs: number): void {
    news.push({ type: "callerHungUp", atMs });
    finish();
  }

  return {
    grade: "flow",
    play(speech, sound) {
      const task: SpeechTask = { type: "speech", speech, uri: null, durationMs: 0, isReady: false, isForgotten: false };
      tasks = [...tasks, task];
      void collect(task, sound);
    },
    hold() {
      isHeld = true;
    },
    resume() {
      isHeld = false;
      tellNext();
    },
    stop() {
      for (const task of tasks) if (task.type === "speech") task.isForgotten = true;
      tasks = [];
      isHeld = false;
    },
    show(state) {
      if (state === shown) return;
      shown = state;
      // Only watchers miss it; the next state is written anew.
      calls.show(contactId, state).catch(() => {});
    },
    transfer(summary) {
      tasks = [...tasks, { type: "transfer", summary }];
      tellNext();
    },
    end() {
      tasks = [...tasks, { type: "end" }];
      tellNext();
    },
    async *events(signal) {
      signal.addEventListener("abort", leaveUnread, { once: true });
      if (signal.aborted) leaveUnread();
      watching ??= watchFlow();
      try {
        yield* news;
      } finally {
        signal.removeEventListener("abort", leaveUnread);
        leaveUnread();
      }
    },
    async closed() {
      await watching;
    },
  };
}

function actionOf(task: Task, seq: number): FlowAction {
  if (task.type === "end") return { seq, next: "end" };
  if (task.type === "transfer") return { seq, next: "transfer", summary: task.summary };
  const { speech, uri, durationMs } = task;
  return { seq, next: speech.isOffer ? "offer" : "say", uri, text: speech.text, durationMs };
}

function textOf(action: FlowAction | null): string {
  return action?.next === "say" || action?.next === "offer" ? action.text : "";
}
