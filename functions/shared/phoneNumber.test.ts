import { e164Of, isE164, spokenNumber, writtenNumber } from "./phoneNumber";

test.each([
  ["+15035550100", true],
  ["+15551230001", true],
  ["+353155501420", true],
  ["+4930123456", true],
  ["15035550100", false],
  ["+1 503 555 0100", false],
  ["+1503", false],
  ["+99912345678", false],
  ["+150355501001234", false],
  ["anonymous", false],
  ["", false],
])("%s is E.164: %p", (text, expected) => {
  expect(isE164(text)).toBe(expected);
});

test.each([
  ["+1 (503) 555-0100", "+15035550100"],
  ["+49 30 123456", "+4930123456"],
  ["+15035550100 ext. 5", null],
  ["503 555 0100", null],
  ["call me", null],
])("%s normalised is %s", (text, expected) => {
  expect(e164Of(text)).toBe(expected);
});

test("a number is written, and said digit by digit, as people of its country do", () => {
  expect(writtenNumber("+15035550100")).toBe("+1 503 555 0100");
  expect(writtenNumber("+15035550100", "+15035550199")).toBe("(503) 555-0100");
  expect(writtenNumber("+4930123456", "+15035550199")).toBe("+49 30 123456");
  expect(spokenNumber("+15035550100", "+15035550199")).toBe("5 0 3, 5 5 5, 0 1 0 0");
  expect(spokenNumber("+15035550100")).toBe("plus 1, 5 0 3, 5 5 5, 0 1 0 0");
});
