import { agrees, refuses } from "./agrees";

test.each([
  "Yes.",
  "Yes, please.",
  "Um, yes, that would be nice.",
  "Please call me back.",
  "Sure!",
  "Ja, gerne.",
  "Bitte rufen Sie mich an.",
  "Oui, s'il vous plaît.",
  "Sí, por favor.",
])("%s is a yes", (text) => {
  expect(agrees(text)).toBe(true);
});

test.each([
  "No.",
  "No, thank you.",
  "Please don't.",
  "Yes, but first tell me your hours.",
  "Yes, what does a haircut cost?",
  "What does a haircut cost?",
  "Nein danke.",
  "Non merci.",
  "",
])("%s is none", (text) => {
  expect(agrees(text)).toBe(false);
});

test.each([
  "No.",
  "Um, no, wait.",
  "No, Wednesday.",
  "No, that's not right.",
  "Nein, das ist falsch.",
  "Nein, das stimmt nicht.",
  "Non, pas mardi.",
  "No, a las once.",
])("%s is a no", (text) => {
  expect(refuses(text)).toBe(true);
});

test.each([
  "Yes.",
  "No, that's right.",
  "No no, that's fine, thank you.",
  "No problem, yes.",
  "November is fine.",
  "Nein, passt, danke.",
  "Non, c'est bien.",
  "What about ten?",
  "",
])("%s refuses nothing", (text) => {
  expect(refuses(text)).toBe(false);
});
