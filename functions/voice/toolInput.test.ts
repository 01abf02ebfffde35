import fc from "fast-check";
import { emptyReading, readPiece } from "./toolInput";

const readAll = (pieces: readonly string[]) => pieces.reduce(readPiece, emptyReading);
const input = { facts: ["service.haircut"], sure: true, reply: 'A "haircut" is €35 \\ 30 min.\nSee 🎉 you' };

test("the reply comes out while it is still being written, and fields before it are complete by then", () => {
  const reading = readAll(['{"facts":["service.haircut"],"su', 're":true,"reply":"A hairc']);
  expect(reading.fields).toEqual({ facts: ["service.haircut"], sure: true });
  expect(reading.reply).toBe("A hairc");
  expect(reading.isReplyOpen).toBe(true);
});

test("any split of the same text reads the same", () => {
  const json = JSON.stringify(input).replace("🎉", "\\ud83c\\udf89");
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: json.length - 1 })), (cuts) => {
      const at = [0, ...[...new Set(cuts)].sort((a, b) => a - b), json.length];
      const pieces = at.slice(1).map((end, index) => json.slice(at[index], end));
      expect(readAll(pieces).fields).toEqual(input);
    }),
    { seed: 7 },
  );
});

test("a text that is no object is broken, and stays so", () => {
  expect(readAll(["Sure, ", '{"reply":"x"}']).isBroken).toBe(true);
  expect(readAll(['{"facts":[1,}', '],"sure":true}']).isBroken).toBe(true);
});

test("fields after the reply are read too", () => {
  expect(readAll(['{"reply":"Hi","facts":[],"sure":', "false}"]).fields).toEqual({
    reply: "Hi",
    facts: [],
    sure: false,
  });
});
