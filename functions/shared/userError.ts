/**
 * Something the user of a command got wrong. It is shown as its lines, without a stack trace, and the command ends with 2.
 * Every line stands on its own: where, what came, what to write.
 */
export class UserError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.name = "UserError";
    this.lines = lines;
  }
}

/** One thing that is wrong in a file of the user. */
export interface Problem {
  /** As the user named it. */
  readonly file: string;
  /** Path of the value, `hours.monday` or `services[2].price`; empty where the file as a whole is meant. */
  readonly key: string;
  /** What came; undefined where it is missing. */
  readonly value: unknown;
  /** A sentence saying what to write. */
  readonly cure: string;
}

const longestValue = 80;
/** What is cut keeps its end, where a parser says on which line it gave up. */
const keptEnd = 30;

/** A problem as one line: `knowledge/acme.yaml: hours.monday is "9-5". Write it as …`. */
export function problemLine({ file, key, value, cure }: Problem): string {
  if (value === undefined) return oneLine(`${file}: ${key === "" ? "" : `${key} is missing. `}${cure}`);
  return oneLine(`${file}: ${key === "" ? "" : `${key} `}is ${shown(value)}. ${cure}`);
}

/** The error that shows these problems, one line each. */
export function problemsError(problems: readonly Problem[]): UserError {
  return new UserError(problems.map(problemLine));
}

function shown(value: unknown): string {
  const text = written(value);
  if (text.length <= longestValue) return text;
  return `${text.slice(0, longestValue - keptEnd - 1)}…${text.slice(-keptEnd)}`;
}

/** As JSON; a value that holds itself, which an alias of YAML can make, cannot be written so. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? "a list that holds itself" : "a value that cannot be written out";
  }
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what came may hold any character, and must not break the line.
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
}
