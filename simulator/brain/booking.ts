import { addDays } from "../../functions/shared/hours";
import type { Service } from "../../functions/shared/knowledge";
import type { BrainRequest, Exchange } from "../../functions/voice/ports";
import type { BookInput } from "../../functions/voice/tools";
import { whichOf } from "./answers";
import { type DaySaid, withoutDays } from "./calendarWords";
import { readTime, settleTime, type TimeSaid } from "./clockWords";
import { type Heard, hear, type Listening } from "./hear";
import type { Language } from "./language";
import { readName } from "./names";
import { plain, tokensOf } from "./plainText";
import { chosenOf, ordinalIn } from "./serviceReadings";
import { askOf, nothingBefore } from "./understand";

/** An appointment that is being made, moved or cancelled, as far as it is known. */
export interface Draft {
  readonly change: BookInput["change"];
  readonly service: string | null;
  /** The caller has to choose one of these first. */
  readonly either: readonly Service[];
  readonly date: string | null;
  readonly time: TimeSaid | null;
  readonly name: string | null;
  /** What the last question of the dialogue was about. */
  readonly asked: "service" | "start" | "name" | "yes" | null;
  /** Free starts that the program has offered. */
  readonly offered: readonly string[];
  /** The program has said no to the last start. */
  readonly isRefused: boolean;
}

export const emptyDraft: Draft = {
  change: "new",
  service: null,
  either: [],
  date: null,
  time: null,
  name: null,
  asked: null,
  offered: [],
  isRefused: false,
};

const startPattern = /\b\d{4}-\d\d-\d\dT\d\d:\d\d\b/g;
const turnsUntilForgotten = 4;

/** The appointment that the call is about at the moment, null where none is under way. Read from what was said before. */
export function draftOf({ history, notes }: BrainRequest, listening: Listening): Draft | null {
  let draft: Draft | null = null;
  let idle = 0;
  for (const exchange of history) {
    if (exchange.tool === "book_appointment") {
      idle = 0;
      draft = afterExchange(draft ?? emptyDraft, exchange, listening);
      continue;
    }
    idle++;
    if (draft === null) {
      // A price was asked in the same breath, so this turn answered first.
      const heard = hear(exchange.callerSaid, listening);
      if (exchange.tool === "answer_from_knowledge" && wantsBooking(heard, listening)) {
        draft = withWords(emptyDraft, heard, listening, changeIn(heard, listening.language) ?? "new");
        draft = { ...draft, asked: missingOf(draft) };
        idle = 0;
      }
      continue;
    }
    const isOver = listening.language.cues.forgetIt.test(plain(exchange.callerSaid, listening.language));
    if (isOver || idle > turnsUntilForgotten) draft = null;
  }
  const told = notes.join(" ");
  return draft !== null && told.match(startPattern) ? refused(draft, told) : draft;
}

/** Whether the caller wants an appointment, and is not only asking about appointments. */
export function wantsBooking(heard: Heard, listening: Listening): boolean {
  const { text, services, days, time } = heard;
  const { cues } = listening.language;
  if (cues.isPolicy.test(text)) return false;
  if (cues.book.test(text)) return true;
  if (cues.isFree.test(text)) {
    // "Do you have any free parking?" asks for no appointment.
    const others = tokensOf(withoutDays(text.replace(cues.isFree, " "), listening.language), listening.language);
    return others.length === 0 || askOf(heard, listening, nothingBefore).type !== "faq";
  }
  const isNamed = services.basis === "name" && services.sure.length + services.either.length > 0;
  if (!isNamed || cues.price.test(text) || cues.duration.test(text) || cues.hours.test(text)) return false;
  return (
    cues.mayBook.test(text) || (days.length > 0 && !cues.isQuestion.test(text)) || (time !== null && days.length > 0)
  );
}

/** Whether the caller wants a booking of theirs cancelled or moved. */
export function changeIn({ text }: Pick<Heard, "text">, { cues }: Language): "move" | "cancel" | null {
  if (cues.isPolicy.test(text)) return null;
  if (cues.move.test(text)) return "move";
  return cues.cancel.test(text) ? "cancel" : null;
}

function afterExchange(before: Draft, exchange: Exchange, listening: Listening): Draft | null {
  const input = inputOf(exchange.input);
  const heard = hear(exchange.callerSaid, listening);
  const draft = withInput(withWords(before, heard, listening, input?.change), input);
  const { result } = exchange;
  if (/^booked under|^cancelled|no booking/.test(result)) return null;
  if (/cannot be booked/.test(result)) return refused(draft, result);
  if (input?.confirmed && !/read back/.test(result)) return null;
  if (/waiting for a yes/.test(result)) return { ...draft, asked: "yes", isRefused: false, offered: [] };
  return { ...draft, asked: missingOf(draft), isRefused: false, offered: [] };
}

function refused(draft: Draft, told: string): Draft {
  const [wanted, ...others] = told.match(startPattern) ?? [];
  const offered = others.filter((start) => start !== wanted);
  return { ...draft, asked: "start", isRefused: true, offered };
}

/** The tool's own fields count more than what we make of the caller's words. */
function withInput(draft: Draft, input: BookInput | null): Draft {
  if (!input) return draft;
  const start = input.start;
  return {
    ...draft,
    change: input.change,
    service: input.service,
    either: input.service === null ? draft.either : [],
    name: input.name,
    // A day or an hour alone has no place in the tool; a start that was taken back leaves its day.
    date: start === null ? draft.date : start.slice(0, 10),
    time: start !== null ? { minute: minuteOf(start), isHalfOpen: false } : draft.date === null ? draft.time : null,
  };
}

/** The draft with what the caller says now. */
export function withWords(before: Draft, heard: Heard, listening: Listening, change?: BookInput["change"]): Draft {
  const { language, knowledge } = listening;
  const chosen = chooseOffered(before.offered, heard, listening);
  const isTimeAwaited = before.asked === "start" || before.asked === "yes";
  const time = chosen
    ? { minute: minuteOf(chosen), isHalfOpen: false }
    : (timeIn(heard, language, isTimeAwaited) ?? before.time);
  const date = chosen ? chosen.slice(0, 10) : dateIn(heard, time, listening, before);
  const service = serviceIn(before, heard, listening);
  const name = readName(heard, before.asked === "name", language);
  const bookable = knowledge.services.filter(({ minutes }) => minutes !== null);
  const only = bookable.length === 1 ? bookable[0]?.id : undefined;
  return {
    ...before,
    change: change ?? before.change,
    service: service.id ?? (service.either.length > 0 ? null : (before.service ?? only ?? null)),
    either: service.id === null ? service.either : [],
    date,
    time,
    name: name ?? before.name,
  };
}

function timeIn(heard: Heard, language: Language, isAwaited: boolean): TimeSaid | null {
  return readTime(withoutDays(heard.text, language), language, isAwaited, heard.text)?.time ?? null;
}

function dateIn(heard: Heard, time: TimeSaid | null, { knowledge, now }: Listening, before: Draft): string | null {
  // A booking is moved from one day to another: the other is said last.
  const day: DaySaid | undefined = before.change === "move" ? heard.days.at(-1) : heard.days[0];
  if (!day) return before.date;
  const minute = time === null ? null : settleTime(time, knowledge, day.date);
  // "Tonight at eleven", said at one o'clock, is still to come.
  if (day.date < now.date) return minute !== null && minute - 1440 > now.minute ? day.date : now.date;
  const isToday = day.date === now.date && day.by === "weekday";
  return isToday && minute !== null && minute <= now.minute ? addDays(day.date, 7) : day.date;
}

function serviceIn(
  before: Draft,
  heard: Heard,
  { knowledge, language }: Listening,
): { id: string | null; either: readonly Service[] } {
  if (before.either.length > 0) {
    const [chosen, another] = chosenOf(heard, before.either, language);
    if (chosen && !another) return { id: chosen.id, either: [] };
    if (heard.services.sure.length === 0) return { id: null, either: before.either };
  }
  if (before.asked === "name" && heard.days.length === 0 && heard.tokens.length < 3) return { id: null, either: [] };
  if (heard.services.basis === "about" && before.asked !== "service") return { id: null, either: [] };
  const bookable = (services: readonly Service[]) =>
    services.filter(({ minutes, id }) => minutes !== null && knowledge.services.some((each) => each.id === id));
  const [sure] = bookable(heard.services.sure);
  if (sure && heard.services.basis === "name") return { id: sure.id, either: [] };
  const either = bookable(heard.services.either);
  if (either.length === 1 && either[0]) return { id: either[0].id, either: [] };
  return { id: null, either: sure ? [sure] : either };
}

function chooseOffered(offered: readonly string[], heard: Heard, { language, knowledge }: Listening): string | null {
  if (offered.length === 0) return null;
  const { text } = heard;
  const ordinal = ordinalIn(text, language, offered.length);
  if (ordinal !== null) return offered[ordinal] ?? null;
  const said = timeIn(heard, language, true);
  if (said && heard.days.length === 0) {
    const fits = offered.filter(
      (start) =>
        minuteOf(start) === settleTime(said, knowledge, start.slice(0, 10)) ||
        (said.isHalfOpen && minuteOf(start) % 720 === said.minute % 720),
    );
    return fits[0] ?? null;
  }
  if (said === null && heard.days.length === 1)
    return offered.find((start) => start.startsWith(heard.days[0]?.date ?? "-")) ?? null;
  return said === null && heard.days.length === 0 && language.cues.yes.test(text) ? (offered[0] ?? null) : null;
}

export function missingOf(draft: Draft): Draft["asked"] {
  if (draft.change === "cancel") return null;
  if (draft.change === "new" && draft.service === null) return "service";
  if (draft.date === null || draft.time === null) return "start";
  return draft.change === "new" && draft.name === null ? "name" : null;
}

/** The tool's input for a draft: what is known, and the question for what is not. */
export function bookInputOf(draft: Draft, listening: Listening, confirmed: boolean): BookInput {
  const { language, knowledge } = listening;
  const { phrases } = language;
  const start =
    draft.date !== null && draft.time !== null
      ? startOf(draft.date, settleTime(draft.time, knowledge, draft.date))
      : null;
  const missing = missingOf(draft);
  const reply = () => {
    if (draft.change === "cancel") return phrases.shallICancel;
    if (missing === "service")
      return draft.either.length > 1 ? whichOf(draft.either, { language }) : phrases.whichService;
    if (missing === "name") return phrases.whichName;
    if (missing === null) return phrases.isThatRight;
    if (draft.change === "move" && draft.date === null && draft.time === null) return phrases.moveToWhen;
    if (draft.date === null && draft.time === null) return phrases.whichDayAndTime;
    return draft.date === null ? phrases.whichDay : phrases.whichTime;
  };
  return { service: draft.service, start, name: draft.name, change: draft.change, confirmed, reply: reply() };
}

function startOf(date: string, minute: number): string {
  const day = addDays(date, Math.floor(minute / 1440));
  const rest = minute % 1440;
  return `${day}T${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
}

function minuteOf(start: string): number {
  return Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
}

/** What the model wrote; null where it is no such input. */
export function inputOf(json: string): BookInput | null {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof input !== "object" || input === null) return null;
  const fields = input as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    service: text(fields.service),
    start: text(fields.start),
    name: text(fields.name),
    change: fields.change === "move" || fields.change === "cancel" ? fields.change : "new",
    confirmed: fields.confirmed === true,
    reply: text(fields.reply) ?? "",
  };
}
