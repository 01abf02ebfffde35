import { converse } from "./conversation.fixture";
import { gist } from "./gist.fixture";
import { odd } from "./oddBusinesses.fixture";

const repliesTo = (...said: string[]) => converse(odd.deeds, said);
const wish = "Book a deed transfer on Wednesday at ten, this is Noor.";

test.each(["No thanks, goodbye.", "No, bye.", "Goodbye.", "Actually no. Have a nice day."])(
  "%s to a read-back ends the call and books nothing",
  (said) => {
    expect(repliesTo(wish, said).map(gist)).toEqual(["book deed 2026-11-25T10:00 Noor", "end"]);
  },
);

test("yes and goodbye in one breath books first", () => {
  expect(repliesTo(wish, "Yes, that's right, thanks, bye.").map(gist)).toEqual([
    "book deed 2026-11-25T10:00 Noor",
    "book deed 2026-11-25T10:00 Noor confirmed",
  ]);
});

test("no thanks to a read-back books nothing and asks for more", () => {
  expect(repliesTo(wish, "No, thank you.").at(-1)?.input.reply).toBe("All right. Is there anything else?");
});

test("goodbye to what should be changed ends the call", () => {
  expect(repliesTo(wish, "No.", "Bye.").map(gist).at(-1)).toBe("end");
});

test.each([
  ["a no into an answer asks what the caller wants", ["Where are you?", "No."], "How can I help you?"],
  ["a no to anything else ends the call", ["Where are you?", "Thank you.", "No."], "Thanks for calling. Goodbye!"],
  ["no thanks after an answer ends the call", ["Where are you?", "No, thanks."], "Thanks for calling. Goodbye!"],
  [
    "a no to a person for the rest asks for more",
    ["How much is a deed transfer, and do you sell stamps?", "No."],
    "All right. Is there anything else?",
  ],
] as const)("%s", (_, said, reply) => {
  expect(repliesTo(...said).at(-1)?.input.reply).toBe(reply);
});

test("a no to which service is meant asks for more", () => {
  const calls = converse(odd.pools, ["How much does it cost?", "No."]);
  expect(calls.map(({ input }) => input.reply)).toEqual([
    "Which service would you like the price of?",
    "All right. Is there anything else?",
  ]);
});
