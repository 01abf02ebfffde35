import type { BookingEvent } from "../shared/bookingEvent";

/** What an SMS says of a booking, by language; `what` is the service with its start. */
export interface BookingTexts {
  readonly told: Readonly<Record<BookingEvent["change"], (what: string, name: string) => string>>;
  readonly reminder: (what: string, name: string) => string;
}

const english: BookingTexts = {
  told: {
    new: (what, name) => `Your booking: ${what}, for ${name}. To move or cancel it, call us.`,
    move: (what, name) => `Your booking was moved to: ${what}, for ${name}. To change it again, call us.`,
    cancel: (what, name) => `Your booking was cancelled: ${what}, for ${name}.`,
  },
  reminder: (what, name) => `A reminder of your booking: ${what}, for ${name}. To move or cancel it, call us.`,
};

const byLanguage: Readonly<Record<string, BookingTexts>> = {
  en: english,
  de: {
    told: {
      new: (what, name) => `Ihr Termin: ${what}, für ${name}. Zum Ändern oder Absagen rufen Sie uns an.`,
      move: (what, name) => `Ihr Termin ist verlegt auf: ${what}, für ${name}. Zum Ändern rufen Sie uns an.`,
      cancel: (what, name) => `Ihr Termin ist abgesagt: ${what}, für ${name}.`,
    },
    reminder: (what, name) =>
      `Zur Erinnerung, Ihr Termin: ${what}, für ${name}. Zum Ändern oder Absagen rufen Sie uns an.`,
  },
  fr: {
    told: {
      new: (what, name) => `Votre rendez-vous : ${what}, pour ${name}. Pour le déplacer ou l'annuler, appelez-nous.`,
      move: (what, name) => `Votre rendez-vous est déplacé : ${what}, pour ${name}. Pour le changer, appelez-nous.`,
      cancel: (what, name) => `Votre rendez-vous est annulé : ${what}, pour ${name}.`,
    },
    reminder: (what, name) =>
      `Rappel de votre rendez-vous : ${what}, pour ${name}. Pour le déplacer ou l'annuler, appelez-nous.`,
  },
  es: {
    told: {
      new: (what, name) => `Su cita: ${what}, a nombre de ${name}. Para cambiarla o anularla, llámenos.`,
      move: (what, name) => `Su cita se ha cambiado: ${what}, a nombre de ${name}. Para cambiarla, llámenos.`,
      cancel: (what, name) => `Su cita se ha anulado: ${what}, a nombre de ${name}.`,
    },
    reminder: (what, name) =>
      `Le recordamos su cita: ${what}, a nombre de ${name}. Para cambiarla o anularla, llámenos.`,
  },
};

/** The texts of a BCP 47 tag's language; English where there are none. */
export function bookingTexts(tag: string): BookingTexts {
  return byLanguage[tag.split("-", 1)[0]?.toLowerCase() ?? ""] ?? english;
}
