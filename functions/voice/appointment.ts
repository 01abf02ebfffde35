import type { BookedTime, BookingEvent } from "../shared/bookingEvent";
import type { Booking, ToolRun, UnansweredChange } from "../shared/callRecord";
import { bookingKey, type SlotAnswer, type SlotRequest } from "../shared/slots";
import { speakStart } from "../shared/speakable";
import { refuses } from "./agrees";
import { keepPace } from "./paces";
import { conclude, giveUp, hasPassed, sayFixed, takeClauses } from "./reply";
import type { Appointment, Conversation, DeskAnswer, DeskAsk, ReadBack, Step, Turn } from "./state";
import { change, changeTurn, newId, note } from "./state";
import { type BookInput, isLocalTime } from "./tools";
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
  if (isConfirmed(step.c, input, null)) return write(step, null);
  askDesk(step, { type: "checkSlot", request: { service, start, nowMs: step.atMs } });
}

/** What the caller has there already stands in nobody's way: booked again it is the same booking. */
function ownKey({ c }: Step, service: string, start: string): string | null {
  const own = c.bookings.find(({ booking }) => booking.service === service && booking.start === start);
  const name = inputOf(c.turn)?.name ?? null;
  if (name === null) return own?.booking.key ?? null;
  return bookingKey({ business: c.call.knowledge.business.phone, number: c.call.from, name, service, start });
}

/** What the desk says counts as long as its turn does; a receipt always counts: what is written is written. */
export function onDeskAnswered(step: Step, task: number, ask: DeskAsk, answer: DeskAnswer): void {
  endWrite(step, task);
  keepReceipt(step, task, ask, answer);
  if (step.c.turn?.task?.id !== task || step.c.turn.isConcluded) return;
  const { found, askedAtMs } = step.c.turn.task;
  keepPace(step, "tool", step.atMs - askedAtMs);
  changeTurn(step, { task: null });
  if (answer.type === "checkSlot" && ask.type === "checkSlot") onSlot(step, answer.answer, ask.request, found);
  else if (answer.type === "findBookings") onBookings(step, answer.bookings);
  else if (answer.type === "cancel") sayProgram(step, texts(step).cancelled, "cancelled");
  else if (answer.type === "book" && ask.type === "book") {
    if (answer.answer === "booked") confirm(step, ask);
    else {
      const { service, start, nowMs } = ask.request;
      const moving = ask.instead?.key ?? null;
      askDesk(step, { type: "checkSlot", request: { service, start, nowMs, moving } });
    }
  }
  conclude(step);
}

export function onDeskFailed(step: Step, taskId: number, ask: DeskAsk, reason: string): void {
  if (ask.type === "announce" || ask.type === "tell") return onTellingFailed(step, ask, reason);
  endWrite(step, taskId);
  const task = step.c.turn?.isConcluded ? null : step.c.turn?.task;
  if (task?.id !== taskId) {
    note(step, "desk", reason, isWrite(ask) ? "left to a person" : "nobody waits for it any more");
    if (ask.type === "book") count(step, "failed", ask.request.key);
    return;
  }
  if (task.attempt === 1) {
    note(step, "desk", reason, "tried again");
    // The same key: what was done the first time is not done again.
    return askDesk(step, task.ask, 2, task.found);
  }
  note(step, "desk", reason, "passed to a person");
  if (task.ask.type === "book") count(step, "failed", task.ask.request.key);
  giveUp(step, isWrite(task.ask) ? "It is not known whether the booking was stored" : "The bookings could not be read");
}

/** A write that has been asked for and not yet answered. */
export function isWriting({ turn }: Conversation): boolean {
  return turn?.task != null && !turn.isConcluded && !turn.task.isWaiting && isWrite(turn.task.ask);
}

/**
 * The caller has not yet been told what was written for them, so what they said before that interrupts nothing.
 *
 * @param saidAtMs when the last word of it began.
 */
export function isOwedReceipt(c: Conversation, saidAtMs = Number.NEGATIVE_INFINITY): boolean {
  const owed = c.bookings.at(-1)?.saidBy ?? [];
  const telling = c.mouth.filter(({ id }) => owed.includes(id));
  const beganAtMs = telling[0]?.startedAtMs ?? Number.POSITIVE_INFINITY;
  return (
    isWriting(c) || (saidAtMs < beganAtMs && telling.some(({ status }) => status === "prepared" || status === "given"))
  );
}

/** The turn is decided: what it read back is now what the caller says yes or no to. */
export function adoptReadBack(step: Step): void {
  const { turn } = step.c;
  if (turn?.decidedAtMs == null || turn.readBack === null) return;
  change(step, { readBack: turn.readBack === "none" ? null : turn.readBack });
  changeTurn(step, { readBack: null });
}

/** Asks the desk what the turn needs of it; for what an earlier turn has asked to be written, and is, the answer is waited for. */
export function startTask(step: Step): void {
  const task = step.c.turn?.task;
  if (!task) return;
  const asked = changeOf(task.ask);
  const begun = step.c.writing.find(({ ask }) => isSameChange(changeOf(ask), asked));
  changeTurn(step, { task: { ...task, id: begun?.task ?? task.id, isWaiting: false, askedAtMs: step.atMs } });
  if (begun) return;
  step.effects.push({ type: "askDesk", task: task.id, ask: task.ask });
  if (asked === null || (task.ask.type !== "book" && task.ask.type !== "cancel")) return;
  change(step, {
    writing: [...step.c.writing, { task: task.id, ask: task.ask }],
    unanswered: [...step.c.unanswered.filter(({ booking }) => booking.key !== asked.booking.key), asked],
  });
}

function isSameChange(one: UnansweredChange | null, other: UnansweredChange | null): boolean {
  return one !== null && one.change === other?.change && one.booking.key === other.booking.key;
}

function endWrite(step: Step, task: number): void {
  change(step, { writing: step.c.writing.filter((each) => each.task !== task) });
}

/** What becomes of a booking where the ask is done. */
function changeOf(ask: DeskAsk): UnansweredChange | null {
  if (ask.type === "cancel") return { change: "cancel", booking: bare(ask.booking) };
  if (ask.type !== "book") return null;
  return { change: ask.instead === null ? "new" : "move", booking: bare(ask.request) };
}

function onSlot(step: Step, answer: SlotAnswer, request: SlotRequest, found: Booking | null): void {
  const input = inputOf(step.c.turn);
  if (!input) return;
  const { service: asked, start } = request;
  const own = input.change === "new" && !request.moving ? ownKey(step, asked, start) : null;
  if (!answer.isFree && answer.why === "taken" && own !== null)
    return askDesk(step, { type: "checkSlot", request: { ...request, moving: own } });
  if (!answer.isFree) {
    setReadBack(step, "none");
    const text = texts(step).refused(answer.why, answer.others, step.c.call.knowledge.say.taken);
    return sayProgram(
      step,
      text,
      `${start} cannot be booked: ${answer.why}. Free: ${answer.others.join(", ") || "nothing near"}`,
    );
  }
  const wish = found ? { ...input, service: input.service ?? found.service, name: input.name ?? found.name } : input;
  if (wish.service === null || wish.start === null || wish.name === null) {
    changeTurn(step, { result: `${start} is free` });
    return speakReply(step);
  }
  const { service, name } = wish;
  const appointment = { change: input.change, service, start: wish.start, name, found };
  readBack(step, appointment, step.c.call.knowledge.say.readBack);
}

function onBookings(step: Step, bookings: readonly Booking[]): void {
  const input = inputOf(step.c.turn);
  if (!input) return;
  const asked = step.c.readBack?.appointment ?? null;
  if (asked?.found && isConfirmed(step.c, input, asked.found)) {
    return input.change === "cancel" ? cancel(step, asked.found) : write(step, asked.found);
  }
  const meant = bookings.filter(({ service, start }) => {
    const isService = input.service === null || service === input.service;
    // A caller who moves a booking names its new time, one who cancels the time it has.
    return (
      isService && (input.change === "move" || input.start === null || start.slice(0, 10) === input.start.slice(0, 10))
    );
  });
  const [booking, another] = meant;
  if (!booking) return sayProgram(step, texts(step).noBooking, "no booking found");
  if (another) {
    const all = meant.map((each) => fill(step, "{service} on {start}", each));
    return sayProgram(step, texts(step).whichBooking(all), "several bookings found, asked which");
  }
  if (input.change === "cancel") {
    const { service, start, name } = booking;
    return readBack(step, { change: "cancel", service, start, name, found: booking }, texts(step).cancelQuestion);
  }
  if (input.start === null) return speakReply(step);
  const service = input.service ?? booking.service;
  const request = { service, start: input.start, nowMs: step.atMs, moving: booking.key };
  askDesk(step, { type: "checkSlot", request }, 1, booking);
}

function readBack(step: Step, appointment: Appointment, sentence: string): void {
  const before = step.c.mouth.length;
  sayProgram(step, fill(step, sentence, appointment), "free; read back, waiting for a yes");
  setReadBack(step, { appointment, saidBy: step.c.mouth.slice(before).map(({ id }) => id) });
}

/** In a draft nothing is read back yet. */
function setReadBack(step: Step, readBack: ReadBack | "none"): void {
  changeTurn(step, { readBack });
  adoptReadBack(step);
}

/** The caller has heard exactly this and said yes to it. Only the question at its end may have been cut short by their yes. */
function isConfirmed(c: Conversation, input: BookInput, found: BookedTime | null): boolean {
  const asked = c.readBack;
  if (!input.confirmed || !asked || asked.appointment.change !== input.change) return false;
  // Whatever the model makes of it, a no is no yes.
  if (refuses(c.turn?.callerSaid ?? "")) return false;
  const told = c.mouth.filter(({ id }) => asked.saidBy.includes(id));
  const isHeard = told.every(({ status, text }, index) => status === "heard" || (index > 0 && text.endsWith("?")));
  if (!isHeard || told.length === 0) return false;
  const { service, start, name } = asked.appointment;
  if (input.change !== "new" && asked.appointment.found?.key !== found?.key) return false;
  if (input.change === "cancel") return true;
  return (input.service ?? service) === service && (input.start ?? start) === start && (input.name ?? name) === name;
}

function write(step: Step, found: BookedTime | null): void {
  const appointment = step.c.readBack?.appointment;
  if (!appointment) return;
  const { knowledge, from } = step.c.call;
  const { service, start, name } = appointment;
  const key = bookingKey({ business: knowledge.business.phone, number: from, name, service, start });
  changeTurn(step, { wording: "program" });
  const request = { key, service, start, name, number: from, nowMs: step.atMs };
  // A booking that is moved to where it is stands already.
  askDesk(step, { type: "book", request, instead: found?.key === key ? null : found });
}

function cancel(step: Step, booking: BookedTime): void {
  changeTurn(step, { wording: "program" });
  askDesk(step, { type: "cancel", booking });
}

/** Tells the caller that it is booked. */
function confirm(step: Step, { request }: BookAsk): void {
  const before = step.c.mouth.length;
  sayProgram(step, fill(step, step.c.call.knowledge.say.booked, request), `booked under ${request.key}`);
  const saidBy = step.c.mouth.slice(before).map(({ id }) => id);
  change(step, {
    bookings: step.c.bookings.map((each) => (each.booking.key === request.key ? { ...each, saidBy } : each)),
  });
}

function keepReceipt(step: Step, task: number, ask: DeskAsk, answer: DeskAnswer): void {
  if (ask.type === "announce") return isAnnounced(step, ask.event.booking.key);
  const answered = changeOf(ask);
  if (answered !== null) onAgreed(step, answered.booking.key);
  if (ask.type === "cancel" && answer.type === "cancel") {
    const { key } = ask.booking;
    count(step, "done", key);
    change(step, { readBack: null, bookings: step.c.bookings.filter(({ booking }) => booking.key !== key) });
    announce(step, "cancel", ask.booking, null);
    tellModel(step, task, "cancelled");
  }
  if (ask.type !== "book" || answer.type !== "book") return;
  const { key } = ask.request;
  change(step, { readBack: null });
  if (answer.answer === "taken") return count(step, "refused", key);
  const { nowMs: _, ...booking } = ask.request;
  count(step, "done", key);
  const others = step.c.bookings.filter((each) => each.booking.key !== key && each.booking.key !== ask.instead?.key);
  change(step, { bookings: [...others, { booking, saidBy: [], isAnnounced: false }] });
  announce(step, ask.instead === null ? "new" : "move", booking, ask.instead);
  tellModel(step, task, `booked under ${key}`);
}

/** What was agreed has its answer. */
function onAgreed(step: Step, key: string): void {
  const { readBack, turn } = step.c;
  change(step, { unanswered: step.c.unanswered.filter(({ booking }) => booking.key !== key) });
  if (readBack !== null && turn !== null) change(step, { agreed: { turn: turn.index, readBack } });
}

/** A receipt that comes when its turn is past is still told to the model with that turn. */
function tellModel(step: Step, task: number, result: string): void {
  if (step.c.turn?.task?.id === task) return changeTurn(step, { result });
  change(step, { pastTurns: step.c.pastTurns.map((turn) => (turn.task?.id === task ? { ...turn, result } : turn)) });
}

/** Nothing is written for a draft: the write waits until the turn is decided. */
function askDesk(step: Step, deskAsk: DeskAsk, attempt = 1, found: Booking | null = null): void {
  const isWaiting = isWrite(deskAsk) && step.c.turn?.decidedAtMs === null;
  changeTurn(step, { task: { id: newId(step), ask: deskAsk, askedAtMs: step.atMs, attempt, isWaiting, found } });
  if (!isWaiting) startTask(step);
}

/** It changes something outside: it is neither cancelled nor done in a draft. */
export function isWrite({ type }: DeskAsk): boolean {
  return type === "book" || type === "cancel" || type === "announce" || type === "tell";
}

/** What is stored is told to everybody, whatever becomes of the call. */
function announce(step: Step, kind: BookingEvent["change"], booking: BookedTime, before: BookedTime | null): void {
  const event = {
    contactId: step.c.call.contactId,
    atMs: step.atMs,
    change: kind,
    booking: bare(booking),
    before: before && bare(before),
  };
  step.effects.push({ type: "askDesk", task: newId(step), ask: { type: "announce", event, attempt: 1 } });
}

function onTellingFailed(step: Step, ask: Extract<DeskAsk, { attempt: number }>, reason: string): void {
  const service = ask.type === "announce" ? "sfn" : "lambda";
  const leftTo = ask.type === "announce" ? "left to a person" : "the person is called all the same";
  if (ask.attempt > 1) return note(step, service, reason, leftTo);
  note(step, service, reason, "tried again");
  step.effects.push({ type: "askDesk", task: newId(step), ask: { ...ask, attempt: ask.attempt + 1 } });
}

function isAnnounced(step: Step, key: string): void {
  const bookings = step.c.bookings.map((each) => (each.booking.key === key ? { ...each, isAnnounced: true } : each));
  change(step, { bookings });
}

/** Only what is agreed: a booking that was found also knows how its caller was told. */
function bare({ service, start, name, number, key }: BookedTime): BookedTime {
  return { service, start, name, number, key };
}

/** The model's own words, or a person where it wrote none. */
function speakReply(step: Step): void {
  changeTurn(step, { wording: "reply" });
  takeClauses(step);
  const { turn } = step.c;
  if (turn?.isThoughtOver && turn.decidedAtMs !== null && !hasPassed(step.c))
    giveUp(step, "The assistant had no answer");
}

function sayProgram(step: Step, text: string, result: string): void {
  changeTurn(step, { wording: "program", result });
  sayFixed(step, text, true);
}

function count(step: Step, status: ToolRun["status"], key: string): void {
  change(step, { tools: [...step.c.tools, { name: "book_appointment", status, key }] });
}

function inputOf(turn: Turn | null): BookInput | null {
  if (!turn) return null;
  const { fields } = turn.reading;
  const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : null);
  const start = text(fields.start);
  const isChange = fields.change === "move" || fields.change === "cancel";
  return {
    service: text(fields.service),
    // What is no time is nothing yet: the whole call is checked when it is written, and repaired.
    start: start !== null && isLocalTime(start) ? start : null,
    name: text(fields.name),
    change: isChange ? (fields.change as "move" | "cancel") : "new",
    confirmed: fields.confirmed === true,
    reply: text(fields.reply) ?? "",
  };
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
