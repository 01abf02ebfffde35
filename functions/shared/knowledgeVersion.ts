import { fingerprint } from "./fingerprint";
import type { Knowledge } from "./knowledge";

/** Sixteen hexadecimal digits that are others where anything is that the business told us. */
export function knowledgeVersion(knowledge: Knowledge): string {
  return fingerprint(JSON.stringify(knowledge), 16);
}
