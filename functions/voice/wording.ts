import type { SlotRefusal } from "../shared/slots";
import { speakDate, speakTime } from "../shared/speakable";

/** What the program says about bookings beside the owner's own sentences, by language. */
export interface BookingTexts {
  readonly noBooking: string;
  /** `{service}` and `{start}` are filled in. */
  readonly cancelQuestion: string;
  readonly cancelled: string;
  /** The caller has several; each with its service and start. */
  whichBooking(bookings: readonly string[]): string;
  /** `others`: free local starts, earliest first; `taken`: the owner's sentence for a slot that is gone. */
  refused(why: SlotRefusal, others: readonly string[], taken: string): string;
}

const english: BookingTexts = {
  noBooking: "I cannot find a booking under your number. What can I do for you?",
  cancelQuestion: "Shall I cancel your {service} on {start}?",
  cancelled: "It is cancelled. Anything else?",
  whichBooking: (bookings) => `I have ${listed(bookings, "and")}. Which one do you mean?`,
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
    return `${reasons[why]} ${offer(others, "en", ["I have", "at", "or"], "Which day would suit you?")}`;
  },
};

const german: BookingTexts = {
  noBooking: "Ich finde keinen Termin unter Ihrer Nummer. Was kann ich für Sie tun?",
  cancelQuestion: "Soll ich {service} am {start} absagen?",
  cancelled: "Der Termin ist abgesagt. Noch etwas?",
  whichBooking: (bookings) => `Ich sehe ${listed(bookings, "und")}. Welchen meinen Sie?`,
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
    return `${reasons[why]} ${offer(others, "de", ["Frei ist", "um", "oder"], "Welcher Tag passt Ihnen?")}`;
  },
};

/** @param language BCP 47; English where there is no other. */
export function bookingTexts(language: string): BookingTexts {
  return language.toLowerCase().startsWith("de") ? german : english;
}

/** The starts as a person says them: a day once, then its times. */
function offer(
  others: readonly string[],
  language: string,
  [have, at, or]: readonly [string, string, string],
  otherwise: string,
): string {
  const days = new Map<string, string[]>();
  for (const start of others) {
    const [date = "", time = ""] = start.split("T");
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    days.set(date, [...(days.get(date) ?? []), speakTime(hour * 60 + minute, language)]);
  }
  const offers = [...days].map(([date, times]) => `${speakDate(date, language)} ${at} ${listed(times, or)}`);
  return offers.length === 0 ? otherwise : `${have} ${listed(offers, or)}.`;
}

function listed(words: readonly string[], or: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${or} ${words.at(-1)}`;
}
