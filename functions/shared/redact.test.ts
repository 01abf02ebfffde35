import fc from "fast-check";
import { type KnownWords, redact, redactLines } from "./redact";
import { isCard } from "./secrets/numbers";

test.each([
  ["My card is 4111 1111 1111 1111, and the cvv is 123.", "My card is [card], and the cvv is [number]."],
  ["four one one one, one one one one, one one one one, one one one one", "[card]"],
  ["It's 3782-822463-10005 okay", "It's [card] okay"],
  ["call me back on 555 123 0001 please", "call me back on [number] please"],
  ["five five five, double two three, oh oh oh one, thanks", "[number], thanks"],
  ["c'est le zéro six douze trente-quatre cinquante-six soixante-dix-huit", "c'est le [number]"],
  ["06.12.34.56.78", "[number]"],
  ["null sechs zwölf vierunddreißig sechsundfünfzig", "[number]"],
  ["email dana.smith@example.com", "email [e-mail]"],
  ["my email is dana dot smith at gmail dot com please", "my email is [e-mail] please"],
  ["It's d-a-n-a underscore 4 at g mail dot co dot uk", "It's [e-mail]"],
  ["c'est marie point dupont arobase orange point fr merci", "c'est [e-mail] merci"],
  ["Hi, my name is Dana Smith and I want a haircut", "Hi, my name is [name] and I want a haircut"],
  ["my name is dana smith", "my name is [name]"],
  ["This is Dana. I am Dana Smith, yes.", "This is [name]. I am [name], yes."],
  [
    "je m'appelle Marie-Claire Dupont et je voudrais un rendez-vous",
    "je m'appelle [name] et je voudrais un rendez-vous",
  ],
  ["ich heiße Jürgen Müller und brauche einen Termin", "ich heiße [name] und brauche einen Termin"],
  ["D A N A, Dana", "[name]"],
  ["I live at 12 North Main Street, apartment 4", "I live at [address]"],
  ["au 12 bis, rue de la Paix à Paris", "au [address] à Paris"],
])("what is a person's own is taken out: %s", (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test.each([
  ["Hi, Marguerite again. Do you treat dogs?", "Hi, [name] again. Do you treat dogs?"],
  ["Fergus Oddie here, calling about the fence.", "[name] here, calling about the fence."],
  ["that's my name Ottoline Brackenbury", "that's my name [name]"],
  ["My friend Fergus O'Malley told me about you.", "My friend [name] told me about you."],
  ["My son is called Bartholomew.", "My son is called [name]."],
  ["Could I speak to Mrs. Vandersloot, please?", "Could I speak to [name], please?"],
  ["It's for Fergus and Henrietta Oddie.", "It's for [name] and [name]."],
  ["my surname is van der Sloot", "my surname is [name]"],
  ["My name's Oddie, Fergus Oddie.", "My name's [name]."],
  ["this is fergus from next door", "this is [name] from next door"],
  ["Hello, Fergus Oddie.", "Hello, [name]."],
  ["Madame Plumefeu à l'appareil, ma fille s'appelle Capucine.", "[name] à l'appareil, ma fille s'appelle [name]."],
  ["Je m'appelle Anne-Sophie de la Tourelle.", "Je m'appelle [name]."],
  ["Federkiel, guten Tag. Mein Sohn heißt Balthasar.", "[name], guten Tag. Mein Sohn heißt [name]."],
  ["Margarete Federkiel am Apparat.", "[name] am Apparat."],
  ["De parte de Margarita Plumafina de la Vega.", "De parte de [name]."],
  ["Mi hijo Baltasar y el señor Zorrilla.", "Mi hijo [name] y el señor [name]."],
  ["the three digits on the back are seven three seven", "the three digits on the back are [number]"],
  ["der Sicherheitscode ist sieben drei sieben", "der Sicherheitscode ist [number]"],
  ["0176/12 34 56 78", "[number]"],
  ["null hunderteinundsiebzig zwölf dreiundvierzig fünf sechs", "[number]"],
  ["it's fergus oddie, all one word, at zebramail period com", "it's [e-mail]"],
  ["fergus@zebramail", "[e-mail]"],
])("whoever is named, and however it is told, is taken out: %s", (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test.each([
  "Same again, please. Parking here is free, right? Anyone here?",
  "My wife is sick. My son, ten years old, needs a haircut.",
  "Hello, parking please. Yes, Visa. Okay, Saturday then.",
  "I'd like to speak to a person. Representative.",
  "Can you tell me the price? What is your name? Call back Monday.",
  "Il me faut une pizza pour Noël. Comment s'appelle le produit ?",
  "Meine Frau braucht einen Termin. Für Weihnachten, Termin bitte.",
  "Mi mujer quiere una cita. ¿Cómo se llama el champú?",
  "It's 24/7, isn't it? On 11/28 or 12/5?",
])("where nobody is named nothing is taken out: %s", (text) => {
  expect(redact(text)).toBe(text);
});

test.each([
  "A haircut is $35 and takes 30 minutes, from 9:00 to 17:30 on November 24, 2026 at 10:30.",
  "2026-11-24T10:30",
  "It's Saturday. I'm fine. It's a haircut for Tuesday at half past ten.",
  "Le 24.12.2026 à 10h30, de neuf heures à dix-sept heures trente.",
  "Monday, Tuesday from 9 am to 5:30 pm, 10, 11 or 12.",
  "twenty twenty-six",
  "call me back",
])("what is nobody's own is left: %s", (text) => {
  expect(redact(text)).toBe(text);
});

test("names that are known are taken out wherever they stand, and the business's own words stay", () => {
  const known: KnownWords = { names: ["Dana Reyes"], ours: ["+15035550100", "12 Main Street, Portland, Oregon"] };
  expect(redact("Thanks, Dana. Is REYES spelled with an s?", known)).toBe(
    "Thanks, [name]. Is [name] spelled with an s?",
  );
  expect(redact("We are at 12 Main Street, Portland. Call +1 503 555 0100.", known)).toBe(
    "We are at 12 Main Street, Portland. Call +1 503 555 0100.",
  );
});

test("what is dictated in pieces is found across the lines of who dictates it", () => {
  const lines = redactLines([
    { who: "caller", text: "My card is 4111 1111" },
    { who: "agent", text: "Go on." },
    { who: "caller", text: "1111 1111." },
  ]);
  expect(lines).toEqual(["My card is [card]", "Go on.", "[card]."]);
});

test("a name given in answer to a question is taken out of the whole call", () => {
  const lines = redactLines([
    { who: "caller", text: "A haircut tomorrow at ten." },
    { who: "agent", text: "What name shall I put it under?" },
    { who: "caller", text: "Dana Reyes, please." },
    { who: "agent", text: "A haircut for Dana Reyes, is that right?" },
    { who: "caller", text: "Yes, dana." },
  ]);
  expect(lines).toEqual([
    "A haircut tomorrow at ten.",
    "What name shall I put it under?",
    "[name], please.",
    "A haircut for [name], is that right?",
    "Yes, [name].",
  ]);
});

const digit = fc.integer({ min: 0, max: 9 });
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

test("no way of dictating a card or a telephone number leaves four of its digits in a row", () => {
  const number = fc.array(digit, { minLength: 7, maxLength: 19 }).filter(([first]) => first !== 0);
  const ways = fc.array(fc.constantFrom(" ", "-", ", ", " uh ", ". "), { minLength: 18, maxLength: 18 });
  fc.assert(
    fc.property(number, ways, fc.boolean(), (digits, gaps, areWords) => {
      const said = digits.map((each, index) => (areWords ? words[each] : String(each)) + (gaps[index] ?? " ")).join("");
      const text = `It is ${said}thanks.`;
      const left = redact(text);
      expect(left).toMatch(/^It is \[(card|number)\]/);
      expect(left).not.toMatch(/\d/);
      for (const word of words) expect(left).not.toMatch(new RegExp(`\\b${word}\\b`));
    }),
    { numRuns: 300 },
  );
});

test("a card is told from another number by its check digit", () => {
  expect(isCard("4111111111111111")).toBe(true);
  expect(isCard("4111111111111112")).toBe(false);
});
