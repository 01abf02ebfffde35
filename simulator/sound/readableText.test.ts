import { readableText } from "./readableText";

test.each([
  ["Café “Größe” — don’t", 'Cafe "Grosse", don\'t'],
  ["ab €110, £18.50 or 20 €", "ab 110 euros, 18.50 pounds or 20 euros"],
  ["from $35 at 10:30 a.m.", "from $35 at 10:30 a.m."],
  ["½ hour… at 20°", "1 2 hour... at 20 degrees"],
  ["Привет", ""],
  ["line\nbreak\u0000", "line break"],
])("%j is read as %j", (text, readable) => {
  expect(readableText(text)).toBe(readable);
});
