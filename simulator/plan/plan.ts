/** Everything that `pulumi up` would declare for one stack. */
export interface Plan {
  readonly stack: string;
  /** Sorted by URN. */
  readonly resources: readonly PlannedResource[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface PlannedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** URN; null for the stack itself. */
  readonly parent: string | null;
  /** Secrets stand as `"[secret]"`, JSON documents as structures, files as `{ "file", "sha256" }`. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: {
    readonly protect: boolean;
    readonly retainOnDelete: boolean;
    readonly aliases: readonly unknown[];
    readonly ignoreChanges: readonly string[];
  };
}

/** The value under a path of keys; undefined where there is none. */
export function valueAt(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}

/** The resources of a type, `aws:s3/bucket:Bucket`. */
export function ofType(plan: Plan, type: string): readonly PlannedResource[] {
  return plan.resources.filter((resource) => resource.type === type);
}
