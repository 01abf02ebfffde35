import { speakDate, speakMinutes, speakOpenings, speakSpans, speakStart, speakTime, speakWeekday } from "./speakable";

test.each([
  [0, "midnight"],
  [1, "12:01 am"],
  [540, "9 am"],
  [720, "12 pm"],
  [1050, "5:30 pm"],
  [1440, "midnight"],
])("minute %i is %s", (minute, text) => {
  expect(speakTime(minute, "en-US")).toBe(text);
});

test.each([
  ["en-US", "Tuesday, November 24 at 10:30 am"],
  ["en-IE", "Tuesday, 24 November at 10:30 am"],
  ["de-DE", "Dienstag, 24. November um 10:30 Uhr"],
  ["fr-FR", "mardi 24 novembre à 10 h 30"],
  ["es-ES", "martes, 24 de noviembre a las 10:30"],
  ["ja-JP", expect.stringMatching(/11月24日/)],
])("a start in %s is said %s", (language, text) => {
  expect(speakStart("2026-11-24T10:30", language)).toEqual(text);
});

test.each([
  [[], "closed"],
  [[{ startMinute: 0, endMinute: 1440 }], "open 24 hours"],
  [[{ startMinute: 0, endMinute: 0 }], "open 24 hours"],
  [[{ startMinute: 360, endMinute: 360 }], "6 am to 6 am the next day"],
  [[{ startMinute: 1080, endMinute: 0 }], "6 pm to midnight"],
  [[{ startMinute: 1080, endMinute: 1440 }], "6 pm to midnight"],
  [[{ startMinute: 1320, endMinute: 90 }], "10 pm to 1:30 am the next day"],
  [
    [
      { startMinute: 480, endMinute: 600 },
      { startMinute: 660, endMinute: 720 },
      { startMinute: 780, endMinute: 840 },
    ],
    "8 am to 10 am, 11 am to 12 pm, and 1 pm to 2 pm",
  ],
])("openings %j are said %s", (openings, text) => {
  expect(speakOpenings(openings, "en-US")).toBe(text);
});

test("a day without closing hours is open by itself, and behind the word open only its length is said", () => {
  const allDay = [{ startMinute: 0, endMinute: 1440 }];
  const said = ["en-GB", "de-DE", "fr", "es-MX"].map((language) => [
    speakOpenings(allDay, language),
    speakSpans(allDay, language),
  ]);
  expect(said).toEqual([
    ["open 24 hours", "24 hours"],
    ["24 Stunden geöffnet", "24 Stunden"],
    ["ouvert 24 heures sur 24", "24 heures sur 24"],
    ["abierto 24 horas", "24 horas"],
  ]);
  expect(speakSpans([{ startMinute: 540, endMinute: 720 }], "en-GB")).toBe("9 am to 12 pm");
});

test("weekdays, dates and minutes follow the language, with plain spaces only", () => {
  expect(speakWeekday("monday", "fr")).toBe("lundi");
  expect(speakWeekday("sunday", "en-US")).toBe("Sunday");
  expect(speakDate("2026-12-24", "en-US", true)).toBe("Thursday, December 24, 2026");
  expect([speakMinutes(1, "en"), speakMinutes(90, "de"), speakMinutes(30, "fr")]).toEqual([
    "1 minute",
    "90 Minuten",
    "30 minutes",
  ]);
});
