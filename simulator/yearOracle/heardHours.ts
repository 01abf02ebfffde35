import { addDays, weekdayOf } from "../../functions/shared/hours";

/** From and to in minutes from the midnight before it begins; past midnight the end is above 1440. */
export type HeardSpan = readonly [from: number, to: number];

/** What a day's fact says: its spans, none where it is closed; null where it cannot be understood. */
export type HeardDay = readonly HeardSpan[] | null;

/** Words of the four languages in which hours are spoken. */
const closedWord = /^(?:closed|geschlossen|fermé|cerrado)\.?$/;
const allDayWords = /(?:open )?24 (?:hours|Stunden|heures sur 24|horas)/g;
const nextDayWords = /^ (?:the next day|am nächsten Tag|le lendemain|del día siguiente)/;
const timeWords = /(\d{1,2})(?::(\d\d)| h(?: (\d\d))?)?(?: ?(am|pm|a\. ?m\.|p\. ?m\.|Uhr))?|midnight|minuit/g;

/** Understands the words of a fact as somebody does who only hears them: `Friday: 9 am to noon and 10 pm to 2 am the next day.` */
export function heardDay(fact: string): HeardDay {
  const said = fact.replace(/^.*? ?: /, "");
  if (closedWord.test(said)) return [];
  const allDay = [...said.matchAll(allDayWords)].map((): HeardSpan => [0, 1440]);
  const words = said.replace(allDayWords, "");
  const times = [...words.matchAll(timeWords)].map((match) => ({
    minute: minuteOf(match),
    isMidnight: !/\d/.test(match[0]),
    isNextDay: nextDayWords.test(words.slice(match.index + match[0].length)),
  }));
  if (times.length % 2 === 1 || times.length + allDay.length === 0) return null;
  const spans: HeardSpan[] = [...allDay];
  for (let index = 0; index < times.length; index += 2) {
    const [start, end] = [times[index], times[index + 1]];
    if (start?.minute == null || end?.minute == null) return null;
    const to = end.isMidnight ? 1440 : end.minute + (end.isNextDay ? 1440 : 0);
    if (to <= start.minute || start.isNextDay) return null;
    spans.push([start.minute, to]);
  }
  return spans;
}

/** Midnight is 0 at the start of a span. */
function minuteOf([word, hour, minute, frenchMinute, half]: RegExpMatchArray): number | null {
  if (hour === undefined) return /midnight|minuit/.test(word) ? 0 : null;
  const onClock =
    half === undefined || half === "Uhr" ? Number(hour) : (Number(hour) % 12) + (/^p/.test(half) ? 12 : 0);
  const total = onClock * 60 + Number(minute ?? frenchMinute ?? 0);
  return onClock <= 24 && total <= 1440 ? total : null;
}

/** Opening hours as the facts of a prompt tell them; by the fact's id. */
export type HeardHours = ReadonlyMap<string, HeardDay>;

/** The hours in a system prompt: its lines `- hours.monday: Monday: 9 am to 5:30 pm.` and those of holidays. */
export function hoursInPrompt(prompt: string): HeardHours {
  const lines = prompt.matchAll(/^- ((?:hours\.|holiday\.)\S+): (.*)$/gm);
  return new Map([...lines].map(([, id = "", fact = ""]) => [id, heardDay(fact)]));
}

/** Whether somebody who knows the facts takes the business for open at a wall-clock time; null where a fact is not understood. */
export function isOpenAsHeard(hours: HeardHours, date: string, minute: number): boolean | null {
  const on = (day: string) => hours.get(`holiday.${day}`) ?? hours.get(`hours.${weekdayOf(day)}`) ?? null;
  const [today, before] = [on(date), on(addDays(date, -1))];
  if (today === null || before === null) return null;
  const holds =
    (at: number) =>
    ([from, to]: HeardSpan) =>
      from <= at && at < to;
  return today.some(holds(minute)) || before.some(holds(minute + 1440));
}
