import type { Files } from "../shared/files";
import { faqLines, gapsOf, groupGaps } from "../shared/gaps";
import { addDays, localTime } from "../shared/hours";
import { callsFolder, contactOfKey, type KeptCall } from "../shared/keptCall";
import type { Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";

export interface GapsInput {
  /** When the night's list is due, ISO 8601. */
  readonly at: string;
}

export interface GapsPorts {
  readonly knowledge: () => Promise<Knowledge>;
  readonly files: Pick<Files, "list" | "get">;
}

/** A question is counted with those of so many days. */
const daysCounted = 30;
const dayMs = 86_400_000;
const readAtOnce = 20;

/**
 * The list of questions that nobody could answer, for the owner; null where the last day brought none. The same for the same night, so
 * that it may be asked for again. Throws where the files cannot be had.
 */
export async function listGaps({ at }: GapsInput, ports: GapsPorts): Promise<{ readonly owner: Message | null }> {
  const knowledge = await ports.knowledge();
  const atMs = Date.parse(at);
  const { date } = localTime(atMs, knowledge.business.timezone);
  const calls = await callsOfDays(date, ports.files);
  const newFrom = new Date(atMs - dayMs).toISOString();
  const groups = groupGaps(calls.flatMap(gapsOf), knowledge).filter(({ lastAt }) => lastAt >= newFrom);
  if (groups.length === 0) return { owner: null };
  const taken = knowledge.faqs.map(({ id }) => id);
  const count = groups.length === 1 ? "1 question" : `${groups.length} questions`;
  return {
    owner: {
      id: `gaps-${date}`,
      to: { kind: "owner" },
      subject: `${count} your assistant could not answer`,
      text: [
        `Callers asked what the knowledge file of ${knowledge.business.name} does not say. Write the answers behind them, put the lines into the file, and upload it: from then on the assistant answers.`,
        "",
        "faqs:",
        ...faqLines(groups, taken),
      ].join("\n"),
    },
  };
}

async function callsOfDays(today: string, files: GapsPorts["files"]): Promise<readonly KeptCall[]> {
  const calls: KeptCall[] = [];
  for (let back = 0; back < daysCounted; back += 1) {
    const keys = await files.list(`${callsFolder}${addDays(today, -back).replaceAll("-", "/")}/`);
    const records = keys.filter((key) => contactOfKey(key) !== null);
    for (let from = 0; from < records.length; from += readAtOnce) {
      const bodies = await Promise.all(records.slice(from, from + readAtOnce).map((key) => files.get(key)));
      for (const body of bodies)
        if (body !== null) calls.push(JSON.parse(Buffer.from(body).toString("utf8")) as KeptCall);
    }
  }
  return calls;
}
