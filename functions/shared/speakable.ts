import type { Opening, Weekday } from "./knowledge";
import { weekdays } from "./knowledge";

/** The few words that Intl does not know. */
interface Words {
  readonly closed: string;
  /** Instead of two times. */
  readonly allDay: string;
  readonly open: (spans: string) => string;
  readonly from: (start: string, end: string) => string;
  readonly nextDay: (end: string) => string;
  readonly dateAndTime: (date: string, time: string) => string;
}

const english: Words = {
  closed: "closed",
  allDay: "24 hours",
  open: (spans) => `open ${spans}`,
  from: (start, end) => `${start} to ${end}`,
  nextDay: (end) => `${end} the next day`,
  dateAndTime: (date, time) => `${date} at ${time}`,
};

const wordsByLanguage: Readonly<Record<string, Words>> = {
  en: english,
  de: {
    closed: "geschlossen",
    allDay: "24 Stunden",
    open: (spans) => `${spans} geöffnet`,
    from: (start, end) => `${start} bis ${end}`,
    nextDay: (end) => `${end} am nächsten Tag`,
    dateAndTime: (date, time) => `${date} um ${time}`,
  },
  fr: {
    closed: "fermé",
    allDay: "24 heures sur 24",
    open: (spans) => `ouvert ${spans}`,
    from: (start, end) => `de ${start} à ${end}`,
    nextDay: (end) => `${end} le lendemain`,
    dateAndTime: (date, time) => `${date} à ${time}`,
  },
  es: {
    closed: "cerrado",
    allDay: "24 horas",
    open: (spans) => `abierto ${spans}`,
    from: (start, end) => `de ${start} a ${end}`,
    nextDay: (end) => `${end} del día siguiente`,
    dateAndTime: (date, time) => `${date} a las ${time}`,
  },
};

/** A time of day as a person says it: `9 am`, `5:30 pm`, `midnight`; `17:30 Uhr` in German. `minute` from midnight, 0 to 1440. */
export function speakTime(minute: number, language: string): string {
  const hour = Math.floor(minute / 60) % 24;
  const rest = String(minute % 60).padStart(2, "0");
  switch (languageOf(language)) {
    case "en":
      if (minute === 1440 || minute === 0) return "midnight";
      return `${hour % 12 === 0 ? 12 : hour % 12}${rest === "00" ? "" : `:${rest}`} ${hour < 12 ? "am" : "pm"}`;
    case "de":
      return minute === 1440 ? "24 Uhr" : `${hour}${rest === "00" ? "" : `:${rest}`} Uhr`;
    case "fr":
      return minute === 1440 ? "minuit" : `${hour} h${rest === "00" ? "" : ` ${rest}`}`;
    default:
      return minute === 1440 ? "24:00" : formatted(language, timeParts, minute * 60_000);
  }
}

/** A date as a person says it: `Tuesday, November 24`, with the year where it is asked for. `date` is an ISO date. */
export function speakDate(date: string, language: string, withYear = false): string {
  return formatted(language, withYear ? dateAndYearParts : dateParts, Date.parse(date));
}

/** A local start as a person says it: `2026-11-24T10:30` becomes `Tuesday, November 24 at 10:30 am`. */
export function speakStart(start: string, language: string): string {
  const date = start.slice(0, 10);
  const minute = Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
  return wordsOf(language).dateAndTime(speakDate(date, language), speakTime(minute, language));
}

/** `Monday`, in the language and with its capitals: `lundi`. */
export function speakWeekday(weekday: Weekday, language: string): string {
  // 5 January 1970 was a Monday.
  return formatted(language, weekdayParts, (4 + weekdays.indexOf(weekday)) * 86_400_000);
}

/** `30 minutes`, in the language. */
export function speakMinutes(minutes: number, language: string): string {
  let format = minuteFormats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { style: "unit", unit: "minute", unitDisplay: "long" });
    minuteFormats.set(language, format);
  }
  return plainSpaces(format.format(minutes));
}

/** A day's openings by themselves: `9 am to 12:30 pm and 1:30 pm to 7 pm`, `closed`, `open 24 hours`, `10 pm to 2 am the next day`. */
export function speakOpenings(openings: readonly Opening[], language: string): string {
  const words = wordsOf(language);
  if (openings.length === 0) return words.closed;
  const spans = speakSpans(openings, language);
  return spans === words.allDay ? words.open(spans) : spans;
}

/** The same behind the word `open`: `24 hours`. At least one opening. */
export function speakSpans(openings: readonly Opening[], language: string): string {
  let list = listFormats.get(language);
  if (list === undefined) {
    list = new Intl.ListFormat(language, { type: "conjunction" });
    listFormats.set(language, list);
  }
  return plainSpaces(list.format(openings.map((opening) => speakOpening(opening, language))));
}

function speakOpening({ startMinute, endMinute }: Opening, language: string): string {
  const words = wordsOf(language);
  if (startMinute === 0 && (endMinute === 1440 || endMinute === 0)) return words.allDay;
  const end = speakTime(endMinute, language);
  // Everybody takes midnight for the end of the day that is spoken of.
  const endsNextDay = endMinute <= startMinute && endMinute !== 0;
  return words.from(
    speakTime(startMinute, language),
    endsNextDay ? words.nextDay(end) : midnightEnd(endMinute, language),
  );
}

function midnightEnd(endMinute: number, language: string): string {
  return speakTime(endMinute === 0 ? 1440 : endMinute, language);
}

const dateParts = { weekday: "long", month: "long", day: "numeric" } as const;
const dateAndYearParts = { ...dateParts, year: "numeric" } as const;
const weekdayParts = { weekday: "long" } as const;
const timeParts = { hour: "numeric", minute: "2-digit" } as const;

/** A formatter takes longer to make than a hundred dates to write. */
const formats = new Map<string, Intl.DateTimeFormat>();
const minuteFormats = new Map<string, Intl.NumberFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

function formatted(language: string, parts: Intl.DateTimeFormatOptions, ms: number): string {
  const key = `${language} ${Object.keys(parts).join(" ")}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" });
    formats.set(key, format);
  }
  return plainSpaces(format.format(ms));
}

/** Intl puts narrow and unbreakable spaces where a voice, and a comparison, wants a plain one. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, " ");
}

function wordsOf(language: string): Words {
  return wordsByLanguage[languageOf(language)] ?? english;
}

function languageOf(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}
