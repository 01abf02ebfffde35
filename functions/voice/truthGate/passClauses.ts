import { type Grounds, judgeReply } from "./truthGate";

export interface Passed {
  /** Clauses that may be spoken, in order. */
  readonly clauses: readonly string[];
  /** How many of the offered clauses these are made of; the rest waits for what is still to come. */
  readonly taken: number;
  /** The clause that ends the reply, and why. */
  readonly stopped: { readonly clause: string; readonly why: string } | null;
}

/**
 * Lets clauses of a reply through in their order. A clause whose meaning hangs on what follows ("open every day" before "except
 * Sunday", a yes before what it says yes to) waits for it and passes together with it; where nothing mends it, it stops the reply.
 *
 * @param before what of the reply was let through.
 * @param isComplete no more clauses will come.
 */
export function passClauses(before: string, clauses: readonly string[], isComplete: boolean, grounds: Grounds): Passed {
  const passed: string[] = [];
  let taken = 0;
  let soFar = before;
  let pending = "";
  for (const [index, clause] of clauses.entries()) {
    pending = joined(pending, clause);
    const isLast = isComplete && index === clauses.length - 1;
    const { why, mayMend } = judgeReply(joined(soFar, pending), grounds);
    if (why === null) {
      passed.push(pending);
      soFar = joined(soFar, pending);
      pending = "";
      taken = index + 1;
    } else if (!mayMend || isLast) return { clauses: passed, taken, stopped: { clause: pending, why } };
  }
  return { clauses: passed, taken, stopped: null };
}

function joined(a: string, b: string): string {
  return a === "" ? b : `${a} ${b}`;
}
