import { nearestWord } from "../../functions/shared/nearestWord";
import type { ActionRule } from "./actionRule";
import type { Found } from "./lintAction";
import { isPlaceholder, isReference, namespaces } from "./reference";
import { shown } from "./shapes";
import type { Json } from "./types";

type Fields = { readonly [name: string]: Json };

/** Where texts may hold anything, also what only looks like a JSONPath. */
const freeTexts = ["Text", "SSML"];

/** Where values keep the type that a view or a module declares. */
const typedValues: Readonly<Record<string, string>> = {
  ShowView: "ViewData",
  InvokeFlowModule: "Input",
  EndFlowModuleExecution: "ResultData",
};

/** What an action's parameters break, each for itself and together. */
export function lintParameters(type: string, parameters: Fields, rule: ActionRule): Found {
  const errors: string[] = [];
  const names = Object.keys(rule.parameters).map((name) => name.replace(/\?$/, ""));
  for (const [field, shape] of Object.entries(rule.parameters)) {
    const name = field.replace(/\?$/, "");
    const value = parameters[name];
    if (value !== undefined) errors.push(...shape(value, name));
    else if (name === field && name !== "*") errors.push(`${name} is missing. Add it.`);
  }
  if (!names.includes("*")) {
    for (const name of Object.keys(parameters).filter((each) => !names.includes(each))) {
      errors.push(`${type} has no parameter "${name}".${cureOf(name, names)}`);
    }
  }
  if (rule.oneOf !== undefined) {
    const given = rule.oneOf.filter((name) => parameters[name] !== undefined);
    if (given.length !== 1) {
      errors.push(
        `${given.length === 0 ? "None" : `${given.length}`} of ${rule.oneOf.join(", ")} is given. Write exactly one.`,
      );
    }
  }
  errors.push(...(rule.together?.(parameters) ?? []));
  const scalars = scalarsOf(parameters, "");
  errors.push(
    ...scalars.flatMap((scalar) => {
      const isTold = errors.some((message) => message.startsWith(`${scalar.name} is `));
      return isTold ? [] : lintScalar(type, scalar);
    }),
  );
  return { errors, warnings: scalars.flatMap(lintReferences) };
}

function cureOf(name: string, names: readonly string[]): string {
  const nearest = nearestWord(name, names);
  if (nearest !== null) return ` Did you mean "${nearest}"?`;
  return names.length === 0 ? " It has none: leave it out." : ` It has ${names.join(", ")}.`;
}

interface Scalar {
  readonly name: string;
  readonly value: Json;
}

function scalarsOf(value: Json, name: string): readonly Scalar[] {
  if (typeof value !== "object" || value === null) return [{ name, value }];
  return Object.entries(value).flatMap(([key, each]) => {
    const inner = Array.isArray(value) ? `${name}[${key}]` : name === "" ? key : `${name}.${key}`;
    return scalarsOf(each as Json, inner);
  });
}

/** Every scalar is a text, and no text is empty; views and modules may hold other values. */
function lintScalar(type: string, { name, value }: Scalar): readonly string[] {
  const typed = typedValues[type];
  const isTyped = typed !== undefined && (name === typed || name.startsWith(`${typed}.`));
  if (typeof value !== "string") {
    return isTyped ? [] : [`${name} is ${shown(value)}. Write it as text: "${String(value)}".`];
  }
  // Published views hold empty texts in their inner parts; the service refuses them only at the top.
  if (value === "" && isTyped && name.slice(typed.length + 1).includes(".")) return [];
  if (value === "") return [`${name} is "". A text may not be empty; " " may.`];
  const isFree = isTyped || freeTexts.includes(name.replace(/^.*\./, ""));
  if (!isFree && value.startsWith("$.") && !isReference(value) && !/\s/.test(value) && !isPlaceholder(value)) {
    return [`${name} is "${value}", which is no JSONPath. Write it as "$.Attributes.name".`];
  }
  return [];
}

/** A slip in what the flow looks up is no error to the service: the value is just never there. */
function lintReferences({ name, value }: Scalar): readonly string[] {
  if (typeof value !== "string") return [];
  return [...value.matchAll(/\$(\.?)([A-Za-z]+)(?=\.[A-Za-z_'"[])/g)].flatMap(([written, dot, root = ""]) => {
    if (dot === "." && namespaces.includes(root)) return [];
    const nearest = nearestWord(root, namespaces);
    return nearest === null ? [] : [`${name} looks up "${written}", which is not there. Write "$.${nearest}".`];
  });
}
