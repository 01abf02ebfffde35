import type { Column } from "../connect/assumptions";
import { chanceFrom } from "../fuzz/chance";
import { playRandomCall } from "../fuzz/playRandomCall";
import { randomCall } from "../fuzz/randomCall";
import type { CallReport } from "../report";
import { defaultDelays, type Step } from "../scriptedCall";

/** What a caller does while the agent speaks. */
export type InterruptionKind = "words" | "cough" | "hum";

/** One sound of a caller into a long reply on the duplex line; times in ms from when its first block reached the hot function. */
export interface Interruption {
  readonly seed: number;
  readonly kind: InterruptionKind;
  /** When the agent fell silent; null where it did not. */
  readonly duckedMs: number | null;
  /** When the agent's last sample of the reply was sent; null where the reply went on. */
  readonly silentMs: number | null;
  /** When the reply was given up, so that a new turn can begin; null where it went on. */
  readonly givenUpMs: number | null;
  /** From the end of the sound reaching the function to the agent's going on; null where it did not. */
  readonly resumedMs: number | null;
  /** Words that the caller is taken to have heard, less those that were on the wire. */
  readonly wordsTooMany: number;
}

const words = [
  "Wait, can I book one?",
  "Stop.",
  "No, I meant Saturday.",
  "Actually, never mind.",
  "Hold on a second.",
  "Sorry, what was that?",
  "And what about Sunday?",
  "I need to go.",
  "Excuse me, how much?",
  "Hang on, my wife is asking something.",
];
const hums = ["uh-huh", "mm-hmm", "yeah", "okay", "right", "mhm"];
const reply =
  "There is free parking behind the shop, next to the bakery, for an hour. There is free parking behind the shop, next to the bakery, for an hour.";

/** Plays the interruption of a seed: what is said, and when, follow from it. */
export async function playInterruption(seed: number, column: Column): Promise<Interruption> {
  const chance = chanceFrom(seed);
  const kind = chance.pick<InterruptionKind>(["words", "words", "cough", "hum"]);
  const afterMs = chance.whole(100, 4000);
  const step: Step =
    kind === "words"
      ? { type: "interrupts", text: chance.pick(words), afterMs }
      : kind === "cough"
        ? { type: "coughs", lengthMs: 20 * chance.whole(5, 35), afterMs }
        : { type: "hums", text: chance.pick(hums), afterMs };
  const { call, finished, happened, report } = await playRandomCall({
    ...randomCall(barbersSeed),
    seed,
    line: "duplex",
    column,
    delays: defaultDelays,
    faults: [],
    person: "answered",
    steps: [{ type: "says", text: "Where can I park?", afterMs: null }, step, { type: "hangsUp", afterWordsMs: null }],
    disturbances: [],
    brain: [{ tool: "answer_from_knowledge", input: { facts: ["faq.parking"], sure: true, reply } }],
  });
  const sound = finished.phone.saidByCaller()[1];
  if (sound === undefined) throw new Error(`the caller of seed ${seed} did not interrupt`);
  const startMs = sound.startMs + call.delays.line;
  const endMs = startMs + sound.playedMs;
  const reachedMs = (soundMs: number) =>
    happened.find(({ event }) => event.type === "callerHeard" && event.untilMs >= soundMs + frameMs)?.event.atMs ?? 0;
  const effectMs = (type: string, fromMs: number) =>
    happened.find(({ event, effects }) => event.atMs >= fromMs && effects.some((effect) => effect.type === type))?.event
      .atMs ?? null;
  const since = (ms: number | null, fromMs: number) => (ms === null ? null : ms - fromMs);
  const reached = reachedMs(startMs);
  const turn = report.turns[0];
  const givenUpMs = since(effectMs("stop", reached), reached);
  const spoken = finished.phone.heardByCaller().filter((heard) => heard.startMs - call.delays.line < startMs);
  const lastSampleMs = Math.max(...spoken.map((heard) => heard.startMs + heard.playedMs)) - call.delays.line;
  return {
    seed,
    kind,
    duckedMs: since(effectMs("hold", reached), reached),
    silentMs: givenUpMs === null ? null : lastSampleMs - reached,
    givenUpMs,
    resumedMs: givenUpMs === null ? since(effectMs("resume", reached), reachedMs(endMs - frameMs)) : null,
    wordsTooMany:
      turn === undefined ? 0 : countOf(turn.heard) - heardOnWire(spokenIn(report, startMs + maxHeldMs), reply),
  };
}

const frameMs = 20;
/** A seed whose business has a long answer; see `randomBusiness.ts`. */
const barbersSeed = barbers();

function barbers(): number {
  for (let seed = 0; ; seed += 1) {
    const { business, faqs } = randomCall(seed).knowledge;
    if (business.name === "Fern Barbers" && faqs.some(({ id }) => id === "parking")) return seed;
  }
}

/** Longer than a reply is held back before it is given up. */
const maxHeldMs = 1200;

function spokenIn({ agentAudio, startedAt, turns }: CallReport, untilMs: number): CallReport["agentAudio"] {
  const answerMs = Date.parse(startedAt);
  return turns[0]?.interrupted ? agentAudio.filter(({ startMs }) => answerMs + startMs < untilMs) : agentAudio;
}

function heardOnWire(
  audio: readonly { readonly startMs: number; readonly endMs: number; readonly text: string }[],
  said: string,
): number {
  const characters = audio
    .filter(({ text }) => said.includes(text))
    .reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) / characterMs, 0);
  return countOf(said.slice(0, Math.round(characters)));
}

/** Every character of the agent's speech takes this long. */
const characterMs = 60;

function countOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
