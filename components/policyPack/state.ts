import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { GuardedResource, GuardedStack } from "../guard";

/** A resource as `pulumi stack export` writes it. */
interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly protect?: boolean;
  readonly delete?: boolean;
}

const root = path.resolve(__dirname, "..", "..");

/**
 * What a stack has in AWS, as `pulumi stack export --file .local/NAME.state.json` wrote it before; null where there is no such file,
 * for instance before the stack's first deployment.
 */
export function exportedState(stack: string): GuardedStack | null {
  const file = path.join(root, ".local", `${stack}.state.json`);
  return existsSync(file) ? readState(readFileSync(file, "utf8")) : null;
}

/** Reads the state of a stack from what `pulumi stack export` prints. */
export function readState(text: string): GuardedStack {
  const { deployment } = JSON.parse(text) as { readonly deployment: { readonly resources?: readonly StateResource[] } };
  // What is only waiting for its deletion was given up before.
  return { resources: (deployment.resources ?? []).filter((each) => each.delete !== true).map(guarded) };
}

function guarded({ urn, type, inputs = {}, protect = false }: StateResource): GuardedResource {
  return { urn, type, name: urn.slice(urn.lastIndexOf("::") + 2), inputs: asWritten(inputs), options: { protect } };
}

/**
 * Inputs without those that the provider filled in, such as the name that it made up: those follow the resource. No other value is
 * read, since Pulumi refuses to run a policy that touches one which a preview does not know yet.
 */
export function asWritten(inputs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const filledIn = inputs.__defaults;
  if (!Array.isArray(filledIn)) return inputs;
  return Object.create(inputs, Object.fromEntries(filledIn.map((key: string) => [key, { value: undefined }])));
}
