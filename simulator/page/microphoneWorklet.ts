import { decimator } from "./decimator";

/** What the scope of an audio worklet has, which the types of a page do not know. */
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** 20 ms at 8 kHz. */
const pieceSamples = 160;
/** How much a worklet is given at a time; nothing comes where the microphone is gone. */
const quantumSamples = 128;

/** Sends what the microphone hears to the page: 20 ms a message, 8 kHz, s16. */
class Microphone extends AudioWorkletProcessor {
  private readonly decimate = decimator(sampleRate);
  private piece = new Int16Array(pieceSamples);
  private filled = 0;

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const channel = inputs[0]?.[0] ?? new Float32Array(quantumSamples);
    for (const sample of this.decimate(channel)) {
      this.piece[this.filled] = sample;
      this.filled += 1;
      if (this.filled < pieceSamples) continue;
      this.port.postMessage(this.piece.buffer, [this.piece.buffer]);
      this.piece = new Int16Array(pieceSamples);
      this.filled = 0;
    }
    return true;
  }
}

registerProcessor("microphone", Microphone);
