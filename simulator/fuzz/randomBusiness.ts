import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { Chance } from "./chance";

/** Businesses that differ in what a conversation can notice: language, sentences, people, openings past midnight. */
const texts = {
  barbers: `
business: { name: Fern Barbers, timezone: America/Los_Angeles, language: en-US, phone: "+15035550120", address: "9 Pine Street, Portland" }
hours: { monday: 00:00-24:00, tuesday: 09:00-17:30, wednesday: 09:00-17:30, thursday: "09:00-12:30, 13:30-19:00" }
services:
  - { id: haircut, name: Haircut, price: $35, minutes: 30, about: "Wash, cut and dry." }
  - { id: shave, name: Hot towel shave, price: $28.50, minutes: 30 }
faqs:
  - { id: parking, question: Where can I park?, answer: "There is free parking behind the shop, next to the bakery, for an hour." }
  - { id: cards, question: Do you take cards?, answer: "Yes, all cards." }
people: [{ id: desk, name: the desk, number: "+15035550121" }]
`,
  bakery: `
business: { name: Le Four, timezone: Europe/Paris, language: fr-FR, phone: "+33140000120" }
hours: { monday: 00:00-24:00, friday: 22:00-02:00 }
services:
  - { id: gateau, name: Gâteau, price: 45 €, minutes: 30 }
faqs:
  - { id: pain, question: Avez-vous du pain complet ?, answer: "Oui, tous les jours." }
people: [{ id: caisse, name: la caisse, number: "+33140000121" }]
`,
  workshop: `
business: { name: Werkstatt Nord, timezone: Europe/Berlin, language: de-DE, phone: "+493055500120" }
hours: { monday: 00:00-24:00 }
services:
  - { id: inspektion, name: Inspektion, price: 149 €, minutes: 60 }
faqs:
  - { id: bahn, question: Wie komme ich mit der Bahn?, answer: "Mit der S1 bis Nordbahnhof." }
`,
  clinic: `
business: { name: Two Rivers Dental, timezone: America/New_York, language: en-US, phone: "+12125550120" }
hours: { monday: 00:00-24:00 }
services:
  - { id: cleaning, name: Cleaning, price: from $110, minutes: 60 }
faqs:
  - { id: pain, question: Do you see emergencies?, answer: "Yes, the same day. Please call before noon, tell us what hurts and since when, and bring your insurance card with you." }
people: [{ id: front, name: the front desk, number: "+12125550121" }]
say:
  greeting: Two Rivers Dental, I am an AI assistant. Say representative for a person.
  recording: We record calls.
  waiting: No hurry.
  offerCallback: Should we call you?
  fillers: [Mhm., "Let me see, one second."]
`,
} as const;

const businesses: readonly Knowledge[] = Object.entries(texts).map(([name, text]) =>
  parseKnowledge(text, `${name}.yaml`),
);

/** All are open on `openMs`. */
export const openMs = Date.parse("2026-11-23T18:00:00.000Z");

export function randomBusiness(chance: Chance): Knowledge {
  return chance.pick(businesses);
}
