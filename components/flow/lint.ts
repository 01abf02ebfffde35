import { nearestWord } from "../../functions/shared/nearestWord";
import { lintAction } from "./lintAction";
import { isObject, shown } from "./shapes";
import type { Json } from "./types";

/** A rule of the flow language that an action breaks; `action` is its identifier, null where the flow as a whole does. */
export interface Finding {
  readonly action: string | null;
  readonly message: string;
}

export interface LintResult {
  /** The service would refuse the flow, or it could not work. */
  readonly errors: readonly Finding[];
  /** The service takes it, but a branch is missing or never reached. */
  readonly warnings: readonly Finding[];
}

/** Limits of the service. */
const mostActions = 250;
const longestIdentifier = 50;
const forbidden = /[%:(\\/)=$,;[\]{}]/;

type Fields = { readonly [name: string]: Json };

/** Holds a document against the flow language. Takes anything, also what is no flow at all, and never throws. */
export function lintFlow(document: unknown): LintResult {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const wrong = (action: string | null, message: string) => errors.push({ action, message });
  if (!isObject(document)) {
    wrong(null, `The flow is ${shown(document)}. Write an object with Version, StartAction and Actions.`);
    return { errors, warnings };
  }
  const { Version, StartAction, Actions } = document;
  if (Version !== "2019-10-30") wrong(null, `Version is ${shown(Version)}. Write "2019-10-30".`);
  if (!Array.isArray(Actions)) {
    wrong(null, `Actions is ${shown(Actions)}. Write a list of actions.`);
    return { errors, warnings };
  }
  if (Actions.length > mostActions)
    wrong(null, `The flow has ${Actions.length} actions. At most ${mostActions} are allowed.`);

  const actions = Actions.filter((each, index): each is Fields => {
    const isAction = isObject(each);
    if (!isAction) wrong(null, `Actions[${index}] is ${shown(each)}. Write an object.`);
    return isAction;
  });
  const names = identifiersOf(actions, wrong);
  if (typeof StartAction !== "string" || !names.has(StartAction)) {
    wrong(null, `StartAction is ${shown(StartAction)}, which is no action.${didYouMean(StartAction, names)}`);
  }
  for (const action of actions) {
    const name = nameOf(action);
    const found = lintAction(action);
    for (const message of found.errors) wrong(name, message);
    for (const message of found.warnings) warnings.push({ action: name, message });
    for (const [where, target] of targetsOf(action)) {
      if (typeof target === "string" && names.has(target)) continue;
      wrong(name, `${where} is ${shown(target)}, which is no action.${didYouMean(target, names)}`);
    }
  }
  if (typeof StartAction === "string" && names.has(StartAction)) {
    const reached = reachedFrom(StartAction, actions);
    for (const action of actions) {
      const name = nameOf(action);
      if (name !== null && !reached.has(name))
        warnings.push({ action: name, message: `No branch leads to "${name}".` });
    }
  }
  return { errors, warnings };
}

function nameOf(action: Fields): string | null {
  return typeof action.Identifier === "string" ? action.Identifier : null;
}

function identifiersOf(
  actions: readonly Fields[],
  wrong: (action: string | null, message: string) => void,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { Identifier } of actions) {
    if (typeof Identifier !== "string" || Identifier === "") {
      wrong(null, `An action's Identifier is ${shown(Identifier)}. Write a text that is unique in the flow.`);
      continue;
    }
    if (names.has(Identifier)) wrong(Identifier, "Another action has the same Identifier. Each must be unique.");
    if (Identifier.length > longestIdentifier) {
      wrong(
        Identifier,
        `The Identifier has ${Identifier.length} characters. At most ${longestIdentifier} are allowed.`,
      );
    }
    const [character] = forbidden.exec(Identifier) ?? [];
    if (character !== undefined) wrong(Identifier, `The Identifier has "${character}", which is not allowed.`);
    names.add(Identifier);
  }
  return names;
}

/** Every way on from an action, with the name of its place. */
function targetsOf({ Transitions }: Fields): readonly (readonly [string, Json | undefined])[] {
  if (!isObject(Transitions)) return [];
  const { NextAction, Errors, Conditions } = Transitions;
  const branches = (list: Json | undefined, name: string) =>
    (Array.isArray(list) ? list : [])
      .map(
        (branch: Json, index: number) =>
          [`${name}[${index}].NextAction`, isObject(branch) ? branch.NextAction : null] as const,
      )
      .filter(([, target]) => target !== null && target !== undefined);
  return [
    ...(NextAction === undefined ? [] : [["NextAction", NextAction] as const]),
    ...branches(Errors, "Errors"),
    ...branches(Conditions, "Conditions"),
  ];
}

function reachedFrom(start: string, actions: readonly Fields[]): ReadonlySet<string> {
  const byName = new Map(actions.map((action) => [nameOf(action), action]));
  const reached = new Set<string>();
  const ahead = [start];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    const action = byName.get(name);
    if (action === undefined || reached.has(name)) continue;
    reached.add(name);
    for (const [, target] of targetsOf(action)) if (typeof target === "string") ahead.push(target);
  }
  return reached;
}

function didYouMean(target: unknown, names: ReadonlySet<string>): string {
  const nearest = typeof target === "string" ? nearestWord(target, [...names]) : null;
  return nearest === null || nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}
