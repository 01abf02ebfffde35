import type { Booking, ToolRun } from "../shared/callRecord";
import { bookingKey, type SlotAnswer } from "../shared/slots";
import { speakStart } from "../shared/speakable";
import { giveUp, sayFixed, startTask, takeClauses } from "./answering";
import type { Appointment, DeskAnswer, DeskAsk, Step, Turn } from "./state";
import { change, changeTurn, newId, note } from "./state";
import type { BookInput } from "./tools";
import { bookingTexts } from "./wording";

/**
 * Booking, moving and cancelling. The model collects the details; whether a slot is free, the read-back and the confirmation
 * are the program's. Nothing is written before the caller has heard the read-back and said yes to it.
 */

type BookAsk = Extract<DeskAsk, { type: "book" }>;

/** All fields of a call to `book_appointment` are known: decides whose words this turn speaks. May run in a draft. */
export function planBooking(step: Step): void {
  const input = inputOf(step.c.turn);
  if (!input) return;
  const { from, knowledge } = step.c.call;
  if (input.change !== "new") {
    if (from === null) return sayProgram(step, texts(step).noBooking, "no booking found: the number is withheld");
    return askDesk(step, { type: "findBookings", number: from });
  }
  const { service, start } = input;
  if (service === null || start === null) return speakReply(step);
  if (!knowledge.services.some(({ id }) => id === service)) return speakReply(step);
  if (isConfirmed(step, input, null)) return write(step, null);
  askDesk(step, { type: "checkSlot", request: { service, start, nowMs: step.atMs } });
}

/** A receipt counts also when its turn is over by then: what is written is written. */
export function onDeskAnswered(step: Step, task: number, ask: DeskAsk, answer: DeskAnswer): void {
  const isStale = step.c.turn?.task?.id !== task;
  if (ask.type === "book" && answer.type === "book") return onBookAnswer(step, ask, answer.answer, isStale);
  if (isStale) return;
  changeTurn(step, { task: null });
  if (answer.type === "checkSlot" && ask.type === "checkSlot") onSlot(step, answer.answer, ask.request.start);
  else if (answer.type === "findBookings") onBookings(step, answer.bookings);
  else if (answer.type === "cancel" && ask.type === "cancel") {
    count(step, "done", ask.key);
    change(step, { readBack: null, booking: step.c.booking?.key === ask.key ? null : step.c.booking });
    sayProgram(step, texts(step).cancelled, "cancelled");
  }
  concludeBooking(step);
}

function onBookAnswer(step: Step, ask: BookAsk, answer: "booked" | "taken", isStale: boolean): void {
  if (answer === "booked") keepReceipt(step, ask);
  else count(step, "refused", ask.request.key);
  if (isStale) return;
  changeTurn(step, { task: null });
  if (answer === "booked") confirm(step, ask);
  else {
    const { service, start, nowMs } = ask.request;
    change(step, { readBack: null });
    askDesk(step, { type: "checkSlot", request: { service, start, nowMs } });
  }
  concludeBooking(step);
}

export function onDeskFailed(step: Step, reason: string): void {
  const task = step.c.turn?.task;
  if (!task) return;
  if (task.attempt === 1) {
    note(step, "desk", reason, "tried again");
    // The same key: what was done the first time is not done again.
    return askDesk(step, task.ask, 2);
  }
  note(step, "desk", reason, "passed to a person");
  if (task.ask.type === "book") count(step, "failed", task.ask.request.key);
  giveUp(step, "The booking could not be made");
}

/** Nothing more is to be done for the turn than what is under way. */
export function concludeBooking(step: Step): void {
  const { turn } = step.c;
  if (turn?.isThoughtOver && turn.wording !== "undecided" && turn.task === null)
    changeTurn(step, { isConcluded: true });
}

function onSlot(step: Step, answer: SlotAnswer, start: string): void {
  const input = inputOf(step.c.turn);
  if (!input) return;
  if (!answer.isFree) {
    change(step, { readBack: null });
    return sayProgram(
      step,
      texts(step).refused(answer.why, answer.others, step.c.call.knowledge.say.taken),
      `${start} cannot be booked: ${answer.why}. Free: ${answer.others.join(", ") || "nothing near"}`,
    );
  }
  if (input.name === null) {
    changeTurn(step, { result: `${start} is free` });
    return speakReply(step);
  }
  readBack(step, null);
}

function onBookings(step: Step, bookings: readonly Booking[]): void {
  const input = inputOf(step.c.turn);
  const booking = bookings.find(({ service }) => input?.service === null || service === input?.service) ?? bookings[0];
  if (!input || !booking) return sayProgram(step, texts(step).noBooking, "the caller has no booking");
  if (isConfirmed(step, input, booking.key)) {
    return input.change === "cancel" ? cancel(step, booking.key) : write(step, booking.key);
  }
  if (input.change === "cancel") {
    change(step, {
      readBack: {
        change: "cancel",
        service: booking.service,
        start: booking.start,
        name: booking.name,
        key: booking.key,
      },
    });
    return sayProgram(step, fill(step, texts(step).cancelQuestion, booking), "read back, waiting for a yes");
  }
  const moved = { ...input, service: input.service ?? booking.service, name: input.name ?? booking.name };
  if (input.start === null) return speakReply(step);
  readBack(step, booking.key, moved);
}

function readBack(step: Step, key: string | null, input = inputOf(step.c.turn)): void {
  const appointment = appointmentOf(input, key);
  if (!appointment) return speakReply(step);
  change(step, { readBack: appointment });
  sayProgram(step, fill(step, step.c.call.knowledge.say.readBack, appointment), "free; read back, waiting for a yes");
}

/** The caller has said yes to exactly this. */
function isConfirmed(step: Step, input: BookInput, key: string | null): boolean {
  const asked = step.c.readBack;
  if (!input.confirmed || !asked || asked.change !== input.change) return false;
  if (input.change === "cancel") return asked.key === key;
  return (
    (input.service ?? asked.service) === asked.service &&
    (input.start ?? asked.start) === asked.start &&
    (input.name ?? asked.name) === asked.name
  );
}

function write(step: Step, instead: string | null): void {
  const appointment = step.c.readBack;
  if (!appointment) return;
  const { contactId, from } = step.c.call;
  const { service, start, name } = appointment;
  const key = bookingKey({ contactId, service, start, name });
  changeTurn(step, { wording: "program" });
  askDesk(step, { type: "book", request: { key, service, start, name, number: from, nowMs: step.atMs }, instead });
}

function cancel(step: Step, key: string): void {
  changeTurn(step, { wording: "program" });
  askDesk(step, { type: "cancel", key });
}

/** Tells the caller. */
function confirm(step: Step, ask: BookAsk): void {
  const before = step.c.mouth.length;
  sayProgram(step, fill(step, step.c.call.knowledge.say.booked, ask.request), `booked under ${ask.request.key}`);
  change(step, { confirmedBy: step.c.mouth.slice(before).map(({ id }) => id) });
}

function keepReceipt(step: Step, { request }: BookAsk): void {
  const { nowMs: _, ...booking } = request;
  count(step, "done", request.key);
  change(step, { booking, readBack: null });
}

/** Nothing is written for a draft: the write waits until the turn is decided. */
function askDesk(step: Step, deskAsk: DeskAsk, attempt = 1): void {
  const isWrite = deskAsk.type === "book" || deskAsk.type === "cancel";
  const isWaiting = isWrite && step.c.turn?.decidedAtMs === null;
  changeTurn(step, { task: { id: newId(step), ask: deskAsk, attempt, isWaiting } });
  if (!isWaiting) startTask(step);
}

function speakReply(step: Step): void {
  changeTurn(step, { wording: "reply" });
  takeClauses(step);
}

function sayProgram(step: Step, text: string, result: string): void {
  changeTurn(step, { wording: "program", result });
  sayFixed(step, text);
}

function count(step: Step, status: ToolRun["status"], key: string): void {
  change(step, { tools: [...step.c.tools, { name: "book_appointment", status, key }] });
}

function inputOf(turn: Turn | null): BookInput | null {
  if (!turn) return null;
  const { fields } = turn.reading;
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : null);
  const isChange = fields.change === "move" || fields.change === "cancel";
  return {
    service: text(fields.service),
    start: text(fields.start),
    name: text(fields.name),
    change: isChange ? (fields.change as "move" | "cancel") : "new",
    confirmed: fields.confirmed === true,
    reply: text(fields.reply) ?? "",
  };
}

function appointmentOf(input: BookInput | null, key: string | null): Appointment | null {
  if (!input || input.service === null || input.start === null || input.name === null) return null;
  return { change: input.change, service: input.service, start: input.start, name: input.name, key };
}

function fill(
  step: Step,
  sentence: string,
  { service, start, name }: Pick<Appointment, "service" | "start" | "name">,
): string {
  const called = step.c.call.knowledge.services.find(({ id }) => id === service)?.name ?? service;
  const values = { service: called, start: speakStart(start, language(step)), name };
  return sentence.replace(/\{(service|start|name)\}/g, (_, key: keyof typeof values) => values[key]);
}

function language(step: Step): string {
  return step.c.call.knowledge.business.languages[0] ?? "en-US";
}

function texts(step: Step) {
  return bookingTexts(language(step));
}
