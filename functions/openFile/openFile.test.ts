import { openFile } from "./openFile";

const id = "2b7c1a90-1111-4222-8333-444455556666";
const ask = (rawPath: string, method = "GET") =>
  openFile({ rawPath, requestContext: { http: { method } } }, async (key) =>
    key.includes("gone") || key.includes("deadbeef") ? null : `https://s3.example/${key}?signed`,
  );

test.each([
  `/voicemail/${id}.wav`,
  `/bookings/booking-0123456789abcdef01234567.ics`,
  `/calls/2026/11/23/${id}/page.html`,
])("a link is signed when it is opened: %s", async (path) => {
  expect(await ask(path)).toMatchObject({ statusCode: 302, headers: { location: `https://s3.example${path}?signed` } });
});

test.each([
  "/",
  "/knowledge.json",
  `/voicemail/../calls/${id}.wav`,
  "/voicemail/short.wav",
  `/voicemail/${id}.wav/x`,
  "/voicemail/%2e%2e%2fx",
  `/voicemail/deadbeef-1111-4222-8333-444455556666.wav`,
])("what is no link of ours, or is gone, is not found: %s", async (path) => {
  expect(await ask(path)).toMatchObject({ statusCode: 404, body: "There is no such file, or its time is over." });
});

test("nothing but opening is answered", async () => {
  expect(await ask(`/voicemail/${id}.wav`, "PUT")).toMatchObject({ statusCode: 405 });
});
