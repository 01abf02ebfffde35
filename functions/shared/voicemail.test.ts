import { contactOfJob, contactOfRecording } from "./voicemail";

const id = "2b7c1a90-1111-4222-8333-444455556666";

test.each([
  [`recordings/ivr/2026/11/23/${id}_20261123T18:00_UTC.wav`, id],
  [`connect/acme/CallRecordings/ivr/2026/11/23/${id}_20261123T18:00_UTC.wav`, id],
  [`recordings/2026/11/23/${id}_20261123T18:00_UTC.wav`, null],
  [`recordings/ivr/2026/11/23/${id}_20261123T18:00_UTC.json`, null],
  ["recordings/ivr/2026/11/23/readme.wav", null],
])("the call of a recording is read from its key: %s", (key, contactId) => {
  expect(contactOfRecording(key)).toBe(contactId);
});

test("the call of a transcription job is the end of its name", () => {
  expect(contactOfJob(`voice-acme-prod.${id}`)).toBe(id);
  expect(contactOfJob("somebody-elses-job")).toBeNull();
});
