import { agrees } from "./agrees";

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
