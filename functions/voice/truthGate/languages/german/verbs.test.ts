import { germanLemma, joinedVerbs } from "./verbs";

test.each([
  ["angerechnet", "anrechnen"],
  ["anzurechnen", "anrechnen"],
  ["nimmt", "nehmen"],
  ["zugefallene", "zufallen"],
  ["gereinigt", "reinigen"],
  ["vorbeigebracht", "vorbeibringen"],
  ["konnte", "können"],
])("%s is a form of %s", (form, infinitive) => {
  expect(germanLemma(form)).toBe(infinitive);
});

test.each(["lage", "abend", "angebot", "gabe"])("%s is a noun and no form of a verb", (noun) => {
  expect(germanLemma(noun)).toBe(noun);
});

test.each([
  ["rechnen wir ihnen das an", "anrechnen wir ihnen das"],
  ["wir machen um neun auf und um zwölf zu.", "wir aufmachen um neun und um zwölf zumachen."],
  ["ab 65 euro, und planen sie eine stunde ein.", "ab 65 euro, und einplanen sie eine stunde."],
  ["ratenzahlung gibt es ab 300 €, ohne zinsen.", "ratenzahlung gibt es ab 300 €, ohne zinsen."],
  ["bitte sagen sie einen tag vorher ab.", "bitte absagen sie einen tag vorher."],
])("the particle at the end of “%s” is joined to its verb", (said, joined) => {
  expect(joinedVerbs(said)).toBe(joined);
});
