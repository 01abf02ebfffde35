import { factWarnings } from "./factWarnings";
import { type Knowledge, weekdays } from "./knowledge";
import { overlapOf } from "./openingText";
import type { Problem } from "./userError";

/** What is allowed and yet most likely not meant, in a file that has no errors. */
export function knowledgeWarnings(knowledge: Knowledge, file: string): readonly Problem[] {
  const { business, hours, holidays, people, callers } = knowledge;
  const problem = (key: string, value: unknown, cure: string): Problem => ({ file, key, value, cure });
  const days = [
    ...weekdays.map((day) => [`hours.${day}`, hours[day]] as const),
    ...Object.entries(holidays).map(([date, openings]) => [`holidays.${date}`, openings] as const),
  ];
  const isNeverOpen = weekdays.every((day) => hours[day].length === 0);
  return [
    ...(isNeverOpen ? [problem("hours", "closed on all seven days", "Every call goes to voicemail.")] : []),
    ...days
      .filter(([, openings]) => overlapOf(openings) !== null)
      .map(([key]) => problem(key, "openings that overlap", "Write them as one.")),
    ...(people.length === 0 ? [problem("people", undefined, "Callers who want a person reach voicemail.")] : []),
    ...people.flatMap(({ number }, index) =>
      number === business.phone
        ? [
            problem(
              `people[${index}].number`,
              number,
              "This is the business's own number, so a transfer would reach the agent again.",
            ),
          ]
        : [],
    ),
    ...callers.vip
      .filter((number) => callers.blocked.includes(number))
      .map((number) => problem("callers.vip", number, "It is also blocked, and blocked comes first.")),
    ...unbookable(knowledge).map(({ index, minutes }) =>
      problem(
        `services[${index}].minutes`,
        minutes,
        "No opening of the week is that long, so it cannot be booked on usual days.",
      ),
    ),
    ...factWarnings(knowledge, file),
  ];
}

function unbookable({ hours, services }: Knowledge): { index: number; minutes: number }[] {
  const openings = weekdays.flatMap((day) => hours[day]);
  if (openings.length === 0) return [];
  const longest = Math.max(
    ...openings.map(
      ({ startMinute, endMinute }) => (endMinute > startMinute ? endMinute : endMinute + 1440) - startMinute,
    ),
  );
  return services.flatMap(({ minutes }, index) => (minutes !== null && minutes > longest ? [{ index, minutes }] : []));
}
