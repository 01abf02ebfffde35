import type { Command } from "commander";
import { type LintResult, lintFlow } from "../components/flow/lint";
import { UserError } from "../functions/shared/userError";
import { type Run, readTextFile } from "./commandLine";

/** What is wrong and what is unwise in one file, as `--json` prints it. */
interface FileLint extends LintResult {
  readonly file: string;
}

/**
 * `npm run routing -- lint FILE… [--json]`: holds Amazon Connect flows against the flow language. Exit 1 where one has an error.
 * Files that cannot be read are bad input; of several, each is named and none is checked.
 */
export function routingLint(program: Command, run: Run): void {
  program
    .command("lint")
    .description("checks Amazon Connect flow JSON against the flow language")
    .argument("<file...>", "flows and flow modules, as Amazon Connect exports them")
    .option("--json", "print { file, errors, warnings } as JSON, one line a file")
    .action((files: readonly string[], { json }: { json?: true }) => {
      const found = readAll(files).map(({ file, text }): FileLint => ({ file, ...lintText(text) }));
      for (const each of found) {
        if (json) run.json(each);
        else show(each, run);
      }
      if (found.some(({ errors }) => errors.length > 0)) run.answerIsBad();
    });
}

function readAll(files: readonly string[]): readonly { readonly file: string; readonly text: string }[] {
  const unreadable: string[] = [];
  const read = files.flatMap((file) => {
    try {
      return [{ file, text: readTextFile(file) }];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unreadable.push(...error.lines);
      return [];
    }
  });
  if (unreadable.length > 0) throw new UserError(unreadable);
  return read;
}

/** Editors on Windows put a mark before the text. */
const byteOrderMark = /^\uFEFF/;

function lintText(text: string): LintResult {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(byteOrderMark, ""));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");
    const message = `This is no JSON (${why}). Write the flow as Amazon Connect exports it.`;
    return { errors: [{ action: null, message }], warnings: [] };
  }
  return lintFlow(document);
}

function show({ file, errors, warnings }: FileLint, run: Run): void {
  run.say(`${file}: ${counted(errors.length, "error")}, ${counted(warnings.length, "warning")}`);
  for (const { action, message } of errors) run.say(`  error    ${action === null ? "" : `${action}: `}${message}`);
  for (const { action, message } of warnings) run.say(`  warning  ${action === null ? "" : `${action}: `}${message}`);
}

function counted(count: number, what: string): string {
  if (count === 0) return `no ${what}s`;
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
