import type {
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { type GuardedResource, type GuardedStack, lacksProtection, lossesOf, lossLine } from "../guard";
import { asWritten } from "./state";

/** What a stack has in AWS, by the stack's name; null where that is not known. */
export type StateOf = (stack: string) => GuardedStack | null;

/**
 * The guard of number, instance and data as Pulumi enforces it during `preview` and `up`. Pulumi shows a policy only what shall be, so
 * what is comes from an exported state. Without one the first policy still holds: what is protected, the engine itself refuses to
 * delete or replace.
 */
export function policies(
  stateOf: StateOf,
): [ResourceValidationPolicy, ResourceValidationPolicy, StackValidationPolicy] {
  return [
    {
      name: "guarded-is-protected",
      description: "A number, an instance, a table, a key and what callers left are protected.",
      validateResource: (resource, report) => {
        if (!lacksProtection(declared(resource))) return;
        report(`${resource.name} is not protected: Pulumi would delete or replace it. Set { protect: true }.`);
      },
    },
    {
      name: "guarded-is-not-replaced",
      description: "No change makes AWS delete a number, an instance, a table, a key or a bucket and make another.",
      validateResource: (resource, report) => {
        const is = declared(resource);
        const was = stateOf(stackOf(is.urn))?.resources.find(
          ({ urn }) => urn === is.urn || is.options.aliases?.includes(urn),
        );
        if (was === undefined) return;
        for (const loss of lossesOf({ resources: [was] }, { resources: [is] })) report(lossLine(loss));
      },
    },
    {
      name: "guarded-is-not-deleted",
      description: "No change takes a number, an instance, a table, a key or a bucket out of the stack.",
      validateStack: ({ resources }, report) => {
        const [first] = resources;
        const was = first === undefined ? null : stateOf(stackOf(first.urn));
        if (was === null) return;
        const losses = lossesOf(was, { resources: resources.map(declared) });
        for (const loss of losses) if (loss.how === "deleted") report(lossLine(loss), loss.urn);
      },
    },
  ];
}

function declared({ urn, type, name, props, opts }: ResourceValidationArgs | PolicyResource): GuardedResource {
  const { protect, ignoreChanges, aliases } = opts;
  return { urn, type, name, inputs: asWritten(props), options: { protect, ignoreChanges, aliases } };
}

/** `urn:pulumi:acme-prod::…` */
function stackOf(urn: string): string {
  return urn.split(":")[2] ?? "";
}
