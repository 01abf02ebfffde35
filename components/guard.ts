/** A resource, as a plan, Pulumi's state or its policies show it. */
export interface GuardedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: {
    readonly protect: boolean;
    readonly ignoreChanges?: readonly string[];
    /** URNs, or what of one another name, type or stack takes the place of. */
    readonly aliases?: readonly unknown[];
  };
}

/** All that one stack declares, as a plan has it. */
export interface GuardedStack {
  readonly resources: readonly GuardedResource[];
  /** Of these the `region` is read; left out where it is not known. */
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** A guarded resource that a change would take away. */
export interface Loss {
  /** The resource's name. */
  readonly name: string;
  readonly urn: string;
  readonly how: "deleted" | "replaced";
  /** What of it is lost, in words. */
  readonly what: string;
  /** What was changed, `countryCode "US" → "GB"`; empty where the resource itself is gone. */
  readonly because: readonly string[];
  /** A sentence saying what to do instead. */
  readonly cure: string;
}

/** What must not be lost, and the inputs whose change makes AWS's provider delete it and make another. */
interface Guard {
  readonly what: string;
  readonly replacedBy: readonly string[];
  readonly cure: string;
  /** False: it is no thing of its own, only what makes another ring. @default true */
  readonly isProtected?: false;
}

/** Takes the resource out of Pulumi's state, and leaves it in AWS. */
const letGo = "let it go with `pulumi state delete`, which leaves it in AWS";

/**
 * The inputs are those marked ForceNew in the AWS provider behind @pulumi/aws 7 (hashicorp/terraform-provider-aws, internal/service:
 * connect/phone_number.go, connect/instance.go, connect/phone_number_contact_flow_association.go, dynamodb/table.go, s3/bucket.go,
 * kms/key.go), under Pulumi's names. A number's `targetArn` is not among them: it moves to another instance as it is. A resource's
 * own `region` is one everywhere since version 7.
 */
const guards: Readonly<Record<string, Guard>> = {
  "aws:connect/phoneNumber:PhoneNumber": {
    what: "the phone number is released, and nobody can claim it for 180 days",
    replacedBy: ["countryCode", "type", "prefix", "description"],
    cure: `Put it back. A stack that shall go on with a number claimed elsewhere adopts it (phoneNumberId); to give this one up for that, first ${letGo}.`,
  },
  "aws:connect/phoneNumberContactFlowAssociation:PhoneNumberContactFlowAssociation": {
    what: "the phone number is no longer answered by this stack",
    replacedBy: ["phoneNumberId"],
    cure: "Put it back, and give another number a stack of its own.",
    isProtected: false,
  },
  "aws:connect/instance:Instance": {
    what: "the Amazon Connect instance is deleted, with the numbers, flows and recordings' settings that live in it",
    replacedBy: ["identityManagementType", "instanceAlias", "directoryId"],
    cure: `Put it back. To adopt another (connectInstanceId), first ${letGo}.`,
  },
  "aws:dynamodb/table:Table": {
    what: "the table is deleted with all that is in it",
    replacedBy: ["name", "hashKey", "rangeKey", "localSecondaryIndexes", "restoreDateTime", "restoreToLatestTime"],
    cure: "Put it back, or declare the new table beside it, copy what is in the old one, and remove that in a later change. A table that only has another name in the program keeps its own by an alias.",
  },
  "aws:s3/bucket:Bucket": {
    what: "the bucket is deleted with what callers left in it",
    replacedBy: ["bucket", "bucketPrefix", "objectLockEnabled"],
    cure: "Put it back, or declare the new bucket beside it and copy what is in the old one. A bucket that only has another name in the program keeps its own by an alias.",
  },
  "aws:kms/key:Key": {
    what: "the key is deleted, and what it encrypted can never be read again",
    replacedBy: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    cure: "Put it back.",
  },
};

/**
 * What of a stack would be lost by going from `before` to `after`: guarded resources that would be deleted, or replaced, which deletes
 * them too. Both are one and the same stack. A bucket that may be deleted with what is in it is not guarded.
 */
export function lossesOf(before: GuardedStack, after: GuardedStack): readonly Loss[] {
  const [from, to] = [before.outputs?.region, after.outputs?.region];
  const hasMoved = from !== undefined && to !== undefined && from !== to;
  return before.resources.flatMap((was): readonly Loss[] => {
    const guard = guardOf(was);
    if (guard === null) return [];
    const lost = { name: was.name, urn: was.urn, what: guard.what };
    const is = after.resources.find((candidate) => isSame(was, candidate));
    if (is === undefined) return [{ ...lost, how: "deleted", because: [], cure: guard.cure }];
    const because = [...(hasMoved ? [`region ${shown(from)} → ${shown(to)}`] : []), ...replacingChanges(was, is)];
    return because.length > 0 ? [{ ...lost, how: "replaced", because, cure: guard.cure }] : [];
  });
}

/** A loss as one line: `line-number would be replaced (countryCode "US" → "GB"): the phone number is released … Put it back.` */
export function lossLine({ name, how, because, what, cure }: Loss): string {
  const why = because.length > 0 ? ` (${because.join(", ")})` : "";
  return `${name} would be ${how}${why}: ${what}. ${cure}`;
}

/** The changes that make AWS's provider replace a guarded resource, in words; none for any other. */
export function replacingChanges(was: GuardedResource, is: GuardedResource): readonly string[] {
  const guard = guardOf(was);
  if (guard === null) return [];
  return [...guard.replacedBy, "region"]
    .filter((key) => !is.options.ignoreChanges?.includes(key) && !isEqual(was.inputs[key], is.inputs[key]))
    .map((key) => `${key} ${shown(was.inputs[key])} → ${shown(is.inputs[key])}`);
}

/** Whether a resource must not be lost and yet Pulumi's engine would delete or replace it: only what is protected it refuses to. */
export function lacksProtection(resource: GuardedResource): boolean {
  const guard = guardOf(resource);
  return guard !== null && guard.isProtected !== false && !resource.options.protect;
}

function guardOf({ type, inputs }: GuardedResource): Guard | null {
  const mayBeEmptied = type === "aws:s3/bucket:Bucket" && inputs.forceDestroy === true;
  return mayBeEmptied ? null : (guards[type] ?? null);
}

/** Whether the engine takes `is` for the resource that `was`: by its URN, or by an alias. */
function isSame(was: GuardedResource, is: GuardedResource): boolean {
  if (was.urn === is.urn) return true;
  return (is.options.aliases ?? []).some((alias) => {
    if (typeof alias === "string") return alias === was.urn;
    const { name = is.name, type = is.type } = (alias ?? {}) as { readonly name?: string; readonly type?: string };
    return name === was.name && type === was.type;
  });
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function shown(value: unknown): string {
  return value === undefined || value === null ? "not set" : JSON.stringify(value);
}
