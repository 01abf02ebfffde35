import { factsOf } from "../shared/facts";
import { type FactVector, type FactVectors, factVectorKey } from "../shared/factVectors";
import { type FixedPrompt, fixedPromptsOf } from "../shared/fixedPrompts";
import type { Knowledge } from "../shared/knowledge";
import { readKnowledge } from "../shared/knowledgeFile";
import { knowledgeVersion } from "../shared/knowledgeVersion";
import { type StackOverrides, withOverrides } from "../shared/stackOverrides";
import { problemLine } from "../shared/userError";

export interface SyncPorts {
  /** The knowledge file as its owner uploaded it last. */
  readonly readFile: () => Promise<string>;
  /** What is in force; null before the first. */
  readonly inForce: () => Promise<Knowledge | null>;
  /** Keeps a version, JSON of the type `Knowledge`; then puts the same in force in one write. */
  readonly keepVersion: (version: string, json: string) => Promise<void>;
  readonly putInForce: (json: string) => Promise<void>;
  readonly embed: (text: string) => Promise<readonly number[]>;
  readonly vectors: Omit<FactVectors, "all">;
  /** Makes sentences into sound where calls play them from. */
  readonly render: (prompts: readonly FixedPrompt[]) => Promise<void>;
  /** The voice in which they are said. */
  readonly voice: string;
  readonly tellOwner: (subject: string, text: string) => Promise<void>;
}

export type Synced =
  | { readonly status: "inForce"; readonly version: string; readonly facts: number; readonly embedded: number }
  | { readonly status: "refused"; readonly lines: readonly string[] };

/** Earlier than every `until`: a fact has its vector even on the day on which it is said no more. */
const beforeAllDays = "0000-01-01";
const embeddedAtOnce = 8;
/** How often a file that is uploaded while we read it is read again. */
const mostReadings = 5;

/**
 * Puts the uploaded knowledge file in force. A file that is refused changes nothing: the old one stays in force, and the owner is
 * told every fault. What a call needs of a file (its facts' vectors, the sound of its sentences) is there before the file is in force, under
 * keys of their texts, and what the file before needed stays until the next but one: a call that reads meanwhile has the old file
 * or the new one with all that belongs to it. Safe to repeat. Throws where a port fails, the old knowledge then in force.
 *
 * @param file the file's name, for its faults.
 */
export async function syncKnowledge(file: string, overrides: StackOverrides, ports: SyncPorts): Promise<Synced> {
  let text = await ports.readFile();
  for (let reading = 1; ; reading += 1) {
    const synced = await putInForce(text, file, overrides, ports);
    const latest = await ports.readFile();
    // Two uploads in a row may be taken up in either order: the last word is the file's.
    if (latest === text || reading === mostReadings) return synced;
    text = latest;
  }
}

async function putInForce(text: string, file: string, overrides: StackOverrides, ports: SyncPorts): Promise<Synced> {
  const { knowledge, errors } = readKnowledge(text, file);
  if (knowledge === null) {
    const lines = errors.map(problemLine);
    await ports.tellOwner(
      "The knowledge file was refused",
      ["The old one stays in force. Mend this and upload the file again:", "", ...lines].join("\n"),
    );
    return { status: "refused", lines };
  }
  const compiled = withOverrides(knowledge, overrides);
  const [version, json] = [knowledgeVersion(compiled), JSON.stringify(compiled)];
  const [before, known] = await Promise.all([ports.inForce(), ports.vectors.keys()]);
  const facts = factsOf(knowledge, beforeAllDays);
  const wanted = new Map(facts.map((fact) => [factVectorKey(fact), fact.text]));
  const missing = [...wanted].filter(([key]) => !known.includes(key));
  await ports.vectors.put(await embedAll(missing, ports.embed));
  await ports.render(newPrompts(before, compiled, ports.voice));
  await ports.keepVersion(version, json);
  await ports.putInForce(json);
  const old = new Set(before === null ? [] : factsOf(before, beforeAllDays).map(factVectorKey));
  await ports.vectors.remove(known.filter((key) => !wanted.has(key) && !old.has(key)));
  return { status: "inForce", version, facts: facts.length, embedded: missing.length };
}

/** The sentences that no call has said before. */
function newPrompts(before: Knowledge | null, now: Knowledge, voice: string): readonly FixedPrompt[] {
  const rendered = new Set(before === null ? [] : fixedPromptsOf(before, voice).map(({ key }) => key));
  return fixedPromptsOf(now, voice).filter(({ key }) => !rendered.has(key));
}

async function embedAll(
  texts: readonly (readonly [key: string, text: string])[],
  embed: SyncPorts["embed"],
): Promise<readonly FactVector[]> {
  const vectors: FactVector[] = [];
  for (let at = 0; at < texts.length; at += embeddedAtOnce) {
    const some = texts.slice(at, at + embeddedAtOnce);
    vectors.push(...(await Promise.all(some.map(async ([key, text]) => ({ key, text, values: await embed(text) })))));
  }
  return vectors;
}
