import { memoryVoicemailNotes } from "../../simulator/stores/memoryVoicemailNotes";
import { connectEvent } from "../shared/connectEvent.fixture";
import { parseKnowledge } from "../shared/knowledgeFile";
import { noteVoicemail } from "./noteVoicemail";

const knowledgeOf = (business: string) =>
  parseKnowledge(`business: ${business}\nhours: { monday: 09:00-17:30 }\n`, "shop.yaml");
const american = '{ name: The Shop, timezone: America/Los_Angeles, phone: "+15035550100" }';
const irish = '{ name: The Garage, timezone: Europe/Dublin, language: en-IE, phone: "+35315551234" }';
const french = '{ name: Le Garage, timezone: Europe/Paris, language: fr-FR, phone: "+33144556677" }';
const startedAtMs = Date.parse("2026-11-22T12:00:00-08:00");

function portsFor(business = american) {
  const planned: [string, string][] = [];
  return {
    planned,
    clock: { now: () => startedAtMs },
    knowledge: async () => knowledgeOf(business),
    notes: memoryVoicemailNotes(),
    planReport: async (contactId: string, atMs: number) => void planned.push([contactId, new Date(atMs).toISOString()]),
  };
}
const typed = (keys: string) => connectEvent({ address: "anonymous", parameters: { typed: keys } });

test("a message is noted with its caller, and told ten minutes after it must have ended", async () => {
  const ports = portsFor();
  expect(await noteVoicemail(connectEvent(), ports)).toEqual({ callback: "known", text: " " });
  expect(await ports.notes.of("c-1")).toMatchObject({ from: "+15551230001", callback: "+15551230001", startedAtMs });
  expect(ports.planned).toEqual([["c-1", "2026-11-22T20:13:00.000Z"]]);
});

test("whoever withheld their number is to be asked for one", async () => {
  const ports = portsFor();
  expect(await noteVoicemail(connectEvent({ address: "anonymous" }), ports)).toEqual({
    callback: "unknown",
    text: " ",
  });
  expect(await ports.notes.of("c-1")).toMatchObject({ from: null, callback: null });
});

test("a note needs no knowledge, so that a message is told of also where that cannot be had", async () => {
  const ports = { ...portsFor(), knowledge: () => Promise.reject(new Error("no such key")) };
  expect(await noteVoicemail(connectEvent(), ports)).toMatchObject({ callback: "known" });
});

test.each([
  [american, "5035550199", "+15035550199", "We will call you back on 5 0 3, 5 5 5, 0 1 9 9."],
  [american, "15035550199", "+15035550199", "We will call you back on 5 0 3, 5 5 5, 0 1 9 9."],
  [american, "01135315551234", "+35315551234", expect.stringMatching(/plus 3 5 3/)],
  [irish, "0861234567", "+353861234567", expect.stringMatching(/^We will call you back on 0 8 6/)],
  [french, "0612345678", "+33612345678", "Nous vous rappellerons au 0 6, 1 2, 3 4, 5 6, 7 8."],
])(
  "a number is understood as it is dialled where the business is, and said back: %#",
  async (business, keys, number, text) => {
    const ports = portsFor(business);
    await noteVoicemail(connectEvent({ address: "anonymous" }), ports);
    expect(await noteVoicemail(typed(keys), ports)).toEqual({ callback: "known", text });
    expect(await ports.notes.of("c-1")).toMatchObject({ from: null, callback: number });
  },
);

test.each(["12", "Timeout", "*5035550199", "503555019950355501995035550199", ""])(
  "what is no number changes nothing: %s",
  async (keys) => {
    const ports = portsFor();
    await noteVoicemail(connectEvent(), ports);
    expect(await noteVoicemail(typed(keys), ports)).toEqual({ callback: "wrong", text: " " });
    expect(await ports.notes.of("c-1")).toMatchObject({ callback: "+15551230001" });
  },
);
