import type { Wave } from "./wave";

/** The tone before a message, as `renderPrompts` makes it: half a second of a kilohertz. */
const toneHz = 1_000;
/** So much of it in a row is the tone: a voice holds no such note, and a key has two. */
const leastToneMs = 240;
/** How much of a frame's energy is at the tone's pitch. */
const leastPurity = 0.7;
const frameMs = 20;
/** Full scale is 32,768: -45 dB and -50 dB of it. */
const [toneLoudness, voiceLoudness] = [184, 104];
/** So much sound may be a click, a breath or the receiver. */
const leastSoundMs = 200;

/**
 * The message in a recording of a whole call, on one channel: what comes after the tone. The recording itself says where that is, so
 * that nobody's clock has to be trusted.
 *
 * @param atMostMs how much of the recording's end can be the message where there is no tone in it, as where Connect could not play ours.
 */
export function messageIn(recording: Wave, atMostMs: number): Wave {
  const { rateHz, channels } = recording;
  const length = channels[0]?.length ?? 0;
  const ends = channels.map((samples) => toneEnd(samples, rateHz)).filter((end) => end !== null);
  const atMost = Math.max(0, Math.ceil((atMostMs * rateHz) / 1_000));
  const from = ends.length > 0 ? Math.min(...ends) : Math.max(0, length - atMost);
  const mixed = new Int16Array(length - from);
  for (const samples of channels) {
    for (let index = 0; index < mixed.length; index += 1) {
      const sum = (mixed[index] ?? 0) + (samples[from + index] ?? 0);
      mixed[index] = Math.max(-32_768, Math.min(32_767, sum));
    }
  }
  return { rateHz, channels: [mixed] };
}

/** Whether the tone is in a recording: then a message was to be taken in the call. */
export function hasTone({ rateHz, channels }: Wave): boolean {
  return channels.some((samples) => toneEnd(samples, rateHz) !== null);
}

/** Whether anything can be heard in a message: else its caller hung up without a word. */
export function isAudible({ rateHz, channels }: Wave): boolean {
  const size = frameSize(rateHz);
  const loud = channels.map((samples) => {
    let frames = 0;
    for (let at = 0; at + size <= samples.length; at += size) {
      if (Math.sqrt(energyOf(samples, at, size) / size) >= voiceLoudness) frames += 1;
    }
    return frames;
  });
  return Math.max(0, ...loud) * frameMs >= leastSoundMs;
}

/** Where the first tone in some samples is over; null where there is none. */
function toneEnd(samples: Int16Array, rateHz: number): number | null {
  const size = frameSize(rateHz);
  let frames = 0;
  let at = 0;
  for (; at + size <= samples.length; at += size) {
    if (isTone(samples, at, size, rateHz)) frames += 1;
    else if (frames * frameMs >= leastToneMs) return at;
    else frames = 0;
  }
  return frames * frameMs >= leastToneMs ? at : null;
}

/** By Goertzel's algorithm, which measures one pitch alone. */
function isTone(samples: Int16Array, from: number, size: number, rateHz: number): boolean {
  const energy = energyOf(samples, from, size);
  if (Math.sqrt(energy / size) < toneLoudness) return false;
  const turn = 2 * Math.cos((2 * Math.PI * toneHz) / rateHz);
  let [before, last] = [0, 0];
  for (let index = from; index < from + size; index += 1) {
    [before, last] = [last, (samples[index] ?? 0) + turn * last - before];
  }
  const atPitch = (before * before + last * last - turn * before * last) / (size / 2);
  return atPitch / energy >= leastPurity;
}

function energyOf(samples: Int16Array, from: number, size: number): number {
  let energy = 0;
  for (let index = from; index < from + size; index += 1) energy += (samples[index] ?? 0) ** 2;
  return energy;
}

function frameSize(rateHz: number): number {
  return Math.round((rateHz * frameMs) / 1_000);
}
