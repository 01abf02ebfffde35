import type { Shape } from "./shapes";
import type { FlowAction } from "./types";

/** What the service asks of an action of one type. */
export interface ActionRule {
  /** A name that ends in `?` may be left out; with `*` there may be others. */
  readonly parameters: Readonly<Record<string, Shape>>;
  /** Of these exactly one must be there. */
  readonly oneOf?: readonly string[];
  /** What parameters break that are sound one by one; a sentence each. */
  readonly together?: (parameters: FlowAction["Parameters"]) => readonly string[];
  /** Error branches that the action knows; a missing one of them is a warning. `any`: they are not known here. */
  readonly errors: readonly string[] | "any";
  /** Error branches that it knows and need not have. */
  readonly optionalErrors?: readonly string[];
  /** Those of `errors` without which the service refuses the action. */
  readonly neededErrors?: readonly string[];
  /** What conditions may compare with: any operand, numbers, these, or none where left out. */
  readonly operands?: "any" | "numbers" | readonly string[];
  /** Operands that must all be there. */
  readonly neededOperands?: readonly string[];
  /** @default Equals */
  readonly operators?: "all" | readonly string[];
  /** `must`: ends the flow and leads nowhere; `may`: may lead nowhere. */
  readonly ends?: "must" | "may";
}

/** A rule, or how it follows from the action's own parameters. */
export type RuleOfType = ActionRule | ((parameters: FlowAction["Parameters"]) => ActionRule);

/** The one error branch that most actions have. */
export const failure = ["NoMatchingError"];

/** Whether a parameter says yes; the service takes either way of writing. */
export function saysYes(parameter: unknown): boolean {
  return typeof parameter === "string" && parameter.toLowerCase() === "true";
}
