import { isBackchannel, patienceMs, turnTakingDefaults } from "./turnTaking";

const patience = (text: string) => patienceMs(text, turnTakingDefaults);

test("a finished question is answered sooner than a sentence that asks for more, and a dictation is waited for longest", () => {
  expect(patience("What does a haircut cost?")).toBe(350);
  expect(patience("what time do you open")).toBe(400);
  expect(patience("Tuesday")).toBe(500);
  expect(patience("I would like to book a")).toBe(700);
  expect(patience("my number is five five five one two")).toBe(1000);
  expect(patience("555 0142")).toBe(500);
});

test.each([
  [["uh-huh"], true],
  [["Okay,", "sure."], true],
  [["Mm-hm"], true],
  [["Wait"], false],
  [["yeah", "but", "when"], false],
  [["no"], false],
  [[], false],
])("%j tells the agent to go on: %s", (words, answer) => {
  expect(isBackchannel(words)).toBe(answer);
});
