import { openingsOn, weekdayOf } from "../../functions/shared/hours";
import { type Weekday, weekdays } from "../../functions/shared/knowledge";
import { speakDate, speakOpenings, speakSpans, speakWeekday } from "../../functions/shared/speakable";
import type { DaySaid } from "./calendarWords";
import { holds, openingDate, settleTime, type TimeSaid } from "./clockWords";
import { type Answer, capital, cite, fill, type Source, whole } from "./wording";

const mostHolidays = 4;

/** The hours that hold now, those of the evening before where these are not over, or else today's. */
export function hoursNow(time: TimeSaid | null, isYesOrNo: boolean, source: Source): Answer | null {
  const { now, knowledge } = source;
  const date = openingDate(knowledge, now) ?? now.date;
  const minute = date === now.date ? now.minute : now.minute + 1440;
  return hoursOn(
    { date, weekday: weekdayOf(date), by: "date" },
    time ?? { minute, isHalfOpen: false },
    isYesOrNo,
    source,
  );
}

/** The hours of a day; where the caller asks for a yes or no, that first. Null for a feast that the file does not know. */
export function hoursOn(day: DaySaid, time: TimeSaid | null, isYesOrNo: boolean, source: Source): Answer | null {
  const { knowledge, language, now } = source;
  const isHoliday = day.by !== "everyWeek" && Object.hasOwn(knowledge.holidays, day.date);
  // A feast that the file does not name may well be a day off.
  if (!isHoliday && day.by === "feast" && language.isDayOff(day.date)) return null;
  const id = isHoliday ? `holiday.${day.date}` : `hours.${day.weekday}`;
  const openings = isHoliday || day.by !== "everyWeek" ? openingsOn(knowledge, day.date) : knowledge.hours[day.weekday];
  const main = knowledge.business.languages[0] ?? "en";
  if (!main.startsWith(language.code)) return whole(id, source);
  const name = isHoliday ? speakDate(day.date, main) : speakWeekday(day.weekday, main);
  if (openings.length === 0) {
    const closed = fill(language, "closedOn", { day: name });
    return cite([id], isYesOrNo ? `${language.phrases.no} ${closed}` : closed, source);
  }
  const open = fill(language, "openOn", { day: name, hours: speakSpans(openings, main) });
  const minute = time === null ? null : settleTime(time, knowledge, day.date >= now.date ? day.date : null);
  const isOpen = minute === null || openings.some((opening) => holds(opening, minute));
  return cite([id], isYesOrNo ? `${isOpen ? language.phrases.yes : language.phrases.no} ${open}` : open, source);
}

/** The whole week, days with the same hours together. */
export function week(source: Source): Answer | null {
  const { knowledge, language } = source;
  const main = knowledge.business.languages[0] ?? "en";
  const ids = weekdays.map((day) => `hours.${day}`);
  const runs: { days: Weekday[]; hours: string }[] = [];
  for (const day of weekdays) {
    const hours = speakOpenings(knowledge.hours[day], main);
    const run = runs.at(-1);
    if (run?.hours === hours) run.days.push(day);
    else runs.push({ days: [day], hours });
  }
  const sentences = runs.map(({ days, hours }) => {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return "";
    const names = [speakWeekday(first, main), speakWeekday(last, main)];
    const label =
      days.length === 1
        ? names[0]
        : days.length === 2
          ? names.join(` ${language.phrases.and} `)
          : fill(language, "through", { first: names[0] ?? "", last: names[1] ?? "" });
    return `${capital(label ?? "")}: ${hours}.`;
  });
  return cite(ids, sentences.join(" "), source);
}

/** The holidays that come next. */
export function holidays(source: Source): Answer | null {
  const coming = source.facts
    .filter(({ id }) => id.startsWith("holiday.") && id.slice(8) >= source.now.date)
    .slice(0, mostHolidays);
  if (coming.length === 0) return null;
  return { facts: coming.map(({ id }) => id), reply: coming.map(({ text }) => text).join(" ") };
}
