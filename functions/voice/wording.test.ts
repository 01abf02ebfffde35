import { bookingTexts } from "./wording";

const others = ["2026-11-25T10:00", "2026-11-25T10:30", "2026-11-26T09:00"];

test.each([
  ["en-US", "Taken. I have Wednesday, November 25 at 10 am or 10:30 am or Thursday, November 26 at 9 am."],
  ["en-GB", "Taken. I have Wednesday 25 November at 10 am or 10:30 am or Thursday 26 November at 9 am."],
  ["de-AT", "Taken. Frei ist Mittwoch, 25. November um 10 Uhr oder 10:30 Uhr oder Donnerstag, 26. November um 9 Uhr."],
  ["fr-FR", "Taken. Il me reste mercredi 25 novembre à 10 h ou 10 h 30 ou jeudi 26 novembre à 9 h."],
  ["es-ES", "Taken. Tengo miércoles, 25 de noviembre a las 10:00 o 10:30 o jueves, 26 de noviembre a las 9:00."],
  ["ja-JP", "Taken. I have Wednesday, November 25 at 10 am or 10:30 am or Thursday, November 26 at 9 am."],
])("free times are worded as %s words them", (language, text) => {
  expect(bookingTexts(language).refused("taken", others, "Taken.")).toBe(text);
});

test("where nothing is free near the wish, the caller is asked for a day", () => {
  expect(bookingTexts("en-GB").refused("past", [], "Taken.")).toBe("That time has passed. Which day would suit you?");
});

test.each([
  ["en-GB", "I cannot book that by phone. What else can I do for you?"],
  ["de-CH", "Das kann ich am Telefon nicht buchen. Was kann ich sonst für Sie tun?"],
  ["fr-CA", "Je ne peux pas réserver cela par téléphone. Que puis-je faire d'autre pour vous ?"],
  ["es-MX", "Eso no lo puedo reservar por teléfono. ¿Qué más puedo hacer por usted?"],
])("in %s nobody is asked for a day for what cannot be booked", (language, text) => {
  expect(bookingTexts(language).refused("notBookable", [], "Taken.")).toBe(text);
});
