/**
 * What a business told us, as the rest of the program reads it: validated, with every default filled in.
 * The file a person writes is read by `knowledgeFile.ts`; only this shape travels further.
 */
export interface Knowledge {
  readonly business: {
    readonly name: string;
    /** IANA name, e.g. `America/Los_Angeles`. */
    readonly timezone: string;
    /** BCP 47; the first is the default. */
    readonly languages: readonly string[];
    readonly address: string | null;
    /** E.164. */
    readonly phone: string;
  };
  /** The openings that start on a weekday; an empty list is closed. */
  readonly hours: Readonly<Record<Weekday, readonly Opening[]>>;
  /** By ISO date: they take the place of the openings that start on that date. */
  readonly holidays: Readonly<Record<string, readonly Opening[]>>;
  readonly services: readonly Service[];
  readonly faqs: readonly Faq[];
  /** The first is who a transfer calls. */
  readonly people: readonly Person[];
  readonly bookings: BookingRules;
  readonly callers: CallerRules;
  /** Fixed sentences with `{name}` already replaced; `{service}` and `{start}` are still to fill. */
  readonly say: Sentences;
}

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** `[start, end)` in wall-clock minutes from midnight, as written; an end that is not after its start is on the next day. */
export interface Opening {
  /** 0 to 1439. */
  readonly startMinute: number;
  /** 0 to 1440; 1440 is `24:00`. */
  readonly endMinute: number;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  /** One line, spoken only as it stands. */
  readonly price: string | null;
  /** Without it the service cannot be booked. */
  readonly minutes: number | null;
  readonly about: string | null;
  /** The last ISO date on which this is said. */
  readonly until: string | null;
}

export interface Faq {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly until: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** E.164. */
  readonly number: string;
}

export interface BookingRules {
  /** A booking starts on a multiple of this from the opening's start. */
  readonly everyMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  readonly chairs: number;
}

export interface CallerRules {
  /** E.164. */
  readonly vip: readonly string[];
  readonly blocked: readonly string[];
  readonly perDay: number;
}

export interface Sentences {
  readonly greeting: string;
  /** Said after the greeting where calls are recorded. */
  readonly recording: string;
  readonly closed: string;
  readonly readBack: string;
  readonly booked: string;
  readonly taken: string;
  readonly transfer: string;
  readonly waiting: string;
  readonly offerCallback: string;
  readonly farewell: string;
  readonly fillers: readonly string[];
}

/** Something the agent may say, under the id by which a reply cites it: `hours.monday`, `service.haircut`, `faq.parking`. */
export interface Fact {
  readonly id: string;
  readonly text: string;
}
