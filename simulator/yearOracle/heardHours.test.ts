import fc from "fast-check";
import { speakOpenings } from "../../functions/shared/speakable";
import { heardDay, hoursInPrompt, isOpenAsHeard } from "./heardHours";

test.each([
  ["Monday: closed.", []],
  [
    "Thursday: 9 am to 12:30 pm and 1:30 pm to 7 pm.",
    [
      [540, 750],
      [810, 1140],
    ],
  ],
  ["Thursday, December 24, 2026: 9 am to 12 pm.", [[540, 720]]],
  ["Friday: 10 pm to 2 am the next day.", [[1320, 1560]]],
  [
    "Friday: midnight to 6 am and 6 pm to midnight.",
    [
      [0, 360],
      [1080, 1440],
    ],
  ],
  ["Saturday: open 24 hours.", [[0, 1440]]],
  ["Sunday: 6 am to 6 am the next day.", [[360, 1800]]],
  ["Freitag: 22 Uhr bis 2:30 Uhr am nächsten Tag.", [[1320, 1590]]],
  ["Donnerstag, 24. Dezember 2026: 9 Uhr bis 24 Uhr.", [[540, 1440]]],
  [
    "Vendredi: de 9 h à 12 h 30 et de 22 h à minuit.",
    [
      [540, 750],
      [1320, 1440],
    ],
  ],
  [
    "Lunes: de 9:00 a 12:30 y de 22:00 a 2:00 del día siguiente.",
    [
      [540, 750],
      [1320, 1560],
    ],
  ],
  ["Monday: 9 am to 5 am.", null],
  ["Monday: by appointment.", null],
])("%s is understood", (fact, spans) => {
  expect(heardDay(fact)).toEqual(spans);
});

test("whatever the openings, they are understood as they were spoken, in every language that has words for hours", () => {
  const opening = fc.record({
    startMinute: fc.integer({ min: 0, max: 1439 }),
    endMinute: fc.integer({ min: 0, max: 1440 }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom("en-US", "en-IE", "de-DE", "fr-FR", "es-ES", "es-MX"),
      fc.array(opening, { maxLength: 3 }),
      (language, openings) => {
        const meant = openings.map(({ startMinute, endMinute }) => [
          startMinute,
          endMinute > startMinute ? endMinute : endMinute + 1440,
        ]);
        const heard = heardDay(`Day: ${speakOpenings(openings, language)}.`);
        expect(heard === null ? null : [...heard].sort()).toEqual([...meant].sort());
      },
    ),
    { numRuns: 2_000, seed: 41 },
  );
});

test("a holiday's fact goes before its weekday's, and last night's opening lasts into the morning", () => {
  const hours = hoursInPrompt(
    "# Facts\n- hours.thursday: Thursday: 8 pm to 2 am the next day.\n- hours.friday: Friday: 9 am to 5 pm.\n- holiday.2026-12-25: Friday, December 25, 2026: closed.",
  );
  expect(isOpenAsHeard(hours, "2026-12-25", 60)).toBe(true);
  expect(isOpenAsHeard(hours, "2026-12-25", 600)).toBe(false);
  expect(isOpenAsHeard(hours, "2026-12-18", 600)).toBe(true);
  expect(isOpenAsHeard(hours, "2026-12-20", 600)).toBeNull();
});
