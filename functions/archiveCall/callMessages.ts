import type { CallRecord, UnansweredChange } from "../shared/callRecord";
import { localTime } from "../shared/hours";
import type { KeptCall } from "../shared/keptCall";
import type { Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";
import { speakDate, speakStart, speakTime } from "../shared/speakable";

/**
 * What the owner is told of a call by itself: only what is left for them to do. Bookings, moves and voicemails have messages of
 * their own; what ended well is in the list of calls. Null where there is nothing to do.
 *
 * @param record with its bookings, the names and numbers under which they were made.
 * @param page the address of the call's page.
 */
export function ownersMessage(
  call: KeptCall,
  record: Pick<CallRecord, "bookings" | "unanswered" | "callback"> | null,
  knowledge: Knowledge,
  page: string,
): Message | null {
  const untold = (record?.bookings ?? []).filter(({ confirmation }) => confirmation === "person");
  const tasks = [
    ...untold.map(
      ({ service, start, name, number }) =>
        `Please call ${name}, ${number ?? "whose number is withheld"}: the booking of ${nameOf(service, knowledge)}, ${speakStart(start, "en-US")}, is made, and they may not know it.`,
    ),
    ...(record?.unanswered ?? []).map((each) => unknownText(each, knowledge)),
    ...(record?.callback === undefined ? [] : [`Please call ${record.callback.number}: the caller was promised it.`]),
    ...notReached(call),
  ];
  if (tasks.length === 0) return null;
  const { date, minute } = localTime(Date.parse(call.startedAt), knowledge.business.timezone);
  const when = `${speakDate(date, "en-US")}, ${speakTime(minute, "en-US")}`;
  return {
    id: `call-${call.contactId}-owner`,
    to: { kind: "owner" },
    subject:
      untold.length > 0 || record?.unanswered !== undefined
        ? "A caller has to be told of their booking"
        : record?.callback !== undefined
          ? "A caller was promised a call"
          : "A caller was not helped",
    text: [
      ...tasks,
      "",
      `Call of ${when}`,
      `From: ${call.from ?? "withheld"}`,
      ...(call.transfer === null ? [] : [`About: ${call.transfer.summary || call.transfer.reason}`]),
      `What was said: ${page}`,
    ].join("\n"),
  };
}

/** The call for programs that listen: a customer's CRM or ticket system. */
export function listenersMessage(call: KeptCall): Message {
  const { turns: _turns, errors: _errors, ...summary } = call;
  return {
    id: `call-${call.contactId}-listeners`,
    to: { kind: "listeners" },
    subject: `Call ${call.outcome}`,
    text: JSON.stringify({ type: "callArchived", ...summary, turnCount: call.turns.length }),
  };
}

/** The store never said whether it was done. */
function unknownText({ change, booking }: UnansweredChange, knowledge: Knowledge): string {
  const { service, start, name, number } = booking;
  const doubt = { new: "is made", move: "has been moved", cancel: "is cancelled" }[change];
  return `Please look whether the booking of ${nameOf(service, knowledge)}, ${speakStart(start, "en-US")}, ${doubt}, and call ${name}, ${number ?? "whose number is withheld"}: they wanted it, and the assistant could not see it done.`;
}

function notReached({ outcome, transfer, hasVoicemail }: KeptCall): readonly string[] {
  if (outcome === "failed")
    return ["The assistant broke off in this call, and the caller reached nobody. Please call back."];
  if (transfer === null || transfer.outcome === "answered" || hasVoicemail) return [];
  return ["The caller wanted a person and reached nobody. Please call back."];
}

function nameOf(service: string, { services }: Knowledge): string {
  return services.find(({ id }) => id === service)?.name ?? service;
}
