import type { Knowledge } from "../../functions/shared/knowledge";
import { decide } from "../brain/offlineBrain";

/** The question in the languages that the offline brain speaks, and how a yes and a no begin. */
const questions: Readonly<Record<string, { readonly asks: string; readonly yes: RegExp; readonly no: RegExp }>> = {
  en: { asks: "Are you open now?", yes: /^yes\b/i, no: /^no\b/i },
  de: { asks: "Haben Sie jetzt geöffnet?", yes: /^ja\b/i, no: /^nein\b/i },
  fr: { asks: "Êtes-vous ouverts maintenant ?", yes: /^oui\b/i, no: /^non\b/i },
  es: { asks: "¿Están abiertos ahora?", yes: /^sí(?!\p{L})/iu, no: /^no\b/i },
};

/**
 * What a caller is told who asks whether the business is open, in the business's language or else in English; null where that is
 * neither a yes nor a no. `now` is the local time as the model is told it: `2026-11-23T10:00 monday`.
 */
export function openAnswer(knowledge: Knowledge, now: string): boolean | null {
  const code = knowledge.business.languages[0]?.split("-", 1)[0] ?? "en";
  const question = questions[code] ?? questions.en;
  if (question === undefined) return null;
  const { tool, input } = decide(knowledge, { turn: 1, history: [], callerSaid: question.asks, now, notes: [] });
  if (tool !== "answer_from_knowledge" || !input.sure) return null;
  if (question.yes.test(input.reply)) return true;
  return question.no.test(input.reply) ? false : null;
}
