import { isWrite } from "./appointment";
import { draftCost } from "./draftCost";
import { errorText } from "./errorText";
import type { BrainRequest, Ports, Sound } from "./ports";
import { type Replay, replay } from "./replay";
import type { ConversationEvent, DeskAnswer, DeskAsk, Effect, Happening, TimerName } from "./state";

/** What performs the conversation's effects. Nothing is awaited: everything that comes of an effect comes back as an event. */
export interface Hands {
  perform(effect: Effect): void;
  /** Stops everything but the writes under way, and resolves with their receipts. */
  settle(): Promise<ConversationEvent[]>;
}

/** How long a speaker may take to its first sound. */
const mostSilentMs = 2000;
/** The desk's own requests are given up and tried again in less: see `functions/aws/quickly.ts`. */
const mostDeskMs = 4000;

interface Making<S> {
  readonly stop: AbortController;
  /** The last attempt to make it. */
  sound: Replay<S>;
  readonly retried: Promise<void>;
  retry(): void;
}

export function handsOf<S extends Sound>(ports: Ports<S>, push: (event: Happening) => void): Hands {
  const { clock, line } = ports;
  const thoughts = new Map<number, AbortController>();
  const speeches = new Map<string, Making<S>>();
  const timers = new Map<TimerName, () => void>();
  const writes = new Set<Promise<Happening>>();
  const drafts = draftCost();

  const think = async (thought: number, request: BrainRequest) => {
    const stop = new AbortController();
    thoughts.set(thought, stop);
    let usage: Parameters<typeof drafts.with>[0] | null = null;
    let writtenCharacters = 0;
    let calls = 0;
    try {
      for await (const piece of ports.brain.think(request, stop.signal)) {
        if (piece.type === "usage") usage = piece.usage;
        else if (piece.type === "tool") calls += 1;
        if (piece.type === "input") writtenCharacters += piece.json.length;
        // Of several calls in one answer the first counts.
        if (calls > 1 || piece.type === "usage") continue;
        if (piece.type === "tool") push({ type: "toolPicked", thought, name: piece.name });
        else push({ type: "inputWritten", thought, json: piece.json });
      }
      // An aborted stream ends like a whole one; what it cost still counts.
      if (usage === null) drafts.stopped(writtenCharacters);
      push({ type: "thoughtEnded", thought, usage: usage === null ? {} : drafts.with(usage) });
    } catch (error) {
      if (!stop.signal.aborted) push({ type: "thoughtFailed", thought, reason: errorText(error) });
    } finally {
      thoughts.delete(thought);
    }
  };

  /** One attempt. A speaker that says nothing for too long has failed: the caller hears the difference before it does. */
  async function* make(id: string, text: string, stop: AbortController): AsyncIterable<S> {
    const attempt = new AbortController();
    const forget = () => attempt.abort();
    stop.signal.addEventListener("abort", forget, { once: true });
    let durationMs = 0;
    const cancelWait = clock.after(mostSilentMs, forget);
    try {
      for await (const sound of ports.speaker.speak(text, attempt.signal)) {
        cancelWait();
        if (durationMs === 0) push({ type: "speechReady", id });
        durationMs += sound.durationMs;
        yield sound;
      }
      if (attempt.signal.aborted && !stop.signal.aborted) throw new Error("no sound in time");
      if (!stop.signal.aborted) push({ type: "speechMade", id, durationMs });
    } catch (error) {
      if (!stop.signal.aborted) push({ type: "speechFailed", id, reason: errorText(error) });
      throw error;
    } finally {
      cancelWait();
      stop.signal.removeEventListener("abort", forget);
    }
  }

  const makeSpeech = (id: string, text: string) => {
    const earlier = speeches.get(id);
    const stop = earlier?.stop ?? new AbortController();
    const sound = replay(make(id, text, stop));
    if (earlier) {
      earlier.sound = sound;
      return earlier.retry();
    }
    let retry = () => {};
    const retried = new Promise<void>((resolve) => {
      retry = resolve;
    });
    speeches.set(id, { stop, sound, retried, retry });
  };

  /** The speech's sound for the line; where the first attempt failed before its first sound, that of the second. */
  async function* soundOf(id: string): AsyncIterable<S> {
    const making = speeches.get(id);
    if (!making) return;
    let isAudible = false;
    try {
      for await (const sound of making.sound.read()) {
        isAudible = true;
        yield sound;
      }
    } catch (error) {
      // On `flow` nothing of a clause is heard before it is whole, so it can still be said whole in Connect's own voice.
      if (isAudible && line.grade === "flow") throw error;
      if (isAudible) return;
      await making.retried;
      try {
        yield* making.sound.read();
      } catch {
        // The conversation knows: `speechFailed` came twice.
      }
    }
  }

  const askDesk = (task: number, ask: DeskAsk) => {
    const failed = (reason: string): Happening => ({ type: "deskFailed", task, ask, reason });
    const answered = deskAnswer(ports, ask).then(
      (answer): Happening => ({ type: "deskAnswered", task, ask, answer }),
      (error) => failed(errorText(error)),
    );
    let cancelWait = () => {};
    const late = new Promise<Happening>((resolve) => {
      cancelWait = clock.after(mostDeskMs, () => resolve(failed("no answer in time")));
    });
    const answering = Promise.race([answered, late]);
    if (isWrite(ask)) writes.add(answering);
    void answering.then((event) => {
      cancelWait();
      writes.delete(answering);
      push(event);
      // A receipt counts whenever it comes.
      if (event.type === "deskFailed")
        void answered.then((receipt) => receipt.type === "deskAnswered" && push(receipt));
    });
  };

  const setTimer = (name: TimerName, dueMs: number) => {
    timers.get(name)?.();
    timers.set(
      name,
      clock.after(Math.max(0, dueMs - clock.now()), () => push({ type: "timerFired", name, dueMs })),
    );
  };

  return {
    perform(effect) {
      switch (effect.type) {
        case "think":
          return void think(effect.thought, effect.request);
        case "stopThinking":
          return thoughts.get(effect.thought)?.abort();
        case "makeSpeech":
          return makeSpeech(effect.id, effect.text);
        case "forgetSpeech":
          speeches.get(effect.id)?.stop.abort();
          return speeches.get(effect.id)?.retry();
        case "play":
          return line.play(effect.speech, soundOf(effect.speech.id));
        case "askDesk":
          return askDesk(effect.task, effect.ask);
        case "setTimer":
          return setTimer(effect.name, effect.dueMs);
        case "clearTimer":
          timers.get(effect.name)?.();
          timers.delete(effect.name);
          return;
        case "show":
          return line.show(effect.state);
        case "transfer":
          return line.transfer(effect.summary);
        default:
          return line[effect.type]();
      }
    },
    async settle() {
      for (const cancel of timers.values()) cancel();
      for (const stop of thoughts.values()) stop.abort();
      for (const { stop, retry } of speeches.values()) {
        stop.abort();
        retry();
      }
      const receipts = await Promise.all(writes);
      return receipts.map((event) => ({ ...event, atMs: clock.now() }) as ConversationEvent);
    },
  };
}

async function deskAnswer<S extends Sound>({ desk }: Ports<S>, ask: DeskAsk): Promise<DeskAnswer> {
  switch (ask.type) {
    case "checkSlot":
      return { type: ask.type, answer: await desk.checkSlot(ask.request) };
    case "findBookings":
      return { type: ask.type, bookings: await desk.bookingsOf(ask.number) };
    case "cancel":
      return { type: ask.type, isGone: await desk.cancel(ask.booking.key) };
    case "book": {
      const { request, instead } = ask;
      return { type: ask.type, answer: await (instead ? desk.move(instead.key, request) : desk.book(request)) };
    }
    case "announce":
      await desk.announce(ask.event);
      return { type: ask.type };
    case "tell":
      await desk.tell?.(ask.message);
      return { type: ask.type };
  }
}
