import type { Message } from "../shared/message";
import { redact, redactLines, type SaidLine } from "../shared/redact";
import type { Conversation } from "./state";

/** Two SMS of 7-bit text hold 306 characters. */
const mostCharacters = 300;

/**
 * What the person reads before their phone rings: who calls, and what about. Without names and numbers but the caller's own. Null
 * where there is nobody to call.
 */
export function personMessage({ call, pastTurns, turn, bookings }: Conversation, reason: string): Message | null {
  const [person] = call.knowledge.people;
  if (person === undefined) return null;
  const said = [...pastTurns, ...(turn === null ? [] : [turn])].map(
    ({ callerSaid }): SaidLine => ({ who: "caller", text: callerSaid }),
  );
  const known = { names: bookings.map(({ booking }) => booking.name) };
  const words = redactLines(said, known)
    .filter((line) => line.trim() !== "")
    .join(" / ");
  const text = `${call.from ?? "A withheld number"} is being put through. ${redact(reason, known)}.${words === "" ? "" : ` Said: ${words}`}`;
  return {
    id: `call-${call.contactId}-person`,
    to: { kind: "phone", number: person.number },
    subject: "",
    text: text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text,
  };
}
