import { asksForPerson } from "./asksForPerson";

test.each([
  "Representative.",
  "A person, please.",
  "Human!",
  "I want to talk to a person.",
  "Can I speak to a human, please?",
  "Could you put me through to a real person",
  "um, operator",
  "Mitarbeiter",
  "Ich möchte mit einem Menschen sprechen.",
  "Conseiller.",
  "Je voudrais parler à une personne, s'il vous plaît.",
  "Where can I park? Wait, no. Let me talk to a person.",
  "Quiero hablar con una persona.",
])("%s asks for a person", (text) => {
  expect(asksForPerson(text)).toBe(true);
});

test.each([
  "Can a person with a dog come in?",
  "How much is it per person?",
  "I don't want to talk to a person.",
  "Are you a human?",
  "My agent called you yesterday about the haircut.",
  "One person.",
  "What does a haircut cost?",
  "",
])("%s does not", (text) => {
  expect(asksForPerson(text)).toBe(false);
});
