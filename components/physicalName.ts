import { createHash } from "node:crypto";

/**
 * A name that AWS shows or that must be unique, made of a stack's name: letters, digits and single hyphens. Where it is too long
 * it is cut and ends in six digits of a hash, so that two long names that begin alike stay two.
 */
export function physicalName(stack: string, mostCharacters: number): string {
  const name = `voice-${stack}`.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "");
  if (name.length <= mostCharacters) return name;
  const hash = createHash("sha256").update(stack).digest("hex").slice(0, 6);
  return `${name.slice(0, mostCharacters - 7).replace(/-$/, "")}-${hash}`;
}
