import type { ContactFlow, FlowAction, Transitions } from "../flow/types";
import { valueChangeText, valueDifference } from "./valueDifference";

/** One thing in which two flows differ. */
export interface FlowChange {
  /** Identifier of the action; null where it is the flow's start. */
  readonly action: string | null;
  /** `decide on "transfer": transfer → leaveForMessage`. */
  readonly text: string;
}

/** What of an action's parameters people have words for. */
const verbs: Readonly<Record<string, string>> = { Text: "says", ThirdPartyPhoneNumber: "calls" };

/**
 * What was changed in a flow: actions that came or went, what they do, and where they lead. Where actions stand in Connect's editor
 * is no change, and the address of a sentence's sound is none beside the sentence itself or its voice.
 */
export function flowDifference(before: ContactFlow, after: ContactFlow): readonly FlowChange[] {
  const [was, is] = [before, after].map(({ Actions }) => new Map(Actions.map((each) => [each.Identifier, each])));
  if (was === undefined || is === undefined) return [];
  const start =
    before.StartAction === after.StartAction
      ? []
      : [{ action: null, text: `the flow starts at: ${before.StartAction} → ${after.StartAction}` }];
  const gone = before.Actions.filter(({ Identifier }) => !is.has(Identifier));
  const added = after.Actions.filter(({ Identifier }) => !was.has(Identifier));
  return [
    ...start,
    ...gone.map(({ Identifier, Type }) => ({ action: Identifier, text: `${Identifier} is gone (${Type})` })),
    ...added.map(({ Identifier, Type }) => ({ action: Identifier, text: `${Identifier} is new (${Type})` })),
    ...before.Actions.flatMap((old) => {
      const now = is.get(old.Identifier);
      return now === undefined ? [] : actionChanges(old, now, before, after);
    }),
  ];
}

function actionChanges(old: FlowAction, now: FlowAction, before: ContactFlow, after: ContactFlow): FlowChange[] {
  const action = now.Identifier;
  const change = (text: string) => ({ action, text: `${action} ${text}` });
  const branches = branchChanges(old.Transitions, now.Transitions).map(change);
  if (old.Type !== now.Type) return [change(`is another action: ${old.Type} → ${now.Type}`), ...branches];
  const parameters = valueDifference(old.Parameters, now.Parameters)
    .filter(
      ({ path }) => path !== "Media.Uri" || !(isOtherVoice(before, after) || saysOtherwise(old, now, before, after)),
    )
    .map((each) => change(valueChangeText(each).replace(/^(\w+): /, (whole, name) => worded(name) ?? whole)));
  return [...parameters, ...branches];
}

function worded(name: string): string | undefined {
  const verb = verbs[name];
  return verb === undefined ? undefined : `${verb} `;
}

/** Whether the flow speaks in another voice, in which every sentence has another sound. */
function isOtherVoice(before: ContactFlow, after: ContactFlow): boolean {
  const voices = ({ Actions }: ContactFlow) => Actions.flatMap(({ Parameters }) => Parameters.TextToSpeechVoice ?? []);
  return voices(before).join() !== voices(after).join();
}

/** Whether the words that stand in for a sound were changed with it. */
function saysOtherwise(old: FlowAction, now: FlowAction, before: ContactFlow, after: ContactFlow): boolean {
  const words = ({ Actions }: ContactFlow, { Transitions }: FlowAction) => {
    const standIn = Transitions.Errors?.map(({ NextAction }) => NextAction) ?? [];
    return Actions.find(({ Identifier }) => standIn.includes(Identifier))?.Parameters.Text;
  };
  const [was, is] = [words(before, old), words(after, now)];
  return was !== undefined && is !== undefined && was !== is;
}

function branchChanges(before: Transitions, after: Transitions): readonly string[] {
  const [was, is] = [branchesOf(before), branchesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((branch) => {
    const [from, to] = [was.get(branch), is.get(branch)];
    if (from === to) return [];
    if (from === undefined) return [`${branch} is new: to ${to}`];
    return [to === undefined ? `${branch} is gone: to ${from}` : `${branch}: ${from} → ${to}`];
  });
}

/** Where an action leads, by what leads there. */
function branchesOf({ NextAction, Errors = [], Conditions = [] }: Transitions): ReadonlyMap<string, string> {
  return new Map([
    ...Conditions.map(({ Condition: { Operator, Operands }, NextAction: to }): [string, string] => {
      const operands = Operands.map((operand) => JSON.stringify(operand)).join(", ");
      return [`on ${Operator === "Equals" ? "" : `${Operator} `}${operands}`, to];
    }),
    ...(NextAction === undefined ? [] : [["then", NextAction] as [string, string]]),
    ...Errors.map(({ ErrorType, NextAction: to }): [string, string] => [`on error ${ErrorType}`, to]),
  ]);
}
