import { factsOf } from "../../functions/shared/facts";
import { isOpen, localTime } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import type { BusinessCard } from "./pageMessages";
import { suggestionsFor } from "./suggestions";

/** A business that can be called from the page. */
export interface Business {
  /** The file it was read from, as the user would name it. */
  readonly id: string;
  readonly knowledge: Knowledge;
}

const minuteMs = 60_000;
const stepMs = 30 * minuteMs;
const stepsAhead = 14 * 48;

/** What the page shows of a business at an instant. */
export function cardOf({ id, knowledge }: Business, nowMs: number): BusinessCard {
  const { name, timezone, languages } = knowledge.business;
  const now = localTime(nowMs, timezone);
  return {
    id,
    name,
    timezone,
    language: languages[0] ?? "en",
    now: now.text,
    open: nextLocal(knowledge, nowMs, true),
    closed: nextLocal(knowledge, nowMs, false),
    numbers: [
      ...knowledge.callers.vip.map((number) => ({ label: "VIP", number })),
      ...knowledge.callers.blocked.map((number) => ({ label: "blocked", number })),
    ],
    suggestions: suggestionsFor(knowledge),
    facts: factsOf(knowledge, now.date),
  };
}

/** The next full or half hour from which the business is open, or closed, for half an hour; as local time. */
function nextLocal(knowledge: Knowledge, nowMs: number, wanted: boolean): string | null {
  const firstMs = Math.ceil(nowMs / stepMs) * stepMs;
  for (let step = 0; step < stepsAhead; step++) {
    const atMs = firstMs + step * stepMs;
    if (isOpen(knowledge, atMs) === wanted && isOpen(knowledge, atMs + stepMs - minuteMs) === wanted)
      return localTime(atMs, knowledge.business.timezone).text;
  }
  return null;
}
