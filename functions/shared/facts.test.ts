import { factsOf } from "./facts";
import { parseKnowledge } from "./knowledgeFile";

const text = `
business: { name: Cedar & Main Barbers, timezone: America/Los_Angeles, address: "12 Main Street, Portland", phone: "+15035550100" }
hours:
  monday: 09:00-17:30
  thursday: 09:00-12:30, 13:30-19:00
  friday: 22:00-02:00
  saturday: 00:00-24:00
holidays: { 2026-12-25: closed, 2026-12-24: 09:00-12:00 }
services:
  - { id: haircut, name: Haircut, price: $35, minutes: 30, about: Wash and cut }
  - { id: fade, name: Fade, price: from $40, until: 2026-11-23 }
  - { id: talk, name: Talk, minutes: 1 }
  - { id: tea, name: Tea }
faqs:
  - { id: parking, question: Where can I park?, answer: Behind the shop }
  - { id: sale, question: Is there a sale?, answer: Yes!, until: 2026-11-22 }
`;

test("every fact stands under its id, worded so that it can be read out", () => {
  const facts = factsOf(parseKnowledge(text, "f.yaml"), "2026-11-23");
  expect(facts.map(({ id, text }) => `${id} | ${text}`)).toEqual([
    "business.name | This is Cedar & Main Barbers.",
    "business.address | Our address is 12 Main Street, Portland.",
    "business.phone | Our phone number is +1 503 555 0100.",
    "hours.monday | Monday: 9 am to 5:30 pm.",
    "hours.tuesday | Tuesday: closed.",
    "hours.wednesday | Wednesday: closed.",
    "hours.thursday | Thursday: 9 am to 12:30 pm and 1:30 pm to 7 pm.",
    "hours.friday | Friday: 10 pm to 2 am the next day.",
    "hours.saturday | Saturday: open 24 hours.",
    "hours.sunday | Sunday: closed.",
    "holiday.2026-12-24 | Thursday, December 24, 2026: 9 am to 12 pm.",
    "holiday.2026-12-25 | Friday, December 25, 2026: closed.",
    "service.haircut | Haircut: $35, 30 minutes. Wash and cut.",
    "service.fade | Fade: from $40.",
    "service.talk | Talk: 1 minute.",
    "service.tea | Tea.",
    "faq.parking | Where can I park? Behind the shop.",
  ]);
});

test.each([
  ["2026-11-22", true, true],
  ["2026-11-23", true, false],
  ["2026-11-24", false, false],
])("on %s the fade is said: %p, the sale: %p", (today, fade, sale) => {
  const ids = factsOf(parseKnowledge(text, "f.yaml"), today).map(({ id }) => id);
  expect([ids.includes("service.fade"), ids.includes("faq.sale")]).toEqual([fade, sale]);
});

test("a business without an address has no such fact", () => {
  const ids = factsOf(parseKnowledge(text.replace(/address: "[^"]*", /, ""), "f.yaml"), "2026-11-23").map(
    ({ id }) => id,
  );
  expect(ids).not.toContain("business.address");
});

test.each([
  ["de-DE", "Donnerstag: 9 Uhr bis 12:30 Uhr und 13:30 Uhr bis 19 Uhr.", "Freitag, 25. Dezember 2026: geschlossen."],
  ["fr-FR", "Jeudi: de 9 h à 12 h 30 et de 13 h 30 à 19 h.", "Vendredi 25 décembre 2026: fermé."],
  ["es-ES", "Jueves: de 9:00 a 12:30 y de 13:30 a 19:00.", "Viernes, 25 de diciembre de 2026: cerrado."],
])("in %s hours are said in the language", (language, thursday, christmas) => {
  const facts = factsOf(
    parseKnowledge(text.replace("name: Cedar", `language: ${language}, name: Cedar`), "f.yaml"),
    "2026-11-23",
  );
  expect(facts.find(({ id }) => id === "hours.thursday")?.text).toBe(thursday);
  expect(facts.find(({ id }) => id === "holiday.2026-12-25")?.text).toBe(christmas);
});
