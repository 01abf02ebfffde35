import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { isDate } from "./hours";
import { weekdays } from "./knowledge";
import { nearestWord } from "./nearestWord";
import { openingsCure, readOpenings } from "./openingText";
import { e164Of, isE164 } from "./phoneNumber";

/** Keys whose values are numbers; everything else in a knowledge file is text. A price is text, so that `35` can be told from `$35`. */
export const numberKeys: ReadonlySet<string> = new Set([
  "price",
  "minutes",
  "every",
  "notice",
  "horizonDays",
  "chairs",
  "perDay",
]);

const dateCure = "Write a date that exists as YYYY-MM-DD, for example 2026-12-24.";

/** Text on one line: what a person broke over several lines is joined. */
function text(cure: string) {
  return z
    .string({ error: cure })
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .refine((value) => value !== "", { error: cure });
}

/** Text that is read in some other way; null where it cannot be. */
function read<T>(cure: (value: string) => string, reader: (value: string) => T | null) {
  return z.string({ error: cure("") }).transform((value, context) => {
    const result = reader(value.trim());
    if (result !== null) return result;
    context.addIssue({ code: "custom", message: cure(value), input: value });
    return z.NEVER;
  });
}

function whole(least: number, most: number, cure: string) {
  return z.int({ error: cure }).min(least, { error: cure }).max(most, { error: cure });
}

function list<T extends z.ZodType>(item: T, cure: string) {
  return z.array(item, { error: cure }).nullish();
}

const id = read(
  () => "Write letters, digits, - and _ without spaces, for example front-desk.",
  (value) => (/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value) ? value : null),
);

const phone = read(phoneCure, (value) => (isE164(value) ? value : null));

const until = read(
  () => dateCure,
  (value) => {
    const date = value.replace(/T00:00:00(?:\.0+)?(?:Z|\+00:00)?$/, "");
    return isDate(date) ? date : null;
  },
);

const timezone = read(timezoneCure, (value) => (isTimezone(value) ? value : null));

const languageCure = "Write a language as BCP 47 has it, for example en-US, or a list of them.";
const language = read(() => languageCure, languageTag);

const openings = z.union([z.string(), z.array(z.string())], { error: openingsCure }).transform((value, context) => {
  const result = readOpenings(value);
  if (result !== null) return result;
  context.addIssue({ code: "custom", message: openingsCure, input: value });
  return z.NEVER;
});

const price = z
  .string({ error: "Write it as it should be said, with its currency and in quotes where needed, for example $35." })
  .transform((value) => value.trim())
  .refine((value) => value !== "" && !/[\r\n]/.test(value), { error: "Write one line of text, for example $35." });

const notice = z
  .union([z.literal(0), z.string()], { error: "Write a duration with its unit, for example 90m, 2h or 1d." })
  .transform((value, context) => {
    const minutes = value === 0 ? 0 : minutesOf(value);
    if (minutes !== null) return minutes;
    context.addIssue({
      code: "custom",
      message: "Write a duration up to 90 days with its unit, for example 90m, 2h or 1d.",
      input: value,
    });
    return z.NEVER;
  });

const business = z.strictObject(
  {
    name: text("Write the name of the business as it should be said."),
    timezone,
    language: z.union([language, z.array(language).min(1, { error: languageCure })]).nullish(),
    address: text("Write the address as it should be said, or leave it out.").nullish(),
    phone,
  },
  { error: "Write name, timezone and phone of the business." },
);

const hours = z.strictObject(Object.fromEntries(weekdays.map((day) => [day, openings.optional()])), {
  error: "Write the openings of each weekday, for example monday: 09:00-17:30.",
});

const holidays = z
  .record(z.string(), openings, { error: 'Write dates with their openings, for example "2026-12-25": closed.' })
  .nullish();

const service = z.strictObject(
  {
    id,
    name: text("Write the service's name as it should be said."),
    price: price.nullish(),
    minutes: whole(
      1,
      1440,
      "Write how long it takes as a whole number of minutes from 1 to 1440, or leave it out.",
    ).nullish(),
    about: text("Write text, or leave it out.").nullish(),
    until: until.nullish(),
  },
  { error: "Write a service as { id: haircut, name: Haircut, price: $35, minutes: 30 }." },
);

const faq = z.strictObject(
  {
    id,
    question: text("Write the question as a caller asks it."),
    answer: text("Write the answer as it should be said."),
    until: until.nullish(),
  },
  { error: "Write a question as { id: parking, question: Where can I park?, answer: Behind the shop. }." },
);

const person = z.strictObject(
  { id, name: text("Write the person's name as it should be said."), number: phone },
  { error: 'Write a person as { id: front-desk, name: the front desk, number: "+15035550101" }.' },
);

const bookings = z
  .strictObject(
    {
      every: whole(1, 1440, "Write a whole number of minutes from 1 to 1440, for example 30.").nullish(),
      notice: notice.nullish(),
      horizonDays: whole(1, 3650, "Write a whole number of days from 1 to 3650, for example 60.").nullish(),
      chairs: whole(1, 100, "Write a whole number from 1 to 100: how many can be served at one time.").nullish(),
    },
    { error: "Write { every: 30, notice: 2h, horizonDays: 60, chairs: 1 }." },
  )
  .nullish();

const callers = z
  .strictObject(
    {
      vip: list(phone, 'Write a list of numbers, for example ["+15035550199"].'),
      blocked: list(phone, 'Write a list of numbers, for example ["+15035550199"].'),
      perDay: whole(1, 1_000_000, "Write a whole number of calls from 1, for example 20.").nullish(),
    },
    { error: 'Write { vip: ["+15035550199"], blocked: [], perDay: 20 }.' },
  )
  .nullish();

const sentence = text("Write the sentence, or leave it out for the default.").nullish();

const say = z
  .strictObject(
    {
      greeting: sentence,
      recording: sentence,
      closed: sentence,
      readBack: sentence,
      booked: sentence,
      taken: sentence,
      transfer: sentence,
      waiting: sentence,
      offerCallback: sentence,
      farewell: sentence,
      fillers: z
        .array(text("Write a short sentence."), { error: "Write a list of short sentences." })
        .min(1, { error: "Write at least one short sentence, or leave it out." })
        .nullish(),
    },
    { error: "Write sentences, for example farewell: Thank you for calling {name}. Goodbye." },
  )
  .nullish();

/** A knowledge file's shape, key by key; what spans several keys is judged by `readKnowledge`. Messages are cures. */
export const knowledgeSchema = z.strictObject(
  {
    business,
    hours,
    holidays,
    services: list(service, "Write a list of services."),
    faqs: list(faq, "Write a list of questions."),
    people: list(person, "Write a list of people."),
    bookings,
    callers,
    say,
  },
  { error: "Write a map with at least business and hours." },
);

export type WrittenKnowledge = z.output<typeof knowledgeSchema>;

function phoneCure(value: string): string {
  const digits = value.replace(/\D/g, "");
  const meant = e164Of(value) ?? (digits.length > 10 ? e164Of(`+${digits}`) : null);
  return `Write it in international form with quotes, ${meant === null ? 'for example "+15035550100"' : `"${meant}"`}.`;
}

function isTimezone(value: string): boolean {
  // An offset such as +02:00 is accepted by Intl, but knows no daylight saving.
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    // Intl takes abbreviations such as PST, which Temporal, by which hours are reckoned, does not.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value).timeZoneId !== "";
  } catch {
    return false;
  }
}

function timezoneCure(value: string): string {
  const nearest = nearestZone(value);
  return `Write the IANA name of a time zone, ${nearest === null ? "for example America/Los_Angeles" : `perhaps ${nearest}`}.`;
}

/** By the name of the city, since the continent before it would make any two cities alike. */
function nearestZone(value: string): string | null {
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1);
  const zones = Intl.supportedValuesOf("timeZone");
  const city = nearestWord(cityOf(value), zones.map(cityOf));
  return zones.find((zone) => cityOf(zone) === city) ?? null;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** The tag in its canonical spelling; null where it is no tag, or of no known language. */
function languageTag(value: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(value)[0] ?? null;
    return tag !== null && languageNames.of(tag) !== undefined ? tag : null;
  } catch {
    return null;
  }
}

const minutesPer: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };
const mostNoticeMinutes = 90 * 1440;

/** `90m`, `2h`, `1.5h` or `1d` in whole minutes; null where it cannot be read or is too long. */
function minutesOf(duration: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(m|min|minutes?|h|hours?|d|days?)$/i.exec(duration.trim());
  if (match === null) return duration.trim() === "0" ? 0 : null;
  const minutes = Number(match[1]) * (minutesPer[match[2]?.charAt(0).toLowerCase() ?? ""] ?? Number.NaN);
  return Number.isInteger(minutes) && minutes <= mostNoticeMinutes ? minutes : null;
}
