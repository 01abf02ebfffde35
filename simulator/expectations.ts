import { expressionIn, expressionOf } from "./expected";

/** Something that a scripted call expected and its report does not hold. */
export interface Unmet {
  /** Where in the report: `turns[0].tool`; empty for the report as a whole. */
  readonly path: string;
  readonly expected: unknown;
  /** Undefined where the report has no such thing. */
  readonly came: unknown;
}

/**
 * What of `expected` does not hold of `report`. A mapping holds where each of its keys does. A list holds where its items do, one
 * by one from the first; it may leave out the last ones, but an empty list expects an empty one. Text between slashes is a regular
 * expression. Everything else is the same value.
 */
export function unmetIn(report: unknown, expected: unknown, path = ""): readonly Unmet[] {
  const fails: readonly Unmet[] = [{ path, expected, came: report }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(report)) return fails;
    if (expected.length === 0) return report.length === 0 ? [] : fails;
    return expected.flatMap((item, index) => unmetIn(report[index], item, `${path}[${index}]`));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof report !== "object" || report === null || Array.isArray(report)) return fails;
    return Object.entries(expected).flatMap(([key, value]) =>
      unmetIn((report as Record<string, unknown>)[key], value, path === "" ? key : `${path}.${key}`),
    );
  }
  if (typeof expected === "string") {
    const source = expressionIn(expected);
    if (source !== null) {
      const isText = typeof report === "string" || typeof report === "number" || typeof report === "boolean";
      return isText && expressionOf(source).test(String(report)) ? [] : fails;
    }
  }
  return Object.is(report, expected) ? [] : fails;
}

/** One line: `turns[0].tool is "end_call", expected "answer_from_knowledge"`. */
export function unmetLine({ path, expected, came }: Unmet): string {
  const state = came === undefined ? "is not in the report" : `is ${JSON.stringify(came)}`;
  return `${path === "" ? "the report" : path} ${state}, expected ${JSON.stringify(expected)}`;
}
