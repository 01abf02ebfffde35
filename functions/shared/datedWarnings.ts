import { intervalsOn, openingsOn } from "./hours";
import type { Knowledge } from "./knowledge";
import type { Problem } from "./userError";

/** From how many on problems of one kind are told in one line. */
const mostLines = 3;

/**
 * What an owner would regret on a day: days and facts that are past, openings that the change of clocks swallows.
 *
 * @param today the business's ISO date.
 */
export function datedWarnings(knowledge: Knowledge, today: string, file: string): readonly Problem[] {
  const dates = Object.keys(knowledge.holidays).sort();
  const past = dates.filter((date) => date < today);
  const coming = dates.filter((date) => date >= today);
  const [first, last] = [past[0], past.at(-1)];
  const isPast = (key: string, until: string | null): Problem[] =>
    until === null || until >= today
      ? []
      : [
          {
            file,
            key,
            value: until,
            cure: `It is past, so this is not said any more. Write a later date, or leave it out.`,
          },
        ];
  return [
    ...(past.length > mostLines
      ? [
          {
            file,
            key: "holidays",
            value: `${past.length} dates from ${first} to ${last}`,
            cure: "They are past. Leave them out, and write those of the year to come.",
          },
        ]
      : past.map((date) => ({
          file,
          key: `holidays.${date}`,
          value: date,
          cure: "It is past. Leave it out, or write it for the year to come.",
        }))),
    ...coming
      .filter((date) => intervalsOn(knowledge, date).length < openingsOn(knowledge, date).length)
      .map((date) => ({
        file,
        key: `holidays.${date}`,
        value: "an opening that the change of clocks leaves empty",
        cure: "The clocks go forward over it, so it never is. Write other times.",
      })),
    ...knowledge.services.flatMap(({ until }, index) => isPast(`services[${index}].until`, until)),
    ...knowledge.faqs.flatMap(({ until }, index) => isPast(`faqs[${index}].until`, until)),
  ];
}
