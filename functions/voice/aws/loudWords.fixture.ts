import type { TranscribeSettings } from "../../../simulator/wire/transcribeServer";

const wordMs = 300;
const finalMs = 500;
const loudFrom = 1_000;

/** Hears the same words in every stretch of loud sound, one for each 300 ms of it; final half a second after its end. */
export function loudWords(words: readonly string[]): TranscribeSettings["recognise"] {
  return (_, tell) => {
    let heardMs = 0;
    let loudMs = 0;
    let startMs = 0;
    let quietMs = 0;
    let segment = 0;
    const results = (isPartial: boolean) => [
      {
        ResultId: `segment-${segment}`,
        IsPartial: isPartial,
        Alternatives: [
          {
            Items: words.slice(0, Math.floor(loudMs / wordMs)).map((Content, index) => ({
              Type: "pronunciation" as const,
              Content,
              StartTime: (startMs + index * wordMs) / 1_000,
              EndTime: (startMs + (index + 1) * wordMs - 20) / 1_000,
              Stable: true,
            })),
          },
        ],
      },
    ];
    return {
      hear(pcm) {
        const durationMs = pcm.length / 8;
        heardMs += durationMs;
        const isLoud = pcm.some((sample) => Math.abs(sample) > loudFrom);
        if (isLoud && loudMs === 0) startMs = heardMs - durationMs;
        if (isLoud) loudMs += durationMs;
        quietMs = isLoud ? 0 : quietMs + durationMs;
        if (isLoud) return tell(results(true));
        if (loudMs === 0 || quietMs < finalMs) return;
        tell(results(false));
        loudMs = 0;
        segment += 1;
      },
      async end() {},
    };
  };
}
