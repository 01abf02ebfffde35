import { greetingFaults } from "./greeting";
import { defaultSentences } from "./sentences";

test.each([
  ["Hi, this is the AI assistant of {name}. To speak to a person, say representative. How can I help?"],
  ["You've reached {name}'s A.I. receptionist. Press 0 for a human at any time."],
  ["Hello, I am an artificial intelligence. Just ask for a colleague if you prefer one."],
  ["Hello! I'm an AI, not a person. Want to speak to one of our staff? Press zero."],
  ["Guten Tag, hier ist die KI der Praxis {name}. Für einen Menschen drücken Sie die Null."],
  ["Hallo, hier spricht eine künstliche Intelligenz. Sagen Sie Mitarbeiter, und ich verbinde Sie."],
  ["Bonjour, je suis l'IA de {name}. Dites conseiller pour parler à quelqu'un."],
  ["Hola, soy la inteligencia artificial de {name}. Pulse cero para hablar con una persona."],
  ["Buongiorno, sono l'assistente IA. Per parlare con un operatore, prema zero."],
  ["Olá, sou a IA da {name}. Para falar com uma pessoa, diga atendente."],
  ["Hallo, dit is de AI-assistent van {name}. Zeg medewerker om iemand te spreken."],
])("%s says both", (greeting) => {
  expect(greetingFaults(greeting, "Cedar & Main")).toEqual([]);
});

test.each(["I", "A", "AI", "human", "s", "per"])(
  "the name %s inside the greeting's words takes none of them away",
  (name) => {
    const greeting = "Hi, this is {name}'s AI assistant. Say human to talk to a real human.";
    expect(greetingFaults(greeting, name)).toEqual([]);
  },
);

test.each([
  ["Hi, thanks for calling {name}. How can I help?", ["saysNoAi", "namesNoPerson"]],
  ["Hi, this is the AI assistant of {name}. How can I help?", ["namesNoPerson"]],
  ["Hi, this is {name}. To speak to a person, say representative.", ["saysNoAi"]],
  ["Hi, this is Mai of {name}. To speak to a person, say representative.", ["saysNoAi"]],
  ["Hi, I am not an AI. To speak to a person, say representative.", ["saysNoAi"]],
  ["Hi, this isn't an AI. Press 0 for a person.", ["saysNoAi"]],
  ["Bonjour, j'ai une question. Dites conseiller pour parler à quelqu'un.", ["saysNoAi"]],
  ["Hi, I am the AI agent of {name}, say what you need.", ["namesNoPerson"]],
  ["Hi, this is the AI of {name}. Our people are busy. Please say how I can help.", ["namesNoPerson"]],
  ["This is AI Motors. To speak to a person, say representative.", ["saysNoAi"]],
])("%s leaves unsaid %j", (greeting, faults) => {
  expect(greetingFaults(greeting, "AI Motors")).toEqual(faults);
});

describe("default sentences", () => {
  test.each(Object.entries(defaultSentences))(
    "%s: the greeting says both, and what is said in silence is short",
    (_, say) => {
      expect(greetingFaults(say.greeting, "")).toEqual([]);
      expect(Math.max(say.waiting.length, say.offerCallback.length)).toBeLessThanOrEqual(33);
      expect(say.readBack).toMatch(/\{service\}.*\{start\}/);
    },
  );
});
