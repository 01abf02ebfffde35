import { fingerprint } from "../../functions/shared/fingerprint";
import { flowTextsOf } from "../../functions/shared/flowTexts";
import { openingsOn, weekdayOf } from "../../functions/shared/hours";
import { weekdays } from "../../functions/shared/knowledge";
import type { ContactFlow } from "../flow/types";
import { touchedInAnyYear } from "./clockChanges";
import { shortDay } from "./clockTexts";
import { dayName, openingsOfDay } from "./dayRoutes";
import { flowPicture } from "./flowPicture";
import type { RoutedLine } from "./routedLine";
import { callerRows, countText, type NumberTexts } from "./routingTable";
import { dayPicture, pictureScale } from "./weekPicture";

/** The years in whose changes of the clock openings are looked for: more than any rule takes to come round. */
const yearsLookedAt = [2026, 2037] as const;
const nameWidth = "Thu 2026-11-26 ".length;

/**
 * The page is read by whoever may read the repository, and sent about by mail. So a person's number has its last two digits, by which its
 * owner knows it, and four of its fingerprint, which change where any digit does; callers' numbers are counted, with a fingerprint of all.
 */
const pageTexts: NumberTexts = {
  person: (number) => `…${number.slice(-2)}, print ${fingerprint(number, 4)}`,
  list: (numbers) => {
    const print = fingerprint([...numbers].sort().join(" "), 6);
    return numbers.length === 0 ? "none named" : `${countText(numbers)}, print ${print}`;
  },
};

/** Name of the file in which a stack's reviewed routing stands. */
export function routingPageFile(stack: string): string {
  return `Routing.${stack}.md`;
}

/**
 * The routing of a stack as a page of Markdown, to be read before it is deployed. It has every date of the knowledge file and no present
 * day, so that it changes only with the routing. `line` is without the callers that the stack's settings keep secret.
 */
export function routingPage(line: RoutedLine, stack: string): string {
  const { business, hours, holidays } = line.knowledge;
  const dates = Object.keys(holidays).sort();
  const day = (name: string, openings: Parameters<typeof dayPicture>[0], text: string) =>
    `${name.padEnd(nameWidth)}${dayPicture(openings)} ${text}`;
  const lines = [
    `# Where calls to ${business.name} go (${stack})`,
    "",
    `Written by \`npm run routing -- table --stack ${stack} --write\`, which accepts what it writes; not to be edited by hand.`,
    "`print` is a fingerprint: it is another one where the number is.",
    "",
    `## Hours, on the clock of ${business.timezone}`,
    "",
    "Each line is what begins on that day: █ open, · closed, ▶ runs on past midnight.",
    "",
    "```text",
    `${" ".repeat(nameWidth)}${pictureScale.trimEnd()}`,
    ...weekdays.map((each) => day(shortDay(each), hours[each], openingsOfDay(hours[each], each))),
    "```",
    "",
    ...(dates.length === 0
      ? ["No holidays."]
      : [
          "Holidays take the place of what begins on their date.",
          "",
          "```text",
          ...dates.map((date) => {
            const openings = openingsOn(line.knowledge, date);
            return day(dayName(date), openings, openingsOfDay(openings, weekdayOf(date)));
          }),
          "```",
        ]),
    "",
    ...clockLines(line),
    "",
    "## Who reaches whom",
    "",
    "Callers on no list go by the hours. The stack's settings may add VIPs and blocked numbers, which are secret and not counted here.",
    "",
    ...table([
      ["caller", "while open", "while closed"],
      ...callerRows(line, pageTexts).map(({ who, open, closed }) => [who, open ?? "–", closed ?? "–"]),
    ]),
    "",
    "## The contact flow",
    "",
    "```mermaid",
    ...flowPicture(line.flow, pageTexts.person),
    "```",
    "",
    "It says by itself:",
    "",
    ...table([["sentence", "words"], ...saidBy(line)]),
    "",
  ];
  return lines.join("\n");
}

function clockLines({ knowledge }: RoutedLine): readonly string[] {
  const touched = touchedInAnyYear(knowledge, yearsLookedAt);
  return touched.length === 0
    ? ["No change of the clock touches an opening of the week."]
    : touched.map((each) => `- ${each}`);
}

/** The flow's own sentences, those that it can come to. */
function saidBy({ knowledge, flow }: RoutedLine): readonly (readonly string[])[] {
  const said = textsIn(flow);
  return Object.entries(flowTextsOf(knowledge)).filter(([, text]) => said.includes(text));
}

function textsIn({ Actions }: ContactFlow): readonly string[] {
  return Actions.map(({ Parameters }) => Parameters.Text).filter((text) => typeof text === "string");
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const [head = [], ...body] = rows.map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
  return [String(head), `|${(rows[0] ?? []).map(() => "---|").join("")}`, ...body];
}
