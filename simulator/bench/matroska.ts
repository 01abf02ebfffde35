import { matroskaReader } from "../../functions/voice/aws/matroska";
import { fragmentHead, fragmentTail, simpleBlock } from "../wire/matroskaWriter";
import type { Benchmark } from "./benchmark";
import { runsASecond } from "./inTurns";
import { percentile } from "./percentile";

/** A fragment as Connect writes it: about a second of 64 ms blocks. */
const blockMs = 64;
const blocks = 16;
const fragmentMs = blockMs * blocks;
const rounds = 9;
/** One call may take so little of a core that a busy one does not matter: a five-hundredth. */
const leastTimes = 500;

/** How much faster the caller's stream is read than it is spoken. */
export const matroska: Benchmark = {
  name: "matroska",
  about: "the reader of the caller's stream against the rate at which a call brings it",
  async measure({ tell }) {
    tell("matroska: reading a call's stream, block by block");
    const pieces = callStream();
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const read = () => {
      const reader = matroskaReader();
      for (const piece of pieces) reader.read(piece);
    };
    const rates: number[] = [];
    for (let round = 0; round < rounds; round += 1) rates.push(await runsASecond(read));
    const aSecond = percentile(rates, 0.5);
    return [
      {
        name: "stream read",
        value: (aSecond * fragmentMs) / 1_000,
        unit: "times",
        against: "the rate of one call",
        limit: { atLeast: leastTimes },
        measured: { readMBps: (aSecond * bytes) / 1e6, callMBps: bytes / fragmentMs / 1_000 },
      },
    ];
  },
};

/** A fragment in the pieces in which it comes in. */
function callStream(): readonly Uint8Array[] {
  const producerMs = Date.UTC(2026, 10, 23, 18);
  const track = { number: 1, name: "AUDIO_FROM_CUSTOMER" };
  const head = fragmentHead({
    number: "91343852333181432392682062622153137001",
    serverMs: producerMs,
    producerMs,
    tracks: [track],
  });
  const sound = Array.from({ length: blocks }, (_, index) =>
    simpleBlock(
      track.number,
      index * blockMs,
      Int16Array.from({ length: blockMs * 8 }, (_, at) => ((at * 31 + index * 7_919) % 4_001) - 2_000),
    ),
  );
  return [head, ...sound, fragmentTail("contact-1")];
}
