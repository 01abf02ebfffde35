import { readFileSync } from "node:fs";
import { WaveFile } from "wavefile";
import { type Problem, problemsError } from "../../functions/shared/userError";
import { isWordless } from "./levels";
import { resample } from "./resample";
import { sampleRateHz } from "./simSound";

const cure = "Give a mono WAV file, 16-bit or µ-law, of any sample rate.";

/**
 * The samples of a WAV file of the user, brought to 8 kHz.
 *
 * @param path where it lies
 * @param asked where the user named it, and how, for the error
 * @throws UserError where it cannot be read, is anything but 16-bit or µ-law mono, or holds nothing but silence
 */
export function readWav(path: string, asked: Pick<Problem, "file" | "key" | "value">): Int16Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === "ENOENT" ? "There is no such file" : `It cannot be read (${code})`;
    throw problemsError([{ ...asked, cure: `${why}: ${path}. ${cure}` }]);
  }
  const decoded = decodeWav(bytes);
  if ("fault" in decoded) throw problemsError([{ ...asked, cure: `${decoded.fault} ${cure}` }]);
  if (isWordless(decoded.pcm)) {
    throw problemsError([
      { ...asked, cure: "Nothing can be heard in it. Give a recording in which the text is said." },
    ]);
  }
  return decoded.pcm;
}

/** A WAV file's samples at 8 kHz, or a sentence saying why there are none. A file that breaks off gives what it has. */
export function decodeWav(bytes: Uint8Array): { readonly pcm: Int16Array } | { readonly fault: string } {
  let wave: WaveFile;
  try {
    wave = new WaveFile(bytes);
  } catch {
    return { fault: "This is no WAV file." };
  }
  const { numChannels, sampleRate, audioFormat } = wave.fmt as Record<string, number>;
  if (numChannels !== 1) return { fault: `It has ${numChannels} channels.` };
  if (sampleRate === undefined || sampleRate < 1000) return { fault: `Its sample rate is ${sampleRate} Hz.` };
  if (wave.bitDepth === "8m") wave.fromMuLaw();
  else if (wave.bitDepth !== "16") return { fault: `It is ${formatName(wave.bitDepth, audioFormat)}.` };
  const samples = wave.getSamples(false, Int16Array) as unknown as Int16Array;
  if (samples.length === 0) return { fault: "It holds no sound." };
  const length = Math.max(1, Math.round((samples.length * sampleRateHz) / sampleRate));
  return { pcm: resample(samples, length) };
}

function formatName(bitDepth: string, audioFormat: number | undefined): string {
  if (bitDepth === "8a") return "A-law";
  if (bitDepth === "4") return "ADPCM";
  if (audioFormat === 3) return `${bitDepth.replace("f", "")}-bit floating point`;
  return `${bitDepth}-bit`;
}

/** A WAV file, 16-bit at 8 kHz, of one channel or several of the same length. */
export function encodeWav(channels: readonly Int16Array[]): Uint8Array {
  const [first] = channels;
  const wave = new WaveFile();
  if (first !== undefined && channels.length === 1) wave.fromScratch(1, sampleRateHz, "16", first);
  else wave.fromScratch(channels.length, sampleRateHz, "16", [...channels]);
  return wave.toBuffer();
}
