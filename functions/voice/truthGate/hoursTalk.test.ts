import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Larch Hill Nursery, timezone: America/New_York, language: en-US, phone: "+18025550110" }
hours:
  { monday: "08:00-12:00, 13:30-17:00", tuesday: "08:00-12:00, 13:30-17:00", wednesday: closed, thursday: 10:00-19:00, friday: 07:00-14:30, saturday: 09:00-13:00 }
holidays: { "2026-12-24": 09:00-11:30, "2026-12-25": closed, "2026-12-31": 09:00-15:00 }
services:
  - { id: delivery, name: Delivery, price: $25, about: "Within 2 to 5 working days. Call before 11 am and it leaves the same day." }
  - { id: pruning, name: Pruning, price: $60 an hour, about: "Two visits, 3 to 6 weeks apart. Nine trees out of ten grow back." }
faqs:
  - { id: desk, question: When is the advice desk open?, answer: "On Fridays from 12:30 to 2, except in nine of our busiest weeks." }
`,
  "larchHill.yaml",
);

function why(reply: string, caller: string, at: string, cited: readonly string[]): string | null {
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, at.slice(0, 10)),
    cited,
    isSure: true,
    callerSaid: caller,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse(at),
  }).why;
}

const week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(
  (day) => `hours.${day}`,
);
const tuesdayNoon = "2026-12-15T12:20:00-05:00";

test.each([
  // At lunch, and when it is over.
  ["Are you open?", "We're at lunch until one thirty.", "We're at lunch until two.", ["hours.tuesday"]],
  [
    "Are you open?",
    "We close over midday and reopen at 1:30.",
    "We close over midday and reopen at 2:30.",
    ["hours.tuesday"],
  ],
  [
    "Do you close for lunch on Mondays?",
    "Yes, from twelve to one thirty.",
    "No, we don't close for lunch.",
    ["hours.monday"],
  ],
  [
    "Do you close for lunch on Mondays?",
    "It's eight to twelve, then one thirty to five.",
    "It's eight to five.",
    ["hours.monday"],
  ],
  [
    "Do you close for lunch?",
    "We close for lunch on Mondays, from noon to half past one.",
    "We close for lunch on Thursdays, from noon to half past one.",
    week,
  ],
  [
    "Are you open?",
    "We're back at one thirty, and we stay till five.",
    "We're back at one thirty, and we stay till six.",
    ["hours.tuesday"],
  ],
  ["How long until you open again?", "In seventy minutes.", "In forty minutes.", ["hours.tuesday"]],
  ["How long until you open again?", "A little over an hour.", "A little over two hours.", ["hours.tuesday"]],
  ["Still open?", "We closed at noon, and we open again at 1:30.", "We closed at noon for the day.", ["hours.tuesday"]],
  // Doors, and other ways to open and to close.
  ["When do you open on Thursday?", "The doors open at ten.", "The doors open at nine.", ["hours.thursday"]],
  [
    "How late are you open on Friday?",
    "We wrap up at half past two.",
    "We wrap up at half past three.",
    ["hours.friday"],
  ],
  ["How late are you open on Friday?", "We're done at 2:30.", "We're done at 3:30.", ["hours.friday"]],
  [
    "How late are you open on Thursday?",
    "We don't close until seven on Thursdays.",
    "We don't close until eight on Thursdays.",
    ["hours.thursday"],
  ],
  [
    "Can I come at eight on Thursday?",
    "No, we don't open before ten on Thursdays.",
    "No, we don't open before nine on Thursdays.",
    ["hours.thursday"],
  ],
  [
    "Can I come at eight on Thursday?",
    "Eight is too early, Thursdays we open at ten.",
    "Eleven is too early, Thursdays we open at ten.",
    ["hours.thursday"],
  ],
  [
    "Can I come at eight on Thursday?",
    "Not yet at eight. Ten is the earliest.",
    "Not yet at eight. Nine is the earliest.",
    ["hours.thursday"],
  ],
  [
    "Are you open on Wednesday?",
    "We're off on Wednesdays.",
    "We're off on Thursdays.",
    ["hours.wednesday", "hours.thursday"],
  ],
  [
    "And on Christmas?",
    "We take Christmas Day off.",
    "We take New Year's Eve off.",
    ["holiday.2026-12-25", "holiday.2026-12-31"],
  ],
  // Several days with times of their own.
  [
    "How late are you open?",
    "Open until seven on Thursdays, and two thirty on Fridays.",
    "Open until seven on Thursdays, and three thirty on Fridays.",
    week,
  ],
  [
    "How late are you open?",
    "On Thursdays we stay until seven, and until 2:30 on Fridays.",
    "On Thursdays we stay until seven, and until 3:30 on Fridays.",
    week,
  ],
  [
    "And around the holidays?",
    "Thursday the 24th, nine to eleven thirty, and New Year's Eve, nine to three.",
    "Thursday the 24th, nine to three, and New Year's Eve, nine to eleven thirty.",
    ["holiday.2026-12-24", "holiday.2026-12-31"],
  ],
  [
    "And around the holidays?",
    "We close at three on December 31st and stay closed on the 25th.",
    "We close at three on December 31st and stay closed on the 24th.",
    ["holiday.2026-12-24", "holiday.2026-12-25", "holiday.2026-12-31"],
  ],
  [
    "And around the holidays?",
    "Closed on the 25th only.",
    "Closed on the 24th only.",
    ["holiday.2026-12-24", "holiday.2026-12-25"],
  ],
  ["Which day are you open longest?", "Our latest day is Thursday.", "Our latest day is Friday.", week],
  [
    "And tomorrow?",
    "The next opening is Thursday the 17th, ten to seven.",
    "The next opening is Thursday the 18th, ten to seven.",
    ["hours.wednesday", "hours.thursday"],
  ],
  [
    "Are you open on Thursdays?",
    "Yes, ten to seven.",
    "Yes, but not on Christmas Eve.",
    ["hours.thursday", "holiday.2026-12-24"],
  ],
  [
    "Are you open on Thursdays?",
    "Yes, on Christmas Eve too, nine to eleven thirty.",
    "No, not even on New Year's Eve.",
    ["hours.thursday", "holiday.2026-12-24", "holiday.2026-12-31"],
  ],
  [
    "And around Christmas?",
    "The Thursday before Christmas it's nine to eleven thirty.",
    "The Thursday before Christmas we're closed.",
    ["holiday.2026-12-24", "holiday.2026-12-25"],
  ],
  // Lengths of time.
  ["When does delivery come?", "In two to five business days.", "In two to five days.", ["service.delivery"]],
  ["When does delivery come?", "Five working days at the latest.", "It comes tomorrow.", ["service.delivery"]],
  [
    "How far apart are the visits?",
    "They're three to six weeks apart.",
    "They're exactly three weeks apart.",
    ["service.pruning"],
  ],
  [
    "How far apart are the visits?",
    "They're at least three weeks apart.",
    "They're three weeks apart.",
    ["service.pruning"],
  ],
  // A number that is no price, and an hour that is not in the night.
  ["What's pruning?", "Pruning is $60 an hour.", "Pruning is nine dollars an hour.", ["service.pruning"]],
  [
    "When is the desk open?",
    "On Fridays, from half past twelve to two.",
    "On Fridays, from half past twelve to two am.",
    ["faq.desk"],
  ],
])("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, cited) => {
  expect(why(isSaid, caller, tuesdayNoon, cited)).toBeNull();
  expect(why(isStopped, caller, tuesdayNoon, cited)).not.toBeNull();
});
