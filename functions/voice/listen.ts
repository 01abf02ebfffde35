import { type EventQueue, eventQueue } from "./eventQueue";
import type { Ports, Sound } from "./ports";
import { detect, newSoundDetector } from "./soundDetector";
import type { Happening } from "./state";

/** How often in a row ear and transcriber may fail before the call goes to a person. */
const mostFailures = 3;

/** Nobody speaks longer without a word being final, and an older sound would be transcribed too late. */
const mostKeptMs = 15_000;
/** Before what failed is opened again. */
const reopenAfterMs = 100;

/**
 * Listens to the caller until the call is over: sounds go to the detector and to the transcriber. When the transcriber fails it
 * is opened again with everything since the last final word, so that no word is lost. When the caller's sound ends for good the
 * caller has hung up.
 */
export async function listen<S extends Sound>(
  { ear, transcriber, clock }: Ports<S>,
  push: (event: Happening) => void,
  signal: AbortSignal,
): Promise<void> {
  /** What the transcriber has not settled yet. */
  let recent: S[] = [];
  let settledUntilMs = 0;
  let words: EventQueue<S> = eventQueue();

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      clock.after(ms, resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });

  const hear = async () => {
    let detector = newSoundDetector();
    let failures = 0;
    for (;;) {
      try {
        for await (const sound of ear.listen(signal)) {
          failures = 0;
          const [after, events] = detect(detector, sound);
          detector = after;
          for (const { type, soundAtMs } of events) push({ type, soundAtMs });
          push({ type: "callerHeard", untilMs: sound.startMs + sound.durationMs });
          recent.push(sound);
          while ((recent[0]?.startMs ?? 0) < sound.startMs - mostKeptMs) recent.shift();
          words.push(sound);
        }
        if (!signal.aborted) push({ type: "callerHungUp" });
        return;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        push({ type: "listeningFailed", service: "kvs", reason: textOf(error), isOver: failures >= mostFailures });
        if (failures >= mostFailures) return;
        await pause(failures * reopenAfterMs);
      } finally {
        if (signal.aborted) words.close();
      }
    }
  };

  const transcribe = async () => {
    let failures = 0;
    for (let session = 1; ; session++) {
      words = eventQueue();
      recent = recent.filter(({ startMs, durationMs }) => startMs + durationMs > settledUntilMs);
      for (const sound of recent) words.push(sound);
      try {
        for await (const transcript of transcriber.transcribe(words, signal)) {
          push({ type: "callerSaid", transcript: { ...transcript, segment: `${session}/${transcript.segment}` } });
          failures = 0;
          if (!transcript.isFinal) continue;
          settledUntilMs = transcript.words.at(-1)?.endMs ?? settledUntilMs;
          recent = recent.filter(({ startMs, durationMs }) => startMs + durationMs > settledUntilMs);
        }
        return;
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        push({
          type: "listeningFailed",
          service: "transcribe",
          reason: textOf(error),
          isOver: failures >= mostFailures,
        });
        if (failures >= mostFailures) return;
        await pause(failures * reopenAfterMs);
      }
    }
  };

  signal.addEventListener("abort", () => words.close(), { once: true });
  await Promise.all([hear(), transcribe()]);
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
