import type { Json } from "./types";

/** Connect refuses larger answers. Believed, from its guide. */
const mostBytes = 32 * 1024;

/**
 * What a function answered, as `$.External`; null where Connect takes the error branch: nothing or no object came, it is too
 * large, or, for `STRING_MAP`, a value is no plain text, number or boolean.
 */
export function readLambdaResponse(
  result: unknown,
  responseType: "STRING_MAP" | "JSON",
): { readonly [name: string]: Json } | null {
  if (typeof result !== "object" || result === null || Array.isArray(result)) return null;
  let text: string;
  try {
    text = JSON.stringify(result);
  } catch {
    return null;
  }
  if (Buffer.byteLength(text) > mostBytes) return null;
  const values = JSON.parse(text) as { readonly [name: string]: Json };
  const isFlat = Object.values(values).every((value) => typeof value !== "object" || value === null);
  return responseType === "JSON" || isFlat ? values : null;
}
