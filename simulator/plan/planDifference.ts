import { type ValueChange, valueChangeText, valueDifference } from "../../components/routing/valueDifference";
import type { Plan, PlannedResource } from "./plan";
import { shortType } from "./planTable";

/** The resource that stands for the stack itself. */
const stackType = "pulumi:pulumi:Stack";

/** In which resources two plans differ. Resources are the same where type and name are, and those of all components above. */
export interface PlanDifference {
  readonly added: readonly PlannedResource[];
  readonly removed: readonly PlannedResource[];
  readonly changed: readonly ChangedResource[];
}

export interface ChangedResource {
  readonly before: PlannedResource;
  readonly after: PlannedResource;
  /** Of `inputs` and `options`: paths begin with one of them. */
  readonly changes: readonly ValueChange[];
}

/** What `pulumi up` would declare otherwise. Where two stacks are compared, one's name in place of the other's is no difference. */
export function planDifference(before: Plan, after: Plan): PlanDifference {
  const [was, is] = [before, after].map(
    ({ resources }) =>
      new Map(resources.filter(({ type }) => type !== stackType).map((resource) => [keyOf(resource), resource])),
  );
  if (was === undefined || is === undefined) return { added: [], removed: [], changed: [] };
  const renamed = renaming(before.stack, after.stack);
  return {
    added: [...is].flatMap(([key, resource]) => (was.has(key) ? [] : [resource])),
    removed: [...was].flatMap(([key, resource]) => (is.has(key) ? [] : [resource])),
    changed: [...is].flatMap(([key, now]) => {
      const old = was.get(key);
      if (old === undefined) return [];
      const changes = valueDifference(compared(old), compared(now), "", renamed);
      return changes.length === 0 ? [] : [{ before: old, after: now, changes }];
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

/** Puts one stack's name in the place of the other's, where that stands as a word. */
function renaming(from: string, to: string): (text: string) => string {
  const name = new RegExp(`(?<![A-Za-z0-9])${from.replaceAll(".", "\\.")}(?![A-Za-z0-9])`, "g");
  return (text) => text.replace(name, () => to);
}
