import type { EventPattern } from "../../functions/shared/voicemailEvents";
import { type BusEvent, takes } from "../workflows/eventRules";
import type { LocalWorkflows } from "./localWorkflows";

/** Amazon EventBridge on this machine: events start workflows. */
export interface LocalBus {
  /** Every event of the pattern starts the workflow. */
  rule(pattern: EventPattern, workflowArn: string): void;
  publish(event: BusEvent): void;
  /** Resolves when everything that was started is over, with what followed from it. */
  settled(): Promise<void>;
}

export function localBus(workflows: () => Pick<LocalWorkflows<never>, "run">): LocalBus {
  const rules: { readonly pattern: EventPattern; readonly workflowArn: string }[] = [];
  const running = new Set<Promise<void>>();
  let events = 0;
  return {
    rule: (pattern, workflowArn) => void rules.push({ pattern, workflowArn }),
    publish(event) {
      events += 1;
      for (const { pattern, workflowArn } of rules) {
        if (!takes(pattern, event)) continue;
        const execution = workflows().run(workflowArn, `event-${events}`, event);
        running.add(execution);
        void execution.finally(() => running.delete(execution)).catch(() => undefined);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
