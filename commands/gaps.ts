import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { faqLines, type GapGroup, gapsOf, groupGaps } from "../functions/shared/gaps";
import type { KeptCall } from "../functions/shared/keptCall";
import type { Knowledge } from "../functions/shared/knowledge";
import { readKnowledge } from "../functions/shared/knowledgeFile";
import type { Run } from "./commandLine";

/** What nobody could answer to callers of one business. */
export interface BusinessGaps {
  readonly business: string;
  /** Its number, E.164. */
  readonly phone: string;
  readonly groups: readonly GapGroup[];
  /** To be pasted under `faqs` of its file. */
  readonly faqs: readonly string[];
}

/** The calls that are looked at, the latest: as many as a small business has in a season. */
export const mostCalls = 10_000;

/** The questions of calls that nobody could answer and no file answers by now, business by business. */
export function gapsByBusiness(calls: readonly KeptCall[], files: readonly Knowledge[]): readonly BusinessGaps[] {
  const phones = [...new Set(calls.map(({ to }) => to))];
  return phones.flatMap((phone) => {
    const own = calls.filter(({ to }) => to === phone);
    const knowledge = files.find(({ business }) => business.phone === phone) ?? null;
    const groups = groupGaps(own.flatMap(gapsOf), knowledge);
    if (groups.length === 0) return [];
    const taken = knowledge?.faqs.map(({ id }) => id) ?? [];
    return [{ business: own[0]?.business ?? phone, phone, groups, faqs: faqLines(groups, taken) }];
  });
}

/** The businesses of a project whose files can be read. */
export function knowledgeIn(root: string): readonly Knowledge[] {
  const folder = path.join(root, "knowledge");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .flatMap((name) => readKnowledge(readFileSync(path.join(folder, name), "utf8"), name).knowledge ?? []);
}

/** As a person reads it: comments, and the lines to paste. */
export function sayGaps(found: readonly BusinessGaps[], run: Run): void {
  if (found.length === 0) run.say("No question is waiting for an answer.");
  for (const { business, groups, faqs } of found) {
    const count = groups.length === 1 ? "1 question" : `${groups.length} questions`;
    run.say(
      `# ${business}: ${count} that nobody could answer. Write the answers, and put them into its knowledge file.`,
    );
    run.say("faqs:");
    for (const line of faqs) run.say(line);
  }
}
