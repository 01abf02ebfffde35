/** How call time lies on the audio clock. Seconds are the audio clock's. */
export interface Placement {
  /** Audio time of the answer; null before the first sound. */
  readonly answeredAtS: number | null;
  /** Where the last sound ends. */
  readonly endS: number;
}

export const nothingPlaced: Placement = { answeredAtS: null, endS: 0 };

/** How far ahead of the audio clock sound is placed, so that a late message leaves no gap. */
const leadS = 0.06;
/** More lead than this after a silence is taken back: a stall must not leave the rest of the call late. */
const mostLeadS = 0.2;
/** Sounds closer than this are one stretch, between which nothing may be moved. */
const seamS = 0.02;

/**
 * Where on the audio clock a sound of the call begins. Sounds that follow one another stay seamless; what came too late moves
 * everything after it later, and the next silence takes the delay back.
 */
export function placeSound(placement: Placement, atMs: number, durationMs: number, nowS: number): [Placement, number] {
  const earliestS = nowS + leadS;
  const wishedS = placement.answeredAtS === null ? earliestS : placement.answeredAtS + atMs / 1000;
  const followsSilence = wishedS > placement.endS + seamS || nowS > placement.endS;
  const isEarly = followsSilence && wishedS - nowS > mostLeadS;
  const startS = wishedS < nowS + 0.005 || isEarly ? earliestS : wishedS;
  return [{ answeredAtS: startS - atMs / 1000, endS: startS + durationMs / 1000 }, startS];
}

/** The sound of a call in a browser. */
export interface Playback {
  agentSpoke(pcm: Int16Array, atMs: number): void;
  agentStopped(): void;
  callerSpoke(pcm: Int16Array): void;
  /** How loud the agent is at the loudspeaker right now, 0 to 1. */
  agentLevel(): number;
  close(): void;
}

const sampleRateHz = 8000;
const fadeS = 0.005;

/**
 * Opens the loudspeaker; to be called from a click, since browsers allow no sound before one. The context runs at the telephone's
 * own rate: the browser's resampler behind it is better than the linear one inside it.
 *
 * @param callerVolume 0 to 1, how loud the caller's own voice is.
 */
export function openPlayback(callerVolume: number): Playback {
  const context = new AudioContext({ sampleRate: sampleRateHz });
  // Some browsers start a context only when told, even in a click.
  void context.resume();
  const analyser = new AnalyserNode(context, { fftSize: 256, smoothingTimeConstant: 0 });
  analyser.connect(context.destination);
  const playing = new Set<{ source: AudioBufferSourceNode; volume: GainNode }>();
  const window = new Float32Array(analyser.fftSize);
  let placement = nothingPlaced;

  const start = (pcm: Int16Array, atS: number, volume: GainNode): AudioBufferSourceNode => {
    const buffer = context.createBuffer(1, pcm.length, sampleRateHz);
    buffer.copyToChannel(
      Float32Array.from(pcm, (sample) => sample / 32768),
      0,
    );
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(volume);
    source.start(atS);
    return source;
  };

  return {
    agentSpoke(pcm, atMs) {
      if (pcm.length === 0) return;
      const [next, startS] = placeSound(placement, atMs, (pcm.length / sampleRateHz) * 1000, context.currentTime);
      placement = next;
      const volume = new GainNode(context);
      volume.connect(analyser);
      const sound = { source: start(pcm, startS, volume), volume };
      playing.add(sound);
      sound.source.onended = () => playing.delete(sound);
    },
    agentStopped() {
      const nowS = context.currentTime;
      for (const { source, volume } of playing) {
        volume.gain.setValueAtTime(1, nowS);
        volume.gain.linearRampToValueAtTime(0, nowS + fadeS);
        source.stop(nowS + fadeS);
      }
      playing.clear();
      placement = { ...placement, endS: nowS };
    },
    callerSpoke(pcm) {
      if (callerVolume === 0 || pcm.length === 0) return;
      const volume = new GainNode(context, { gain: callerVolume });
      volume.connect(context.destination);
      start(pcm, context.currentTime + leadS, volume);
    },
    agentLevel() {
      analyser.getFloatTimeDomainData(window);
      return Math.min(1, Math.hypot(...window) / Math.sqrt(window.length));
    },
    close() {
      void context.close();
    },
  };
}
