import type { State } from "./state";

/** One state after another, and what makes it so. */
export interface StateChange {
  readonly from: State;
  readonly to: State;
  readonly when: string;
}

const person = "0 is pressed, or the caller can no longer be understood";
const lineLost = "the line is lost";
const gone = "the caller hangs up";

/** Every change of state that there is: `conversation.ts` makes no other, which a test shows. */
export const stateChanges: readonly StateChange[] = [
  { from: "greeting", to: "waiting", when: "the greeting was heard" },
  { from: "greeting", to: "listening", when: "the caller interrupts" },
  { from: "greeting", to: "speaking", when: person },
  { from: "greeting", to: "transferring", when: lineLost },
  { from: "greeting", to: "ended", when: gone },
  { from: "waiting", to: "listening", when: "words come, or a digit" },
  { from: "waiting", to: "speaking", when: person },
  { from: "waiting", to: "transferring", when: lineLost },
  { from: "waiting", to: "ended", when: "the goodbye of a silence was heard, or the caller hangs up" },
  { from: "listening", to: "thinking", when: "the caller's turn is over" },
  { from: "listening", to: "speaking", when: "the same, and the reply is there" },
  { from: "listening", to: "waiting", when: "the words are taken back" },
  { from: "listening", to: "transferring", when: lineLost },
  { from: "listening", to: "ended", when: gone },
  { from: "thinking", to: "speaking", when: "the first clause has passed, or nothing comes in time" },
  { from: "thinking", to: "listening", when: "the caller goes on" },
  { from: "thinking", to: "transferring", when: lineLost },
  { from: "thinking", to: "ended", when: gone },
  { from: "speaking", to: "waiting", when: "everything was heard" },
  { from: "speaking", to: "listening", when: "the caller interrupts" },
  { from: "speaking", to: "transferring", when: "the words before a person were heard, or the line is lost" },
  { from: "speaking", to: "ended", when: "the goodbye was heard, or the caller hangs up" },
];

/** The changes as a picture in Mermaid's language. */
export function statePicture(changes: readonly StateChange[] = stateChanges): string {
  const arrows = changes.map(({ from, to, when }) => `  ${from} --> ${to}: ${when}`);
  return ["stateDiagram-v2", "  [*] --> greeting", ...arrows, "  transferring --> [*]", "  ended --> [*]"].join("\n");
}
