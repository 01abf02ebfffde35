/** What whoever answers shows of themselves: whose turn it is. */
export interface AgentFloor {
  /** `greeting | listening | thinking | speaking | waiting | transferring | ended`, and `recording` on a voicemail. */
  state(): string;
  /** The answer stops it. */
  watch(watcher: (state: string) => void): () => void;
}

/** A floor on which the agent and Connect show, each in its turn. */
export function agentFloor(): AgentFloor & { show(state: string): void } {
  const watchers = new Set<(state: string) => void>();
  let shown = "greeting";
  return {
    state: () => shown,
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    show(state) {
      if (state === shown) return;
      shown = state;
      for (const watcher of [...watchers]) watcher(state);
    },
  };
}
