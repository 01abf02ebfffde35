import type { CallerMemory } from "../shared/callers";
import type { Brain } from "./ports";

/**
 * A model that is told, with each question, what is remembered of the caller's number, as soon as that is known. Nobody waits for it,
 * and where it cannot be had the model does without.
 */
export function knowingBrain(brain: Brain, reading: Promise<CallerMemory | null>): Brain {
  let caller: string | null = null;
  reading.then(
    (memory) => {
      caller = memory === null ? null : memoryText(memory);
    },
    () => undefined,
  );
  return { ...brain, think: (request, signal) => brain.think({ ...request, caller }, signal) };
}

/** A number may be shared, so nothing of it is said first. */
export function memoryText({ name, calls }: CallerMemory): string {
  const last = calls.map(({ startedAtMs, outcome, booked }) => {
    const day = new Date(startedAtMs).toISOString().slice(0, 10);
    return booked === null ? `${day} ${outcome}` : `${day} booked ${booked.service} for ${booked.start}`;
  });
  return [
    "Remembered of this number, not said in this call; it may be another person, so never be the first to say any of it, and book only under the name that the caller gives now.",
    ...(name === null ? [] : [`Name given for the last booking: ${name.replace(/[<>]/g, " ")}.`]),
    `Last calls: ${last.join("; ")}.`,
  ].join("\n");
}
