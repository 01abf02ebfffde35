import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { BrainEntry, Fault, FaultKind, Step } from "../scriptedCall";
import { faultKinds } from "../scriptedCall";
import { type Chance, chanceFrom } from "./chance";
import { openMs } from "./randomBusiness";
import type { RandomCall } from "./randomCall";
import { type Disturbance, randomDisturbances } from "./randomCaller";
import { randomWorld } from "./randomWorld";
import { isAboutFacts, rareFaults } from "./rareFaults";
import { withManyFacts } from "./withManyFacts";

/** Few times, so that callers want the same; all are open in both businesses. */
const starts = ["2026-11-30T10:30", "2026-11-30T11:00", "2026-11-30T11:30"] as const;
const names = ["Jordan Lee", "Kim Park"] as const;
const numbers = ["+15551230001", "+15551230001", "+15551230002", null] as const;

const businesses: readonly Knowledge[] = [
  `
business: { name: Fern Barbers, timezone: America/Los_Angeles, phone: "+15035550120" }
hours: { monday: 00:00-24:00, tuesday: 09:00-17:30 }
services:
  - { id: haircut, name: Haircut, price: $35, minutes: 30 }
  - { id: colour, name: Colour, price: $90, minutes: 60 }
faqs:
  - { id: cards, question: Do you take cards?, answer: "Yes, all cards." }
people: [{ id: desk, name: the desk, number: "+15035550121" }]
`,
  `
business: { name: Salon Nord, timezone: Europe/Berlin, language: de-DE, phone: "+493055500121" }
hours: { monday: 00:00-24:00 }
services:
  - { id: haircut, name: Haarschnitt, price: 35 €, minutes: 30 }
  - { id: colour, name: Farbe, price: 90 €, minutes: 60 }
faqs:
  - { id: cards, question: Nehmen Sie Karten?, answer: "Ja, alle Karten." }
bookings: { chairs: 2 }
`,
].map((text, index) => parseKnowledge(text, `bookings${index}.yaml`));

/** A call about appointments, and up to two more to the same business meanwhile. All of it follows from the seed. */
export function bookingCall(seed: number): RandomCall {
  const chance = chanceFrom(seed);
  const rare = rareFaults(seed);
  const business = chance.pick(businesses);
  const knowledge = isAboutFacts(rare) ? withManyFacts(business) : business;
  const call = callTo(knowledge, chance, seed);
  const rivals = Array.from({ length: chance.whole(0, 2) }, () => ({
    afterMs: chance.is(0.5) ? chance.whole(0, 3000) : chance.whole(0, 60_000),
    call: callTo(knowledge, chance, seed),
  }));
  return { ...call, faults: [...call.faults, ...rare], rivals };
}

function callTo(knowledge: Knowledge, chance: Chance, seed: number): RandomCall {
  const world = randomWorld(chance);
  const wish = wishOf(chance, knowledge);
  return {
    ...world,
    faults: [...world.faults, ...bookingFaults(chance)],
    seed,
    startMs: openMs,
    from: chance.pick(numbers),
    knowledge,
    steps: stepsFor(chance, wish),
    disturbances: disturbancesOf(chance),
    // The offline brain has its own head: the model's calls themselves bring the caller to a booking in every language.
    brain: knowledge.business.languages[0]?.startsWith("en") && chance.is(0.5) ? [] : entriesFor(chance, wish),
    rivals: [],
  };
}

interface Wish {
  readonly service: "haircut" | "colour";
  readonly called: string;
  readonly start: string;
  readonly later: string;
  readonly name: string;
  readonly after: "nothing" | "again" | "move" | "cancel";
}

function wishOf(chance: Chance, { services }: Knowledge): Wish {
  const service = chance.is(0.7) ? "haircut" : "colour";
  return {
    service,
    called: services.find(({ id }) => id === service)?.name ?? service,
    start: chance.is(0.6) ? starts[0] : chance.pick(starts),
    later: chance.pick(starts),
    name: chance.pick(names),
    after: chance.pick(["nothing", "nothing", "again", "move", "cancel"]),
  };
}

const said = (start: string) => `November 30 at ${start.slice(11)}`;

function stepsFor(chance: Chance, { called, start, later, name, after }: Wish): readonly Step[] {
  const book = [`I want to book a ${called} on ${said(start)}.`, `My name is ${name}.`, "Yes, please."];
  const changed = {
    nothing: [],
    again: book,
    move: [`Please move my appointment to ${said(later)}.`, "Yes, please."],
    cancel: ["Cancel my appointment.", "Yes, please."],
  }[after];
  const steps = [...book, ...changed].flatMap((text) => disturbed(chance, text));
  const end: Step[] = chance.is(0.5)
    ? [{ type: "hangsUp", afterWordsMs: chance.is(0.3) ? null : chance.whole(0, 4000) }]
    : [{ type: "says", text: "No, thank you. Goodbye.", afterMs: null }];
  return [...steps.slice(0, chance.is(0.8) ? steps.length : chance.whole(1, steps.length)), ...end];
}

/** What the caller says, now and then over the agent, twice, or with a noise before it. */
function disturbed(chance: Chance, text: string): readonly Step[] {
  const afterMs = chance.is(0.6) ? null : chance.whole(0, 2500);
  const says: Step = chance.is(0.15) ? { type: "interrupts", text, afterMs } : { type: "says", text, afterMs };
  const dice = chance.whole(1, 100);
  if (dice <= 70) return [says];
  if (dice <= 78) return [says, { type: "says", text, afterMs: chance.whole(0, 1500) }];
  if (dice <= 86)
    return [says, { type: "interrupts", text: chance.pick(interruptions), afterMs: chance.whole(0, 2500) }];
  if (dice <= 93) return [{ type: "coughs", lengthMs: chance.whole(2, 40) * 20, afterMs: chance.whole(0, 3000) }, says];
  return [{ type: "waits", forMs: chance.whole(0, 7000) }, says];
}

const interruptions = ["Wait.", "No, no, I meant eleven.", "Sorry?", "Representative.", "Do you take cards?"];

/** Now and then somebody hangs up at any moment. */
function disturbancesOf(chance: Chance): readonly Disturbance[] {
  const others = chance.is(0.3) ? randomDisturbances(chance) : [];
  return chance.is(0.25) ? [...others, { atMs: chance.whole(5000, 45_000), act: { type: "hangsUp" } }] : others;
}

function entriesFor(chance: Chance, { service, start, later, name, after }: Wish): readonly BrainEntry[] {
  const booking = (input: Record<string, unknown>): BrainEntry => ({
    tool: "book_appointment",
    input: { service, start, name, change: "new", confirmed: false, reply: "Which day suits you?", ...input },
  });
  const book = [booking({}), ...(chance.is(0.3) ? [booking({})] : []), booking({ confirmed: true })];
  const changed = {
    nothing: [],
    again: book,
    move: [
      booking({ change: "move", service: null, name: null, start: later }),
      booking({ change: "move", service: null, name: null, start: later, confirmed: true }),
    ],
    cancel: [
      booking({ change: "cancel", service: null, name: null, start: null }),
      booking({ change: "cancel", service: null, name: null, start: null, confirmed: true }),
    ],
  }[after];
  const nameless = chance.is(0.3) ? [booking({ name: null, reply: "What is your name?" })] : [];
  return [...nameless, ...book, ...changed];
}

const services = ["dynamodb", "dynamodb", "dynamodb", "sfn", "sns", "lambda", "bedrock"] as const;

/** What goes wrong where bookings are written. */
function bookingFaults(chance: Chance): readonly Fault[] {
  if (chance.is(0.4)) return [];
  return Array.from({ length: chance.whole(1, 3) }, () => ({
    service: chance.pick(services),
    fault: chance.pick<FaultKind>(faultKinds),
    when: chance.is(0.5)
      ? { type: "at", ms: chance.whole(8000, 40_000) }
      : chance.is(0.5)
        ? { type: "utterance", number: chance.whole(1, 5) }
        : { type: "request", number: chance.whole(1, 60) },
  }));
}
