import { nearestWord } from "../functions/shared/nearestWord";
import type { Problem } from "../functions/shared/userError";
import { reportShape } from "./reportShape";

/** The source of an expression written between slashes, null where the text is just text. */
export function expressionIn(text: string): string | null {
  return text.length > 2 && text.startsWith("/") && text.endsWith("/") ? text.slice(1, -1) : null;
}

/** An expression that knows all letters; where it holds an escape that only older ones allow, such as `\-`, an older one. Throws. */
export function expressionOf(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    return new RegExp(source);
  }
}

/**
 * What is wrong with an `expect` before there is a report: keys that no report has, and expressions that are none. What holds
 * itself must not come here.
 */
export function faultsOfExpected(
  expected: unknown,
  shape: unknown = reportShape,
  key = "expect",
): readonly Omit<Problem, "file">[] {
  if (typeof expected === "string") return faultsOfText(expected, key);
  if (typeof expected !== "object" || expected === null) return [];
  if (Array.isArray(expected)) {
    const item: unknown = Array.isArray(shape) ? shape[0] : null;
    return expected.flatMap((part, index) => faultsOfExpected(part, item, `${key}[${index}]`));
  }
  const known = typeof shape === "object" && shape !== null && !Array.isArray(shape) ? Object.entries(shape) : null;
  return Object.entries(expected).flatMap(([name, value]) => {
    const place = `${key}.${name}`;
    if (known === null) return faultsOfExpected(value, null, place);
    const entry = known.find(([each]) => each === name);
    if (entry !== undefined) return faultsOfExpected(value, entry[1], place);
    const names = known.map(([each]) => each);
    const cure = `No report has this key. Write ${nearestWord(name, names) ?? `one of ${names.join(", ")}`}.`;
    return [{ key: place, value, cure }];
  });
}

function faultsOfText(text: string, key: string): readonly Omit<Problem, "file">[] {
  const source = expressionIn(text);
  if (source === null) return [];
  try {
    expressionOf(source);
    return [];
  } catch (error) {
    const [why = ""] = (error as Error).message.split("\n", 1);
    return [{ key, value: text, cure: `Write a regular expression between slashes: ${why}.` }];
  }
}
