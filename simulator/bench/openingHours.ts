import type { DateTime } from "luxon";
import { isOpen, openingsOn } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import type { Benchmark } from "./benchmark";
import { compared } from "./inTurns";

/** Instants asked in one round, spread over a year so that every weekday, holiday and change of clocks has its share. */
const instants = 400;
const fromMs = Date.UTC(2026, 10, 1);
const stepMs = Math.floor((365 * 86_400_000) / instants);
/** Whole years are asked minute by minute, two million times for two businesses and three files. */
const leastTimes = 100;
const leastTimesAtFirst = 5;

/** How fast the hours engine says open or closed, against the same rules written with Luxon. */
export const openingHours: Benchmark = {
  name: "hours",
  about: "open or closed at instants of a year: the hours engine against the same rules written with Luxon",
  async measure({ calls, tell }) {
    tell(`hours: ${instants} instants of a year, the engine and Luxon in turns`);
    const { DateTime } = await import("luxon");
    const knowledge = calls[0]?.knowledge;
    if (knowledge === undefined) throw new Error("there is no business to ask about");
    const times = Array.from({ length: instants }, (_, index) => fromMs + index * stepMs);
    const askEngine = (business: Knowledge) => times.map((atMs) => isOpen(business, atMs));
    const askLuxon = () => times.map((atMs) => isOpenByLuxon(knowledge, DateTime.fromMillis(atMs)));
    if (JSON.stringify(askEngine(knowledge)) !== JSON.stringify(askLuxon()))
      throw new Error("the engine and Luxon say different things, so their times cannot be compared");
    const again = await compared(() => askEngine(knowledge), askLuxon);
    // What is remembered of a business is remembered by the object.
    const atFirst = await compared(() => askEngine({ ...knowledge }), askLuxon);
    const figure = (name: string, found: typeof again, atLeast: number) => ({
      name,
      value: found.timesAsFast,
      unit: "times" as const,
      against: "Luxon",
      limit: { atLeast },
      measured: { engineInstantsASecond: found.ours * instants, luxonInstantsASecond: found.theirs * instants },
    });
    return [
      figure("hours of a business known before", again, leastTimes),
      figure("hours of a business never asked about", atFirst, leastTimesAtFirst),
    ];
  },
};

/** As one would write it: the day's openings and those of the day before, each end put on its date's clock. */
function isOpenByLuxon(knowledge: Knowledge, at: DateTime): boolean {
  const here = at.setZone(knowledge.business.timezone);
  return [here, here.minus({ days: 1 })].some((day) =>
    openingsOn(knowledge, day.toISODate() ?? "").some(({ startMinute, endMinute }) => {
      const midnight = day.startOf("day");
      const start = midnight.set({ hour: Math.floor(startMinute / 60), minute: startMinute % 60 });
      const lastDay = endMinute > startMinute ? midnight : midnight.plus({ days: 1 });
      const end =
        endMinute === 1440
          ? lastDay.plus({ days: 1 })
          : lastDay.set({ hour: Math.floor(endMinute / 60), minute: endMinute % 60 });
      return start <= at && at < end;
    }),
  );
}
