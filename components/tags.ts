import * as pulumi from "@pulumi/pulumi";

/** Puts these tags on every resource of the stack that takes tags; a resource's own tags come first. Called before any is made. */
export function tagEverything(tags: Readonly<Record<string, string>>): void {
  pulumi.runtime.registerStackTransformation(({ props, opts }) =>
    // A resource of AWS that takes tags has the property even where its value is undefined.
    "tags" in props ? { props: { ...props, tags: { ...tags, ...props.tags } }, opts } : undefined,
  );
}
