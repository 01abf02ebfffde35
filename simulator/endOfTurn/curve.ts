import { type TurnTaking, turnTakingDefaults } from "../../functions/voice/turnTaking";
import type { StageSettings } from "./playUtterance";
import { type PlayedUtterance, playUtterances, type TurnEnds, turnEnds } from "./turnEnds";
import type { UtteranceSet } from "./utterances";

/** How often callers are cut off, against how long they wait for an answer. */
export interface TurnEndCurve {
  /** The product as it is. */
  readonly ours: Record<UtteranceSet, TurnEnds>;
  /** The same with all its patience made shorter or longer. */
  readonly scaled: readonly CurvePoint[];
  /** The same ear and recogniser, but always the same silence before the agent answers. */
  readonly fixed: readonly CurvePoint[];
  /** Sentences that were whole before they went on: no rule can know. Not among the others. */
  readonly afterthoughts: TurnEnds;
}

export interface CurvePoint extends TurnEnds {
  readonly name: string;
}

/** Every service of the agent takes 100 ms, the line 75 ms each way. */
const delays = {
  transcribe: 100,
  brainFirstToken: 100,
  brainToken: 5,
  speakerFirstByte: 100,
  tool: 100,
  line: 75,
} as const;
const noises = ["none", "quiet"] as const;
/** Of each set, of which a ninth are afterthoughts: ours are heard more often, for they are few that are cut off. */
const heardOfOurs = 720;
const heardOfOthers = 113;
const fixedMs = [350, 500, 600, 700, 900, 1100] as const;
const factors = [0.6, 0.8, 1.25] as const;

/** Plays utterances with pauses inside, half of them never seen by whoever tuned the rules, in silence and in noise. */
export async function turnEndCurve(tell: (line: string) => void): Promise<TurnEndCurve> {
  const play = async (
    set: UtteranceSet,
    taking: Partial<TurnTaking>,
    count = heardOfOthers,
  ): Promise<PlayedUtterance[]> => {
    const settings: StageSettings = { taking, delays, column: "best" };
    return playUtterances(set, count, noises, settings);
  };
  const both = async (name: string, taking: Partial<TurnTaking>): Promise<CurvePoint> => {
    tell(`end-of-turn: ${name}`);
    const played = [...(await play("tuning", taking)), ...(await play("heldOut", taking))];
    return { name, ...turnEnds(played.filter(isPaused)) };
  };

  tell("end-of-turn: as it is");
  const tuning = await play("tuning", {}, heardOfOurs);
  const heldOut = await play("heldOut", {}, heardOfOurs);
  const handWritten = await play("handWritten", {}, heardOfOurs);
  const scaled: CurvePoint[] = [];
  for (const factor of factors) scaled.push(await both(`patience x ${factor}`, scaledBy(factor)));
  const fixed: CurvePoint[] = [];
  for (const ms of fixedMs) fixed.push(await both(`always ${ms} ms`, always(ms)));
  return {
    ours: {
      tuning: turnEnds(tuning.filter(isPaused)),
      heldOut: turnEnds(heldOut.filter(isPaused)),
      handWritten: turnEnds(handWritten),
    },
    scaled,
    fixed,
    afterthoughts: turnEnds([...tuning, ...heldOut].filter((each) => !isPaused(each))),
  };
}

function isPaused({ utterance }: PlayedUtterance): boolean {
  return utterance.kind !== "afterthought";
}

const patienceNames = [
  "endOfQuestionMs",
  "endOfTurnMs",
  "unclearMs",
  "openMs",
  "begunMs",
  "unfinishedMs",
  "dictationMs",
] as const satisfies readonly (keyof TurnTaking)[];

function scaledBy(factor: number): Partial<TurnTaking> {
  return Object.fromEntries(patienceNames.map((name) => [name, turnTakingDefaults[name] * factor]));
}

function always(ms: number): Partial<TurnTaking> {
  return Object.fromEntries(patienceNames.map((name) => [name, ms]));
}
