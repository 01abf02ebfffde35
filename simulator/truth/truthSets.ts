import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { clausesOf } from "../../functions/shared/clauses";
import { factsOf } from "../../functions/shared/facts";
import { localTime } from "../../functions/shared/hours";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { passClauses } from "../../functions/voice/truthGate/passClauses";
import type { Grounds } from "../../functions/voice/truthGate/truthGate";

/** A reply of which it is known whether it may be spoken. */
export interface Sample {
  readonly set: string;
  readonly reply: string;
  readonly isTrue: boolean;
  readonly grounds: Grounds;
}

const askedShape = z.strictObject({
  facts: z.array(z.string()),
  caller: z.string(),
  before: z.array(z.string()).default([]),
  at: z.string().optional(),
  tool: z
    .enum(["answer_from_knowledge", "book_appointment", "transfer_to_human", "end_call"])
    .default("answer_from_knowledge"),
  spoken: z.array(z.string()).default([]),
  stopped: z.array(z.string()).default([]),
});

const setShape = z.strictObject({ knowledge: z.string(), at: z.string(), asked: z.array(askedShape) });

/** The samples of a set's file: `spoken` may be spoken, `stopped` may not, as the facts that are cited have it. */
export function readTruthSet(file: string): Sample[] {
  const set = setShape.parse(parse(readFileSync(file, "utf8")));
  const knowledgeFile = path.resolve(path.dirname(file), set.knowledge);
  const knowledge = parseKnowledge(readFileSync(knowledgeFile, "utf8"), knowledgeFile);
  return set.asked.flatMap(({ facts, caller, before, at, tool, spoken, stopped }) => {
    const atMs = Date.parse(at ?? set.at);
    const grounds: Grounds = {
      tool,
      knowledge,
      facts: factsOf(knowledge, localTime(atMs, knowledge.business.timezone).date),
      cited: facts,
      isSure: true,
      callerSaid: caller,
      callerSaidBefore: before,
      receipts: [],
      callerName: null,
      atMs,
    };
    const sample = (isTrue: boolean) => (reply: string) => ({
      set: path.basename(file, ".yaml"),
      reply,
      isTrue,
      grounds,
    });
    return [...spoken.map(sample(true)), ...stopped.map(sample(false))];
  });
}

/** What is stopped of a reply that comes clause by clause, with why; null where it is spoken whole. */
export function stoppedOf({
  reply,
  grounds,
}: Pick<Sample, "reply" | "grounds">): { clause: string; why: string } | null {
  const { clauses } = clausesOf(reply, true);
  return passClauses("", clauses, true, grounds).stopped;
}
