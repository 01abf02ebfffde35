import { memoryFiles } from "../../simulator/stores/memoryFiles";
import { memoryVoicemailNotes } from "../../simulator/stores/memoryVoicemailNotes";
import { parseKnowledge } from "../shared/knowledgeFile";
import { reportVoicemail } from "./reportVoicemail";
import { firstWords, readSummary } from "./summary";
import { isSaidUrgent } from "./urgentWords";

const contactId = "2b7c1a90-1111-4222-8333-444455556666";
const startedAtMs = Date.parse("2026-11-22T12:00:00-08:00");
const end = (TranscriptionJobStatus: "COMPLETED" | "FAILED" | "OVERDUE") => ({
  TranscriptionJobName: `voice-dev.${contactId}`,
  TranscriptionJobStatus,
});
const knowledge = parseKnowledge(
  'business: { name: The Shop, timezone: America/Los_Angeles, phone: "+15035550100" }\nhours: {}\n',
  "shop.yaml",
);

async function portsWith({ words = null as string | null, isFiled = true, isNoted = true, model = null as unknown }) {
  const notes = memoryVoicemailNotes();
  if (isNoted) await notes.begin(contactId, { from: "+15551230001", startedAtMs });
  const files = memoryFiles();
  if (isFiled) await files.put(`voicemail/${contactId}.wav`, "RIFF", "audio/wav");
  if (words !== null) {
    const transcription = { jobName: "job", results: { transcripts: [{ transcript: words }], items: [{ words }] } };
    await files.put(`voicemail/${contactId}.json`, JSON.stringify(transcription), "application/json");
  }
  return {
    notes,
    files,
    knowledge: async () => knowledge,
    summarise: async () => {
      if (model === null) throw new Error("throttled");
      return model;
    },
    link: (key: string) => `https://files.example/${key}`,
  };
}
const told = async (given: Parameters<typeof portsWith>[0], status: Parameters<typeof end>[0] = "COMPLETED") =>
  (await reportVoicemail(end(status), await portsWith(given))).owner;

test("the owner is told who called, when, what about, and where to listen", async () => {
  const model = { lines: ["Wants to be called back about a lost scarf.", "Was in on Tuesday."], urgent: false };
  expect(await told({ words: "I lost my scarf on Tuesday. Please call.", model })).toEqual({
    id: `voicemail-${contactId}`,
    to: { kind: "owner" },
    subject: "Voicemail from +15551230001",
    text: [
      "Wants to be called back about a lost scarf.",
      "Was in on Tuesday.",
      "",
      "From: +15551230001",
      "Called: Sunday, November 22, 12 pm",
      `Listen: https://files.example/voicemail/${contactId}.wav`,
      "",
      `Call ${contactId}`,
    ].join("\n"),
  });
});

test("another number to be called back on is told", async () => {
  const ports = await portsWith({ words: "Please call." });
  await ports.notes.callBack(contactId, "+15035550199");
  const { owner } = await reportVoicemail(end("COMPLETED"), ports);
  expect(owner?.text).toMatch("From: +15551230001\nCall back: +15035550199\n");
});

test.each([
  ["fails", null],
  ["says something else", "Sure, here is a summary!"],
  ["invents a figure", { lines: ["Call back before 5."], urgent: false }],
  ["writes a novel", { lines: ["a", "b", "c"], urgent: false }],
  ["leaves a line empty", { lines: [" "], urgent: false }],
  ["does not judge", { lines: ["Call back."] }],
])("where the model %s the message's own words are told", async (_, model) => {
  expect((await told({ words: "Please call me back about 2 tyres.", model }))?.text).toMatch(
    /^Please call me back about 2 tyres\.\n\nFrom:/,
  );
});

test("urgency is told first, found by words or by the model, and never taken back by the model", async () => {
  const urgent = { lines: ["A pipe."], urgent: true };
  for (const given of [
    { words: "There is water everywhere.", model: urgent },
    { words: "It is an emergency, there is water everywhere.", model: { ...urgent, urgent: false } },
    { words: "C'est urgent, il y a de l'eau partout." },
  ]) {
    const owner = await told(given);
    expect(owner?.subject).toBe("Urgent voicemail from +15551230001");
    expect(owner?.text).toMatch(/^URGENT\n/);
  }
  expect((await told({ words: "It's not urgent, call any time." }))?.subject).toMatch(/^Voicemail/);
});

test("what is a person's own is neither told nor kept as text", async () => {
  const ports = await portsWith({ words: "This is Dana Miller, my card is 4111 1111 1111 1111, dana@example.com." });
  const { owner } = await reportVoicemail(end("COMPLETED"), ports);
  const kept = Buffer.from((await ports.files.get(`voicemail/${contactId}.json`)) ?? []).toString();
  for (const text of [owner?.text, kept]) expect(text).not.toMatch(/Dana|4111|example\.com/);
  // Told again from what is kept, it is the same.
  expect((await reportVoicemail(end("COMPLETED"), ports)).owner).toEqual(owner);
});

test("a message of which no words were made out, or which could not be written down, is told with its link", async () => {
  const listen = `Listen: https://files.example/voicemail/${contactId}.wav`;
  expect((await told({ words: " " }))?.text).toMatch(/^No words could be made out/);
  for (const [given, status] of [
    [{}, "FAILED"],
    [{}, "COMPLETED"],
    [{}, "OVERDUE"],
  ] as const) {
    const owner = await told(given, status);
    expect(owner?.text).toMatch(/^This message could not be written down/);
    expect(owner?.text).toMatch(listen);
    expect(owner?.id).toBe(`voicemail-${contactId}`);
  }
});

test("where no recording has come the owner hears who tried, and later that it has come after all", async () => {
  const ports = await portsWith({ isFiled: false, words: "Please call." });
  const missing = (await reportVoicemail(end("OVERDUE"), ports)).owner;
  expect(missing).toMatchObject({ id: `voicemail-${contactId}`, subject: "Missed voicemail from +15551230001" });
  expect(missing?.text).not.toMatch("Listen");
  const late = (await reportVoicemail(end("COMPLETED"), ports)).owner;
  expect(late?.id).toBe(`voicemail-${contactId}-late`);
  expect(late?.text).toMatch(/^The recording that was announced as missing has come\.\n\nPlease call\./);
});

test("there is nothing to tell where nobody spoke, and of what is none of ours", async () => {
  const ports = await portsWith({ isFiled: false });
  await ports.notes.become(contactId, "empty");
  expect(await reportVoicemail(end("OVERDUE"), ports)).toEqual({ owner: null, schedule: contactId });
  const nobodys = { owner: null, schedule: null };
  expect(await reportVoicemail(end("COMPLETED"), await portsWith({ isNoted: false }))).toEqual(nobodys);
  expect(await reportVoicemail({ ...end("COMPLETED"), TranscriptionJobName: "theirs" }, ports)).toEqual(nobodys);
});

test.each([
  ["Please call as soon as possible.", true],
  ["Es ist dringend, bitte rufen Sie an.", true],
  ["Rappelez-moi au plus vite.", true],
  ["Es una emergencia.", true],
  ["There's a gas leak in the kitchen.", true],
  ["It isn't urgent at all.", false],
  ["Nicht eilig, nur eine Frage.", false],
  ["Ce n'est pas très urgent.", false],
  ["My insurgent band needs a haircut.", false],
  ["I'd like an appointment.", false],
])("%s: urgent is %s", (words, isUrgent) => {
  expect(isSaidUrgent(words)).toBe(isUrgent);
});

test("a summary's figures are those of the message, however they are written", () => {
  const words = "Two tyres for 1,200 euros, at 10:30.";
  expect(readSummary({ lines: ["Two tyres, 1200 euros, 10:30"], urgent: false }, words)).not.toBeNull();
  expect(readSummary({ lines: ["Two tyres, 1300 euros"], urgent: false }, words)).toBeNull();
});

test("of a long message the first words fill two lines", () => {
  const lines = firstWords("word ".repeat(200));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/word …$/);
  expect(firstWords("Call me.")).toEqual(["Call me."]);
});
