import fc from "fast-check";
import { clausesOf, heardOf, partsOf } from "./clauses";

test.each([
  ["A haircut is $35. It takes 30 minutes.", ["A haircut is $35.", "It takes 30 minutes."]],
  ["It is $18.50 a visit.", ["It is $18.50 a visit."]],
  ["We open from 9 a.m. to 5 p.m. on Monday.", ["We open from 9 a.m. to 5 p.m. on Monday."]],
  ["We close at 5 p.m. See you then!", ["We close at 5 p.m.", "See you then!"]],
  ["Dr. Lee is in. Shall I book?", ["Dr. Lee is in.", "Shall I book?"]],
  ["Yes, of course, we do that on Mondays", ["Yes, of course,", "we do that on Mondays"]],
  ["The codes are 1, 2, 3, 4, 5 and 6.", ["The codes are 1, 2, 3, 4, 5 and 6."]],
])("%s is cut at its clauses", (text, clauses) => {
  expect(clausesOf(text, true).clauses).toEqual(clauses);
});

test("a full stop at the end of what is written so far may still be inside a figure", () => {
  expect(clausesOf("A haircut is $35.", false)).toEqual({ clauses: [], rest: "A haircut is $35." });
  expect(clausesOf("A haircut is $35. I", false)).toEqual({ clauses: ["A haircut is $35."], rest: " I" });
});

test("parts keep every word, are short enough, and do not part a figure from its unit where it can be helped", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9$,.]{1,12}$/), { minLength: 1, maxLength: 30 }), (words) => {
      const parts = partsOf(words.join(" "), 33);
      expect(parts.join(" ").split(/\s+/)).toEqual(words);
      for (const part of parts) expect(part.trim().length).toBeLessThanOrEqual(33);
    }),
    { seed: 3 },
  );
  expect(partsOf("The haircut takes thirty or about 30 minutes.", 33).some((part) => /30$/.test(part))).toBe(false);
});

test("what was heard ends at the last whole word", () => {
  expect(heardOf("A haircut is $35.", 17 * 60, 17 * 60)).toBe("A haircut is $35.");
  expect(heardOf("A haircut is $35.", 11 * 60, 17 * 60)).toBe("A haircut");
  expect(heardOf("A haircut is $35.", 30, 17 * 60)).toBe("");
});
