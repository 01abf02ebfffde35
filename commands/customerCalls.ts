import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { callCommand } from "./call";
import type { Checkout, Ran } from "./checkout";
import { runCommand } from "./commandLine";

/** The scripted calls that a customer's business must pass. */
export interface CustomerCalls {
  /** Those that name its knowledge file. Relative to the folder of the project, like all. */
  readonly own: readonly string[];
  /** Those that name no business, and so are everybody's. */
  readonly everybodys: readonly string[];
}

/** Where scripted calls lie, in folders as one likes; a new customer's in one of its own. */
const callsFolder = path.join("simulator", "calls");

/** Finds the scripted calls of a customer among all of a checkout. What cannot be read as YAML is found when it is played. */
export function customerCalls(folder: string, customer: string): CustomerCalls {
  const knowledge = path.join(folder, "knowledge", `${customer}.yaml`);
  const files = existsSync(path.join(folder, callsFolder))
    ? readdirSync(path.join(folder, callsFolder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(ya?ml|json)$/.test(file))
        .map((file) => path.join(callsFolder, file))
        .sort()
    : [];
  const named = files.map((file) => ({ file, names: knowledgeNamedBy(path.join(folder, file)) }));
  return {
    own: named.filter(({ names }) => names === knowledge).map(({ file }) => file),
    everybodys: named.filter(({ names }) => names === null).map(({ file }) => file),
  };
}

/**
 * Plays a customer's calls with the checkout's own code, on a good day of AWS and on a bad one; gives how many there are, and a line for
 * each that does not pass.
 */
export async function playCustomerCalls(
  checkout: Checkout,
  customer: string,
  line: string,
): Promise<{ readonly calls: number; readonly failures: readonly string[] }> {
  const { own, everybodys } = customerCalls(checkout.folder, customer);
  const groups = [
    { files: own, business: [] },
    { files: everybodys, business: ["--knowledge", inFolder(checkout, `knowledge/${customer}.yaml`)] },
  ].filter(({ files }) => files.length > 0);
  const failures: string[] = [];
  for (const { files, business } of groups) {
    for (const column of ["best", "worst"]) {
      const paths = files.map((file) => inFolder(checkout, file));
      const { status, err } = await play(checkout, [
        ...paths,
        ...business,
        "--line",
        line,
        "--column",
        column,
        "--json",
      ]);
      if (status === 0) continue;
      const lines = err.trim() === "" ? [`the calls ended with ${status}`] : err.trim().split("\n");
      failures.push(...lines.map((each) => `${named(checkout, each)} (--line ${line} --column ${column})`));
    }
  }
  return { calls: own.length + everybodys.length, failures };
}

/** A working copy has this code, which need not be started again for it. */
async function play(checkout: Checkout, args: readonly string[]): Promise<Pick<Ran, "status" | "err">> {
  if (checkout.commit !== null) return checkout.run("call", args);
  const err: string[] = [];
  const status = await runCommand("call", callCommand, {
    args,
    out: () => {},
    err: (text) => err.push(text),
    end: () => {},
  });
  return { status, err: err.join("") };
}

function inFolder({ folder }: Checkout, file: string): string {
  return path.join(folder, file);
}

/** A line without the folder that is gone when it is read. */
function named({ folder }: Checkout, line: string): string {
  return line.replaceAll(`${folder}${path.sep}`, "");
}

/** Absolute; null where the call names none. */
function knowledgeNamedBy(file: string): string | null {
  try {
    const { knowledge } = (parse(readFileSync(file, "utf8")) ?? {}) as { readonly knowledge?: unknown };
    return typeof knowledge === "string" ? path.resolve(path.dirname(file), knowledge) : null;
  } catch {
    return null;
  }
}
