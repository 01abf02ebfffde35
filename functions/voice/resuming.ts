import { wait } from "./closing";
import { give, prepare } from "./speaking";
import type { Step, Utterance } from "./state";
import { change, enter, setTimer } from "./state";

/** A recogniser has made words by then of what was said in the last seconds. */
export const hearAgainMs = 600;
/** If the caller was speaking, there are words by then. */
const wordsWithinMs = 2_000;

/** The first thing that a successor does: says what the one before no longer could, or lets the caller speak. */
export function onCallResumed(step: Step, unsaid: readonly Utterance[]): void {
  const { state, transfer, ending, afterwards, hearing } = step.c;
  // What the caller has said is heard once more, and faster than it was said.
  change(step, { hearing: { ...hearing, completeFromMs: step.atMs + hearAgainMs } });
  // Nobody knows whether the line was told: told twice, it does it once.
  if (state === "transferring") return void step.effects.push({ type: "transfer", summary: transfer?.summary ?? "" });
  if (state === "ended") {
    if (ending !== "callerHungUp") step.effects.push({ type: "end" });
    return;
  }
  sayAnew(step, unsaid);
  if (unsaid.length > 0) {
    give(step);
    return enter(step, unsaid.some(({ kind }) => kind === "greeting") ? "greeting" : "speaking");
  }
  // What comes afterwards is due: it happens as soon as nothing is left to be said.
  if (afterwards !== null) return enter(step, "speaking");
  if (state !== "listening") return wait(step);
  step.effects.push({ type: "show", state });
  setTimer(step, "endOfTurn", step.atMs + wordsWithinMs);
}

/** What was said by what was never heard is now said by what takes its place. */
function sayAnew(step: Step, unsaid: readonly Utterance[]): void {
  const anew = new Map<string, readonly string[]>();
  for (const { id, turn, kind, text, isOffer } of unsaid) {
    const before = step.c.mouth.length;
    prepare(step, { turn, kind, text, isOffer });
    anew.set(
      id,
      step.c.mouth.slice(before).map((speech) => speech.id),
    );
  }
  const said = <T extends { readonly saidBy: readonly string[] }>(what: T): T => ({
    ...what,
    saidBy: what.saidBy.flatMap((id) => anew.get(id) ?? [id]),
  });
  const { bookings, readBack } = step.c;
  change(step, { bookings: bookings.map(said), readBack: readBack && said(readBack) });
}
