import { gist } from "./gist.fixture";
import { odd } from "./oddBusinesses.fixture";
import { decide } from "./offlineBrain";

const answerOf = (now: string, callerSaid: string) =>
  decide(odd.noodles, { turn: 1, history: [], callerSaid, now, notes: [] });

test.each([
  ["2026-11-28T01:00 saturday", "How long are you open tonight?", "hours.friday"],
  ["2026-11-28T01:00 saturday", "When do you close?", "hours.friday"],
  ["2026-11-28T01:00 saturday", "Are you open now?", "hours.friday"],
  ["2026-11-28T01:00 saturday", "When do you close today?", "hours.saturday"],
  ["2026-11-28T01:00 saturday", "When do you open tomorrow?", "hours.sunday"],
  ["2026-11-27T18:30 friday", "How long are you open tonight?", "hours.friday"],
  ["2026-11-27T18:30 friday", "When do you close?", "hours.friday"],
  ["2026-11-28T05:00 saturday", "When do you open?", "hours.saturday"],
])("at %s, %s is about %s", (now, said, wanted) => {
  expect(gist(answerOf(now, said))).toBe(wanted);
});

test.each([
  [
    "2026-11-28T01:00 saturday",
    "Are you open now?",
    "Yes. On Friday we're open 12 pm to 2:30 pm and 6 pm to 4 am the next day.",
  ],
  [
    "2026-11-27T15:00 friday",
    "Are you open now?",
    "No. On Friday we're open 12 pm to 2:30 pm and 6 pm to 4 am the next day.",
  ],
  [
    "2026-11-27T18:30 friday",
    "Are you open tonight at three?",
    "Yes. On Friday we're open 12 pm to 2:30 pm and 6 pm to 4 am the next day.",
  ],
  [
    "2026-11-26T18:30 thursday",
    "Are you open tonight at three?",
    "No. On Thursday we're open 6 pm to 2 am the next day.",
  ],
  ["2026-11-27T18:30 friday", "Are you open on Sunday?", "Yes. On Sunday we're open 24 hours."],
])("at %s, %s is answered: %s", (now, said, reply) => {
  expect(answerOf(now, said).input.reply).toBe(reply);
});

test.each([
  ["2026-11-27T18:00 friday", "tonight at one in the morning", "2026-11-28T01:00"],
  ["2026-11-27T18:00 friday", "tonight at 1 am", "2026-11-28T01:00"],
  ["2026-11-27T18:00 friday", "tonight at half past eight", "2026-11-27T20:30"],
  ["2026-11-27T18:00 friday", "tonight at midnight", "2026-11-28T00:00"],
  ["2026-11-27T18:00 friday", "tomorrow night at two", "2026-11-29T02:00"],
  ["2026-11-27T18:00 friday", "on Saturday at one", "2026-11-29T01:00"],
  ["2026-11-27T10:00 friday", "today at one", "2026-11-27T13:00"],
  ["2026-11-28T01:00 saturday", "tonight at three", "2026-11-28T03:00"],
  ["2026-11-28T01:00 saturday", "tonight at eleven", "2026-11-28T23:00"],
  ["2026-11-27T18:00 friday", "tomorrow evening at seven", "2026-11-28T19:00"],
])("at %s, a table for %s is for %s", (now, when, start) => {
  expect(gist(answerOf(now, `Good evening, I'd like to book a table ${when}`))).toBe(`book table ${start}`);
});
