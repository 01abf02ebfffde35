import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { UserError } from "../../functions/shared/userError";
import type { Business } from "./businessCard";
import type { BrokenBusiness } from "./pageMessages";

/** Where a business's knowledge comes from. */
export interface BusinessSource {
  /** Path of its file. */
  readonly file: string;
  /** Throws `UserError` with a line for each error. */
  read(): Knowledge;
}

export interface Businesses {
  readonly usable: readonly Business[];
  readonly broken: readonly BrokenBusiness[];
}

/** The knowledge files of a folder in the order of their names; none where there is no such folder. */
export function sourcesIn(folder: string): readonly BusinessSource[] {
  try {
    return readdirSync(folder)
      .filter((name) => [".yaml", ".yml", ".json"].includes(extname(name)))
      .sort()
      .map((name) => join(folder, name))
      .map((file) => ({ file, read: () => parseKnowledge(readFileSync(file, "utf8"), file) }));
  } catch {
    return [];
  }
}

/** Reads the businesses anew; those that cannot be used are told apart, each with its errors. */
export function readBusinesses(sources: readonly BusinessSource[]): Businesses {
  const usable: Business[] = [];
  const broken: BrokenBusiness[] = [];
  for (const { file, read } of sources) {
    try {
      usable.push({ id: file, knowledge: read() });
    } catch (error) {
      const errors = error instanceof UserError ? error.lines : [`${file} cannot be read. Name a file that exists.`];
      broken.push({ id: basename(file), errors });
    }
  }
  return { usable, broken };
}
