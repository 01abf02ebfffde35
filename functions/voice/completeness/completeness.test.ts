import { completenessOf, type SaidSoFar } from "./completeness";

const judge = (text: string, said: Partial<SaidSoFar> = {}) =>
  completenessOf({ text, earlier: "", agentSaid: "", languages: ["en-US"], near: "+15035550100", ...said });
const number = { agentSaid: "What number can we reach you at?" };
const name = { agentSaid: "What is your name, please?" };
const email = { agentSaid: "What is your email address?" };
const address = { agentSaid: "What is your address?" };
const day = { agentSaid: "Which day would suit you?" };
const french = { languages: ["fr-FR"], near: "+33140000000" };

test.each([
  ["What does a haircut cost?", "question"],
  ["what time do you close", "finished"],
  ["I'd like to book a haircut.", "finished"],
  ["No, that's all, thanks. Bye.", "finished"],
  ["a haircut and", "unfinished"],
  ["I'd like to", "unfinished"],
  ["Can I come on", "unfinished"],
  ["What is it for", "open"],
  ["My car makes a, um,", "unfinished"],
  ["My car makes a …", "unfinished"],
  ["Hi, I have a question.", "unfinished"],
  ["i have a question", "unfinished"],
  ["Good morning.", "begun"],
  ["I was there last week.", "open"],
  ["Do you have anything", "open"],
  ["Could I book a skin fade for tomorrow? It's for Alex.", "finished"],
  ["Are you open on Monday or", "unfinished"],
] as const)("%j sounds %s", (text, completeness) => {
  expect(judge(text)).toBe(completeness);
});

test.each([
  ["503", "dictating"],
  ["five oh three, five five five", "dictating"],
  ["It's 503 555 0142", "finished"],
  ["five oh three five five five double one four two", "finished"],
  ["five oh three five five five double", "dictating"],
] as const)("a telephone number is waited for to its last digit: %j is %s", (text, completeness) => {
  expect(judge(text, number)).toBe(completeness);
});

test("who says nothing but some figures dictates them, asked or not", () => {
  expect(judge("It's 606")).toBe("dictating");
  expect(judge("It's 12")).toBe("open");
  expect(judge("C'est le zéro six", french)).toBe("dictating");
});

test("the length of a number is that of the business's country", () => {
  expect(judge("zéro six douze trente-quatre quarante-cinq", french)).toBe("dictating");
  expect(judge("zéro six douze trente-quatre quarante-cinq soixante-dix-huit", french)).toBe("finished");
  expect(judge("zéro six dix-huit trente-quatre dix-neuf", french)).toBe("dictating");
  expect(judge("06 12 34 56 78", french)).toBe("finished");
});

test("a few digits that nobody asked for are no telephone number", () => {
  expect(judge("Book me in at 3:30.")).toBe("finished");
  expect(judge("I'd like a haircut at ten.")).toBe("finished");
});

test.each([
  ["Smith, S M I", "dictating"],
  ["Smith, S M I T H", "finished"],
  ["S-M", "dictating"],
  ["S-M-I", "open"],
  ["S C H M", "dictating"],
  ["M as in", "dictating"],
  ["M as in Mary, A", "dictating"],
  ["Can I", "unfinished"],
] as const)("a name is spelt until its letters are those of the name: %j is %s", (text, completeness) => {
  expect(judge(text, name)).toBe(completeness);
});

test("a name that was said before is known when it is spelt", () => {
  expect(judge("L E F E V R E", { ...name, earlier: "Je m'appelle Lefèvre" })).toBe("finished");
  expect(judge("L E F E", { ...name, earlier: "Je m'appelle Lefèvre" })).toBe("dictating");
});

test.each([
  ["john dot smith", "dictating"],
  ["john dot smith at gmail", "dictating"],
  ["john dot smith at gmail dot com", "finished"],
  ["john@gmail.com", "finished"],
  ["anna at yahoo dot co", "open"],
  ["anna at yahoo dot co dot uk", "finished"],
  ["I don't have one", "unclear"],
] as const)("an e-mail address ends with its last label: %j is %s", (text, completeness) => {
  expect(judge(text, email)).toBe(completeness);
});

test.each([
  ["It's 42", "dictating"],
  ["42 Maple", "dictating"],
  ["42 Maple Street", "open"],
  ["42 Maple Street, Portland.", "open"],
  ["42 Maple Street, Portland, Oregon, 97205", "finished"],
  ["flat two, SW4 7TG", "finished"],
  ["round the back, by", "unfinished"],
  ["building c", "open"],
] as const)("an address wants a street after its number: %j is %s", (text, completeness) => {
  expect(judge(text, address)).toBe(completeness);
});

test.each([
  ["On the", "unfinished"],
  ["November", "dictating"],
  ["November the fifth.", "unclear"],
  ["Tuesday", "open"],
  ["Tuesday.", "unclear"],
  ["Tuesday at ten.", "finished"],
  ["Mondays", "open"],
  ["the fourth of july nineteen seventy six", "finished"],
] as const)("a date wants its day: %j is %s", (text, completeness) => {
  expect(judge(text, day)).toBe(completeness);
});

test.each([
  ["could you squeeze me in this saturday", "open"],
  ["I'd like to come in on the 23rd", "open"],
  ["could you squeeze me in this saturday at ten in the morning please", "finished"],
  ["i need advice on a will which", "unfinished"],
  ["can you deliver two pizzas to thirty three", "open"],
  ["text me when they are in it's nine oh two", "dictating"],
  ["Hello?", "begun"],
  ["do you stock", "open"],
  ["hi i'd like to move it no wait", "unfinished"],
  ["someone ran into me at the grocery store", "open"],
] as const)("who calls with a wish says more of it: %j is %s", (text, completeness) => {
  expect(judge(text)).toBe(completeness);
});

test("a yes to a request gives nothing yet, and a yes to a question all", () => {
  expect(judge("Sure.", { agentSaid: "Could you spell your name for me?" })).toBe("unfinished");
  expect(judge("No.", { agentSaid: "Could you give me your number?" })).not.toBe("unfinished");
  expect(judge("Sure.", { agentSaid: "Is this still your number?" })).toBe("unclear");
});

test.each([
  ["Her name's Freyja, but spelled funny.", "unfinished"],
  ["It's Siobhan Kelleher.", "open"],
  ["well", "unfinished"],
] as const)("a name may be spelt next: %j is %s", (text, completeness) => {
  expect(judge(text, { agentSaid: "And who am I speaking with?" })).toBe(completeness);
});

test.each([
  ["What is the account number on your bill?", "it's four one", "dictating"],
  ["What is the account number on your bill?", "it's four one five nine nine three", "open"],
  ["What are the last four digits of your card?", "7 2 0 8", "finished"],
  ["Could you tell me the license plate?", "k t r four eight oh nine", "open"],
] as const)(
  "asked %j, a number of no known length is waited for a while: %j is %s",
  (agentSaid, text, completeness) => {
    expect(judge(text, { agentSaid })).toBe(completeness);
  },
);

test("in french an article counts nothing", () => {
  expect(judge("pour une", { ...french, agentSaid: "C'est pour quelle prestation ?" })).toBe("unfinished");
});

test("a short answer to a question of the agent is whole by itself, a greeting is not", () => {
  expect(judge("Yes", { agentSaid: "Shall I book it?" })).toBe("unclear");
  expect(judge("Maria", { agentSaid: "And you are?" })).toBe("unclear");
  expect(judge("Hello", { agentSaid: "How can I help you?" })).toBe("begun");
});

test.each([
  ["fr-FR", "Je voudrais une coupe et", "unfinished"],
  ["fr-FR", "Je voudrais une coupe.", "finished"],
  ["fr-FR", "Vous êtes ouverts lundi ?", "question"],
  ["fr-FR", "Bonjour, j'ai une question.", "unfinished"],
  ["de-DE", "Ich hätte gern einen Termin für", "unfinished"],
  ["de-DE", "Was kostet ein Haarschnitt?", "question"],
  ["es-ES", "Quisiera una cita para", "unfinished"],
  ["es-ES", "¿Cuánto cuesta un corte?", "question"],
] as const)("in %s %j sounds %s", (language, text, completeness) => {
  expect(judge(text, { languages: [language] })).toBe(completeness);
});

test("a business of two languages hears that more comes in either", () => {
  const both = { languages: ["en-US", "fr-FR"] };
  expect(judge("I would like a haircut and", both)).toBe("unfinished");
  expect(judge("Je voudrais une coupe et", both)).toBe("unfinished");
  expect(judge("What does a haircut cost?", both)).toBe("question");
});
