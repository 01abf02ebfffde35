import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { readScriptedCall } from "../readScriptedCall";
import type { ScriptedCall } from "../scriptedCall";

/** Short words on both sides: the calls of a benchmark in real time take as long as they take. */
const shop = `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00 }
services:
  - { id: tune-up, name: Tune-up, price: €40, minutes: 60 }
  - { id: wheel, name: Wheel, price: €65, minutes: 60 }
  - { id: brakes, name: Brakes, price: €25, minutes: 30 }
  - { id: chain, name: Chain, price: €18, minutes: 30 }
people: [{ id: kit, name: Kit, number: "+35315550101" }]
say:
  greeting: Kit's AI. Press zero for a person.
  recording: Recorded.
`;

const script = `
at: 2026-11-23T10:00:00+00:00
from: "+353871230001"
caller:
  - says: What does a tune-up cost?
  - says: How much are brakes?
  - says: And a chain?
  - says: Are you open tomorrow?
  - says: What does a wheel cost?
  - says: How long does a tune-up take?
  - says: What does a chain cost?
  - says: How much is a wheel?
  - hangsUp: true
`;

/** A call of eight questions, each answered in a few words. */
export function shortCall(): { readonly call: ScriptedCall; readonly knowledge: Knowledge } {
  const { call, errors } = readScriptedCall(script, "shortCall", () => {
    throw new Error("no recording is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const knowledge = parseKnowledge(shop, "shop");
  // Whether a filler goes out hangs on a few milliseconds, and puts the reply off by half a second.
  return { call, knowledge: { ...knowledge, say: { ...knowledge.say, fillers: [] } } };
}
