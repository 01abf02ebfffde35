import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { makeReport } from "./makeReport";
import { playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import type { BrainEntry } from "./scriptedCall";
import { businessStores } from "./stores/businessStores";

/** A shop in a language, and what a caller asks there that the file does not say. */
const shops = [
  { language: "en-US", asked: "Do you sharpen scissors?", guess: "Yes, we sharpen scissors for €5." },
  { language: "fr-FR", asked: "Affûtez-vous les ciseaux ?", guess: "Oui, nous affûtons les ciseaux pour 5 €." },
  { language: "de-DE", asked: "Schleifen Sie Scheren?", guess: "Ja, wir schleifen Scheren für 5 €." },
  { language: "es-ES", asked: "¿Afilan tijeras?", guess: "Sí, afilamos tijeras por 5 €." },
] as const;

const person = 'people: [{ id: kit, name: Kit, number: "+35315550101" }]';
const shopIn = (language: string, people: string) =>
  parseKnowledge(
    `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100", language: ${language} }
hours: { monday: 09:00-17:00 }
services: [{ id: cut, name: Cut, price: €35, minutes: 30 }]
${people}
`,
    "shop.yaml",
  );

const answer = (input: object): BrainEntry => ({ tool: "answer_from_knowledge", input: { ...input } });

const cases = shops.flatMap(({ language, asked, guess }) =>
  (
    [
      ["not sure", answer({ facts: ["service.cut"], sure: false, reply: guess })],
      ["no fact", answer({ facts: [], sure: true, reply: guess })],
      ["a fact that does not exist", answer({ facts: ["faq.scissors"], sure: true, reply: guess })],
      ["a claim that its fact does not make", answer({ facts: ["service.cut"], sure: true, reply: guess })],
    ] as const
  ).flatMap(([why, entry]) =>
    (["flow", "duplex"] as const).map((line) => [language, why, line, asked, guess, entry] as const),
  ),
);

async function played(people: string, then: string, [language, , line, asked, , entry]: (typeof cases)[number]) {
  const script = `
at: 2026-11-23T10:00:00Z
from: "+353871230001"
caller: [{ says: "${asked}" }, ${then}, { hangsUp: true }]
`;
  const { call } = readScriptedCall(script, "a.yaml", () => {
    throw new Error("nothing is played");
  });
  if (call === null) throw new Error("the call cannot be read");
  const knowledge = shopIn(language, people);
  const settings = { line, column: "best", seed: 1, decide: () => entry } as const;
  const report = makeReport(await playScriptedCall(call, knowledge, settings, businessStores()));
  return { report, knowledge };
}

test.each(cases)("in %s what is not known is a person's: %s, on %s", async (...each) => {
  const { report, knowledge } = await played(person, "{ waits: 5s }", each);
  expect(report.turns[0]?.said).toBe(knowledge.say.transfer);
  expect(report.turns[0]?.blocked).toMatchObject({ why: expect.any(String) });
  expect(report.outcome).toBe("transferred");
  expect(report.agentAudio.map(({ text }) => text).join(" ")).not.toMatch(/5/);
});

test.each(cases.filter(([, why, line]) => why === "not sure" && line === "flow"))(
  "in %s a business with nobody to call takes a message: %s, on %s",
  async (...each) => {
    const { report } = await played("", "{ says: Please call me back. }", each);
    expect(report.outcome).toBe("voicemail");
    expect(report.agentAudio.map(({ text }) => text).join(" ")).not.toMatch(/5/);
  },
);
