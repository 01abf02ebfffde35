import { parseKnowledge } from "../../functions/shared/knowledgeFile";

/** Businesses whose words are also words of every call: openings and closings, wills, nights, animals, names in another language. */
export const odd = {
  pools: parseKnowledge(
    `
business: { name: Blue Heron Pool Care, timezone: America/New_York, language: en-US, phone: "+16315550140", address: "8 Dune Road, Sag Harbor" }
hours: { monday: 07:30-16:30, tuesday: 07:30-16:30, wednesday: 07:30-16:30, thursday: 07:30-16:30, friday: 07:30-15:00, saturday: 08:00-12:00 }
holidays: { "2026-11-26": closed, "2026-12-24": "08:00-11:00" }
services:
  - { id: opening, name: Spring pool opening, price: $290, minutes: 120, about: We take the cover off and start the pump. }
  - { id: closing, name: Winter pool closing, price: "from $310", minutes: 120 }
  - { id: weekly, name: Weekly cleaning, price: $95 a visit, minutes: 45 }
  - { id: leak, name: Leak detection, price: $250, minutes: 90 }
  - { id: salt, name: Salt cell replacement, price: $120 plus the part }
faqs:
  - { id: chemicals, question: Do you sell chemicals?, answer: "Yes, at the yard, by the bucket." }
  - { id: area, question: Which towns do you serve?, answer: "Sag Harbor, Bridgehampton and East Hampton." }
  - { id: above, question: Do you work on above-ground pools?, answer: "Yes, on those of up to five thousand gallons." }
  - { id: video, question: Can we talk by video first?, answer: "Yes, an estimator can see your pool on a video call." }
  - { id: pay, question: How can I pay?, answer: By card or check. }
people: [{ id: office, name: the office, number: "+16315550141" }]
`,
    "pools.yaml",
  ),
  noodles: parseKnowledge(
    `
business: { name: Lantern Street Noodles, timezone: Europe/London, language: en-GB, phone: "+442079460180", address: "3 Lantern Street, Leeds" }
hours:
  tuesday: 18:00-02:00
  wednesday: 18:00-02:00
  thursday: 18:00-02:00
  friday: 12:00-14:30, 18:00-04:00
  saturday: 18:00-04:00
  sunday: 00:00-24:00
services:
  - { id: tonkotsu, name: Tonkotsu, price: £13.50, about: Pork broth with an egg. }
  - { id: miso, name: Miso ramen, price: £12 }
  - { id: shio, name: Shio ramen, price: £11.50 }
  - { id: delivery, name: Delivery, price: £3, about: "Within four miles, from an order of £20." }
  - { id: table, name: Table reservation, minutes: 90, about: For up to six people. }
faqs:
  - { id: gluten, question: Do you have gluten-free noodles?, answer: "Yes, rice noodles for £1 more." }
  - { id: broth, question: Do you have vegan broth?, answer: "Yes, a mushroom broth at the same price." }
  - { id: wait, question: How long does delivery take?, answer: About half an hour. }
  - { id: wine, question: Can I bring my own wine?, answer: "Yes, corkage is £5 a bottle." }
  - { id: high-chairs, question: Do you have high chairs?, answer: "Yes, two of them." }
people: [{ id: pass, name: the pass, number: "+442079460181" }]
`,
    "noodles.yaml",
  ),
  barns: parseKnowledge(
    `
business: { name: Two Barns Animal Care, timezone: Australia/Hobart, language: en-AU, phone: "+61362550130", address: "40 Sheep Lane, Ross" }
hours: { monday: 08:00-18:00, tuesday: 08:00-18:00, wednesday: 08:00-18:00, saturday: 00:00-24:00 }
services:
  - { id: cat-boarding, name: Cat boarding, price: $32 a night }
  - { id: horse-clipping, name: Horse clipping, price: $140, minutes: 60 }
  - { id: desexing, name: Cat desexing, price: from $180, minutes: 40 }
  - { id: vaccination, name: Vaccination, price: $75, minutes: 15, about: "For dogs, cats and ferrets." }
  - { id: nails, name: Nail clipping, price: $15, minutes: 10 }
faqs:
  - { id: emergency, question: What do I do in an emergency?, answer: Ring the vet hospital in Launceston. }
  - { id: birds, question: Do you look after birds?, answer: "Parrots and hens, yes. No birds of prey." }
  - { id: parking, question: Can I park a horse float?, answer: There is room for three in the yard. }
people: [{ id: barn, name: the barn, number: "+61362550131" }]
`,
    "barns.yaml",
  ),
  deeds: parseKnowledge(
    `
business: { name: Harbor Deed Office, timezone: America/Chicago, language: en-US, phone: "+16125550150", address: "2 Quay Street, Duluth" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-13:00 }
services:
  - { id: will, name: Living will, price: $180, minutes: 45, about: Two witnesses are in the house. }
  - { id: deed, name: Deed transfer, price: $240, minutes: 30 }
  - { id: walk, name: Estate closing, price: from $900 }
  - { id: talk, name: First talk, price: free, minutes: 20, about: "With an attorney, here or by video." }
faqs:
  - { id: docs, question: What papers do I need?, answer: A photo ID and the old deed. }
  - { id: probate, question: Do you do probate?, answer: "Small estates, yes. Not those with a lawsuit." }
people: [{ id: clerk, name: the clerk, number: "+16125550151" }]
`,
    "deeds.yaml",
  ),
  vines: parseKnowledge(
    `
business: { name: Upper Ridge Winery, timezone: America/Los_Angeles, language: en-US, phone: "+17075550160" }
hours: { thursday: 11:00-17:00, friday: 11:00-17:00, saturday: 06:00-06:00, sunday: 11:00-17:00 }
services:
  - { id: visite, name: Visite guidée, price: $25 a person, minutes: 50 }
  - { id: pinot, name: Pinot "Reserve" tasting, price: $40 a tasting, minutes: 60 }
  - { id: barrel, name: Barrel flight, price: $55 a tasting, minutes: 75 }
  - { id: harvest, name: Harvest supper, price: $120, minutes: 180 }
faqs:
  - { id: kids, question: Can I bring kids?, answer: "Yes, on the lawn." }
  - { id: ship, question: Do you ship wine?, answer: To thirty-eight states. }
people: [{ id: cellar, name: the cellar door, number: "+17075550161" }]
`,
    "vines.yaml",
  ),
  pianos: parseKnowledge(
    `
business: { name: Hammer & Felt Pianos, timezone: Europe/Dublin, language: en-IE, phone: "+35315550170", address: "9 Weaver Lane, Dublin" }
hours: { tuesday: "10:00-13:00, 14:00-18:00", wednesday: "10:00-13:00, 14:00-18:00", friday: 10:00-18:00, saturday: 10:00-14:00 }
holidays: { "2026-12-26": closed }
services:
  - { id: tuning, name: Piano tuning, price: €95, minutes: 90, about: A pitch raise is included where it is needed. }
  - { id: voicing, name: Voicing, price: €140, minutes: 120 }
  - { id: closed-grand, name: Grand piano move, price: from €350 }
  - { id: upright, name: Upright piano move, price: from €180 }
  - { id: lesson, name: First lesson, price: €25, minutes: 30, about: "For kids and adults, with Maeve." }
  - { id: hire, name: Practice room, price: €12 an hour, minutes: 60 }
faqs:
  - { id: how-often, question: How often should a piano be tuned?, answer: Twice a year in most houses. }
  - { id: buy, question: Do you buy used pianos?, answer: "Only grands, and only after we have seen them." }
  - { id: stairs, question: Do stairs cost extra?, answer: "Yes, €20 a floor." }
  - { id: steps, question: Is the shop accessible by wheelchair?, answer: "The shop is, the practice rooms are not." }
  - { id: invoice, question: Can I get an invoice?, answer: "Yes, by email on the same day." }
people: [{ id: maeve, name: Maeve, number: "+35315550171" }]
`,
    "pianos.yaml",
  ),
};

/** What callers say to them, and what it should come to; the tables were made with these in view. */
export const oddUtterances: readonly (readonly [keyof typeof odd, string, string])[] = [
  ["pools", "Are you open on Saturday?", "hours.saturday"],
  ["pools", "What time do you close on Friday?", "hours.friday"],
  ["pools", "Are you closed on Christmas Eve?", "holiday.2026-12-24"],
  ["pools", "When do you open tomorrow?", "hours.tuesday"],
  ["pools", "Are you open today?", "hours.monday"],
  ["pools", "How much is a pool closing?", "service.closing"],
  ["pools", "How much is a closing?", "service.closing"],
  ["pools", "What does the winter closing cost?", "service.closing"],
  ["pools", "How long does an opening take?", "service.opening"],
  ["pools", "I'd like to book a pool opening on Wednesday at nine", "book opening 2026-11-25T09:00"],
  ["pools", "Can I see somebody by Zoom first?", "faq.video"],
  ["pools", "What pools do you clean?", "service.weekly|unsure|which"],
  ["noodles", "Do you have pineapple noodles?", "unsure"],
  ["noodles", "Are there seafood noodles?", "unsure"],
  ["noodles", "Do you have gluten-free noodles?", "faq.gluten"],
  ["noodles", "What ramen do you have?", "service.miso,service.shio"],
  [
    "noodles",
    "What noodles do you have?",
    "unsure|service.tonkotsu,service.miso,service.shio,service.delivery,service.table",
  ],
  ["noodles", "Do you have high chairs?", "faq.high-chairs"],
  ["noodles", "Are you open on Sunday night?", "hours.sunday"],
  ["barns", "How much is it to desex a dog?", "unsure"],
  ["barns", "How much is it to desex a ferret?", "unsure"],
  ["barns", "How much is desexing for a cat?", "service.desexing"],
  ["barns", "Do you vaccinate ferrets?", "service.vaccination"],
  ["barns", "Do you vaccinate alpacas?", "unsure"],
  ["barns", "Can you have a look at my snake?", "unsure"],
  ["barns", "My dog was hit by a car, what should I do?", "transfer"],
  ["barns", "My cat has swallowed a needle!", "transfer"],
  ["barns", "What do I do in an emergency?", "faq.emergency"],
  ["barns", "How much does it cost to clip a horse?", "service.horse-clipping"],
  ["deeds", "How much is a will?", "service.will"],
  ["deeds", "Will you be open on Friday?", "hours.friday"],
  ["deeds", "Can I see a lawyer by Zoom?", "service.talk"],
  ["deeds", "Can I book a deed transfer with Sue for tomorrow at ten?", "book deed 2026-11-24T10:00"],
  ["deeds", "I will sue you", "transfer"],
  ["deeds", "You will hear from my lawyer", "transfer"],
  ["vines", "How much is a guided visit?", "service.visite"],
  ["vines", "How much is the barrel tasting?", "service.barrel"],
  ["vines", "What tastings do you have?", "service.pinot,service.barrel"],
  ["pools", "Do you close early on Fridays?", "hours.friday"],
  ["pools", "Are you open over Thanksgiving?", "holiday.2026-11-26"],
  ["pools", "What's your closing time on Saturdays?", "hours.saturday"],
  ["pools", "Hi, what would a spring opening run me?", "service.opening"],
  ["pools", "What do you charge to close a pool?", "service.closing"],
  ["pools", "How much for weekly cleaning?", "service.weekly"],
  ["pools", "Do you do leak detection?", "service.leak"],
  ["pools", "Do you come out to East Hampton?", "faq.area"],
  ["pools", "Do you carry chlorine tablets?", "unsure|faq.chemicals"],
  ["pools", "Do you build hot tubs?", "unsure"],
  ["pools", "I need somebody to find a leak, Thursday at ten", "book leak 2026-11-26T10:00|book"],
  ["pools", "Can I pay with a credit card?", "faq.pay"],
  ["pools", "How long is the weekly visit?", "service.weekly"],
  ["pools", "Where's your office?", "business.address"],
  ["noodles", "How much is the miso?", "service.miso"],
  ["noodles", "Do you have vegan ramen?", "unsure|faq.broth"],
  ["noodles", "Do you deliver?", "service.delivery"],
  ["noodles", "How long will a delivery be?", "faq.wait"],
  ["noodles", "What's in the tonkotsu?", "service.tonkotsu"],
  ["noodles", "Till when are you open on Friday?", "hours.friday"],
  ["noodles", "Are you open on Mondays?", "hours.monday"],
  ["noodles", "Do you do sushi?", "unsure"],
  ["noodles", "Is there a corkage fee?", "faq.wine"],
  ["noodles", "Can I book a table for Saturday at eight, for Priya?", "book table 2026-11-28T20:00 Priya"],
  ["noodles", "Which ramens do you do?", "service.miso,service.shio"],
  ["barns", "Can you board my cat over the weekend?", "service.cat-boarding|book"],
  ["barns", "How much to board a dog?", "unsure"],
  ["barns", "Do you clip nails?", "service.nails"],
  ["barns", "Do you vaccinate horses?", "unsure"],
  ["barns", "My horse has collapsed", "transfer"],
  ["barns", "Do you look after parrots?", "faq.birds"],
  ["barns", "Are you open all day on Saturday?", "hours.saturday"],
  ["barns", "Where can I leave the horse float?", "faq.parking"],
  ["barns", "What does a vaccination cost for my puppy?", "service.vaccination"],
  ["barns", "Do you sell feed?", "unsure"],
  ["deeds", "What does a living will cost?", "service.will"],
  ["deeds", "I'd like to make a will", "book will|service.will|book"],
  ["deeds", "How much is the estate closing?", "service.walk"],
  ["deeds", "When do you close today?", "hours.monday"],
  ["deeds", "What documents should I bring?", "faq.docs"],
  ["deeds", "Do you handle divorces?", "unsure"],
  ["deeds", "Do you take probate cases?", "faq.probate"],
  ["deeds", "Are you open this Friday afternoon?", "hours.friday"],
  ["deeds", "Let me talk to the clerk", "transfer"],
  ["vines", "Is the tour guided?", "service.visite|unsure"],
  ["vines", "What's the price of the Pinot tasting?", "service.pinot"],
  ["vines", "How long is the barrel flight?", "service.barrel"],
  ["vines", "Can you ship to Texas?", "faq.ship"],
  ["vines", "Are kids welcome?", "faq.kids"],
  ["vines", "Do you do weddings?", "unsure"],
  ["vines", "Are you open on Thursday?", "hours.thursday"],
  ["vines", "Where are you?", "unsure"],
  ["vines", "Could we come for the harvest supper on Friday at one?", "book harvest 2026-11-27T13:00"],
];

/** What callers say, and what it should come to. Not looked at while the tables were written. */
export const oddHeldOut: readonly (readonly [keyof typeof odd, string, string])[] = [
  ["pools", "Can I put in for a salt cell replacement?", "transfer|service.salt"],
  ["deeds", "Is the first talk free?", "service.talk"],
  ["pianos", "How much do you charge for tuning?", "service.tuning"],
  ["pianos", "What does it cost to tune a piano?", "service.tuning"],
  ["pianos", "Do you tune harpsichords?", "unsure"],
  ["pianos", "How much is it to move a grand?", "service.closed-grand"],
  ["pianos", "What would you charge to move my upright to Cork?", "service.upright|unsure"],
  ["pianos", "How much is a piano move?", "which"],
  ["pianos", "How often should I have it tuned?", "faq.how-often"],
  ["pianos", "Do you charge more if there are stairs?", "faq.stairs"],
  ["pianos", "Do you give guitar lessons?", "unsure"],
  ["pianos", "How long is the first lesson?", "service.lesson"],
  ["pianos", "How much is a lesson for my daughter?", "service.lesson"],
  ["pianos", "Can I rent a practice room?", "service.hire|book hire"],
  ["pianos", "Would you buy my old piano?", "faq.buy"],
  ["pianos", "Can I get a receipt by email?", "faq.invoice|unsure"],
  ["pianos", "Is there wheelchair access?", "faq.steps"],
  ["pianos", "Are you shut at lunchtime on Tuesday?", "hours.tuesday"],
  ["pianos", "What time do you shut tomorrow?", "hours.tuesday"],
  ["pianos", "Are you open on St Stephen's Day?", "holiday.2026-12-26"],
  ["pianos", "Are you open Mondays?", "hours.monday"],
  [
    "pianos",
    "What are your opening hours?",
    "hours.monday,hours.tuesday,hours.wednesday,hours.thursday,hours.friday,hours.saturday,hours.sunday",
  ],
  ["pianos", "Could I book a tuning for Friday at two, for Aoife Byrne?", "book tuning 2026-11-27T14:00 Aoife Byrne"],
  ["pianos", "I'd like a first lesson on Saturday at eleven", "book lesson 2026-11-28T11:00"],
  ["pianos", "Put me through to Maeve", "transfer"],
  ["pianos", "Your man scratched my floor and I want to complain", "transfer"],
  ["pianos", "The piano fell on my father and he is bleeding", "transfer"],
  ["pianos", "Do you sell guitars?", "unsure"],
  ["pianos", "Do you offer a discount for schools?", "unsure"],
  ["pianos", "Whereabouts in Dublin are you?", "business.address"],
  ["pianos", "What kinds of moves do you do?", "service.closed-grand,service.upright"],
  ["pianos", "No, nothing else, thanks", "end"],
];
