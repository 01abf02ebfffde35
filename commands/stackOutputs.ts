import { spawnSync } from "node:child_process";
import { UserError } from "../functions/shared/userError";
import { readStack } from "./stack";

/** What a deployed stack calls its things: the outputs of the program. */
export type StackOutputs = Readonly<Record<string, string>>;

/**
 * Asks the Pulumi CLI for a stack's outputs.
 *
 * @param wanted the outputs that are needed.
 * @throws UserError where there is no such stack, or the CLI cannot say.
 */
export function readStackOutputs<K extends string>(
  name: string,
  wanted: readonly K[],
): Readonly<Record<K | "region", string>> {
  readStack(name);
  const { status, stdout, stderr, error } = spawnSync("pulumi", ["stack", "output", "--json", "--stack", name], {
    encoding: "utf8",
    env: process.env,
  });
  if (error !== undefined || status !== 0) {
    const why = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
    throw new UserError([
      `--stack "${name}": the Pulumi CLI does not give its outputs (${why}). Install it, log in with pulumi login, and deploy the stack first.`,
    ]);
  }
  const outputs = outputsIn(stdout);
  const missing = [...wanted, "region"].filter((key) => outputs[key] === undefined);
  if (missing.length > 0) {
    throw new UserError([
      `--stack "${name}": it was deployed without ${missing.join(", ")}. Deploy it once more from this checkout with pulumi up.`,
    ]);
  }
  return outputs as Readonly<Record<K | "region", string>>;
}

function outputsIn(text: string): StackOutputs {
  const parsed = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(parsed).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}
