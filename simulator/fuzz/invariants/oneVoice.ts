import type { Invariant } from "../invariant";

/** The agent has one mouth. */
export const oneVoice: Invariant = {
  name: "stretches of the agent's speech do not overlap",
  broken: ({ report }) =>
    report.agentAudio.flatMap((stretch, index) => {
      const before = report.agentAudio[index - 1];
      if (before === undefined || before.endMs <= stretch.startMs) return [];
      return [`"${before.text}" ends at ${before.endMs} ms, "${stretch.text}" begins at ${stretch.startMs} ms`];
    }),
};
