import fc from "fast-check";
import { sentencesIn, sentencesOf } from "./sentences";
import { noiseSound, speechSound } from "./simSound";

test.each([
  [["A haircut is $18.50.", "It takes 30 minutes."]],
  [["We open at 9 a.m. on weekdays."]],
  [["We are open 9 a.m. to 5 p.m. on Monday.", "On Sunday we rest."]],
  [["We close at 5 p.m.", "We open at 9."]],
  [["Ask for Dr. Lee or Mrs. Park, e.g. on Monday."]],
  [["No.", "We don't."]],
  [["It is No. 5 on the list."]],
  [["Really?!", "Yes!", "Sure…", "Of course."]],
  [["Well... maybe."]],
  [['She said "No."', '"Why?"', "I asked."]],
  [["Visit cedar.example.com/hours today."]],
  [["Am 24. Dezember ist zu.", "Am 25. auch."]],
  [["¿Cuánto cuesta?", "¡Nada!"]],
  [["no punctuation at all"]],
])("sentences: %j", (sentences) => {
  expect(sentencesIn(sentences.join(" ")).map((sentence) => sentence.text)).toEqual(sentences);
});

test("a sentence lasts from its first word to its last", () => {
  expect(sentencesOf(speechSound("Yes. No problem."))).toEqual([
    { text: "Yes.", startMs: 0, endMs: 240 },
    { text: "No problem.", startMs: 300, endMs: 960 },
  ]);
});

test("noise and silence hold no sentence", () => {
  expect(sentencesOf(noiseSound(300))).toEqual([]);
  expect(sentencesIn(" ")).toEqual([]);
});

test("no word is lost and none is said twice", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a.m.", "Dr.", "No.", "Yes!", "24.", "May", "we", "$1.50.", "?")), (words) => {
      // A mark by itself is nothing that could be said.
      fc.pre(words.length === 0 || words[0] !== "?");
      const said = sentencesIn(words.join(" ")).map((sentence) => sentence.text);
      expect(said.join(" ")).toBe(words.join(" "));
    }),
    { numRuns: 2_000 },
  );
});
