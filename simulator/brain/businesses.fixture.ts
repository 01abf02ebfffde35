import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";

const example = (name: string) => {
  const file = resolve(__dirname, `../../knowledge/${name}.yaml`);
  return parseKnowledge(readFileSync(file, "utf8"), file);
};

export const barbers = example("cedar-and-main");
export const garage = example("canal-street-garage");

/** A business with names that overlap and hold figures, late hours, no address and no holiday at Christmas. */
export const spa = parseKnowledge(
  `
business: { name: Salt & Stone Spa, timezone: Europe/London, language: en-GB, phone: "+442079460155" }
hours:
  tuesday: 10:00-20:00
  wednesday: 18:00-02:00
  thursday: 10:00-20:00
  friday: 10:00-20:00
  saturday: 09:00-24:00
  sunday: 11:00-16:00
holidays: { "2026-12-26": "12:00-16:00", "2027-01-01": closed }
services:
  - { id: m30, name: 30-minute massage, price: £38, minutes: 30 }
  - { id: m60, name: 60-minute massage, price: £65, minutes: 60 }
  - { id: couples, name: Couples massage, price: £120 for two, minutes: 60 }
  - { id: facial, name: Facial, price: £70, minutes: 50, about: "Cleanse, peel and mask." }
  - { id: express, name: Express facial, price: £42, minutes: 25 }
  - { id: yoga, name: Yoga class, price: £14 a class, minutes: 75, about: Mats are provided. }
  - { id: private-yoga, name: Private yoga lesson, price: £60, minutes: 60 }
  - { id: sauna, name: Sauna, price: free with any treatment }
  - { id: nails, name: Manicure and pedicure, price: £55, minutes: 80 }
faqs:
  - { id: bring, question: What should I bring?, answer: Just swimwear for the sauna. Towels and robes are here. }
  - { id: pregnancy, question: Can I have a massage while pregnant?, answer: Please ask your doctor first. We offer a pregnancy massage with Ines on Thursdays. }
  - { id: age, question: Is there a minimum age?, answer: Guests must be 16 or older. }
  - { id: vouchers, question: Do you sell gift vouchers?, answer: "Yes, at the desk and by post." }
  - { id: late-cancel, question: Do you charge for late cancellations?, answer: Half of the price if you cancel on the same day. }
  - { id: men, question: Are men welcome?, answer: Everybody is welcome. }
  - { id: food, question: Do you serve food or drinks?, answer: Herbal tea and fruit. We have no kitchen. }
  - { id: quiet, question: Can I use my phone?, answer: Phones stay in the lockers. }
  - { id: station, question: Which tube station is nearest?, answer: "Borough, four minutes on foot." }
people: [{ id: desk, name: the desk, number: "+442079460156" }]
`,
  "spa.yaml",
);
