import { parseKnowledge } from "../shared/knowledgeFile";
import { knowledgeInForce, systemPrompt } from "./prompt";

const atMs = Date.UTC(2026, 10, 23, 18);
const shop = parseKnowledge(
  `
business:
  name: Cedar Barbers
  timezone: America/Los_Angeles
  language: [en-US, es-US]
  phone: "+15035550100"
hours: { monday: 09:00-17:30 }
services:
  - { id: haircut, name: Haircut, price: $35, minutes: 30 }
  - { id: shave, name: Shave, price: $20 }
  - { id: autumn-cut, name: Autumn cut, price: $15, minutes: 30, until: 2026-10-31 }
faqs:
  - { id: parking, question: Where can I park?, answer: Behind the shop. }
`,
  "knowledge.yaml",
);
const prompt = systemPrompt(shop, "grounded", atMs);

test("every fact stands in it with its id, and none that is over", () => {
  expect(prompt).toContain("- service.haircut: Haircut: $35, 30 minutes.");
  expect(prompt).toContain("- faq.parking: Where can I park? Behind the shop.");
  expect(prompt).toContain("- hours.sunday: Sunday: closed.");
  expect(prompt).not.toContain("Autumn cut");
});

test("the facts come last, so that everything before is the same for each call of a day", () => {
  expect(prompt.split("\n# ").at(-1)).toMatch(/^Facts\n/);
  expect(systemPrompt(shop, "grounded", atMs + 3_600_000)).toBe(prompt);
});

test("only services that can be booked are named for booking", () => {
  expect(prompt).toContain("service is one of haircut;");
  const nothing = { ...shop, services: shop.services.map((service) => ({ ...service, minutes: null })) };
  expect(systemPrompt(nothing, "grounded", atMs)).toContain("book_appointment: never");
});

test("it says which languages are spoken", () => {
  expect(prompt).toContain("American English, ");
  const one = { ...shop, business: { ...shop.business, languages: ["de-DE"] } };
  expect(systemPrompt(one, "grounded", atMs)).toContain("Speak German (Germany), whatever the caller speaks.");
});

test("all four tools are explained, and that the program words the read-back", () => {
  for (const tool of ["answer_from_knowledge", "book_appointment", "transfer_to_human", "end_call"])
    expect(prompt).toContain(`- ${tool}: `);
  expect(prompt).toContain("Never read a booking back");
});

test("a stack that says no prices has none to say", () => {
  const silent = systemPrompt(knowledgeInForce(shop, "never"), "never", atMs);
  expect(silent).toContain("Never say a price");
  expect(silent).not.toContain("$35");
  expect(silent).toContain("- service.haircut: Haircut: 30 minutes.");
  expect(shop.services[0]?.price).toBe("$35");
});
