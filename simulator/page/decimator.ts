/** The telephone's own rate. */
const telephoneHz = 8_000;
/** What is above this is taken away before it could fold into what is heard. */
const passHz = 3_600;
/** How far the filter reaches to each side, in samples of the telephone. */
const reach = 16;
/** A telephone carries nothing as low as this; some microphones add a constant, which would count as loudness. */
const lowestHz = 60;

/**
 * Brings sound down to 8 kHz, piece by piece: a windowed sinc, so that nothing above 4 kHz is heard as something below.
 *
 * @param fromHz a whole number, 8000 or more.
 */
export function decimator(fromHz: number): (samples: Float32Array) => Int16Array {
  const divisor = greatestCommonDivisor(fromHz, telephoneHz);
  // Of so many results each lies differently between the samples it is made of.
  const phases = telephoneHz / divisor;
  const advance = fromHz / divisor;
  const halfTaps = Math.ceil((reach * fromHz) / telephoneHz);
  const kernels = Array.from({ length: phases }, (_, phase) => kernelAt(phase / phases, halfTaps, fromHz));
  let held = new Float32Array(2 * halfTaps);
  /** Where the next result lies: in whole samples of `held`, and in parts of one. */
  let at = 0;
  let phase = 0;
  const withoutConstant = constantBlocker();

  return (samples) => {
    const all = new Float32Array(held.length + samples.length);
    all.set(held);
    all.set(samples, held.length);
    const results: number[] = [];
    while (at + 2 * halfTaps <= all.length) {
      const kernel = kernels[phase] ?? [];
      let sum = 0;
      for (let tap = 0; tap < kernel.length; tap += 1) sum += (all[at + tap] ?? 0) * (kernel[tap] ?? 0);
      results.push(Math.max(-32_768, Math.min(32_767, Math.round(withoutConstant(sum) * 32_768))));
      phase += advance;
      at += Math.floor(phase / phases);
      phase %= phases;
    }
    const from = Math.min(at, all.length);
    held = all.slice(from);
    at -= from;
    return Int16Array.from(results);
  };
}

/** Takes away what does not change, sample by sample. */
function constantBlocker(): (sample: number) => number {
  const memory = 1 - (2 * Math.PI * lowestHz) / telephoneHz;
  let before = 0;
  let result = 0;
  return (sample) => {
    result = sample - before + memory * result;
    before = sample;
    return result;
  };
}

/** The filter for a result that lies so much of a sample behind the middle of its taps; their sum is 1. */
function kernelAt(offset: number, halfTaps: number, fromHz: number): readonly number[] {
  const cutoff = passHz / fromHz;
  const taps = Array.from({ length: 2 * halfTaps }, (_, tap) => {
    const distance = tap - (halfTaps - 1) - offset;
    const window =
      0.42 + 0.5 * Math.cos((Math.PI * distance) / halfTaps) + 0.08 * Math.cos((2 * Math.PI * distance) / halfTaps);
    return sinc(2 * cutoff * distance) * Math.max(0, window);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
