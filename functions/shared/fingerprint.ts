import { createHash } from "node:crypto";

/**
 * A few hexadecimal digits that are others where the text is another, as good as always, and from which nobody finds the text again.
 * `digits`: how many, each of four bits.
 */
export function fingerprint(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}
