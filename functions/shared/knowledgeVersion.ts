import { fingerprint } from "./fingerprint";
import type { Knowledge } from "./knowledge";

/** Sixteen hexadecimal digits that are others where anything is that the business told us. */
export function knowledgeVersion(knowledge: Knowledge): string {
  return fingerprint(JSON.stringify(knowledge), 16);
}

/** Where a version that was once in force is kept, beside what is in force now: `knowledge.json`, `knowledge/<version>.json`. */
export function versionKey(inForceKey: string, version: string): string {
  return `${inForceKey.replace(/\.json$/, "")}/${version}.json`;
}
