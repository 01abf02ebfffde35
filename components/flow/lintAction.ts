import { nearestWord } from "../../functions/shared/nearestWord";
import { actionTypes, ruleOf } from "./language";
import { lintParameters } from "./lintParameters";
import { lintConditions, lintErrors, lintNext } from "./lintTransitions";
import { isObject, shown } from "./shapes";
import type { Json } from "./types";

/** What is wrong and what is unwise, each with its cure, in a sentence or two. */
export interface Found {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What an action breaks of the rules for actions of its type. Where its ways lead is not looked at. */
export function lintAction(action: { readonly [name: string]: Json }): Found {
  const { Type, Parameters = {}, Transitions } = action;
  if (typeof Type !== "string") return { errors: [`Type is ${shown(Type)}. Write the action's type.`], warnings: [] };
  if (!isObject(Parameters)) return { errors: [`Parameters is ${shown(Parameters)}. Write an object.`], warnings: [] };
  const rule = ruleOf({ Type, Parameters });
  if (rule === null) {
    const nearest = nearestWord(Type, actionTypes);
    const hint = nearest === null ? "" : ` Did you mean "${nearest}"?`;
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
