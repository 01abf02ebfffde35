import { beepSamples, humSamples } from "../../simulator/sound/noiseSamples";
import { memoryFiles } from "../../simulator/stores/memoryFiles";
import { memoryScreenedCalls } from "../../simulator/stores/memoryScreenedCalls";
import { memoryVoicemailNotes } from "../../simulator/stores/memoryVoicemailNotes";
import { parseKnowledge } from "../shared/knowledgeFile";
import { prepareVoicemail } from "./prepareVoicemail";
import { readWave, writeWave } from "./wave";
import { writingLanguages } from "./writingLanguages";

const contactId = "2b7c1a90-1111-4222-8333-444455556666";
const startedAtMs = Date.parse("2026-11-22T20:00:00Z");
const input = {
  bucket: "recordings",
  key: `recordings/ivr/2026/11/22/${contactId}_20261122T20:00_UTC.wav`,
  at: "2026-11-22T20:00:30Z",
};
const after = (...parts: Int16Array[]) =>
  writeWave({ rateHz: 8_000, channels: [Int16Array.from(parts.flatMap((part) => [...part]))] });
const [tone, voice, silence] = [beepSamples(4_000, -25), humSamples(16_000, -20), new Int16Array(16_000)];

function portsWith(recording: Uint8Array, language = "en-US") {
  return {
    notes: memoryVoicemailNotes(),
    screened: memoryScreenedCalls(),
    recording: jest.fn(async () => recording),
    files: memoryFiles(),
    knowledge: async () =>
      parseKnowledge(
        `business: { name: The Shop, timezone: America/Los_Angeles, language: ${language}, phone: "+15035550100" }\nhours: {}\n`,
        "shop.yaml",
      ),
  };
}
const filed = {
  contactId,
  language: "en-US",
  languages: ["en-US"],
  messageKey: `voicemail/${contactId}.wav`,
  transcriptKey: `voicemail/${contactId}.json`,
};

test("a voicemail's message is filed without what was said before it; the same again where the event comes twice", async () => {
  const ports = portsWith(after(voice, tone, voice));
  await ports.notes.begin(contactId, { from: null, startedAtMs });
  expect(await prepareVoicemail(input, ports)).toEqual({ filed });
  const first = await ports.files.get(`voicemail/${contactId}.wav`);
  expect(readWave(first ?? new Uint8Array(0))?.channels[0]?.length).toBeLessThanOrEqual(16_000 + 160);
  expect(await prepareVoicemail(input, ports)).toEqual({ filed });
  expect(await ports.files.get(`voicemail/${contactId}.wav`)).toEqual(first);
});

test("the languages of the business are those that the message may be in", async () => {
  const ports = portsWith(after(tone, voice), "[en-US, fr-FR]");
  await ports.notes.begin(contactId, { from: null, startedAtMs });
  expect(await prepareVoicemail(input, ports)).toEqual({
    filed: { ...filed, language: null, languages: ["en-US", "fr-FR"] },
  });
});

test.each([
  [["en-ie"], ["en-IE"]],
  [["de"], ["de-DE"]],
  [["fr-BE", "fr-FR"], ["fr-FR"]],
  [["tlh"], ["en-US"]],
])("for a business that speaks %j a message is written down in %j", (languages, codes) => {
  expect(writingLanguages(languages)).toEqual(codes);
});

test("nobody spoke: nothing is filed, and there is nothing to tell", async () => {
  const ports = portsWith(after(voice, tone, silence));
  await ports.notes.begin(contactId, { from: null, startedAtMs });
  expect(await prepareVoicemail(input, ports)).toEqual({ filed: null });
  expect(await ports.files.list("")).toEqual([]);
  expect(await ports.notes.of(contactId)).toMatchObject({ state: "empty" });
});

test("the call of another stack, and one that was no voicemail, are not even read", async () => {
  const ports = portsWith(after(tone, voice));
  expect(await prepareVoicemail(input, ports)).toEqual({ filed: null });
  await ports.screened.note(contactId, { from: null, route: "ai", atMs: startedAtMs });
  expect(await prepareVoicemail(input, ports)).toEqual({ filed: null });
  expect(await prepareVoicemail({ ...input, key: "recordings/2026/11/22/a.wav" }, ports)).toEqual({ filed: null });
  expect(ports.recording).not.toHaveBeenCalled();
});

test("a voicemail that could not be noted is known by its tone, and its caller by what was noted when the call came in", async () => {
  const ports = portsWith(after(tone, voice));
  await ports.screened.note(contactId, { from: "+15551230001", route: "voicemail", atMs: startedAtMs });
  expect(await prepareVoicemail(input, ports)).toEqual({ filed });
  expect(await ports.notes.of(contactId)).toMatchObject({ from: "+15551230001", callback: "+15551230001" });
});

test("a VIP's call without a tone left no message", async () => {
  const ports = portsWith(after(voice));
  await ports.screened.note(contactId, { from: "+15551230001", route: "human", atMs: startedAtMs });
  expect(await prepareVoicemail(input, ports)).toEqual({ filed: null });
  expect(await ports.notes.of(contactId)).toBeNull();
});

test("a recording that is no sound fails, so that it is told", async () => {
  const ports = portsWith(Buffer.from("<Error/>"));
  await ports.notes.begin(contactId, { from: null, startedAtMs });
  await expect(prepareVoicemail(input, ports)).rejects.toThrow("no WAV file");
});
