import { WaveFile } from "wavefile";
import { promptWav } from "./promptWav";

test("a prompt is a file of µ-law at 8 kHz in one channel, as others read it", () => {
  const wav = new WaveFile(promptWav(new Int16Array(8_001)));
  expect(wav.fmt).toMatchObject({ audioFormat: 7, numChannels: 1, sampleRate: 8_000, bitsPerSample: 8 });
  expect(wav.data).toMatchObject({ chunkSize: 8_001 });
});

test("what is written is what is heard, as exactly as µ-law can", () => {
  const pcm = Int16Array.from({ length: 2_000 }, (_, index) =>
    Math.round(32_767 * Math.sin(index / 7) * (index / 2_000)),
  );
  const wav = new WaveFile(promptWav(pcm));
  wav.fromMuLaw();
  const heard = wav.getSamples(false, Int16Array) as unknown as Int16Array;
  expect(heard).toHaveLength(pcm.length);
  for (const [index, sample] of pcm.entries()) {
    expect(Math.abs((heard[index] ?? 0) - sample)).toBeLessThanOrEqual(Math.max(8, Math.abs(sample) / 16));
  }
});

test("the loudest sounds keep their sign", () => {
  const wav = new WaveFile(promptWav(Int16Array.of(32_767, -32_768, 0)));
  wav.fromMuLaw();
  const [loud, low, silent] = wav.getSamples(false, Int16Array) as unknown as Int16Array;
  expect(loud).toBeGreaterThan(31_000);
  expect(low).toBeLessThan(-31_000);
  expect(Math.abs(silent ?? 1)).toBeLessThan(10);
});
