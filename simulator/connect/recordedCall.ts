import { writeWave } from "../../functions/prepareVoicemail/wave";
import type { Heard, PhoneNetwork } from "../phoneNetwork";
import { humSamples } from "../sound/noiseSamples";
import { type SimSound, sampleRateHz, samplesPerMs, speechDbfs } from "../sound/simSound";
import type { Marks } from "../wire/watermark";
import type { BusEvent } from "../workflows/eventRules";

/** The bucket in which Connect leaves what it records. */
export const recordingBucket = "simulated-recordings";

/** For how long Connect recorded a call, milliseconds since the epoch. */
export interface RecordedSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * What Connect recorded of a call: the caller left, what the flow played right, as its end of the line had it. A caller's sound that is
 * only symbolic is hummed, with its words marked in it; of the flow's own there is what has samples, such as the tone.
 */
export function recordedCall(phone: PhoneNetwork, { startMs, endMs }: RecordedSpan, marks: Marks): Uint8Array {
  // Who hangs up is heard to do so after their last words, which are as long on their way.
  const length = Math.max(0, Math.round((endMs + phone.lineMs - startMs) * samplesPerMs));
  const [caller, flow] = [new Int16Array(length), new Int16Array(length)];
  for (const heard of phone.saidByCaller()) {
    const { sound } = heard;
    const spoken = sound.pcm ?? hum(sound);
    place(caller, heard.startMs + phone.lineMs - startMs, heard, marks.mark(spoken, sound.words));
  }
  for (const heard of phone.heardByCaller()) {
    if (heard.sound.pcm !== null) place(flow, heard.startMs - phone.lineMs - startMs, heard, heard.sound.pcm);
  }
  return writeWave({ rateHz: sampleRateHz, channels: [caller, flow] });
}

/** Where Connect leaves a recording of a conversation with a flow. */
export function recordingKey(contactId: string, startMs: number): string {
  const [date = "", time = ""] = new Date(startMs).toISOString().split("T");
  return `recordings/ivr/${date.replaceAll("-", "/")}/${contactId}_${date.replaceAll("-", "")}T${time.slice(0, 5)}_UTC.wav`;
}

/** What S3 tells of a new object. */
export function objectCreated(bucket: string, key: string, atMs: number): BusEvent {
  return {
    source: "aws.s3",
    "detail-type": "Object Created",
    time: new Date(atMs).toISOString(),
    detail: { bucket: { name: bucket }, object: { key } },
  };
}

function place(side: Int16Array, atMs: number, { playedMs }: Heard, pcm: Int16Array): void {
  const start = Math.round(atMs * samplesPerMs);
  const played = pcm.subarray(0, Math.round(playedMs * samplesPerMs));
  const from = Math.max(0, -start);
  if (from >= played.length || start >= side.length) return;
  side.set(played.subarray(from, side.length - start), Math.max(0, start));
}

/** As long and as loud as speech. */
function hum(sound: SimSound): Int16Array {
  const length = sound.durationMs * samplesPerMs;
  if (sound.words.length === 0) return humSamples(length, sound.levels[0] ?? speechDbfs);
  if (longestHum.length < length) longestHum = humSamples(length, speechDbfs);
  return longestHum.subarray(0, length);
}

/** Hums are alike: all are cut from the longest. */
let longestHum: Int16Array = new Int16Array(0);
