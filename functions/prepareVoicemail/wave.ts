import { linear } from "../aws/promptWav";

/** Sound by its samples, signed 16 bits. */
export interface Wave {
  readonly rateHz: number;
  /** One or more of the same length. */
  readonly channels: readonly Int16Array[];
}

const headerBytes = 44;
const [plain, muLawFormat] = [1, 7];

/**
 * Reads a WAV file of plain 16-bit samples or of µ-law, as Connect records. A file that breaks off gives what it has: who writes one
 * while a call goes on does not know its length. Null where it is no such file.
 */
export function readWave(bytes: Uint8Array): Wave | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || textAt(bytes, 0) !== "RIFF" || textAt(bytes, 8) !== "WAVE") return null;
  let format: {
    readonly code: number;
    readonly channels: number;
    readonly rateHz: number;
    readonly bits: number;
  } | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (textAt(bytes, at) === "fmt " && body + 16 <= bytes.length) {
      format = {
        code: view.getUint16(body, true),
        channels: view.getUint16(body + 2, true),
        rateHz: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      };
    }
    if (textAt(bytes, at) === "data") {
      const isKnown = format !== null && (format.code === plain ? format.bits === 16 : format.code === muLawFormat);
      if (format === null || !isKnown || format.channels === 0 || format.rateHz === 0) return null;
      const isMuLaw = format.code === muLawFormat;
      const end = size === 0 || body + size > bytes.length ? bytes.length : body + size;
      const frameBytes = format.channels * (isMuLaw ? 1 : 2);
      const length = Math.floor((end - body) / frameBytes);
      const coded = bytes.subarray(body, body + length * frameBytes);
      const frames = isMuLaw ? Int16Array.from(coded, linear) : wordsOf(coded);
      const channels = Array.from({ length: format.channels }, () => new Int16Array(length));
      for (const [channel, samples] of channels.entries()) {
        for (let index = 0, place = channel; index < length; index += 1, place += channels.length) {
          samples[index] = frames[place] ?? 0;
        }
      }
      return { rateHz: format.rateHz, channels };
    }
    at = body + size + (size % 2);
  }
  return null;
}

/** A WAV file of plain 16-bit samples. */
export function writeWave({ rateHz, channels }: Wave): Uint8Array {
  const length = channels[0]?.length ?? 0;
  const frameBytes = channels.length * 2;
  const bytes = new Uint8Array(headerBytes + length * frameBytes);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, plain, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, rateHz, true);
  view.setUint32(28, rateHz * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, length * frameBytes, true);
  const frames = new Int16Array(bytes.buffer, headerBytes);
  for (const [channel, samples] of channels.entries()) {
    for (let index = 0, place = channel; index < length; index += 1, place += channels.length) {
      frames[place] = samples[index] ?? 0;
    }
  }
  return bytes;
}

/** Little end first, as a file has them, on everything that this runs on. */
function wordsOf(bytes: Uint8Array): Int16Array {
  return new Int16Array(Uint8Array.from(bytes).buffer);
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
