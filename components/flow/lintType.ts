import { type FlowType, flowTypeOf, flowTypes, typesThatTake } from "./flowTypes";
import type { LintResult } from "./lint";
import { isObject, shown, textOf } from "./shapes";
import type { Json } from "./types";

type Fields = { readonly [name: string]: Json };

const lists = ["InputParameters", "OutputParameters", "Transitions"];

/**
 * What the flow's type forbids. A module is known by its `Settings`, which the service asks of it and of nothing else; the type
 * of a flow stands in the metadata of some exports, and elsewhere follows from what its actions have in common.
 */
export function lintType({ Settings, Metadata }: Fields, actions: readonly Fields[]): LintResult {
  if (Settings !== undefined) {
    const missing = isObject(Settings) ? lists.filter((name) => !Array.isArray(Settings[name])) : [];
    const errors = isObject(Settings)
      ? missing.map((name) => `Settings.${name} is ${shown(Settings[name])}. Write a list; [] where there are none.`)
      : [`Settings is ${shown(Settings)}. A module's is an object with ${lists.join(", ")}.`];
    return { errors: errors.map((message) => ({ action: null, message })), warnings: [] };
  }
  const returning = actions
    .filter(({ Type }) => Type === "EndFlowModuleExecution")
    .map((action) => ({
      action: identifierOf(action),
      message:
        "EndFlowModuleExecution ends a module, and this flow has no Settings. Write EndFlowExecution, or Settings.",
    }));
  const type = isObject(Metadata) ? flowTypeOf(Metadata.type) : null;
  const found = type === null ? ofNoType(actions) : ofType(type, actions);
  return { errors: [...returning, ...found.errors], warnings: found.warnings };
}

function ofType(type: FlowType, actions: readonly Fields[]): LintResult {
  const errors = actions.flatMap((action) => {
    const takes = typesThatTake(textOf(action.Type));
    if (takes.includes(type)) return [];
    const isEnd = action.Type === "DisconnectParticipant";
    const cure = isEnd ? "Write EndFlowExecution." : `It stands in ${takes.join(", ")} flows.`;
    return [
      { action: identifierOf(action), message: `Flows of type ${type} do not take ${textOf(action.Type)}. ${cure}` },
    ];
  });
  const resumes = type === "customerQueue" || type.endsWith("Whisper");
  const warnings = actions
    .filter(({ Type }) => Type === "EndFlowExecution" && !resumes)
    .map((action) => ({
      action: identifierOf(action),
      message: `In flows of type ${type} EndFlowExecution ends the call. Write DisconnectParticipant if that is meant.`,
    }));
  return { errors, warnings };
}

/** The first action after which no type of flow is left that takes all of them. */
function ofNoType(actions: readonly Fields[]): LintResult {
  let left: readonly FlowType[] = flowTypes;
  for (const [index, action] of actions.entries()) {
    const takes = typesThatTake(textOf(action.Type));
    const both = left.filter((type) => takes.includes(type));
    if (both.length === 0) {
      const other = actions
        .slice(0, index)
        .find(({ Type }) => !typesThatTake(textOf(Type)).some((type) => takes.includes(type)));
      const beside = other === undefined ? "the actions before it" : `${textOf(other.Type)} ("${identifierOf(other)}")`;
      const message = `No type of flow takes ${textOf(action.Type)} and ${beside}: ${textOf(action.Type)} stands in ${takes.join(", ")} flows. Put them into flows of their own.`;
      return { errors: [{ action: identifierOf(action), message }], warnings: [] };
    }
    left = both;
  }
  return { errors: [], warnings: [] };
}

function identifierOf({ Identifier }: Fields): string | null {
  return typeof Identifier === "string" ? Identifier : null;
}
