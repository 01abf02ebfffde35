import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Fell Lane Framing, timezone: Europe/London, language: en-GB, phone: "+442079460110" }
hours: { tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-17:00, saturday: 10:00-14:00 }
services:
  - { id: frame, name: Picture frame, price: from £40, about: "Framed the same day if you bring it before 11 am. Most take two to three hours." }
  - { id: gilding, name: Gilding, price: £95, about: "Fridays only. Three coats over six weeks." }
  - { id: class, name: Framing class, price: £60, about: "Six Wednesdays from 6 to 8:30 pm." }
  - { id: glass, name: Glass cleaning, price: £15, about: "Spring price until the end of May." }
  - { id: workshop, name: Gold leaf workshop, price: £35, about: "Wednesdays and Fridays at 11 am, Saturdays at 2. For up to 8 people." }
  - { id: storage, name: Storage, price: £9 a month, about: "From one to three months. The first month is half price until June 30." }
faqs:
  - { id: parking, question: Can I park?, answer: "In the yard by the front door. The first two hours are free, after that it is £2 an hour. After 6 pm it's free." }
  - { id: refund, question: Can I cancel?, answer: "Up to 48 hours before you get your money back." }
  - { id: discount, question: Is there money off?, answer: "Yes, 10% off all frames. Not on glass." }
  - { id: walk-in, question: Can I walk in?, answer: "On Saturdays yes, no appointment needed. On other days please make one." }
  - { id: sheets, question: How long are things kept?, answer: "Prints are kept until the end of March, canvases until two weeks after we call." }
  - { id: cafe, question: Is there coffee?, answer: "Yes, we serve coffee and cake until 1 pm." }
`,
  "fellLane.yaml",
);

function why(reply: string, caller: string, cited: readonly string[]): string | null {
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-04-15"),
    cited,
    isSure: true,
    callerSaid: caller,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-04-15T11:00:00Z"),
  }).why;
}

test.each([
  // A yes with its condition, or with the time from which it is so.
  [
    "Do I get my money back if I can't come?",
    "Yes, if you cancel at least 48 hours before.",
    "Yes, if you cancel at least 24 hours before.",
    "faq.refund",
  ],
  ["Is parking free around seven?", "Yes, after six it's free.", "Yes, after eight it's free.", "faq.parking"],
  ["Could I get a coffee on Saturday?", "Yes, until one.", "Yes, until two.", "faq.cafe", "hours.saturday"],
  [
    "Is it framed today?",
    "The same day, if you bring it before eleven.",
    "The same day, whenever you bring it.",
    "service.frame",
  ],
  // Days that only leaves out, and days on which nothing is denied but something else.
  [
    "Do you gild on Thursdays?",
    "Not on Thursdays, Fridays only.",
    "Not on Fridays, Thursdays only.",
    "service.gilding",
  ],
  ["Can I walk in?", "No appointment needed on Saturdays.", "No appointment needed on Fridays.", "faq.walk-in"],
  ["When is the class?", "Six Wednesdays, from six to half past eight.", "It starts on April 22.", "service.class"],
  [
    "When is the workshop?",
    "Wednesdays and Fridays at eleven, and Saturdays at two.",
    "Wednesdays and Fridays at two, and Saturdays at eleven.",
    "service.workshop",
  ],
  [
    "When is the workshop?",
    "The next one is Friday at eleven.",
    "The next one is Saturday at two.",
    "service.workshop",
  ],
  [
    "Can ten of us come to the workshop?",
    "Ten is too many, it's up to eight.",
    "Ten is fine, it's up to eight.",
    "service.workshop",
  ],
  [
    "Could you store it for two months?",
    "Yes, storage is from one to three months.",
    "Yes, storage is for one month.",
    "service.storage",
  ],
  [
    "What's storage?",
    "The first month is half price until June thirtieth.",
    "It's half price until June thirtieth.",
    "service.storage",
  ],
  [
    "How late on Friday, and is there coffee?",
    "We close at five on Friday, and coffee is until one.",
    "We close at six on Friday, and coffee is until one.",
    "hours.friday",
    "faq.cafe",
  ],
  // What belongs to each, and to how much of it.
  [
    "How long do you keep it?",
    "Prints until the end of March.",
    "Prints until two weeks after you call.",
    "faq.sheets",
  ],
  ["Is there a discount?", "Ten percent off all frames.", "Ten percent off everything.", "faq.discount"],
  [
    "And parking?",
    "Two hours are free, after that it's £2 an hour.",
    "Three hours are free, after that it's £2 an hour.",
    "faq.parking",
  ],
  ["Where can I park?", "In the yard by the front door.", "In the yard by the back door.", "faq.parking"],
  ["How long does gilding take?", "Six weeks, with three coats.", "Three weeks, with six coats.", "service.gilding"],
  [
    "How long does a frame take?",
    "Most take two to three hours.",
    "A frame takes three hours at most.",
    "service.frame",
  ],
  ["What's glass cleaning?", "It's £15 until the end of May.", "It's £15 until the end of June.", "service.glass"],
])("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(why(isSaid, caller, cited)).toBeNull();
  expect(why(isStopped, caller, cited)).not.toBeNull();
});
