import type { Fact, Faq, Knowledge, Service } from "./knowledge";
import { weekdays } from "./knowledge";
import { writtenNumber } from "./phoneNumber";
import { speakDate, speakMinutes, speakOpenings, speakWeekday } from "./speakable";

/**
 * Everything the agent may say of a business, each fact under the id by which a reply cites it, worded so that it could be read out.
 * `today` is the business's ISO date: what is said only until an earlier day is left out. Ids stand in the order of the contract:
 * business, hours of all seven days, holidays by date, services and questions as written.
 */
export function factsOf(knowledge: Knowledge, today: string): readonly Fact[] {
  const { business, hours, holidays } = knowledge;
  const language = business.languages[0] ?? "en";
  const words = labels[language.split("-", 1)[0] ?? ""] ?? labels.en;
  const isSaid = ({ until }: Service | Faq) => until === null || today <= until;
  return [
    { id: "business.name", text: sentence(words.name(business.name)) },
    ...(business.address === null ? [] : [{ id: "business.address", text: sentence(words.address(business.address)) }]),
    { id: "business.phone", text: sentence(words.phone(writtenNumber(business.phone))) },
    ...weekdays.map((day) => ({
      id: `hours.${day}`,
      text: `${capitalised(speakWeekday(day, language))}: ${speakOpenings(hours[day], language)}.`,
    })),
    ...Object.entries(holidays)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, openings]) => ({
        id: `holiday.${date}`,
        text: `${capitalised(speakDate(date, language, true))}: ${speakOpenings(openings, language)}.`,
      })),
    ...knowledge.services
      .filter(isSaid)
      .map((service) => ({ id: `service.${service.id}`, text: serviceText(service, language) })),
    ...knowledge.faqs
      .filter(isSaid)
      .map(({ id, question, answer }) => ({ id: `faq.${id}`, text: `${question} ${sentence(answer)}` })),
  ];
}

interface Labels {
  readonly name: (name: string) => string;
  readonly address: (address: string) => string;
  readonly phone: (number: string) => string;
}

const english: Labels = {
  name: (name) => `This is ${name}`,
  address: (address) => `Our address is ${address}`,
  phone: (number) => `Our phone number is ${number}`,
};

const labels: Readonly<Record<string, Labels>> & { readonly en: Labels } = {
  en: english,
  de: {
    name: (name) => `Hier ist ${name}`,
    address: (address) => `Unsere Adresse ist ${address}`,
    phone: (number) => `Unsere Telefonnummer ist ${number}`,
  },
  fr: {
    name: (name) => `Vous êtes chez ${name}`,
    address: (address) => `Notre adresse est ${address}`,
    phone: (number) => `Notre numéro de téléphone est le ${number}`,
  },
  es: {
    name: (name) => `Esto es ${name}`,
    address: (address) => `Nuestra dirección es ${address}`,
    phone: (number) => `Nuestro número de teléfono es ${number}`,
  },
};

/** `Haircut: $35, 30 minutes. Wash and cut.` */
function serviceText({ name, price, minutes, about }: Service, language: string): string {
  const figures = [price, minutes === null ? null : speakMinutes(minutes, language)].filter((part) => part !== null);
  const head = figures.length === 0 ? name : `${name}: ${figures.join(", ")}`;
  return about === null ? sentence(head) : `${sentence(head)} ${sentence(about)}`;
}

function sentence(text: string): string {
  return /[.!?…。！？]["'”’)]?$/u.test(text) ? text : `${text}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
