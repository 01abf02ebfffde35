import type { AgentFloor } from "./agentFloor";
import type { SimClock } from "./clock";
import type { PhoneNetwork } from "./phoneNetwork";
import type { Step } from "./scriptedCall";
import { type SimSound, silenceSound } from "./sound/simSound";

/** Gives the caller's words a sound; ready at once on the virtual clock. */
export interface CallerVoice {
  says(text: string): Promise<SimSound>;
  hums(text: string): Promise<SimSound>;
  coughs(lengthMs: number): Promise<SimSound>;
}

/** How long a caller waits before speaking, pressing or answering where the script does not say. */
const reactionMs = 500;
/** A key is held down this long, and the next comes after as long. */
const keyMs = 100;
/** Where an agent gives no sign of life, a caller says the next thing after so long. */
const patienceMs = 6000;
/** What a key does shows this soon after it has come to our end; one that does nothing keeps nobody waiting any longer. */
const keyNoticedMs = 300;

/**
 * Plays the steps of a scripted call. The agent has finished when it shows that it listens or waits, nothing of it is at the
 * caller's ear or on its way there, and it has answered the caller's last words; what counts is then the end of its audio.
 * Ends when the last step is done or the call is over.
 *
 * @param speaksAt may put off the time at which a caller who was due to speak begins.
 */
export async function playCaller(
  steps: readonly Step[],
  phone: PhoneNetwork,
  floor: AgentFloor,
  clock: SimClock,
  voice: CallerVoice,
  speaksAt: (dueMs: number) => number = (dueMs) => dueMs,
): Promise<void> {
  const sounds = await soundsOf(steps, voice);
  const ear = callerEar(phone, floor, clock);
  /** When the step before ended. */
  let doneMs = clock.now();

  async function sound(made: SimSound): Promise<void> {
    const entry = phone.callerSounds(made);
    const lastWord = made.words.at(-1);
    if (lastWord !== undefined) {
      // A recording may go on in silence: the answer is due from its last word on, and may come before its end.
      await ear.at(entry.startMs + lastWord.endMs);
      ear.spoke();
    }
    await ear.at(entry.startMs + made.durationMs);
    doneMs = clock.now();
  }

  for (const [index, step] of steps.entries()) {
    if (phone.endedAtMs() !== null) break;
    const made = sounds[index] ?? silenceSound(0);
    switch (step.type) {
      case "says":
      case "plays":
        await ear.at(speaksAt((await ear.agentFinished()) + (step.afterMs ?? reactionMs)));
        await sound(made);
        break;
      case "interrupts":
        await ear.at((await ear.replyStarted()) + (step.afterMs ?? reactionMs));
        await sound(made);
        break;
      case "coughs":
      case "hums": {
        if (step.afterMs !== null) await ear.at((await ear.replyStarted()) + step.afterMs);
        // Neither asks for an answer, so neither changes what the next step waits for.
        const entry = phone.callerSounds(made);
        await ear.at(entry.startMs + made.durationMs);
        doneMs = clock.now();
        break;
      }
      case "waits":
        await ear.at(Math.max(await ear.agentFinished(), doneMs) + step.forMs);
        doneMs = clock.now();
        break;
      case "presses":
        if (step.afterMs === null) await ear.at((await ear.agentFinished()) + reactionMs);
        else await ear.at((await ear.replyStarted()) + step.afterMs);
        for (const key of step.keys) {
          phone.callerPresses(key);
          await ear.at(clock.now() + 2 * keyMs);
        }
        doneMs = clock.now();
        ear.pressed();
        break;
      case "hangsUp":
        if (step.afterWordsMs === null) await ear.agentFinished();
        else await ear.at(ear.lastWordsMs() + step.afterWordsMs);
        phone.callerHangsUp();
        return;
    }
  }
}

/** Voices take time in the real world, so they are made before the call. */
async function soundsOf(steps: readonly Step[], voice: CallerVoice): Promise<(SimSound | null)[]> {
  const sounds: (SimSound | null)[] = [];
  for (const step of steps) {
    if (step.type === "says" || step.type === "interrupts") sounds.push(await voice.says(step.text));
    else if (step.type === "hums") sounds.push(await voice.hums(step.text));
    else if (step.type === "coughs") sounds.push(await voice.coughs(step.lengthMs));
    else sounds.push(step.type === "plays" ? step.sound : null);
  }
  return sounds;
}

interface CallerEar {
  /** Waits until then, or the call's end. */
  at(timeMs: number): Promise<void>;
  /** When the agent's audio ended, as soon as nothing more of its turn is to come. */
  agentFinished(): Promise<number>;
  /** When the first audio of the reply under way came, or of the next one. */
  replyStarted(): Promise<number>;
  /** The caller has said something that wants an answer. */
  spoke(): void;
  /** A key wants none, but the agent may do something about it. */
  pressed(): void;
  /** When the caller's own last words ended; the answer of the call where there were none. */
  lastWordsMs(): number;
}

function callerEar(phone: PhoneNetwork, floor: AgentFloor, clock: SimClock): CallerEar {
  let audioEndedMs = phone.answeredAtMs;
  let replyStartedMs: number | null = null;
  let wordsEndedMs = phone.answeredAtMs;
  /** An answer is due; the greeting is one. */
  let isDue = true;
  /** The agent has begun a turn since the caller's last words. */
  let hasWorked = false;
  let isWorking = false;
  let dueSinceMs = phone.answeredAtMs;
  let keyNoticedByMs = phone.answeredAtMs;
  const waiting = new Set<() => void>();
  let isOver = false;

  function changed(): void {
    for (const look of [...waiting]) look();
  }
  phone.watch((event) => {
    if (event.type === "agentStarted") {
      // What is said into a silence answers nothing: the caller's words are still on their way.
      const isAnswer = floor.state() !== "waiting" && floor.state() !== "listening";
      if (isDue && isAnswer) {
        replyStartedMs ??= event.atMs;
        isDue = false;
      }
    } else if (event.type === "agentStopped") audioEndedMs = event.atMs;
    else return;
    changed();
  });
  floor.watch((state) => {
    const wasWorking = isWorking;
    isWorking = state === "thinking" || state === "speaking";
    if (isWorking) hasWorked = true;
    // More of the caller's words have come than the agent had begun to answer: it answers anew.
    else if (wasWorking && state === "listening") expectAnswer();
    // The agent has done all it wanted to do about the caller's words, even if nothing was heard.
    else if (hasWorked && state === "waiting") isDue = false;
    changed();
  });
  void phone.over.then(() => {
    isOver = true;
    changed();
  });

  /** Waits until `look` finds something or the call is over. */
  function until(look: () => number | null): Promise<number> {
    return new Promise((resolve) => {
      const tryNow = () => {
        const found = isOver ? clock.now() : look();
        if (found === null) return;
        waiting.delete(tryNow);
        resolve(found);
      };
      waiting.add(tryNow);
      tryNow();
    });
  }

  function expectAnswer(): void {
    isDue = true;
    dueSinceMs = clock.now();
    replyStartedMs = null;
    // Looks again when patience is over.
    clock.after(patienceMs, changed);
  }
  clock.after(patienceMs, changed);

  function hasFinished(): boolean {
    const state = floor.state();
    if (phone.isAgentAudible()) return false;
    // A recording asks for nothing more and answers nothing.
    if (state === "recording") return true;
    if (state !== "listening" && state !== "waiting") return false;
    if (clock.now() < keyNoticedByMs) return false;
    return !isDue || clock.now() >= Math.max(dueSinceMs, audioEndedMs) + patienceMs;
  }

  return {
    at: async (timeMs) => {
      const cancel = clock.after(timeMs - clock.now(), changed);
      await until(() => (clock.now() >= timeMs ? timeMs : null));
      cancel();
    },
    agentFinished: () => until(() => (hasFinished() ? audioEndedMs : null)),
    replyStarted: () => until(() => replyStartedMs),
    spoke() {
      wordsEndedMs = clock.now();
      hasWorked = false;
      expectAnswer();
    },
    pressed() {
      const noticedInMs = phone.lineMs + keyNoticedMs;
      keyNoticedByMs = clock.now() + noticedInMs;
      clock.after(noticedInMs, changed);
    },
    lastWordsMs: () => wordsEndedMs,
  };
}
