const sampleRateHz = 8_000;
const headerBytes = 58;
const muLawFormat = 7;

/**
 * Telephone sound as a file that Amazon Connect plays: WAV, µ-law, 8 kHz, mono, half the size of plain samples.
 *
 * @param pcm signed 16-bit samples at 8 kHz.
 */
export function promptWav(pcm: Int16Array): Uint8Array {
  const dataBytes = pcm.length;
  const padding = dataBytes % 2;
  const bytes = new Uint8Array(headerBytes + dataBytes + padding);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 18, true);
  view.setUint16(20, muLawFormat, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint16(36, 0, true);
  // A format that is not plain samples says how many there are.
  word(38, "fact");
  view.setUint32(42, 4, true);
  view.setUint32(46, pcm.length, true);
  word(50, "data");
  view.setUint32(54, dataBytes, true);
  for (let index = 0; index < pcm.length; index += 1) bytes[headerBytes + index] = muLaw(pcm[index] ?? 0);
  return bytes;
}

const bias = 0x84;
const loudest = 32_635;

/** A sample as the telephone carries it, a code of 8 bits (ITU-T G.711). */
export function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), loudest) + bias;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** The samples of a file that `promptWav` wrote; null where it is no such file. */
export function promptPcm(wav: Uint8Array): Int16Array | null {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  if (wav.length < headerBytes || view.getUint16(20, true) !== muLawFormat) return null;
  const samples = view.getUint32(54, true);
  if (wav.length < headerBytes + samples) return null;
  return Int16Array.from({ length: samples }, (_, index) => linear(wav[headerBytes + index] ?? 0));
}

/** The sample that a code of `muLaw` stands for. */
export function linear(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = (((bits & 0x0f) << 3) + bias) << ((bits & 0x70) >> 4);
  return bits & 0x80 ? bias - magnitude : magnitude - bias;
}
