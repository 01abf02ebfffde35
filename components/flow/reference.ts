import type { Json } from "./types";

/** `$.External.uri`, `$.Attributes['a b']`, `$.MediaStreams.Customer.Audio.StreamARN`; the last part must be a name. */
const segment = String.raw`(?:\.[A-Za-z0-9_:-]+|\['[^']+'\]|\["[^"]+"\]|\[\d+\])`;
const reference = new RegExp(String.raw`\$${segment}+`, "g");
const onlyReference = new RegExp(String.raw`^\$${segment}+$`);

/** Whether a parameter is one JSONPath with a leaf. */
export function isReference(text: string): boolean {
  return onlyReference.test(text);
}

/** What holds values, and is none itself. */
export const namespaces: readonly string[] = [
  ...["Attributes", "External", "FlowAttributes", "SegmentAttributes", "Lex", "Modules", "Views", "Metrics", "Queue"],
  ...["Agent", "Customer", "CustomerEndpoint", "SystemEndpoint", "MediaStreams", "Media", "Case", "Wisdom", "Tags"],
  ...["References", "LoadedContent", "Task", "Campaign", "Email"],
];

/** Whether a parameter is one JSONPath that leads to a value, not to a whole namespace such as `$.External`. */
export function leadsToLeaf(text: string): boolean {
  const [, root] = /^\$\.([A-Za-z0-9_]+)$/.exec(text) ?? [];
  return isReference(text) && (root === undefined || !namespaces.includes(root));
}

/** Whether a parameter is, or holds, what a template fills in before the flow is deployed. */
export function isPlaceholder(text: string): boolean {
  return /\$\{[^{}]+\}|\{\{[^{}]+\}\}|%%[^%]+%%/.test(text);
}

/** What a JSONPath leads to in the data of a run; undefined where there is nothing. */
export function lookUp(data: { readonly [name: string]: Json }, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const [, name, single, double, index] of path.matchAll(
    /\.([A-Za-z0-9_:-]+)|\['([^']+)'\]|\["([^"]+)"\]|\[(\d+)\]/g,
  )) {
    const key: string = name ?? single ?? double ?? index ?? "";
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { readonly [name: string]: Json })[key];
  }
  return value;
}

/**
 * A parameter as Connect reads it: one reference stands for its value, references within a text are filled in (with nothing where
 * they lead nowhere). Undefined where the parameter is missing or its one reference leads nowhere.
 */
export function resolveText(data: { readonly [name: string]: Json }, parameter: Json | undefined): string | undefined {
  if (typeof parameter !== "string") return asText(parameter);
  if (isReference(parameter)) return asText(lookUp(data, parameter));
  return parameter.replace(reference, (path) => asText(lookUp(data, path)) ?? "");
}

function asText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
