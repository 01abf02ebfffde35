import fc from "fast-check";
import { decodeMessage, encodeMessage } from "./pageMessages";

test("samples and words reach the page as they were sent, whatever they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.int16Array(), fc.nat(), (text, pcm, atMs) => {
      const message = { type: "agentSpoke", text, pcm, atMs, durationMs: pcm.length / 8 } as const;
      expect(decodeMessage(encodeMessage(message).buffer)).toEqual(message);
    }),
  );
});

test("a message without samples reaches the page as it was sent", () => {
  const message = { type: "callerSpoke", text: "Grüß Gott", pcm: null, atMs: 20 } as const;
  expect(decodeMessage(encodeMessage(message).buffer)).toEqual(message);
  const refused = { type: "refused", errors: ["Write a number."] } as const;
  expect(decodeMessage(encodeMessage(refused).buffer)).toEqual(refused);
});
