import { errorText } from "./errorText";
import { type EventQueue, eventQueue } from "./eventQueue";
import type { Ports, Sound } from "./ports";
import { detect, newSoundDetector, type SoundEvent } from "./soundDetector";
import type { Happening } from "./state";

/** How often in a row ear and transcriber may fail before the call goes to a person. */
const mostFailures = 3;
/** Nobody speaks longer without a word being final, and an older sound would be transcribed too late. */
const mostKeptMs = 15_000;
/** Before what failed is opened again. */
const reopenAfterMs = 100;
/** A live stream is never silent for so long: it brings silence as sound. */
const deadStreamMs = 3000;
/** Sound of this length has words in it, as a rule, and they are known this long after its end at the latest. */
const wordySoundMs = 400;
const wordsDueMs = 1500;

/**
 * Listens to the caller until the call is over: sounds go to the detector and to the transcriber. What fails is opened again; a
 * transcriber that fails, or that says nothing to a sound that should have words, is opened again with everything since the last
 * final word, so that no word is lost. When the caller's sound ends for good the caller has hung up.
 */
export async function listen<S extends Sound>(
  ports: Ports<S>,
  push: (event: Happening) => void,
  signal: AbortSignal,
): Promise<void> {
  const transcribing = transcription(ports, push, signal);
  await Promise.all([hear(ports, push, signal, transcribing), transcribing.ended]);
}

interface Transcription<S extends Sound> {
  hear(sound: S, noticed: readonly SoundEvent[]): void;
  readonly ended: Promise<void>;
}

async function hear<S extends Sound>(
  { ear, clock }: Ports<S>,
  push: (event: Happening) => void,
  signal: AbortSignal,
  transcribing: Transcription<S>,
): Promise<void> {
  let detector = newSoundDetector();
  let heardUntilMs: number | null = null;
  for (let failures = 0; ; ) {
    const session = sessionOf(signal);
    let cancel = clock.after(deadStreamMs, session.end);
    try {
      for await (const sound of ear.listen(session.signal)) {
        cancel();
        cancel = clock.after(deadStreamMs, session.end);
        failures = 0;
        const [after, noticed] = detect(detector, sound);
        detector = after;
        for (const { type, soundAtMs } of noticed) push({ type, soundAtMs });
        heardUntilMs = sound.startMs + sound.durationMs;
        push({ type: "callerHeard", untilMs: heardUntilMs });
        transcribing.hear(sound, noticed);
      }
      if (signal.aborted) return;
      // The caller left when their sound ended, however late that is known.
      if (!session.signal.aborted) return push({ type: "callerHungUp", atMs: heardUntilMs ?? clock.now() });
      throw new Error("the stream brought nothing");
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      push({ type: "listeningFailed", service: "kvs", reason: errorText(error), isOver: failures >= mostFailures });
      if (failures >= mostFailures) return;
      await pause(clock, failures * reopenAfterMs, signal);
    } finally {
      cancel();
    }
  }
}

function transcription<S extends Sound>(
  { transcriber, clock }: Ports<S>,
  push: (event: Happening) => void,
  signal: AbortSignal,
): Transcription<S> {
  /** What the transcriber has not settled yet. */
  let recent: S[] = [];
  let settledUntilMs = 0;
  let words: EventQueue<S> = eventQueue();
  let session = sessionOf(signal);
  /** The sound of which the session before had said nothing; null where there was no such sound. */
  let wordless: { readonly sinceMs: number; readonly untilMs: number } | null = null;
  let wordsAtMs = 0;
  let soundSinceMs = 0;
  let failures = 0;

  function lookForWords(sinceMs: number, untilMs: number): void {
    if (untilMs - sinceMs < wordySoundMs) return;
    clock.after(wordsDueMs, () => {
      if (signal.aborted || wordsAtMs >= sinceMs) return;
      wordless = { sinceMs, untilMs };
      session.end();
    });
  }

  async function run(): Promise<void> {
    for (let number = 1; ; number++) {
      words = eventQueue();
      session = sessionOf(signal);
      recent = recent.filter(({ startMs, durationMs }) => startMs + durationMs > settledUntilMs);
      for (const sound of recent) words.push(sound);
      try {
        for await (const transcript of transcriber.transcribe(words, session.signal)) {
          failures = 0;
          // Where the sound had no words, it was a cough, and nothing had failed.
          const missed = wordless;
          wordless = null;
          if (missed && transcript.words.some((word) => word.endMs > missed.sinceMs && word.startMs < missed.untilMs))
            push({ type: "listeningFailed", service: "transcribe", reason: "no answer", isOver: false });
          wordsAtMs = clock.now();
          push({ type: "callerSaid", transcript: { ...transcript, segment: `${number}/${transcript.segment}` } });
          if (!transcript.isFinal) continue;
          settledUntilMs = transcript.words.at(-1)?.endMs ?? settledUntilMs;
          recent = recent.filter(({ startMs, durationMs }) => startMs + durationMs > settledUntilMs);
        }
        if (signal.aborted || !session.signal.aborted) return;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        push({
          type: "listeningFailed",
          service: "transcribe",
          reason: errorText(error),
          isOver: failures >= mostFailures,
        });
        if (failures >= mostFailures) return;
        await pause(clock, failures * reopenAfterMs, signal);
      }
    }
  }

  signal.addEventListener("abort", () => words.close(), { once: true });
  return {
    hear(sound, noticed) {
      for (const { type, soundAtMs } of noticed) {
        if (type === "callerSoundStarted") soundSinceMs = soundAtMs;
        if (type === "callerSoundStopped") lookForWords(soundSinceMs, soundAtMs);
      }
      recent.push(sound);
      while ((recent[0]?.startMs ?? 0) < sound.startMs - mostKeptMs) recent.shift();
      words.push(sound);
    },
    ended: run(),
  };
}

interface Session {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** Ends with the call, or before. */
function sessionOf(call: AbortSignal): Session {
  const own = new AbortController();
  return { signal: AbortSignal.any([call, own.signal]), end: () => own.abort() };
}

function pause(
  clock: { after(ms: number, act: () => void): () => void },
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
