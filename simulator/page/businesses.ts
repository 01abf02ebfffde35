import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { UserError } from "../../functions/shared/userError";
import type { Business } from "./businessCard";
import type { BrokenBusiness } from "./pageMessages";

export interface Businesses {
  readonly usable: readonly Business[];
  readonly broken: readonly BrokenBusiness[];
}

/** The knowledge files of a folder in the order of their names; none where there is no such folder. */
export function knowledgeFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => [".yaml", ".yml", ".json"].includes(extname(name)))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Reads knowledge files; those that cannot be used are told apart, each with its errors. */
export function readBusinesses(files: readonly string[]): Businesses {
  const usable: Business[] = [];
  const broken: BrokenBusiness[] = [];
  for (const id of files) {
    try {
      usable.push({ id, knowledge: parseKnowledge(readFileSync(id, "utf8"), id) });
    } catch (error) {
      broken.push({ id: basename(id), errors: error instanceof UserError ? error.lines : [`${id}: cannot be read.`] });
    }
  }
  return { usable, broken };
}
