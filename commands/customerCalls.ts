import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Checkout } from "./checkout";

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
export function playCustomerCalls(
  checkout: Checkout,
  customer: string,
  line: string,
): { readonly calls: number; readonly failures: readonly string[] } {
  const { own, everybodys } = customerCalls(checkout.folder, customer);
  const groups = [
    { files: own, business: [] },
    { files: everybodys, business: ["--knowledge", path.join("knowledge", `${customer}.yaml`)] },
  ].filter(({ files }) => files.length > 0);
  const failures = groups.flatMap(({ files, business }) =>
    ["best", "worst"].flatMap((column) => {
      const { status, err } = checkout.run("call", [...files, ...business, "--line", line, "--column", column, "--json"]);
      const lines = err.trim() === "" ? [`the calls ended with ${status}`] : err.trim().split("\n");
      return status === 0 ? [] : lines.map((each) => `${each} (--line ${line} --column ${column})`);
    }),
  );
  return { calls: own.length + everybodys.length, failures };
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
