import { monday } from "./conversation.fixture";
import { gist } from "./gist.fixture";
import { odd, oddHeldOut, oddUtterances } from "./oddBusinesses.fixture";
import { decide } from "./offlineBrain";

const answerOf = (business: keyof typeof odd, callerSaid: string) =>
  decide(odd[business], { turn: 1, history: [], callerSaid, now: monday, notes: [] });
const missesOf = (rows: typeof oddUtterances) =>
  rows
    .map(([business, said, wanted]) => ({ said, wanted, got: gist(answerOf(business, said)) }))
    .filter(({ wanted, got }) => !wanted.split("|").includes(got));

test("names made of words that every call holds are told from those words", () => {
  expect(missesOf(oddUtterances)).toEqual([]);
});

test("eight in ten questions to businesses that the tables were not made with are understood", () => {
  expect(missesOf(oddHeldOut).length / oddHeldOut.length).toBeLessThanOrEqual(0.2);
});

test("services of a kind are listed by their names", () => {
  const call = answerOf("noodles", "What ramen do you have?");
  expect(call.input).toEqual({
    facts: ["service.miso", "service.shio"],
    sure: true,
    reply: "We offer miso ramen and shio ramen.",
  });
});
