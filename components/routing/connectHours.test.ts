import fc from "fast-check";
import { addDays, openingsOn, weekdayOf } from "../../functions/shared/hours";
import { type Knowledge, type Opening, type Weekday, weekdays } from "../../functions/shared/knowledge";
import { type ConnectHours, connectHours, datesWithoutOverride } from "./connectHours";

const closed = Object.fromEntries(weekdays.map((day) => [day, []])) as unknown as Knowledge["hours"];

function hoursOf(
  hours: Partial<Record<Weekday, readonly Opening[]>>,
  holidays: Record<string, readonly Opening[]> = {},
): ConnectHours {
  return connectHours({
    business: { timezone: "Europe/Berlin" } as Knowledge["business"],
    hours: { ...closed, ...hours },
    holidays,
  });
}

const opening = (startMinute: number, endMinute: number): Opening => ({ startMinute, endMinute });
const from = (Hours: number, Minutes = 0) => ({ Hours, Minutes });

test("a day with two openings has two stretches, a closed one none", () => {
  const { TimeZone, Config, HoursOfOperationOverrides } = hoursOf({
    thursday: [opening(540, 750), opening(810, 1140)],
  });
  expect(TimeZone).toBe("Europe/Berlin");
  expect(Config).toEqual([
    { Day: "THURSDAY", StartTime: from(9), EndTime: from(12, 30) },
    { Day: "THURSDAY", StartTime: from(13, 30), EndTime: from(19) },
  ]);
  expect(HoursOfOperationOverrides).toEqual([]);
});

test("an opening past midnight is cut there, and 24:00 is the midnight that ends the day", () => {
  expect(hoursOf({ friday: [opening(1320, 120)], monday: [opening(0, 1440)] }).Config).toEqual([
    { Day: "MONDAY", StartTime: from(0), EndTime: from(0) },
    { Day: "FRIDAY", StartTime: from(22), EndTime: from(0) },
    { Day: "SATURDAY", StartTime: from(0), EndTime: from(2) },
  ]);
});

test("what runs over from the evening joins the morning's opening", () => {
  expect(hoursOf({ friday: [opening(1320, 480)], saturday: [opening(420, 720)] }).Config).toContainEqual({
    Day: "SATURDAY",
    StartTime: from(0),
    EndTime: from(12),
  });
});

test("a closed holiday ends the night before as usual, and takes its own night from the morning after", () => {
  const nights = { thursday: [opening(1320, 120)], friday: [opening(1320, 120)] };
  // 2026-12-25 is a Friday.
  expect(hoursOf(nights, { "2026-12-25": [] }).HoursOfOperationOverrides).toEqual([
    {
      OverrideName: "2026-12-25",
      EffectiveFrom: "2026-12-25",
      EffectiveTill: "2026-12-25",
      OverrideConfig: [{ Day: "FRIDAY", StartTime: from(0), EndTime: from(2) }],
    },
    { OverrideName: "2026-12-26", EffectiveFrom: "2026-12-26", EffectiveTill: "2026-12-26", OverrideConfig: [] },
  ]);
});

test("a holiday with the usual hours needs no override", () => {
  expect(
    hoursOf({ friday: [opening(540, 1020)] }, { "2026-12-25": [opening(540, 1020)] }).HoursOfOperationOverrides,
  ).toEqual([]);
});

const everyDay = Object.fromEntries(weekdays.map((day) => [day, [opening(540, 1020)]]));
const closedOn = (dates: readonly string[]) => Object.fromEntries(dates.map((date) => [date, []]));
const everySecond = (count: number) => Array.from({ length: count }, (_, index) => addDays("2026-01-01", index * 2));

test("up to 50 dates have an override each; of more, those within a week share one that names the days between too", () => {
  const names = (count: number) =>
    hoursOf(everyDay, closedOn(everySecond(count))).HoursOfOperationOverrides.map(({ OverrideName }) => OverrideName);
  expect(names(50)).toEqual(everySecond(50));
  expect(names(51)).toHaveLength(13);
  const [first] = hoursOf(everyDay, closedOn(everySecond(51))).HoursOfOperationOverrides;
  const nine = { StartTime: from(9), EndTime: from(17) };
  expect(first).toEqual({
    OverrideName: "2026-01-01 to 2026-01-07",
    EffectiveFrom: "2026-01-01",
    EffectiveTill: "2026-01-07",
    OverrideConfig: [
      { Day: "FRIDAY", ...nine },
      { Day: "SUNDAY", ...nine },
      { Day: "TUESDAY", ...nine },
    ],
  });
});

test("of more overrides than Connect takes, the latest stay, and the dates left out are told", () => {
  const weekly = Array.from({ length: 60 }, (_, index) => addDays("2026-01-01", index * 7));
  const holidays = closedOn(weekly);
  const { HoursOfOperationOverrides } = hoursOf(everyDay, holidays);
  expect(HoursOfOperationOverrides.map(({ OverrideName }) => OverrideName)).toEqual(weekly.slice(-50));
  const business = { timezone: "Europe/Berlin" } as Knowledge["business"];
  const knowledge = { business, hours: { ...closed, ...everyDay }, holidays };
  expect(datesWithoutOverride(knowledge)).toEqual(weekly.slice(0, 10));
  expect(datesWithoutOverride({ ...knowledge, holidays: closedOn(weekly.slice(-50)) })).toEqual([]);
});

test("whatever the hours, Connect says open at a minute exactly where the knowledge file does", () => {
  const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
  const openings = fc.array(
    fc.record({ startMinute: minute, endMinute: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15) }),
    { maxLength: 3 },
  );
  const week = fc.tuple(openings, openings, openings, openings, openings, openings, openings);
  const dates = ["2026-03-09", "2026-03-10", "2026-03-12", "2026-03-15"];
  fc.assert(
    fc.property(week, fc.array(openings, { minLength: 4, maxLength: 4 }), (days, special) => {
      const hours = Object.fromEntries(
        weekdays.map((day, index) => [day, days[index] ?? []]),
      ) as unknown as Knowledge["hours"];
      const holidays = Object.fromEntries(dates.map((date, index) => [date, special[index] ?? []]));
      const connect = hoursOf(hours, holidays);
      for (let day = 0; day < 10; day += 1) {
        const date = addDays("2026-03-08", day);
        for (let at = 0; at < 1440; at += 15) {
          expect(`${date} ${at} ${isOpenAtConnect(connect, date, at)}`).toBe(
            `${date} ${at} ${isOpenInFile({ hours, holidays }, date, at)}`,
          );
        }
      }
    }),
    { numRuns: 20 },
  );
});

/** By the contract's words: any opening of the date or of the evening before holds the minute. */
function isOpenInFile(knowledge: Pick<Knowledge, "hours" | "holidays">, date: string, minute: number): boolean {
  const runsOver = ({ startMinute, endMinute }: Opening) => endMinute <= startMinute;
  const today = openingsOn(knowledge, date).some(
    (each) => minute >= each.startMinute && (runsOver(each) || minute < each.endMinute),
  );
  const before = openingsOn(knowledge, addDays(date, -1));
  return today || before.some((each) => runsOver(each) && minute < each.endMinute);
}

/** As Connect reads it: a date's override, else its weekday; 0:00 as an end is the day's end. */
function isOpenAtConnect({ Config, HoursOfOperationOverrides }: ConnectHours, date: string, minute: number): boolean {
  const override = HoursOfOperationOverrides.find(({ EffectiveFrom }) => EffectiveFrom === date);
  const stretches = override?.OverrideConfig ?? Config.filter(({ Day }) => Day === weekdayOf(date).toUpperCase());
  return stretches.some(({ StartTime, EndTime }) => {
    const end = EndTime.Hours * 60 + EndTime.Minutes || 1440;
    return minute >= StartTime.Hours * 60 + StartTime.Minutes && minute < end;
  });
}
