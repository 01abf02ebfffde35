import type { ActionRule } from "./actionRule";
import type { Found } from "./lintAction";
import { holds, operators } from "./operators";
import { isReference } from "./reference";
import { isObject, shown, textOf } from "./shapes";
import type { Json } from "./types";

type Fields = { readonly [name: string]: Json };

/** Whether an action has a way on where it needs one, and none where it ends the flow. */
export function lintNext({ NextAction, Errors, Conditions }: Fields, { ends }: ActionRule): Found {
  if (ends === "must") {
    const leads =
      NextAction !== undefined || [Errors, Conditions].some((list) => Array.isArray(list) && list.length > 0);
    return {
      errors: leads ? ["The action ends the flow, so it can lead nowhere. Write empty Transitions."] : [],
      warnings: [],
    };
  }
  const isMissing = NextAction === undefined && ends === undefined;
  return { errors: isMissing ? ["NextAction is missing. Write where the flow goes on."] : [], warnings: [] };
}

/** The branches for errors: those that the action knows, each once. */
export function lintErrors(
  type: string,
  { Errors = [] }: Fields,
  { errors: required, optionalErrors = [], neededErrors = [], ends }: ActionRule,
): Found {
  if (!Array.isArray(Errors)) return { errors: [`Errors is ${shown(Errors)}. Write a list.`], warnings: [] };
  if (ends === "must") return { errors: [], warnings: [] };
  const known = required === "any" ? [] : required;
  const errors: string[] = [];
  const seen = new Set<string>();
  for (const [index, branch] of Errors.entries()) {
    const errorType = isObject(branch) ? branch.ErrorType : undefined;
    if (!isObject(branch) || typeof errorType !== "string") {
      errors.push(`Errors[${index}] is ${shown(branch)}. Write ErrorType and NextAction.`);
      continue;
    }
    if (branch.NextAction === undefined) errors.push(`Errors[${index}].NextAction is missing. Write where it leads.`);
    if (required !== "any" && ![...known, ...optionalErrors].includes(errorType)) {
      const all = [...known, ...optionalErrors];
      const cure = all.length === 0 ? "It knows none." : `It knows ${all.join(", ")}.`;
      errors.push(`Errors[${index}].ErrorType is "${errorType}", which ${type} does not know here. ${cure}`);
    }
    if (seen.has(errorType)) errors.push(`Errors has "${errorType}" twice. Keep one.`);
    seen.add(errorType);
  }
  const missing = known.filter((errorType) => !seen.has(errorType));
  return {
    errors: [
      ...errors,
      ...missing.filter((each) => neededErrors.includes(each)).map((each) => `There is no branch for ${each}. Add it.`),
    ],
    warnings: missing
      .filter((each) => !neededErrors.includes(each))
      .map((each) => `There is no branch for the error ${each}. Where it happens the call is dropped: add one.`),
  };
}

interface Written {
  readonly operator: string;
  readonly operand: string;
}

/** The branches by condition: operators and operands that the action knows, and none that can never be taken. */
export function lintConditions(parameters: Fields, { Conditions = [] }: Fields, rule: ActionRule): Found {
  if (!Array.isArray(Conditions))
    return { errors: [`Conditions is ${shown(Conditions)}. Write a list.`], warnings: [] };
  if (rule.ends === "must") return { errors: [], warnings: [] };
  if (rule.operands === undefined) {
    const isGiven = Conditions.length > 0;
    return { errors: isGiven ? ["The action knows no conditions. Take them out."] : [], warnings: [] };
  }
  const errors: string[] = [];
  const warnings: string[] = [];
  const given: Written[] = [];
  for (const [index, branch] of Conditions.entries()) {
    const at = `Conditions[${index}]`;
    const condition = isObject(branch) ? branch.Condition : undefined;
    if (!isObject(branch) || !isObject(condition)) {
      errors.push(`${at} is ${shown(branch)}. Write Condition and NextAction.`);
      continue;
    }
    if (branch.NextAction === undefined) errors.push(`${at}.NextAction is missing. Write where it leads.`);
    const found = lintCondition(at, condition, rule);
    errors.push(...found);
    if (found.length > 0) continue;
    const written = {
      operator: textOf(condition.Operator),
      operand: textOf((condition.Operands as readonly Json[])[0]),
    };
    if (given.some((each) => each.operator === written.operator && each.operand === written.operand)) {
      errors.push(`Conditions has "${written.operand}" twice. Keep one.`);
    } else {
      warnings.push(...neverTaken(at, written, given));
    }
    given.push(written);
  }
  const interrupts = given.some(({ operand }) => operand === "MessagesInterrupted");
  if (interrupts && parameters.InterruptFrequencySeconds === undefined) {
    errors.push("MessagesInterrupted never happens without InterruptFrequencySeconds. Write both or neither.");
  }
  if (!interrupts && parameters.InterruptFrequencySeconds !== undefined) {
    warnings.push("InterruptFrequencySeconds interrupts for nothing: there is no branch for MessagesInterrupted.");
  }
  const { neededOperands = [] } = rule;
  const missing = neededOperands.filter((needed) => !given.some(({ operand }) => operand === needed));
  return { errors: [...errors, ...missing.map((each) => `There is no branch for ${each}. Add it.`)], warnings };
}

function lintCondition(at: string, { Operator, Operands }: Fields, rule: ActionRule): readonly string[] {
  const errors: string[] = [];
  const known: readonly string[] = rule.operators === "all" ? operators : (rule.operators ?? ["Equals"]);
  if (typeof Operator !== "string" || !known.includes(Operator)) {
    errors.push(`${at}.Operator is ${shown(Operator)}. Write ${known.join(" or ")}.`);
  }
  const [operand] = Array.isArray(Operands) ? Operands : [];
  if (!Array.isArray(Operands) || Operands.length !== 1 || typeof operand !== "string" || operand === "") {
    return [...errors, `${at}.Operands is ${shown(Operands)}. Write exactly one text that is not empty.`];
  }
  if (rule.operands === "numbers") {
    if (!isNumber(operand)) errors.push(`${at}.Operands is ${shown(Operands)}. Write a number, as text.`);
  } else if (rule.operands !== "any" && rule.operands?.includes(operand) !== true) {
    errors.push(`${at}.Operands is ${shown(Operands)}. Write one of ${rule.operands?.join(", ")}.`);
  }
  return errors;
}

function isNumber(operand: string): boolean {
  return isReference(operand) || (operand.trim() !== "" && Number.isFinite(Number(operand)));
}

/** Conditions are tried in their order, so one that an earlier one covers is never reached. */
function neverTaken(at: string, { operator, operand }: Written, before: readonly Written[]): readonly string[] {
  if (operator.startsWith("Number") && !isNumber(operand)) {
    return [`${at} never holds: ${shown(operand)} is no number. Write one, or compare with Equals.`];
  }
  const cover = before.find((each) => covers(each, { operator, operand }));
  if (cover === undefined) return [];
  return [`${at} is never reached: what it takes, ${cover.operator} "${cover.operand}" takes before. Put it first.`];
}

/** Whether every value that the later condition takes, the earlier one takes already. */
function covers(earlier: Written, later: Written): boolean {
  if (isReference(earlier.operand) || isReference(later.operand)) return false;
  if (earlier.operator === "KeyExists") return later.operator !== "KeyExists";
  if (later.operator === "Equals") return holds(earlier.operator, later.operand, earlier.operand);
  if (later.operator.startsWith("Text")) {
    const isSame = earlier.operator === later.operator || earlier.operator === "TextContains";
    return isSame && earlier.operator.startsWith("Text") && holds(earlier.operator, later.operand, earlier.operand);
  }
  const [early, late] = [Number(earlier.operand), Number(later.operand)];
  const isUp = (each: Written) => each.operator.startsWith("NumberGreater");
  const isDown = (each: Written) => each.operator.startsWith("NumberLess");
  const isStrict = !earlier.operator.endsWith("OrEqualTo") && later.operator.endsWith("OrEqualTo");
  if (isUp(earlier) && isUp(later)) return isStrict ? early < late : early <= late;
  return isDown(earlier) && isDown(later) && (isStrict ? early > late : early >= late);
}
