import * as pulumi from "@pulumi/pulumi";
import { UserError } from "../../functions/shared/userError";
import { type PlannedThing, plannedAccountId, plannedId, plannedOutput } from "./placeholders";
import type { Plan, PlannedResource } from "./plan";
import { readable } from "./readable";

/** What the program is run with: the stack's config as Pulumi would pass it. */
export interface PlannedStack {
  readonly name: string;
  /** Name of the Pulumi project. */
  readonly project: string;
  /** Every key with its prefix. */
  readonly config: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** A Pulumi program as a function of the folder in which its files lie; gives the stack's outputs. */
export type Program = (root: string) => Promise<Readonly<Record<string, unknown>>>;

/** The type of the resource above all others. */
const stackType = "pulumi:pulumi:Stack";

/** A request that registers a resource, as far as a plan reads it. */
interface Registration {
  getType(): string;
  getName(): string;
  getParent(): string;
  getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getIgnorechangesList(): string[];
  getAliasesList(): { getUrn(): string; getSpec(): { toObject(): object } | undefined }[];
}
interface Registered {
  getUrn(): string;
}
type Reply = (error: Error | null, response?: Registered) => void;
interface Monitor {
  registerResource(request: Registration, reply: Reply): void;
  registerResourceOutputs(request: OutputsRegistration, reply: (error: Error | null) => void): void;
}
interface OutputsRegistration {
  getUrn(): string;
  getOutputs(): { toJavaScript(): Record<string, unknown> } | undefined;
}

/** A resource as it was registered; URNs are the stand-in engine's. */
interface Recorded {
  readonly engineUrn: string;
  readonly engineParent: string;
  readonly resource: Omit<PlannedResource, "urn" | "parent">;
}

/**
 * Runs a Pulumi program as the engine would for a first `up`, with placeholders for everything that AWS would answer, and gives what
 * it declares. Neither the Pulumi CLI nor AWS is asked. Throws a UserError for what the program refuses about the stack, and an
 * AggregateError where an input failed: Pulumi alone would leave such a resource out without a word. One at a time in a process.
 */
export async function planStack(stack: PlannedStack, root: string, program: Program): Promise<Plan> {
  const failures: unknown[] = [];
  const note = (reason: unknown) => failures.push(reason);
  process.on("unhandledRejection", note);
  try {
    const { recorded, outputs } = await record(stack, root, program, failures);
    if (failures.length > 0) throw planError(failures);
    return { stack: stack.name, resources: withTrueUrns(recorded, stack), outputs };
  } catch (error) {
    throw planError(failures.length > 0 ? failures : [error]);
  } finally {
    process.off("unhandledRejection", note);
  }
}

async function record(stack: PlannedStack, root: string, program: Program, failures: unknown[]) {
  const region = stack.config["aws:region"] ?? "";
  const unset = new Map<string, readonly string[]>();
  const made: { readonly type: string; readonly name: string }[] = [];
  const recorded: Recorded[] = [];
  let outputs: Plan["outputs"] = {};
  const attempt = (read: () => void) => {
    try {
      read();
    } catch (error) {
      failures.push(error);
    }
  };
  pulumi.runtime.setAllConfig({ ...stack.config }, [...stack.secrets]);
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        const thing: PlannedThing = { type, name, region, inputs };
        const outputs = (unset.get(`${type} ${name}`) ?? []).map((output) => [output, plannedOutput(thing, output)]);
        return { id: plannedId(thing), state: { ...inputs, ...Object.fromEntries(outputs) } };
      },
      call: ({ token }) => answerOf(token, region),
    },
    stack.project,
    stack.name,
    false,
  );
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, reply) =>
    register(request, (error, response) => {
      if (error === null && response !== undefined)
        attempt(() => recorded.push(recordOf(request, response.getUrn(), root)));
      reply(error, response);
    });
  const registerOutputs = monitor.registerResourceOutputs.bind(monitor);
  monitor.registerResourceOutputs = (request, reply) => {
    const values = request.getOutputs()?.toJavaScript() ?? {};
    if (request.getUrn().includes(`::${stackType}::`)) {
      attempt(() => {
        outputs = readable(values, root) as Plan["outputs"];
      });
    }
    registerOutputs(request, reply);
  };
  await pulumi.runtime.runInPulumiStack(async () => {
    pulumi.runtime.registerStackTransformation(({ type, name, props }) => {
      const names = Object.keys(props).filter((key) => props[key] === undefined);
      unset.set(`${type} ${name}`, names);
      made.push({ type, name });
      if (isInsideApply()) failures.push(new Error(`${name} is made inside apply: a preview would not show it.`));
      return undefined;
    });
    // Caught here, so that Pulumi's own promises end well and what was registered before is waited for.
    return program(root).catch((error: unknown) => {
      failures.push(error);
    });
  });
  await settle(() => recorded.length);
  for (const { type, name } of made) {
    const isThere = recorded.some(({ resource }) => resource.type === type && resource.name === name);
    if (!isThere) failures.push(new Error(`${name} (${type}) is left out: one of its inputs failed or never came.`));
  }
  return { recorded, outputs };
}

/** What is registered only after something else has been answered counts too: waits until nothing more comes. */
async function settle(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await pulumi.runtime.disconnect();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Whether who called us was called by `apply`: resources are registered while their constructor runs. */
function isInsideApply(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 100;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes("applyHelperAsync");
}

function recordOf(request: Registration, engineUrn: string, root: string): Recorded {
  const name = request.getName();
  return {
    engineUrn,
    engineParent: request.getParent(),
    resource: {
      type: request.getType(),
      name,
      inputs: withPlace(
        name,
        () => readable(request.getObject()?.toJavaScript() ?? {}, root) as PlannedResource["inputs"],
      ),
      options: {
        protect: request.getProtect() ?? false,
        retainOnDelete: request.getRetainondelete() ?? false,
        aliases: request.getAliasesList().map((alias) => alias.getUrn() || given(alias.getSpec()?.toObject() ?? {})),
        ignoreChanges: [...request.getIgnorechangesList()],
      },
    },
  };
}

/** An alias without what it leaves open; its parent is the resource's own unless it says otherwise. */
function given(spec: object): object {
  return Object.fromEntries(Object.entries(spec).filter(([key, value]) => value !== "" && key !== "parenturn"));
}

/** Says of which resource an error is. */
function withPlace<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * URNs as the real engine makes them: the types of all components above, outermost first. The stand-in knows only one. Throws where
 * two resources would have the same.
 */
function withTrueUrns(
  recorded: readonly Recorded[],
  { name: stack, project }: PlannedStack,
): readonly PlannedResource[] {
  const byEngineUrn = new Map(recorded.map((each) => [each.engineUrn, each]));
  const typesOf = (each: Recorded): string => {
    const above = byEngineUrn.get(each.engineParent);
    const isBelowComponent = above !== undefined && above.resource.type !== stackType;
    return isBelowComponent ? `${typesOf(above)}$${each.resource.type}` : each.resource.type;
  };
  const urnOf = (each: Recorded) => `urn:pulumi:${stack}::${project}::${typesOf(each)}::${each.resource.name}`;
  const resources = recorded.map((each) => {
    const above = byEngineUrn.get(each.engineParent);
    const { type, name, ...rest } = each.resource;
    return { urn: urnOf(each), type, name, parent: above === undefined ? null : urnOf(above), ...rest };
  });
  const urns = resources.map(({ urn }) => urn).sort();
  const twice = urns.find((urn, index) => urn === urns[index + 1]);
  if (twice !== undefined) throw new Error(`Two resources have the same URN: ${twice}`);
  return resources.sort((a, b) => (a.urn < b.urn ? -1 : 1));
}

function answerOf(token: string, region: string): Record<string, unknown> {
  if (token === "aws:index/getCallerIdentity:getCallerIdentity") {
    return {
      accountId: plannedAccountId,
      arn: `arn:aws:iam::${plannedAccountId}:root`,
      id: plannedAccountId,
      userId: "plan",
    };
  }
  if (token === "aws:index/getRegion:getRegion") return { id: region, name: region, region, description: region };
  throw new Error(`The program asks AWS for ${token}, which a plan cannot answer.`);
}

function planError(failures: readonly unknown[]): unknown {
  const refusals = failures.filter((failure) => pulumi.RunError.isInstance(failure));
  if (refusals.length > 0) return new UserError(refusals.flatMap((refusal) => String(refusal.message).split("\n")));
  if (failures.length === 1) return failures[0];
  return new AggregateError(failures, failures.map((failure) => String(failure)).join("\n"));
}
