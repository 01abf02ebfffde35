import type { ContactFlow, FlowAnswer, FlowContact, FlowRun } from "./types";

/** Plays `flow` for `contact` up to its first request. */
export function startFlow(flow: ContactFlow, contact: FlowContact): FlowRun {
  throw new Error(`not written yet: ${flow.StartAction} ${contact.contactId}`);
}

/** Answers the run's request and plays on to the next one. */
export function advance(run: FlowRun, answer: FlowAnswer): FlowRun {
  throw new Error(`not written yet: ${run.action} ${answer.type}`);
}
