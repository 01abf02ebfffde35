import type * as pulumi from "@pulumi/pulumi";
import { type FunctionTrouble, functionAlarm } from "./alerts";
import type { Functions } from "./functions";

/** What callers notice when a function has trouble. */
const troubles: { readonly [N in keyof CalledFunctions]: readonly FunctionTrouble[] } = {
  screenCaller: [
    {
      metric: "Errors",
      meaning: "Calls are not screened: they go to a person or to voicemail by Connect's own hours.",
    },
  ],
  startCall: [{ metric: "Errors", meaning: "The agent is not started: calls go to a person." }],
  nextAction: [{ metric: "Errors", meaning: "The flow gets no answers: calls go to a person." }],
  voice: [
    { metric: "Errors", meaning: "A call with the agent broke off and was taken over, or went to a person." },
    { metric: "Throttles", meaning: "More calls came than the account runs functions at once: they went to a person." },
    { metric: "AsyncEventsDropped", meaning: "A call never reached the agent: it went to a person." },
  ],
  syncKnowledge: [{ metric: "Errors", meaning: "A new knowledge file is not in force; the old one is." }],
  renderPrompts: [{ metric: "Errors", meaning: "Fixed sentences are said by Connect's own voice." }],
};

type CalledFunctions = Pick<
  Functions,
  "screenCaller" | "startCall" | "nextAction" | "voice" | "syncKnowledge" | "renderPrompts"
>;

/** Tells the topic of whatever callers would notice. */
export function watchFunctions(functions: Functions, topicArn: pulumi.Input<string>): void {
  for (const name of Object.keys(troubles) as (keyof CalledFunctions)[]) {
    const { functionName } = functions[name];
    for (const trouble of troubles[name]) {
      functionAlarm(`${name}-${trouble.metric}`, { functionName, topicArn, ...trouble }, { parent: functions[name] });
    }
  }
}
