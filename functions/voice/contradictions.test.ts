import { parseKnowledge } from "../shared/knowledgeFile";
import { contradictions } from "./contradictions";

const nowMs = Date.parse("2026-11-20T18:00:00Z");

/** A shop with these questions, each written `question > answer`. */
function found(faqs: readonly string[], language = "en-US"): string[] {
  const text = `
business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100", address: "12 Main Street, Portland", language: ${language} }
hours: { monday: 09:00-17:30, tuesday: 09:00-17:30, saturday: 10:00-14:00 }
holidays: { "2026-12-24": 09:00-12:00, "2026-12-25": closed }
services:
  - { id: cut, name: Haircut, price: $35, minutes: 30, about: For children under 12 we need 10 minutes more. }
  - { id: kids, name: Kids' haircut, price: $25, minutes: 20 }
  - { id: colour, name: Coloration, price: from $80, minutes: 90 }
faqs:
${faqs.map((faq, index) => `  - { id: q${index}, question: "${faq.split(" > ")[0]}", answer: "${faq.split(" > ")[1]}" }`).join("\n")}
`;
  return contradictions(parseKnowledge(text, "f.yaml"), nowMs, "f.yaml").map(({ key, cure }) => `${key}: ${cure}`);
}

test.each([
  ["How much is a haircut? > It's $40.", "services[0].price is $35"],
  ["Prices? > A haircut is thirty-six dollars.", "services[0].price is $35"],
  ["How much is a kids' haircut? > A kids' haircut is $35.", "services[1].price is $25"],
  ["How long? > A haircut takes three quarters of an hour.", "services[0].minutes is 30"],
  ["Sunday? > We are open on Sundays.", "hours.sunday is closed"],
  ["Until when? > We close at 6 pm on Monday.", "hours.monday is 9 am to 5:30 pm"],
  ["Late? > We are open until 8 pm.", "No day of hours says these times"],
  ["Christmas? > We are open on Christmas Day.", "holiday.2026-12-25"],
  ["How often? > We are open six days a week.", "3 days a week"],
  ["When are you open on Monday? > Monday from 10 to 4.", "hours.monday is 9 am to 5:30 pm"],
  ["Where are you? > We are at 14 Main Street.", "business.address is 12 Main Street"],
  ["What is your phone number? > Call us on (503) 555-0123.", "business.phone is +15035550100"],
])("an answer that the rest of the file contradicts is named: %s", (faq, cure) => {
  expect(found([faq])).toEqual([expect.stringContaining(cure)]);
});

test.each([
  "How much is a haircut? > A haircut is thirty-five dollars.",
  "How long? > A haircut takes half an hour.",
  "Sunday? > We are closed on Sundays.",
  "Until when? > We close at half past five on Monday.",
  "Christmas? > On 24 December we close at noon.",
  "Tips? > Tips for a haircut are usually $5.",
  "Late? > A late cancellation of a haircut costs $10.",
  "Saturday? > Walk-ins are welcome before 11 am on Saturday.",
  "Tomorrow? > We are closed tomorrow.",
  "Is there a haircut for twins? > It's $60 for both.",
  "When are you open on Monday? > Monday from 9 to 5:30.",
  "Where are you? > We are at 12 Main Street, opposite 40 Oak Street.",
  "What is your phone number? > It is 503 555 0100.",
  "Refunds? > For a haircut we pay back up to $100.",
  "At night? > Call the hospital on Mill Road. They are open on Sundays.",
])("an answer that says the same, or something else, is left alone: %s", (faq) => {
  expect(found([faq])).toEqual([]);
});

test("of two answers in the same words one with another figure, or a denial, is named", () => {
  expect(found(["Cancel? > Cancel your visit 2 hours before.", "Late? > Cancel your visit 24 hours before."])).toEqual([
    expect.stringMatching(/^faqs\[1\]\.answer: faqs\[0\]/),
  ]);
  expect(found(["Cards? > We take cards.", "How can I pay? > We do not take cards."])).toHaveLength(1);
  expect(found(["Is it free? > Parking is free.", "Is there parking? > Parking costs $5 an hour."])).toHaveLength(1);
  expect(found(["Is it free? > Parking is free.", "Storage? > Bike storage costs $5."])).toEqual([]);
  expect(found(["Dogs? > Dogs are welcome.", "Park? > There is free parking."])).toEqual([]);
});

test("what is told beside a service has a price of its own, and answers of the same pattern are of different things", () => {
  expect(
    found(["Desks? > Topic 26 is handled at desk 9 by Ann.", "Other? > Topic 27 is handled at desk 10 by Ann."]),
  ).toEqual([]);
  const about = (text: string) =>
    contradictions(
      parseKnowledge(
        `
business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
services: [{ id: glass, name: Glass replacement, price: $35, about: "${text}" }]`,
        "f.yaml",
      ),
      nowMs,
      "f.yaml",
    );
  expect(about("While you wait. Museum glass is $95.")).toEqual([]);
  expect(about("Free over $75.")).toEqual([]);
  expect(about("Glass replacement costs $40.")).toHaveLength(1);
});

test("French is read as well, and a language that is not read is left alone", () => {
  expect(found(["Le dimanche ? > Nous sommes ouverts le dimanche."], "fr-FR")).toEqual([
    expect.stringContaining("hours.sunday"),
  ]);
  expect(found(["Sonntag? > We are open on Sundays."], "de-DE")).toEqual([]);
});
