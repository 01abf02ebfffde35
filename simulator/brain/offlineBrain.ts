import { factsOf } from "../../functions/shared/facts";
import type { Fact, Knowledge } from "../../functions/shared/knowledge";
import type { BrainRequest, Exchange } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { aboutBookings, aboutReadBack } from "./appointments";
import { draftOf } from "./booking";
import { localNow } from "./calendarWords";
import { aboutPeople, aboutTheCall, smallTalk } from "./callMatters";
import { hear, type Listening } from "./hear";
import { languageFor } from "./languages";
import { aboutTheBusiness } from "./questions";
import type { TurnHeard } from "./turnHeard";
import { askOf, type Before, nothingBefore } from "./understand";

/**
 * Stands in for the model where there is none: picks one of the four tools, and the facts, for what the caller has said. It knows
 * nothing but the business's own file, guesses nothing and gives the same answer to the same request. What the file does not
 * settle comes back as not sure.
 *
 * @example decide(knowledge, { turn: 1, history: [], callerSaid: "What does a haircut cost?", now: "2026-11-23T10:00 monday", notes: [] })
 * // { tool: "answer_from_knowledge", input: { facts: ["service.haircut"], sure: true, reply: "A haircut is $35." } }
 */
export function decide(knowledge: Knowledge, request: BrainRequest): ToolCall {
  const language = languageFor(request, knowledge.business.languages);
  const now = localNow(request.now);
  const region = /-([A-Z]{2})\b/.exec(knowledge.business.languages[0] ?? "")?.[1] ?? "";
  const listening: Listening = { knowledge, language, now, region };
  const heard = hear(request.callerSaid, listening);
  const turn: TurnHeard = {
    request,
    listening,
    heard,
    facts: factsAt(knowledge, now.date),
    draft: draftOf(request, listening),
    before: beforeOf(request.history, listening),
  };
  return (
    aboutPeople(turn) ??
    aboutReadBack(turn) ??
    aboutTheCall(turn) ??
    aboutBookings(turn) ??
    aboutTheBusiness(turn) ??
    smallTalk(turn)
  );
}

/** What the last turns were about. */
function beforeOf(history: readonly Exchange[], listening: Listening): Before {
  const recent = history.slice(-3).reverse();
  const last = recent[0];
  if (!last) return nothingBefore;
  const lastAsk = askOf(hear(last.callerSaid, listening), listening, nothingBefore);
  const services =
    recent.map((exchange) => servicesIn(exchange, listening.knowledge)).find((found) => found.length > 0) ?? [];
  return {
    services,
    aspects: lastAsk.type === "service" || lastAsk.type === "which" ? lastAsk.aspects : [],
    wasHours: last.input.includes('"hours.'),
    choices: lastAsk.type === "which" && last.tool === "answer_from_knowledge" ? lastAsk.services : [],
  };
}

function servicesIn({ input }: Exchange, { services }: Knowledge) {
  let fields: { facts?: unknown; service?: unknown };
  try {
    fields = JSON.parse(input) as typeof fields;
  } catch {
    return [];
  }
  const facts = Array.isArray(fields.facts) ? fields.facts : [];
  return services.filter(({ id }) => facts.includes(`service.${id}`) || fields.service === id);
}

const factsByDate = new WeakMap<Knowledge, Map<string, readonly Fact[]>>();

function factsAt(knowledge: Knowledge, date: string): readonly Fact[] {
  const byDate = factsByDate.get(knowledge) ?? new Map<string, readonly Fact[]>();
  factsByDate.set(knowledge, byDate);
  const facts = byDate.get(date) ?? factsOf(knowledge, date);
  byDate.set(date, facts);
  return facts;
}
