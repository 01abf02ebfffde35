import type { SimClock } from "./clock";
import { joinSounds } from "./sound/cutSound";
import { frameMs, type SimSound, type SpokenWord, silenceDbfs, silenceSound } from "./sound/simSound";

/**
 * One call's wires, both ways. Whatever is put on at one end is at the other `lineMs` later; what is logged is what was on the
 * wire at the caller's end, whoever put it there and whatever they believe. Times are milliseconds since the epoch.
 */
export interface PhoneNetwork {
  readonly answeredAtMs: number;
  readonly lineMs: number;

  /** The caller makes a sound: now, or as soon as their last one is over. */
  callerSounds(sound: SimSound): Heard;
  callerPresses(key: string): void;
  callerHangsUp(): void;

  /** Something is played to the caller from now on; `source` names it in the log. */
  play(sound: SimSound, source: string): Playing;
  /** Our end hangs up; the caller notices `lineMs` later. */
  hangUp(): void;

  /** What came from the caller's end to ours between two times, multiples of 20 ms apart; times of words from its own start. */
  callerSound(fromMs: number, toMs: number): SimSound;
  /** All that happens, until the call is over. The answer stops it. */
  watch(watcher: (event: NetworkEvent) => void): () => void;
  /** Something of the agent is at the caller's ear, or on its way there. */
  isAgentAudible(): boolean;
  /** Settles when the call is over at the caller's end, with who ended it. */
  readonly over: Promise<"caller" | "agent">;
  /** When it was over at the caller's end; null before. */
  endedAtMs(): number | null;
  /** Who hung up; null before. */
  endedBy(): "caller" | "agent" | null;

  /** Everything that was on the wire at the caller's end, cut where the call ended. */
  heardByCaller(): readonly Heard[];
  saidByCaller(): readonly Heard[];
}

/** A sound on the wire at the caller's end. */
export interface Heard {
  readonly startMs: number;
  /** Of a microphone's sound there is more and more, and its words are known later. */
  sound: SimSound;
  /** Less than the sound's own length where it was cut. */
  playedMs: number;
  readonly source: string;
}

export interface Playing {
  /** Goes on with `sound`; false where what there was had already ended. */
  extend(sound: SimSound): boolean;
  /** Silence from this moment on. Answers how much was put on the wire. */
  stop(): number;
  /** Settles when the last of it has been put on the wire, or it was stopped. */
  readonly ended: Promise<void>;
}

export type NetworkEvent =
  /** At the caller's ear. */
  | { readonly type: "agentStarted"; readonly atMs: number; readonly sound: SimSound }
  /** `sound` follows what is being heard; `atMs` is when it will be at the caller's ear. */
  | { readonly type: "agentExtended"; readonly atMs: number; readonly sound: SimSound }
  | { readonly type: "agentStopped"; readonly atMs: number; readonly isCut: boolean }
  /** At the caller's mouth. */
  | { readonly type: "callerStarted"; readonly atMs: number; readonly sound: SimSound }
  /** At our end. */
  | { readonly type: "keyPressed"; readonly atMs: number; readonly key: string }
  | { readonly type: "callerHungUp"; readonly atMs: number };

/** A call that is answered now. */
export function phoneNetwork(clock: SimClock, lineMs: number): PhoneNetwork {
  const answeredAtMs = clock.now();
  const watchers = new Set<(event: NetworkEvent) => void>();
  const said: Heard[] = [];
  const heard: { startMs: number; sound: SimSound; playedMs: number; source: string }[] = [];
  let audible = 0;
  let endMs: number | null = null;
  let endedBy: "caller" | "agent" | null = null;
  let settle: (who: "caller" | "agent") => void = () => undefined;
  const over = new Promise<"caller" | "agent">((resolve) => {
    settle = resolve;
  });
  const stopAll = new Set<() => void>();

  function tell(event: NetworkEvent): void {
    for (const watcher of [...watchers]) watcher(event);
  }

  function finish(who: "caller" | "agent"): void {
    if (endMs !== null) return;
    endMs = clock.now();
    endedBy = who;
    for (const stop of [...stopAll]) stop();
    for (const each of [...heard, ...said]) each.playedMs = Math.max(0, Math.min(each.playedMs, endMs - each.startMs));
    settle(who);
  }

  function play(sound: SimSound, source: string): Playing {
    const entry = { startMs: clock.now() + lineMs, sound, playedMs: sound.durationMs, source };
    const startedMs = clock.now();
    let isOver = endMs !== null;
    let resolveEnded: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      resolveEnded = resolve;
    });
    if (isOver) {
      resolveEnded();
      return { extend: () => false, stop: () => 0, ended };
    }
    heard.push(entry);
    audible += 1;
    clock.after(lineMs, () => {
      if (endMs === null) tell({ type: "agentStarted", atMs: clock.now(), sound });
    });
    let cancel = clock.after(sound.durationMs, () => end(false));

    function end(isCut: boolean): void {
      if (isOver) return;
      isOver = true;
      cancel();
      stopAll.delete(stopNow);
      if (isCut) entry.playedMs = Math.max(0, Math.min(entry.sound.durationMs, clock.now() - startedMs));
      clock.after(lineMs, () => {
        audible -= 1;
        if (endMs === null) tell({ type: "agentStopped", atMs: clock.now(), isCut });
      });
      resolveEnded();
    }
    const stopNow = () => end(true);
    stopAll.add(stopNow);

    return {
      extend(more) {
        if (isOver) return false;
        const heardAtMs = entry.startMs + entry.sound.durationMs;
        entry.sound = joinSounds([entry.sound, more]);
        entry.playedMs = entry.sound.durationMs;
        cancel();
        cancel = clock.after(startedMs + entry.sound.durationMs - clock.now(), () => end(false));
        clock.after(lineMs, () => {
          if (endMs === null) tell({ type: "agentExtended", atMs: heardAtMs, sound: more });
        });
        return true;
      },
      stop() {
        end(true);
        return entry.playedMs;
      },
      ended,
    };
  }

  function callerSounds(sound: SimSound): Heard {
    const last = said.at(-1);
    const startMs = Math.max(clock.now(), last === undefined ? 0 : last.startMs + last.playedMs);
    const entry: Heard = { startMs, sound, playedMs: sound.durationMs, source: "caller" };
    if (endMs === null) {
      said.push(entry);
      clock.after(startMs - clock.now(), () => {
        if (endMs === null) tell({ type: "callerStarted", atMs: clock.now(), sound });
      });
    }
    return entry;
  }

  function callerSound(fromMs: number, toMs: number): SimSound {
    const blank = silenceBlock(toMs - fromMs);
    const levels: number[] = [];
    const isVoice: boolean[] = [];
    const words: SpokenWord[] = [];
    for (const each of said) {
      const startMs = each.startMs + lineMs;
      if (startMs < toMs && startMs + each.playedMs > fromMs - frameMs)
        addSound(each, startMs, fromMs, toMs, { levels, isVoice, words });
    }
    if (levels.length === 0 && words.length === 0) return { ...blank, startMs: fromMs };
    return {
      ...blank,
      startMs: fromMs,
      levels: blank.levels.map((level, index) => levels[index] ?? level),
      isVoice: blank.levels.map((_, index) => isVoice[index] ?? false),
      words,
    };
  }

  return {
    answeredAtMs,
    lineMs,
    callerSounds,
    callerPresses(key) {
      clock.after(lineMs, () => {
        if (endMs === null) tell({ type: "keyPressed", atMs: clock.now(), key });
      });
    },
    callerHangsUp() {
      if (endMs !== null) return;
      finish("caller");
      clock.after(lineMs, () => tell({ type: "callerHungUp", atMs: clock.now() }));
    },
    play,
    hangUp() {
      for (const stop of [...stopAll]) stop();
      clock.after(lineMs, () => finish("agent"));
    },
    callerSound,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    isAgentAudible: () => audible > 0,
    over,
    endedAtMs: () => endMs,
    endedBy: () => endedBy,
    heardByCaller: () => heard.filter((each) => each.playedMs > 0),
    saidByCaller: () => said.filter((each) => each.playedMs > 0),
  };
}

interface Mixed {
  readonly levels: number[];
  readonly isVoice: boolean[];
  readonly words: SpokenWord[];
}

/**
 * Adds what of `each` (at our end from `startMs` on) falls between two times; its loudness as it is in the middle of a frame. What
 * nobody looked at the samples of may be a voice throughout.
 */
function addSound(each: Heard, startMs: number, fromMs: number, toMs: number, { levels, isVoice, words }: Mixed): void {
  const frames = (toMs - fromMs) / frameMs;
  for (let frame = 0; frame < frames; frame += 1) {
    const insideMs = fromMs + (frame + 0.5) * frameMs - startMs;
    if (insideMs < 0 || insideMs >= each.playedMs) continue;
    const at = Math.floor(insideMs / frameMs);
    levels[frame] = Math.max(levels[frame] ?? silenceDbfs, each.sound.levels[at] ?? silenceDbfs);
    isVoice[frame] ||= each.sound.isVoice?.[at] ?? true;
  }
  for (const word of each.sound.words) {
    const endMs = startMs + word.endMs;
    if (endMs > fromMs && endMs <= toMs && word.endMs <= each.playedMs)
      words.push({ text: word.text, startMs: startMs + word.startMs - fromMs, endMs: endMs - fromMs });
  }
}

const silenceBlocks = new Map<number, SimSound>();

/** Most of a call is silence on one side: the same few blocks serve it. */
function silenceBlock(durationMs: number): SimSound {
  let block = silenceBlocks.get(durationMs);
  if (block === undefined) {
    block = silenceSound(durationMs);
    silenceBlocks.set(durationMs, block);
  }
  return block;
}
