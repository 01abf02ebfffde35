import { type Grounds, whyNotSpoken } from "./truthGate";

const grounds: Grounds = {
  tool: "answer_from_knowledge",
  facts: [
    { id: "service.haircut", text: "Haircut: $35, 30 minutes." },
    { id: "service.shave", text: "Shave: $20." },
  ],
  cited: ["service.haircut"],
  isSure: true,
  callerSaid: "I would like to come at 10:30",
};

test.each([
  ["A haircut is $35 and takes 30 minutes.", null],
  ["A haircut is $36.", "36 stands in no cited fact"],
  ["A shave is $20.", "20 stands in no cited fact"],
])("%s is spoken only where its figures stand in a cited fact", (clause, why) => {
  expect(whyNotSpoken(clause, grounds)).toBe(why);
});

test("nothing is spoken of a reply that is not sure, or that cites a fact which does not exist", () => {
  expect(whyNotSpoken("We are open.", { ...grounds, isSure: false })).toBe("the model was not sure");
  expect(whyNotSpoken("We are open.", { ...grounds, cited: ["faq.none"] })).toBe("there is no fact faq.none");
});

test("a clarifying question cites nothing and holds no figure", () => {
  expect(whyNotSpoken("Which day suits you?", { ...grounds, cited: [] })).toBeNull();
  expect(whyNotSpoken("Is $35 all right?", { ...grounds, cited: [] })).toBe("35 in a reply that cites no fact");
});

test("outside an answer only the caller's own figures are given back", () => {
  const booking: Grounds = { ...grounds, tool: "book_appointment", cited: [] };
  expect(whyNotSpoken("At 10:30, and your name?", booking)).toBeNull();
  expect(whyNotSpoken("At 11:30, and your name?", booking)).toBe("11:30 stands in no cited fact");
});
