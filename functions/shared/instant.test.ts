import { readInstant } from "./instant";

const at = Date.parse("2026-11-23T18:00:00Z");

test.each([
  ["2026-11-23T10:00:00-08:00", at],
  ["2026-11-23T18:00:00Z", at],
  ["2026-11-23T18:00z", at],
  ["2026-11-23T10:00-0800", at],
  ["2026-11-23T10:00-08", at],
  ["2026-11-23T23:45+05:45", at],
  ["2026-11-23T18:00:00.999999Z", at + 999],
  ["2026-11-23T18:00:00,5+00:00", at + 500],
  ["2026-11-22T23:59:59.9999999-12:00", Date.parse("2026-11-23T12:00:00Z") - 1],
])("%s names an instant", (text, expected) => {
  expect(readInstant(text)).toBe(expected);
});

test.each([
  ["no offset", "2026-11-23T10:00:00"],
  ["no minutes", "2026-11-23T10Z"],
  ["a day that does not exist", "2026-02-30T10:00Z"],
  ["an hour that does not exist", "2026-11-23T25:00Z"],
  ["a zone beside the offset", "2026-11-23T10:00-08:00[America/Los_Angeles]"],
  ["a blank in the middle", "2026-11-23 10:00Z"],
  ["words", "tomorrow"],
  ["nothing", ""],
])("%s names none", (_, text) => {
  expect(readInstant(text)).toBeNull();
});
