import { nearestWord } from "../../functions/shared/nearestWord";
import { waysOf } from "./flowGraph";
import { lintAction } from "./lintAction";
import { lintType } from "./lintType";
import { lintWays } from "./lintWays";
import { isObject, shown } from "./shapes";
import type { Json } from "./types";

/** A rule of the flow language that an action breaks; `action` is its identifier, null where the flow as a whole does. */
export interface Finding {
  readonly action: string | null;
  /** What is wrong, with the value that came, and what to write. */
  readonly message: string;
}

export interface LintResult {
  /** The service would refuse the flow, or it could not work. */
  readonly errors: readonly Finding[];
  /** The service takes it, but a caller may be dropped, hear nothing, or never get there. */
  readonly warnings: readonly Finding[];
}

/** Limits of the service: "Actions in the Amazon Connect Flow language" in its API reference. */
const mostActions = 250;
const longestIdentifier = 50;
const forbidden = /[%:(\\/)=$,;[\]{}]/;
const reserved: readonly string[] = [
  ...["__proto__", "constructor", "__defineGetter__", "__defineSetter__", "toString", "hasOwnProperty"],
  ...["isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "valueOf"],
];

type Fields = { readonly [name: string]: Json };
type Say = (action: string | null, message: string) => void;

/** Holds a document against the flow language. Takes anything, also what is no flow at all, and never throws. */
export function lintFlow(document: unknown): LintResult {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const wrong: Say = (action, message) => errors.push({ action, message });
  if (!isObject(document)) {
    wrong(null, `The flow is ${shown(document)}. Write an object with Version, StartAction and Actions.`);
    return { errors, warnings };
  }
  if (document.modules !== undefined && document.Actions === undefined) {
    wrong(null, "This is what the console exported before the flow language. Open it there and export it anew.");
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
  const byName = namedActions(actions, wrong);
  if (typeof StartAction !== "string" || !byName.has(StartAction)) {
    const cure = didYouMean(StartAction, byName) || " Write the identifier of the action that the flow begins with.";
    wrong(null, `StartAction is ${shown(StartAction)}, which is no action.${cure}`);
  }
  for (const action of actions) {
    const name = nameOf(action);
    const found = lintAction(action);
    for (const message of found.errors) wrong(name, message);
    for (const message of found.warnings) warnings.push({ action: name, message });
    for (const { place, target } of waysOf(action)) {
      if (typeof target === "string" && byName.has(target)) continue;
      const cure = didYouMean(target, byName) || " Write an action's identifier.";
      wrong(name, `${place} is ${shown(target)}, which is no action.${cure}`);
    }
  }
  const type = lintType(document, actions);
  errors.push(...type.errors);
  warnings.push(...type.warnings);
  if (typeof StartAction === "string" && byName.has(StartAction)) warnings.push(...lintWays(StartAction, byName));
  return { errors, warnings };
}

/** An action's identifier; null where it has none. */
export function nameOf(action: Fields): string | null {
  return typeof action.Identifier === "string" && action.Identifier !== "" ? action.Identifier : null;
}

/** The actions by their identifiers; the first of those that share one. */
function namedActions(actions: readonly Fields[], wrong: Say): ReadonlyMap<string, Fields> {
  const byName = new Map<string, Fields>();
  for (const action of actions) {
    const name = nameOf(action);
    if (name === null) {
      wrong(null, `An action's Identifier is ${shown(action.Identifier)}. Write a text that is unique in the flow.`);
      continue;
    }
    if (byName.has(name)) wrong(name, "Another action has the same Identifier. Each must be unique.");
    else byName.set(name, action);
    if (name.length > longestIdentifier) {
      wrong(name, `The Identifier has ${name.length} characters. At most ${longestIdentifier} are allowed.`);
    }
    const [character] = forbidden.exec(name) ?? [];
    if (character !== undefined) wrong(name, `The Identifier has "${character}", which is not allowed.`);
    if (reserved.includes(name))
      wrong(name, "The Identifier is a word that the service keeps for itself. Write another.");
  }
  return byName;
}

function didYouMean(target: unknown, names: ReadonlyMap<string, Fields>): string {
  const nearest = typeof target === "string" ? nearestWord(target, [...names.keys()]) : null;
  return nearest === null ? "" : ` Did you mean "${nearest}"?`;
}
