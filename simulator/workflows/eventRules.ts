import type { EventPattern } from "../../functions/shared/voicemailEvents";

/** An event as EventBridge delivers it. */
export interface BusEvent {
  readonly source: string;
  readonly "detail-type": string;
  /** ISO 8601. */
  readonly time: string;
  readonly detail: object;
}

/**
 * Whether a rule takes an event, as EventBridge compares: a value must be one of those listed, which may be given by how they begin or
 * end, or with `*` for anything in them (Amazon EventBridge user guide, "Comparison operators").
 */
export function takes(pattern: EventPattern, event: BusEvent): boolean {
  return holds(pattern, event);
}

type Choice = string | { readonly prefix: string } | { readonly suffix: string } | { readonly wildcard: string };

function holds(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((choice: Choice) => isOne(choice, value));
  return Object.entries(pattern as object).every(([name, inner]) =>
    typeof value === "object" && value !== null ? holds(inner, (value as Record<string, unknown>)[name]) : false,
  );
}

function isOne(choice: Choice, value: unknown): boolean {
  if (typeof choice === "string" || typeof value !== "string") return choice === value;
  if ("prefix" in choice) return value.startsWith(choice.prefix);
  if ("suffix" in choice) return value.endsWith(choice.suffix);
  if ("wildcard" in choice) {
    const parts = choice.wildcard.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s").test(value);
  }
  throw new Error(`the stand-in does not know how to compare with ${JSON.stringify(choice)}`);
}
