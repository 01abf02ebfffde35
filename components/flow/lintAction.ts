import { nearestWord } from "../../functions/shared/nearestWord";
import { type ActionRule, actionTypes, isChecked, ruleOf } from "./language";
import { operators } from "./operators";
import { isReference } from "./reference";
import { isObject, shown } from "./shapes";
import type { Json } from "./types";

type Fields = { readonly [name: string]: Json };

interface Found {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Where texts may hold anything, also what only looks like a JSONPath. */
const freeTexts = ["Text", "SSML"];

/** What an action breaks of the rules for actions of its type. Where its ways lead is not looked at. */
export function lintAction(action: Fields): Found {
  const { Type, Parameters = {}, Transitions } = action;
  if (typeof Type !== "string") return { errors: [`Type is ${shown(Type)}. Write the action's type.`], warnings: [] };
  if (!isObject(Parameters)) return { errors: [`Parameters is ${shown(Parameters)}. Write an object.`], warnings: [] };
  const rule = ruleOf({ Type, Parameters });
  if (rule === null) {
    const nearest = nearestWord(Type, actionTypes);
    const hint = nearest === null || nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    return { errors: [`Type is ${shown(Type)}, which the flow language does not have.${hint}`], warnings: [] };
  }
  const parameters = lintParameters(Type, Parameters, rule);
  if (!isObject(Transitions)) {
    return { ...parameters, errors: [...parameters.errors, `Transitions is ${shown(Transitions)}. Write an object.`] };
  }
  const ways = [
    lintNext(Transitions, rule),
    lintErrors(Type, Transitions, rule),
    lintConditions(Parameters, Transitions, rule),
  ];
  return {
    errors: [...parameters.errors, ...ways.flatMap(({ errors }) => errors)],
    warnings: [...parameters.warnings, ...ways.flatMap(({ warnings }) => warnings)],
  };
}

function lintParameters(type: string, parameters: Fields, rule: ActionRule): Found {
  const errors: string[] = [];
  const warnings: string[] = [];
  const names = Object.keys(rule.parameters).map((name) => name.replace(/\?$/, ""));
  for (const [field, shape] of Object.entries(rule.parameters)) {
    const name = field.replace(/\?$/, "");
    const value = parameters[name];
    if (value !== undefined) errors.push(...shape(value, name));
    else if (name === field && name !== "*") errors.push(`${name} is missing.`);
  }
  for (const name of Object.keys(parameters)) {
    if (names.includes(name) || names.includes("*")) continue;
    const nearest = nearestWord(name, names);
    // A name near a known one is a slip; any other may be newer than this table.
    if (nearest) errors.push(`${type} has no parameter "${name}". Did you mean "${nearest}"?`);
    else warnings.push(`${type} has no parameter "${name}" that is known here.`);
  }
  if (rule.oneOf !== undefined) {
    const given = rule.oneOf.filter((name) => parameters[name] !== undefined);
    if (given.length !== 1) {
      errors.push(
        `${given.length === 0 ? "None" : `${given.length}`} of ${rule.oneOf.join(", ")} is given. Write exactly one.`,
      );
    }
  }
  if (type === "UpdateContactData" && Object.keys(parameters).length === 0)
    errors.push("Nothing is updated. Write a field.");
  if (type === "InvokeLambdaFunction" && parameters.InvocationType !== "ASYNCHRONOUS") {
    const limit = Number(parameters.InvocationTimeLimitSeconds);
    if (limit > 8 && limit <= 60) errors.push(`InvocationTimeLimitSeconds is "${limit}". The flow waits "8" at most.`);
  }
  errors.push(...lintScalars(type, parameters, "", errors));
  return { errors, warnings };
}

/** Every scalar is a text, and no text is empty; views may hold other values. */
function lintScalars(type: string, value: Json, name: string, said: readonly string[]): readonly string[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => {
      if (type === "ShowView" && name === "" && key === "ViewData") return [];
      const inner = Array.isArray(value) ? `${name}[${key}]` : name === "" ? key : `${name}.${key}`;
      return lintScalars(type, each as Json, inner, said);
    });
  }
  const isSaid = said.some((message) => message.startsWith(`${name} is `));
  if (isSaid) return [];
  if (typeof value !== "string") return [`${name} is ${shown(value)}. Write it as text: "${String(value)}".`];
  if (value === "") return [`${name} is "". A text may not be empty; " " may.`];
  const isFree = freeTexts.includes(name.replace(/^.*\./, ""));
  if (!isFree && value.startsWith("$.") && !isReference(value) && !/\s/.test(value)) {
    return [`${name} is "${value}", which is no JSONPath. Write it as "$.Attributes.name".`];
  }
  return [];
}

function lintNext({ NextAction, Errors, Conditions }: Fields, { ends }: ActionRule): Found {
  if (ends === "must") {
    const leads =
      NextAction !== undefined || [Errors, Conditions].some((list) => Array.isArray(list) && list.length > 0);
    return {
      errors: leads ? ["The action ends the flow, so it can lead nowhere. Write empty Transitions."] : [],
      warnings: [],
    };
  }
  return { errors: NextAction === undefined && ends === undefined ? ["NextAction is missing."] : [], warnings: [] };
}

function lintErrors(
  type: string,
  { Errors = [] }: Fields,
  { errors: known, optionalErrors = [], ends }: ActionRule,
): Found {
  if (!Array.isArray(Errors)) return { errors: [`Errors is ${shown(Errors)}. Write a list.`], warnings: [] };
  if (ends === "must" || !isChecked(type)) return { errors: [], warnings: [] };
  const errors: string[] = [];
  const seen = new Set<string>();
  for (const [index, branch] of Errors.entries()) {
    const errorType = isObject(branch) ? branch.ErrorType : undefined;
    if (!isObject(branch) || typeof errorType !== "string") {
      errors.push(`Errors[${index}] is ${shown(branch)}. Write ErrorType and NextAction.`);
      continue;
    }
    if (branch.NextAction === undefined) errors.push(`Errors[${index}].NextAction is missing.`);
    if (![...known, ...optionalErrors].includes(errorType)) {
      const all = [...known, ...optionalErrors];
      const cure = all.length === 0 ? "It knows none." : `It knows ${all.join(", ")}.`;
      errors.push(`Errors[${index}].ErrorType is "${errorType}", which ${type} does not know here. ${cure}`);
    }
    if (seen.has(errorType)) errors.push(`Errors has "${errorType}" twice.`);
    seen.add(errorType);
  }
  const missing = known.filter((errorType) => !seen.has(errorType));
  return { errors, warnings: missing.map((errorType) => `There is no branch for the error ${errorType}.`) };
}

function lintConditions(parameters: Fields, { Conditions = [] }: Fields, rule: ActionRule): Found {
  const { operands, neededOperands = [], ends } = rule;
  if (!Array.isArray(Conditions))
    return { errors: [`Conditions is ${shown(Conditions)}. Write a list.`], warnings: [] };
  if (ends === "must") return { errors: [], warnings: [] };
  if (operands === undefined) {
    return { errors: Conditions.length > 0 ? ["The action knows no conditions."] : [], warnings: [] };
  }
  const errors: string[] = [];
  const given: string[] = [];
  for (const [index, branch] of Conditions.entries()) {
    const at = `Conditions[${index}]`;
    const condition = isObject(branch) ? branch.Condition : undefined;
    if (!isObject(branch) || !isObject(condition)) {
      errors.push(`${at} is ${shown(branch)}. Write Condition and NextAction.`);
      continue;
    }
    if (branch.NextAction === undefined) errors.push(`${at}.NextAction is missing.`);
    const { Operator, Operands } = condition;
    const known: readonly string[] = rule.operators === "all" ? operators : (rule.operators ?? ["Equals"]);
    if (typeof Operator !== "string" || !known.includes(Operator)) {
      errors.push(`${at}.Operator is ${shown(Operator)}. Write ${known.join(" or ")}.`);
    }
    const [operand] = Array.isArray(Operands) ? Operands : [];
    if (!Array.isArray(Operands) || Operands.length !== 1 || typeof operand !== "string" || operand === "") {
      errors.push(`${at}.Operands is ${shown(Operands)}. Write exactly one text that is not empty.`);
      continue;
    }
    if (operands !== "any" && !operands.includes(operand)) {
      errors.push(`${at}.Operands is ${shown(Operands)}. Write one of ${operands.join(", ")}.`);
    }
    if (given.includes(operand) && Operator === "Equals") errors.push(`Conditions has "${operand}" twice.`);
    given.push(operand);
  }
  if (given.includes("MessagesInterrupted") && parameters.InterruptFrequencySeconds === undefined) {
    errors.push("MessagesInterrupted never happens without InterruptFrequencySeconds.");
  }
  const missing = neededOperands.filter((operand) => !given.includes(operand));
  return { errors, warnings: missing.map((operand) => `There is no branch for ${operand}.`) };
}
