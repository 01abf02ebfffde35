import type { Transcript } from "../../functions/voice/ports";
import { detect, newSoundDetector } from "../../functions/voice/soundDetector";
import type { SimClock } from "../clock";
import type { Heard, PhoneNetwork } from "../phoneNetwork";
import { levelsOf } from "../sound/levels";
import { frameMs, samplesPerMs } from "../sound/simSound";

/** A person's microphone at the caller's end of the line. */
export interface Microphone {
  /** 20 ms of sound that were recorded right after those before. */
  hear(pcm: Int16Array): void;
  /** What was on the line at our end between two times, typed words included. */
  between(fromMs: number, toMs: number): Int16Array;
  /** What a recogniser made of it: from then on the line's log knows when the words were said. */
  understood(transcript: Transcript): void;
}

/** What a recorder hears is put on the line this much later, so that what comes unevenly over the network leaves no gaps. */
const cushionMs = 40;
/** What is later than this is left out: a network that stalled must not leave the rest of the call late. */
const mostLateMs = 240;
/** Nobody asks for what is older. */
const keptMs = 30_000;

interface Piece {
  /** At the caller's end. */
  readonly startMs: number;
  readonly pcm: Int16Array;
}

/**
 * @param tell is given what is loud enough to be somebody speaking, as it is put on the line: 20 ms, and when they begin.
 */
export function openMicrophone(
  phone: PhoneNetwork,
  clock: SimClock,
  tell: (pcm: Int16Array, startMs: number) => void,
): Microphone {
  const pieces: Piece[] = [];
  const segments = new Map<string, Transcript["words"]>();
  const stretches: Heard[] = [];
  let detector = newSoundDetector();
  let nextMs: number | null = null;
  let stretch: Heard | null = null;

  /** The log has what is loud, without its samples: stretch by stretch, each growing while it lasts. */
  function log({ startMs, pcm }: Piece): void {
    const levels = levelsOf(pcm);
    [detector] = detect(detector, { startMs, durationMs: frameMs, levels });
    if (!detector.isSounding) {
      stretch = null;
      return;
    }
    tell(pcm, startMs);
    if (stretch === null) {
      stretch = phone.callerSounds({ startMs: 0, durationMs: frameMs, levels, words: [], pcm: null });
      stretches.push(stretch);
      return;
    }
    const { sound } = stretch;
    stretch.sound = { ...sound, durationMs: sound.durationMs + frameMs, levels: [...sound.levels, ...levels] };
    stretch.playedMs += frameMs;
  }

  /** A word belongs to one stretch: the last that had begun by its middle. */
  function stretchOf({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): number {
    const middleMs = (startMs + endMs) / 2 - phone.lineMs;
    return Math.max(
      0,
      stretches.findLastIndex((each) => each.startMs <= middleMs),
    );
  }

  return {
    hear(pcm) {
      const nowMs = clock.now();
      if (phone.endedAtMs() !== null) return;
      if (nextMs === null || nextMs < nowMs) nextMs = nowMs + cushionMs;
      if (nextMs > nowMs + mostLateMs) return;
      const piece = { startMs: nextMs, pcm };
      pieces.push(piece);
      while ((pieces[0]?.startMs ?? nowMs) < nowMs - keptMs) pieces.shift();
      nextMs += frameMs;
      log(piece);
    },
    between(fromMs, toMs) {
      const typed = phone.saidByCaller().flatMap(({ startMs, sound }) => {
        return sound.pcm === null ? [] : [{ startMs: Math.round(startMs), pcm: sound.pcm }];
      });
      return mixed([...pieces, ...typed], fromMs - phone.lineMs, toMs - phone.lineMs);
    },
    understood({ segment, words }) {
      segments.set(segment, words);
      const all = [...segments.values()].flat();
      for (const [index, each] of stretches.entries()) {
        const atMs = each.startMs + phone.lineMs;
        const within = (ms: number) => Math.max(0, Math.min(each.sound.durationMs, ms - atMs));
        const words = all
          .filter((word) => stretchOf(word) === index)
          .map(({ text, startMs, endMs }) => ({ text, startMs: within(startMs), endMs: within(endMs) }));
        each.sound = { ...each.sound, words };
      }
    },
  };
}

/** The sum of all that sounds between two times. */
function mixed(pieces: readonly Piece[], fromMs: number, toMs: number): Int16Array {
  const sum = new Int16Array((toMs - fromMs) * samplesPerMs);
  for (const { startMs, pcm } of pieces) {
    const offset = (startMs - fromMs) * samplesPerMs;
    const end = Math.min(sum.length, offset + pcm.length);
    for (let at = Math.max(0, offset); at < end; at += 1)
      sum[at] = Math.max(-32_768, Math.min(32_767, (sum[at] ?? 0) + (pcm[at - offset] ?? 0)));
  }
  return sum;
}
