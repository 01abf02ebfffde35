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

const english = (language: string): BookingTexts => ({
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
    const question = isAnyDayWrong(why) ? "What else can I do for you?" : "Which day would suit you?";
    return `${reasons[why]} ${offer(others, language, ["I have", "at", "or"], question)}`;
  },
});

const german = (language: string): BookingTexts => ({
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
    const question = isAnyDayWrong(why) ? "Was kann ich sonst für Sie tun?" : "Welcher Tag passt Ihnen?";
    return `${reasons[why]} ${offer(others, language, ["Frei ist", "um", "oder"], question)}`;
  },
});

const french = (language: string): BookingTexts => ({
  noBooking: "Je ne trouve pas de rendez-vous à votre numéro. Que puis-je faire pour vous ?",
  cancelQuestion: "Dois-je annuler {service}, {start} ?",
  cancelled: "C'est annulé. Autre chose ?",
  whichBooking: (bookings) => `Je vois ${listed(bookings, "et")}. Lequel voulez-vous dire ?`,
  refused(why, others, taken) {
    const reasons: Record<SlotRefusal, string> = {
      taken,
      closed: "Nous ne sommes pas ouverts pour cela à ce moment-là.",
      past: "Cette heure est déjà passée.",
      tooSoon: "C'est trop tôt pour nous.",
      tooFar: "C'est trop loin dans le temps pour nous.",
      notOnGrid: "Nous ne commençons pas à cette heure-là.",
      notBookable: "Je ne peux pas réserver cela par téléphone.",
      noSuchService: "Nous ne proposons pas cela.",
    };
    const question = isAnyDayWrong(why) ? "Que puis-je faire d'autre pour vous ?" : "Quel jour vous conviendrait ?";
    return `${reasons[why]} ${offer(others, language, ["Il me reste", "à", "ou"], question)}`;
  },
});

const spanish = (language: string): BookingTexts => ({
  noBooking: "No encuentro ninguna cita con su número. ¿Qué puedo hacer por usted?",
  cancelQuestion: "¿Cancelo {service}, {start}?",
  cancelled: "Está cancelada. ¿Algo más?",
  whichBooking: (bookings) => `Veo ${listed(bookings, "y")}. ¿Cuál quiere decir?`,
  refused(why, others, taken) {
    const reasons: Record<SlotRefusal, string> = {
      taken,
      closed: "A esa hora no abrimos para eso.",
      past: "Esa hora ya ha pasado.",
      tooSoon: "Es demasiado pronto para nosotros.",
      tooFar: "Es demasiado lejos en el tiempo para nosotros.",
      notOnGrid: "No empezamos a esa hora.",
      notBookable: "Eso no lo puedo reservar por teléfono.",
      noSuchService: "Eso no lo ofrecemos.",
    };
    const question = isAnyDayWrong(why) ? "¿Qué más puedo hacer por usted?" : "¿Qué día le vendría bien?";
    return `${reasons[why]} ${offer(others, language, ["Tengo", "a las", "o"], question)}`;
  },
});

const textsByLanguage: Readonly<Record<string, (language: string) => BookingTexts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

/** @param language BCP 47, in which days and times are written too; all of it in English where there is no other. */
export function bookingTexts(language: string): BookingTexts {
  const texts = textsByLanguage[language.split("-", 1)[0]?.toLowerCase() ?? ""];
  return texts?.(language) ?? english("en");
}

/** Another day would change nothing. */
function isAnyDayWrong(why: SlotRefusal): boolean {
  return why === "notBookable" || why === "noSuchService";
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
