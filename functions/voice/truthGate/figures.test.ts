import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Heath Tutors, timezone: Europe/London, language: en-GB, phone: "+442079460110" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-17:00 }
services:
  - { id: club, name: Chess club, price: £8 an evening, about: "For ages 6 to 13, from 4 pm to 7 pm. Tea is not included." }
  - { id: trial, name: Trial lesson, price: £10, about: "One per family." }
  - { id: long, name: Ninety-minute lesson, price: £70, minutes: 90, about: "One ten-minute break." }
  - { id: season, name: Summer school, price: £90, about: "The season is from 10 July to 20 September. Sign up by 5 June." }
  - { id: room, name: Room hire, price: £18 a day or £54 a week, about: About the size of a closet. }
  - { id: latin, name: Latin lesson, price: £50, minutes: 60 }
  - { id: exam, name: Exam course, price: £210 a week, about: "Pupils must be 15 or older." }
faqs:
  - { id: card, question: Do you take cards?, answer: "Yes, with a fee of 1.75 percent." }
  - { id: bus, question: Is there a bus?, answer: "The bus stops here every 15 minutes." }
  - { id: desks, question: How long may I use a desk?, answer: "There are four desks, with a limit of 90 minutes." }
  - { id: old, question: How old must a pupil be?, answer: "Six for maths and eight for Latin." }
  - { id: hall, question: How large are the rooms?, answer: "The 10 by 20 room holds thirty, the 5 by 5 room four." }
  - { id: service, question: How often is it serviced?, answer: "Twice a year if it burns oil, once a year for gas." }
  - { id: fees, question: Is there a deposit or any other fee?, answer: "There is a one-time booking fee of £20. We ask for no deposit." }
  - { id: paper, question: Do you sell paper?, answer: "Small pads are £2.25, large pads are £3.75, and tape is £4 a roll." }
  - { id: seniors, question: Is there a discount for seniors?, answer: "From age 65, 15% off." }
`,
  "heathTutors.yaml",
);

function why(reply: string, caller: string, cited: string): string | null {
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited: [cited],
    isSure: true,
    callerSaid: caller,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T11:00:00Z"),
  }).why;
}

test.each([
  [
    "Can I pay by card?",
    "faq.card",
    "Yes, with a one point seven five percent fee.",
    "Yes, with a one point five percent fee.",
  ],
  ["How often is the bus?", "faq.bus", "It stops here every quarter of an hour.", "It stops here every half hour."],
  [
    "And the desks?",
    "faq.desks",
    "There are four desks, ninety minutes max.",
    "There are four desks, sixty minutes max.",
  ],
  ["Can she learn Latin?", "faq.old", "She'd need to be eight for Latin.", "She'd need to be six for Latin."],
  ["Can she learn Latin?", "faq.old", "Latin starts at eight.", "Latin starts at nine."],
  ["Who is the club for?", "service.club", "It's for kids from six to thirteen.", "It's for kids from six to sixteen."],
  // Both stand in the fact, and belong to different ranges.
  ["When is it?", "service.club", "It's from four to seven.", "It's from six to seven."],
  ["Can he do the exam course?", "service.exam", "Pupils must be fifteen.", "Pupils must be sixteen."],
  ["How many trials?", "service.trial", "It's one trial lesson per family.", "It's two trial lessons per family."],
  ["And the rooms?", "faq.hall", "The ten by twenty holds thirty.", "The five by five holds thirty."],
  ["I'm 66.", "faq.seniors", "From 65 it's fifteen percent off.", "From 60 it's fifteen percent off."],
  ["We burn oil.", "faq.service", "Twice a year if it burns oil.", "Once a year if it burns oil."],
  // The ends of a time that the fact names whole, and its last moment.
  ["How long is it on?", "service.season", "The season ends on September 20th.", "The season ends on July 10th."],
  [
    "How long is it on?",
    "service.season",
    "It's on until the twentieth of September.",
    "It's on until the tenth of July.",
  ],
  [
    "Am I too late?",
    "service.season",
    "You can sign up until the fifth of June.",
    "You can sign up until the fifteenth of June.",
  ],
  // Each figure with its own, in whatever order.
  [
    "And paper?",
    "faq.paper",
    "Large pads are £3.75 and tape is £4 a roll.",
    "Small pads are £3.75 and tape is £4 a roll.",
  ],
  ["For a week?", "service.room", "The room is £54 a week, or £18 a day.", "The room is £18 a week, or £54 a day."],
  ["How big is it?", "service.room", "It's about the size of a closet.", "It's about the size of a garage."],
  // Of two that the question names the answer says it of one.
  ["Is there a deposit?", "faq.fees", "There's a booking fee of £20.", "The deposit is £20."],
  // "Lesson" names no ninety-minute one.
  ["How much is a Latin lesson?", "service.latin", "A lesson is £50.", "A lesson is £70."],
  ["And the long lesson?", "service.long", "It's ninety minutes for seventy.", "It's ninety minutes for seventeen."],
  ["And the long lesson?", "service.long", "There's one ten-minute break.", "There's one twenty-minute break."],
  // A number that is for one of something is a price behind any verb, and is not denied with what follows it.
  [
    "The course?",
    "service.exam",
    "The course runs two hundred and ten a week.",
    "The course runs two hundred and twenty a week.",
  ],
  [
    "And the club?",
    "service.club",
    "Eight pounds an evening, tea not included.",
    "Eight pounds an evening, tea included.",
  ],
])("asked %s of %s, %s may be said, and %s may not", (caller, cited, isSaid, isStopped) => {
  expect(why(isSaid, caller, cited)).toBeNull();
  expect(why(isStopped, caller, cited)).not.toBeNull();
});
