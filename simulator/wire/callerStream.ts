import type { SimClock } from "../clock";
import type { Heard, PhoneNetwork } from "../phoneNetwork";
import { samplesPerMs } from "../sound/simSound";
import type { KvsStreams } from "./kvsStreams";
import type { Marks } from "./watermark";

/** Connect cuts the caller's voice into blocks of this length. */
const blockMs = 64;

/**
 * Puts the caller's voice into a stream as it is spoken, from `startMs` until the call is over at our end. Its words are marked in
 * it, as the last thing that is done to the sound.
 */
export function streamCallersVoice(
  phone: PhoneNetwork,
  clock: SimClock,
  marks: Marks,
  streams: KvsStreams,
  stream: { readonly arn: string; readonly contactId: string; readonly startMs: number },
): void {
  const marked = new WeakMap<Heard, Int16Array>();
  const samplesOf = (heard: Heard): Int16Array => {
    const known = marked.get(heard);
    if (known !== undefined) return known;
    const { pcm, words } = heard.sound;
    const samples = pcm === null || words.length === 0 ? (pcm ?? new Int16Array(0)) : marks.mark(pcm, words);
    marked.set(heard, samples);
    return samples;
  };

  /** What was on the line at our end between two times. */
  function between(fromMs: number, toMs: number): Int16Array {
    const block = new Int16Array((toMs - fromMs) * samplesPerMs);
    for (const heard of phone.saidByCaller()) {
      const startMs = Math.round(heard.startMs + phone.lineMs);
      const endMs = startMs + heard.playedMs;
      if (startMs >= toMs || endMs <= fromMs) continue;
      const samples = samplesOf(heard);
      const first = Math.max(startMs, fromMs);
      const piece = samples.subarray(
        (first - startMs) * samplesPerMs,
        (Math.min(endMs, toMs) - startMs) * samplesPerMs,
      );
      block.set(piece, (first - fromMs) * samplesPerMs);
    }
    return block;
  }

  function put(fromMs: number): void {
    const toMs = fromMs + blockMs;
    clock.after(toMs - clock.now(), () => {
      streams.put(stream.arn, stream.contactId, fromMs, between(fromMs, toMs));
      const endedMs = phone.endedAtMs();
      if (endedMs !== null && toMs >= endedMs + phone.lineMs) streams.end(stream.arn);
      else put(toMs);
    });
  }
  put(Math.round(stream.startMs));
}
