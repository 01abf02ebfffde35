import { readPageRequest } from "./pageRequest";

test("what the page sends is read", () => {
  const call = { type: "call", business: "b", from: null, at: "2026-11-23T10:00", line: "flow" };
  expect(readPageRequest(JSON.stringify(call))).toEqual(call);
  expect(readPageRequest('{"type":"say","text":"  Hello? "}')).toEqual({ type: "say", text: "Hello?" });
  expect(readPageRequest('{"type":"press","key":"#"}')).toEqual({ type: "press", key: "#" });
});

test.each([
  ["no JSON", "{"],
  ["no object", "3"],
  ["an unknown type", '{"type":"shout"}'],
  ["an unknown field", '{"type":"hangUp","now":true}'],
  ["a key that no telephone has", '{"type":"press","key":"A"}'],
  ["nothing said", '{"type":"say","text":"   "}'],
  ["a speech without end", JSON.stringify({ type: "say", text: "a".repeat(501) })],
])("%s is no request", (_, text) => {
  expect(readPageRequest(text)).toBeNull();
});
