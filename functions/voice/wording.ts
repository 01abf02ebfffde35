import type { SlotRefusal } from "../shared/slots";

/** What the program says about bookings beside the owner's own sentences, by language. */
export interface BookingTexts {
  readonly noBooking: string;
  /** `{service}` and `{start}` are filled in. */
  readonly cancelQuestion: string;
  readonly cancelled: string;
  /** `others`: free starts as they are spoken; `taken`: the owner's sentence for a slot that is gone. */
  refused(why: SlotRefusal, others: readonly string[], taken: string): string;
}

const english: BookingTexts = {
  noBooking: "I cannot find a booking under your number. What can I do for you?",
  cancelQuestion: "Shall I cancel your {service} on {start}?",
  cancelled: "It is cancelled. Anything else?",
  refused(why, others, taken) {
    const reasons: Record<SlotRefusal, string> = {
      taken,
      closed: "We are not open for that then.",
      past: "That time has passed.",
      tooSoon: "That is too soon for us.",
      tooFar: "That is too far ahead for us.",
      notOnGrid: "We do not start at that time.",
      notBookable: "I cannot book that by phone.",
      noSuchService: "We do not offer that.",
    };
    return `${reasons[why]} ${offer(others, "I have", "or", "Which day would suit you?")}`;
  },
};

const german: BookingTexts = {
  noBooking: "Ich finde keinen Termin unter Ihrer Nummer. Was kann ich für Sie tun?",
  cancelQuestion: "Soll ich {service} am {start} absagen?",
  cancelled: "Der Termin ist abgesagt. Noch etwas?",
  refused(why, others, taken) {
    const reasons: Record<SlotRefusal, string> = {
      taken,
      closed: "Dann haben wir dafür nicht offen.",
      past: "Diese Zeit ist schon vorbei.",
      tooSoon: "Das ist uns zu kurzfristig.",
      tooFar: "So weit im Voraus geht es nicht.",
      notOnGrid: "Zu dieser Zeit beginnen wir nicht.",
      notBookable: "Das kann ich am Telefon nicht buchen.",
      noSuchService: "Das bieten wir nicht an.",
    };
    return `${reasons[why]} ${offer(others, "Frei ist", "oder", "Welcher Tag passt Ihnen?")}`;
  },
};

export function bookingTexts(language: string): BookingTexts {
  return language.toLowerCase().startsWith("de") ? german : english;
}

function offer(others: readonly string[], have: string, or: string, otherwise: string): string {
  const last = others.at(-1);
  if (last === undefined) return otherwise;
  const before = others.slice(0, -1).join("; ");
  return `${have} ${before === "" ? last : `${before} ${or} ${last}`}.`;
}
