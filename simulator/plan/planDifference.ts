import { type ValueChange, valueChangeText, valueDifference } from "../../components/routing/valueDifference";
import type { Plan, PlannedResource } from "./plan";
import { shortType } from "./planTable";

/** In which resources two plans differ. Resources are the same where type and name are, and those of all components above. */
export interface PlanDifference {
  readonly added: readonly PlannedResource[];
  readonly removed: readonly PlannedResource[];
  readonly changed: readonly ChangedResource[];
}

export interface ChangedResource {
  readonly before: PlannedResource;
  readonly after: PlannedResource;
  /** Of `inputs` and `options`: paths begin with one of them. The stack's own name stands as `<stack>` where the two differ. */
  readonly changes: readonly ValueChange[];
}

/** What `pulumi up` would declare otherwise. Names that follow from the stack's are no difference. */
export function planDifference(before: Plan, after: Plan): PlanDifference {
  const isOneStack = before.stack === after.stack;
  const [was, is] = [before, after].map(({ stack, resources }) => {
    const named = resources.map((resource) => (isOneStack ? resource : withoutStack(resource, stack)));
    return new Map(
      resources.map((resource, index) => [keyOf(resource), { resource, named: named[index] ?? resource }]),
    );
  });
  if (was === undefined || is === undefined) return { added: [], removed: [], changed: [] };
  return {
    added: [...is].flatMap(([key, { resource }]) => (was.has(key) ? [] : [resource])),
    removed: [...was].flatMap(([key, { resource }]) => (is.has(key) ? [] : [resource])),
    changed: [...is].flatMap(([key, now]) => {
      const old = was.get(key);
      if (old === undefined) return [];
      const changes = valueDifference(compared(old.named), compared(now.named));
      return changes.length === 0 ? [] : [{ before: old.resource, after: now.resource, changes }];
    }),
  };
}

/** Whether the plans declare the same. */
export function isSamePlan({ added, removed, changed }: PlanDifference): boolean {
  return added.length + removed.length + changed.length === 0;
}

/** A line for each resource that comes or goes, and for each change of one that stays. `isTold`: what was said elsewhere already. */
export function planDifferenceLines(
  { added, removed, changed }: PlanDifference,
  isTold: (resource: PlannedResource, change: ValueChange) => boolean = () => false,
): readonly string[] {
  const named = ({ name, type }: PlannedResource) => `${name} (${shortType(type)})`;
  return [
    ...removed.map((resource) => `${named(resource)} is gone`),
    ...added.map((resource) => `${named(resource)} is new`),
    ...changed.flatMap(({ after, changes }) =>
      changes
        .filter((change) => !isTold(after, change))
        .map((change) => `${named(after)}: ${valueChangeText(change).replace(/^inputs\./, "")}`),
    ),
  ];
}

function compared({ inputs, options }: PlannedResource) {
  return { inputs, options };
}

/** The URN without the stack. */
function keyOf({ urn }: PlannedResource): string {
  return urn.replace(/^urn:pulumi:[^:]*::/, "");
}

function withoutStack(resource: PlannedResource, stack: string): PlannedResource {
  const name = new RegExp(`(?<![A-Za-z0-9])${stack.replaceAll(".", "\\.")}(?![A-Za-z0-9])`, "g");
  const replaced = (value: unknown): unknown => {
    if (typeof value === "string") return value.replace(name, "<stack>");
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]));
  };
  return { ...resource, inputs: replaced(resource.inputs) as PlannedResource["inputs"] };
}
