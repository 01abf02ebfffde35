import { createHash } from "node:crypto";
import { factsOf } from "../shared/facts";
import type { Fact } from "../shared/knowledge";
import { readKnowledge } from "../shared/knowledgeFile";
import { type StackOverrides, withOverrides } from "../shared/stackOverrides";
import { problemLine } from "../shared/userError";

export interface SyncPorts {
  /** The knowledge file as its owner uploaded it last. */
  readonly readFile: () => Promise<string>;
  /** Puts the compiled knowledge in force, JSON of the type `Knowledge`. */
  readonly writeCompiled: (json: string) => Promise<void>;
  readonly embed: (text: string) => Promise<readonly number[]>;
  readonly vectors: FactVectors;
  readonly tellOwner: (subject: string, text: string) => Promise<void>;
}

/** The vectors of a business's facts. */
export interface FactVectors {
  keys(): Promise<readonly string[]>;
  put(vectors: readonly FactVector[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface FactVector {
  readonly key: string;
  readonly values: readonly number[];
  readonly text: string;
}

export type Synced =
  | { readonly status: "inForce"; readonly facts: number; readonly embedded: number }
  | { readonly status: "refused"; readonly lines: readonly string[] };

/** Earlier than every `until`: a fact has its vector even on the day on which it is said no more. */
const beforeAllDays = "0000-01-01";
const embeddedAtOnce = 8;
/** How often a file that is uploaded while we read it is read again. */
const mostReadings = 5;

/**
 * Puts the uploaded knowledge file in force. A file that is refused changes nothing: the old one stays in force, and the owner is
 * told every fault. Vectors come before the knowledge and go after it, each under a key of its text, so that a call that reads
 * meanwhile finds those of the knowledge that it has. Safe to repeat. Throws where a port fails, the old knowledge then in force.
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
  const known = await ports.vectors.keys();
  const facts = factsOf(knowledge, beforeAllDays);
  const wanted = new Map(facts.map((fact) => [vectorKey(fact), fact.text]));
  const missing = [...wanted].filter(([key]) => !known.includes(key));
  await ports.vectors.put(await embedAll(missing, ports.embed));
  await ports.writeCompiled(JSON.stringify(withOverrides(knowledge, overrides)));
  await ports.vectors.remove(known.filter((key) => !wanted.has(key)));
  return { status: "inForce", facts: facts.length, embedded: missing.length };
}

/** The key of a fact's vector: its id and a hash of its text, so that a fact that was changed has another. */
export function vectorKey({ id, text }: Fact): string {
  return `${id}#${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
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
