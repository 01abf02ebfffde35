import type { Plan, PlannedResource } from "./plan";

/** A plan as a person reads it: each component with what it is made of, one line a resource, guarded ones marked. */
export function planTable(plan: Plan): readonly string[] {
  const childrenOf = new Map<string | null, PlannedResource[]>();
  for (const resource of plan.resources) {
    childrenOf.set(resource.parent, [...(childrenOf.get(resource.parent) ?? []), resource]);
  }
  const rows: [string, string, string][] = [];
  const walk = (parent: string | null, depth: number): void => {
    const children = [...(childrenOf.get(parent) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const child of children) {
      rows.push([`${"  ".repeat(depth)}${child.name}`, shortType(child.type), marks(child)]);
      walk(child.urn, depth + 1);
    }
  };
  walk(null, 0);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = ([name, type, mark]: [string, string, string]) =>
    `${name.padEnd(widths[0] ?? 0)}  ${type.padEnd(widths[1] ?? 0)}  ${mark}`.trimEnd();
  const outputs = Object.entries(plan.outputs).map(([key, value]) => `  ${key}: ${shown(value)}`);
  return [...rows.map(line), "", `${plan.resources.length} resources`, "", "outputs", ...outputs];
}

/** `aws:s3/bucket:Bucket` as `aws s3 Bucket`. */
export function shortType(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  const [service = ""] = module.split("/");
  return provider === "pulumi" || provider === "voiceAgent" ? name : `${provider} ${service} ${name}`;
}

function marks({ options }: PlannedResource): string {
  return [options.protect ? "protected" : "", options.retainOnDelete ? "retained" : ""].filter(Boolean).join(", ");
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
