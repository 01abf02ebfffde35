import type { Invariant } from "../invariant";

/** Every call comes to an end, and everything that went wrong in it is told. */
export const ending: Invariant = {
  name: "every call ends, and its report says what failed",
  broken({ report, finished, call, happened }) {
    const problems: string[] = [];
    if (finished.connect.broken !== null) problems.push(`the flow broke: ${finished.connect.broken}`);
    if (finished.phone.endedAtMs() === null) problems.push("nobody hung up");
    if (report.errors.length < finished.faults.length)
      problems.push(`${finished.faults.length} faults, ${report.errors.length} told`);
    if (report.outcome === "failed" && call.faults.length === 0) problems.push("it failed though nothing went wrong");
    const isTaken = happened.length > 0;
    if (finished.faults.length === 0 && isTaken && finished.record === null) problems.push("no record was kept");
    return problems;
  },
};
