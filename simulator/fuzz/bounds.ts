import { assumptions } from "../connect/assumptions";
import type { PlayedCall } from "./playRandomCall";

/** How much later than on the duplex line everything may be heard on `flow`. @see contracts, "Silence and patience" */
const flowLaterMs = 350;
/** What the worst column adds on `flow`: sound in bursts of a second, slow prompts, functions and stores. */
const worstFlowMs =
  assumptions.kvsBurstMs.worst +
  assumptions.slowPromptMs.worst +
  assumptions.lambdaMs.worst +
  assumptions.storeNoticeMs.worst +
  assumptions.promptPutMs.worst;

/** What a call may add to every bound of silence and patience, in ms. */
export function laterMs({ call }: PlayedCall): number {
  const { line, column, delays } = call;
  return delays.kvs + (line === "flow" ? flowLaterMs + (column === "worst" ? worstFlowMs : 0) : 0);
}

/** The longest that nobody may be heard. */
export function mostSilentMs(played: PlayedCall): number {
  if (!isLineBroken(played)) return 3200 + laterMs(played);
  // Connect's own voice, which then speaks, is slower in the worst column.
  return 5000 + laterMs(played) + (played.call.column === "worst" ? assumptions.textPromptMs.worst : 0);
}

/** The line or the hot function itself failed. On `flow` the way to the caller goes through the table of calls and the bucket of prompts. */
export function isLineBroken(played: PlayedCall): boolean {
  return hasBroken(played, ["line", "lambda", ...(played.call.line === "flow" ? ["dynamodb", "s3"] : [])]);
}

/** Some request to one of these services went wrong. */
export function hasBroken({ finished }: PlayedCall, services: readonly string[]): boolean {
  return finished.faults.some(({ service }) => services.includes(service));
}
