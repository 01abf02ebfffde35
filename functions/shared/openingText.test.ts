import fc from "fast-check";
import { overlapOf, readOpenings } from "./openingText";

const span = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

test.each([
  ["09:00-17:30", [span(540, 1050)]],
  ["9:00 - 17:30", [span(540, 1050)]],
  ["09:00–17:30", [span(540, 1050)]],
  ["09:00-12:30, 13:30-19:00", [span(540, 750), span(810, 1140)]],
  ["22:00-02:00", [span(1320, 120)]],
  ["00:00-24:00", [span(0, 1440)]],
  ["18:00-24:00", [span(1080, 1440)]],
  ["18:00-00:00", [span(1080, 0)]],
  ["06:00-06:00", [span(360, 360)]],
  ["13:30-19:00, 09:00-12:30", [span(810, 1140), span(540, 750)]],
  ["closed", []],
  [" Closed ", []],
])("%s is read", (written, openings) => {
  expect(readOpenings(written)).toEqual(openings);
});

test("a list of openings is read like one text", () => {
  expect(readOpenings(["09:00-12:30", "13:30-19:00"])).toEqual(readOpenings("09:00-12:30, 13:30-19:00"));
  expect(readOpenings(["closed"])).toEqual([]);
  expect(readOpenings([])).toEqual([]);
});

test.each([
  "24:00-02:00",
  "09:00-24:30",
  "09:60-10:00",
  "25:00-26:00",
  "09:00",
  "9-17",
  "09:00-",
  "09:00-12:30,",
  "09:00-12:30 13:30-19:00",
  "closed, 09:00-12:30",
  "9am-5pm",
  "",
])('"%s" is no opening', (written) => {
  expect(readOpenings(written)).toBeNull();
});

test("every opening that can be written is read back", () => {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const opening = fc.record({
    startMinute: fc.integer({ min: 0, max: 1439 }),
    endMinute: fc.integer({ min: 0, max: 1440 }),
  });
  fc.assert(
    fc.property(fc.array(opening, { minLength: 1, maxLength: 4 }), (openings) => {
      const written = openings.map((each) => `${clock(each.startMinute)}-${clock(each.endMinute)}`);
      expect(readOpenings(written.join(", "))).toEqual(openings);
    }),
  );
});

test.each([
  ["09:00-12:30, 12:30-19:00", null],
  ["09:00-12:30, 12:00-19:00", [span(540, 750), span(720, 1140)]],
  ["12:00-19:00, 09:00-12:30", [span(540, 750), span(720, 1140)]],
  ["22:00-02:00, 23:00-24:00", [span(1320, 120), span(1380, 1440)]],
  ["22:00-02:00, 01:00-03:00", null],
  ["06:00-06:00, 20:00-22:00", [span(360, 360), span(1200, 1320)]],
])("%s: openings of one day that share time are %j", (written, shared) => {
  expect(overlapOf(readOpenings(written) ?? [])).toEqual(shared);
});
