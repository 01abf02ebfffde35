import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Millpond Stables, timezone: Europe/London, language: en-GB, phone: "+441255550117" }
hours: { tuesday: 09:00-18:00, wednesday: 09:00-18:00, thursday: 09:00-18:00, friday: 09:00-18:00, saturday: 08:30-17:00, sunday: 10:00-15:00 }
services:
  - { id: hack, name: Forest hack, price: £45, minutes: 75, about: "Saturdays and Sundays at 10 and 1:30. The last mount is 20 minutes before we close." }
  - { id: trek, name: Moonlight trek, price: £70, about: "The second Friday of the month at 9 pm. From 12 to 70 years." }
  - { id: indoor, name: Indoor school hire, price: £50 an hour, about: "Two hours minimum." }
  - { id: supper, name: Barn supper, price: £18, about: "Fridays at 7:30 pm. Sign up by 6. Last orders at 9." }
faqs:
  - { id: bar, question: When does the barn bar close?, answer: "At 10 pm, on Fridays at 11." }
  - { id: kids, question: Are children welcome in the bar?, answer: "Until 8 pm, with an adult." }
  - { id: shop, question: When does the tack shop close?, answer: "Half an hour before the yard. The feed counter closes at 1 pm." }
  - { id: camp, question: When is pony camp?, answer: "Foals, until 14 August. From 17 August, Juniors." }
  - { id: length, question: How long does a lesson take?, answer: "Most lessons take about three quarters of an hour. Allow an hour and a half with the grooming." }
  - { id: parking, question: Is there parking?, answer: "In the meadow, £1 an hour until 4 pm, free after that." }
`,
  "millpond.yaml",
);

function why(reply: string, caller: string, cited: readonly string[]): string | null {
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-07-09"),
    cited,
    isSure: true,
    callerSaid: caller,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-07-09T11:00:00Z"),
  }).why;
}

test.each([
  // Days that are listed, and the ones that are a name for them.
  ["When's the hack?", "Weekends at ten and half past one.", "Weekends at nine and half past one.", "service.hack"],
  ["When's the hack?", "Only at weekends.", "Only on Saturdays.", "service.hack"],
  [
    "When's the hack?",
    "At ten and at half past one, Saturdays and Sundays.",
    "Saturdays at ten and Sundays at half past one.",
    "service.hack",
  ],
  ["When's the next trek?", "Tomorrow at nine in the evening.", "On Friday the 17th at nine.", "service.trek"],
  [
    "When's the trek?",
    "The second Friday of the month, at nine.",
    "The first Friday of the month, at nine.",
    "service.trek",
  ],
  // Where something begins and ends, in other words.
  [
    "When's camp?",
    "Foals finishes on the fourteenth of August.",
    "Foals finishes on the seventeenth of August.",
    "faq.camp",
  ],
  ["When's camp?", "From the seventeenth it's Juniors.", "From the fourteenth it's Juniors.", "faq.camp"],
  ["And parking?", "It's free after four.", "It's free until four.", "faq.parking"],
  ["Could I hire it for an hour?", "The minimum is two hours.", "The minimum is one hour.", "service.indoor"],
  [
    "Can she come? She's nine.",
    "No, you need to be at least twelve.",
    "No, you need to be at least fourteen.",
    "service.trek",
  ],
  // What is asked for, and what else the same answer speaks of.
  ["When does the tack shop close today?", "Half an hour before the yard.", "At one.", "faq.shop", "hours.thursday"],
  ["When does the tack shop close today?", "The feed counter closes at one.", "At six.", "faq.shop", "hours.thursday"],
  [
    "How long is a lesson?",
    "About 45 minutes, or an hour and a half with the grooming.",
    "An hour and a half, or 45 minutes with the grooming.",
    "faq.length",
  ],
  [
    "When's the last mount?",
    "Twenty minutes before we close.",
    "Twenty minutes after we open.",
    "service.hack",
    "hours.thursday",
  ],
  ["When's supper?", "Fridays at half past seven, and you sign up by six.", "Fridays at six.", "service.supper"],
  ["When's supper?", "Last orders at nine.", "Last orders at half past seven.", "service.supper"],
  ["When's supper?", "Sign up by six.", "Sign up by 7:30.", "service.supper"],
  [
    "How late is the bar open tomorrow?",
    "Fridays the bar's open until eleven.",
    "Fridays the bar's open until ten.",
    "faq.bar",
  ],
  ["Can my kids be there at nine?", "I'm afraid only until eight.", "Yes, with an adult.", "faq.kids"],
  ["Are you open?", "Yes, for another six hours.", "In fifty minutes we are.", "hours.thursday"],
  ["How late are you open?", "Six o'clock.", "Five o'clock.", "hours.thursday"],
])("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(why(isSaid, caller, cited)).toBeNull();
  expect(why(isStopped, caller, cited)).not.toBeNull();
});
