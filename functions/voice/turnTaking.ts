import type { Completeness } from "./completeness/completeness";
import type { CallFacts } from "./state";

/** When the turn changes hands. All times in milliseconds; each may be overridden by a stack. */
export interface TurnTaking {
  /** How long a caller is silent after a finished question before it is our turn. @default 350 */
  readonly endOfQuestionMs: number;
  /** The same after anything else that sounds finished. @default 480 */
  readonly endOfTurnMs: number;
  /** The same where nothing tells whether it is finished. @default 560 */
  readonly unclearMs: number;
  /** The same where people mostly go on: after what asks for nothing, or a spelling that may be whole. @default 790 */
  readonly openMs: number;
  /** The same after a greeting: not so long that a second passes before they hear us. @default 840 */
  readonly begunMs: number;
  /** On `flow`, where all that is said takes longer to be heard, the longest silence after words that may be all. @default 700 */
  readonly longestOnFlowMs: number;
  /** The same where the words ask for more: "I would like", "and". @default 1500 */
  readonly unfinishedMs: number;
  /** The same while more of a number, a spelling or an address must come. @default 1600 */
  readonly dictationMs: number;
  /** Sound without words for this long after its end is noise. @default 350 */
  readonly wordsLateMs: number;
  /** The longest that noise without words may hold the agent back. @default 1200 */
  readonly noiseMs: number;
  /** After the agent's words: be patient, offer to call back, say goodbye. @default [2500, 5000, 8000] */
  readonly silenceMs: readonly [number, number, number];
  /** From the caller's last sound, at our end: a filler is due. @default 830 */
  readonly fillerMs: number;
  /** From the caller's last sound, at our end: a person is offered. @default 2700 */
  readonly tooSlowMs: number;
  /** How long after a service failed the brain is asked again. @default 200 */
  readonly retryAfterMs: number;
  /** From the caller's last sound: so long a failed speech is tried again. @default 2000 */
  readonly retryWithinMs: number;
  /** The longest that a line may keep a speech waiting beyond its own length. @default 4000 */
  readonly stalledMs: number;
}

export const turnTakingDefaults: TurnTaking = {
  endOfQuestionMs: 350,
  endOfTurnMs: 480,
  unclearMs: 560,
  openMs: 790,
  begunMs: 840,
  longestOnFlowMs: 700,
  unfinishedMs: 1500,
  dictationMs: 1600,
  wordsLateMs: 350,
  noiseMs: 1200,
  silenceMs: [2500, 5000, 8000],
  fillerMs: 830,
  tooSlowMs: 2700,
  retryAfterMs: 200,
  retryWithinMs: 2000,
  stalledMs: 4000,
};

const patience = {
  question: "endOfQuestionMs",
  finished: "endOfTurnMs",
  unclear: "unclearMs",
  open: "openMs",
  begun: "begunMs",
  unfinished: "unfinishedMs",
  dictating: "dictationMs",
} as const satisfies Record<Completeness, keyof TurnTaking>;

/** How long the caller may be silent after what they have said before it is the agent's turn. */
export function patienceMs(completeness: Completeness, taking: TurnTaking, grade: CallFacts["grade"]): number {
  const usualMs = taking[patience[completeness]];
  const isMoreDue = completeness === "unfinished" || completeness === "dictating";
  return grade === "flow" && !isMoreDue ? Math.min(usualMs, taking.longestOnFlowMs) : usualMs;
}
