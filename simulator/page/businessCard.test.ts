import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { type Business, cardOf } from "./businessCard";
import { placeCall } from "./placedCall";
import { suggestionsFor } from "./suggestions";

const text = `
business: { name: Salon Vélo, timezone: Europe/Berlin, language: LANGUAGE, phone: "+49301234567" }
hours: { monday: 09:00-12:00, tuesday: 09:00-12:00 }
services:
  - { id: reifen, name: Reifenwechsel, price: €15, minutes: 30 }
faqs:
  - { id: park, question: Wo kann ich parken?, answer: Hinter dem Laden. }
callers: { vip: ["+4915112345678"], blocked: ["+4915112345679"] }
`;
const business = (language = "de-DE"): Business => ({
  id: "velo.yaml",
  knowledge: parseKnowledge(text.replace("LANGUAGE", language), "velo.yaml"),
});
const sundayNoonMs = Date.parse("2026-11-22T12:10:00+01:00");

test("the card names the next half hours in which the business is open and closed", () => {
  const card = cardOf(business(), sundayNoonMs);
  expect(card).toMatchObject({ now: "2026-11-22T12:10", open: "2026-11-23T09:00", closed: "2026-11-22T12:30" });
});

test("the card offers the numbers for which a call goes another way", () => {
  expect(cardOf(business(), sundayNoonMs).numbers).toEqual([
    { label: "VIP", number: "+4915112345678" },
    { label: "blocked", number: "+4915112345679" },
  ]);
});

test("suggestions are in the business's language and about its own services and questions", () => {
  expect(suggestionsFor(business().knowledge)).toEqual([
    "Was kostet Reifenwechsel?",
    "Haben Sie morgen geöffnet?",
    "Wo kann ich parken?",
    "Ich möchte Reifenwechsel für morgen um zehn Uhr buchen.",
    "Kann ich mit einem Menschen sprechen?",
    "Nein, das ist alles. Auf Wiederhören.",
  ]);
});

test("a language without phrases gets the business's own questions", () => {
  expect(suggestionsFor(business("fi-FI").knowledge)).toEqual(["Wo kann ich parken?"]);
});

const request = { business: "velo.yaml", from: "+49 30 1234-568", at: "2026-11-23T09:30", line: "duplex" } as const;

test("a call is placed at the business's own time, its number brought into one form", () => {
  const known = business();
  expect(placeCall(request, [known], 0)).toEqual({
    business: known,
    from: "+49301234568",
    atMs: Date.parse("2026-11-23T09:30:00+01:00"),
    line: "duplex",
  });
});

test("a withheld number and no time: now, from nobody", () => {
  const placed = placeCall({ ...request, from: null, at: null }, [business()], sundayNoonMs);
  expect(placed).toMatchObject({ from: null, atMs: sundayNoonMs });
});

test("every fault of a call is said at once, with its cure", () => {
  expect(placeCall({ ...request, from: "0815", at: "2026-02-30T09:30" }, [business()], 0)).toEqual({
    errors: [
      `The caller's number is "0815". Write it with its country code, for example +15551230001.`,
      `The time is "2026-02-30T09:30". Choose a date and a time.`,
    ],
  });
  expect(placeCall(request, [], 0)).toEqual({
    errors: ['There is no business "velo.yaml" any more: reload the page.'],
  });
});
