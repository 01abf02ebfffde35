import { isObject, textOf } from "./shapes";
import type { Json } from "./types";

type Fields = { readonly [name: string]: Json };

/** One way on from an action, as it is written. */
export interface Way {
  /** `NextAction`, `Errors[0].NextAction`, … */
  readonly place: string;
  readonly kind: "next" | "error" | "condition";
  /** The error's type or the condition's operand; "" for the next action. */
  readonly label: string;
  /** Whatever is written there, also what is no action. */
  readonly target: Json;
}

/** Every way on from an action that says where it leads. Takes any document. */
export function waysOf({ Transitions }: Fields): readonly Way[] {
  if (!isObject(Transitions)) return [];
  const { NextAction, Errors, Conditions } = Transitions;
  const next: readonly Way[] =
    NextAction === undefined ? [] : [{ place: "NextAction", kind: "next", label: "", target: NextAction }];
  return [
    ...next,
    ...branches(Errors, "Errors", "error", ({ ErrorType }) => ErrorType),
    ...branches(Conditions, "Conditions", "condition", ({ Condition }) =>
      isObject(Condition) && Array.isArray(Condition.Operands) ? Condition.Operands[0] : undefined,
    ),
  ];
}

function branches(
  list: Json | undefined,
  name: string,
  kind: Way["kind"],
  labelOf: (branch: Fields) => Json | undefined,
): readonly Way[] {
  return (Array.isArray(list) ? list : []).flatMap((branch: Json, index: number): readonly Way[] => {
    if (!isObject(branch) || branch.NextAction === undefined) return [];
    const label = textOf(labelOf(branch));
    return [{ place: `${name}[${index}].NextAction`, kind, label, target: branch.NextAction }];
  });
}

/** What can be reached from some names along ways, those names included. */
export function reachedFrom(starts: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [...starts];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    ahead.push(...next(name));
  }
  return reached;
}

/**
 * The names in groups within which each can be reached from each (Tarjan), a group before those that lead to it. A name that
 * leads to itself only is a group of its own, as is one in no circle.
 */
export function groupsOf(names: readonly string[], next: (name: string) => readonly string[]): readonly string[][] {
  const known = new Set(names);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  const visit = (name: string): number => {
    let low = order.size;
    order.set(name, low);
    lowest.set(name, low);
    open.push(name);
    isOpen.add(name);
    for (const each of next(name)) {
      if (!known.has(each)) continue;
      if (!order.has(each)) low = Math.min(low, visit(each));
      else if (isOpen.has(each)) low = Math.min(low, lowest.get(each) ?? low);
    }
    lowest.set(name, low);
    if (low === order.get(name)) {
      const group = open.splice(open.indexOf(name));
      for (const each of group) isOpen.delete(each);
      groups.push(group);
    }
    return low;
  };
  for (const name of names) if (!order.has(name)) visit(name);
  return groups;
}
