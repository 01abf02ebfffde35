import { groupsOf, reachedFrom, type Way, waysOf } from "./flowGraph";
import { isReference } from "./reference";
import { isObject, numberOf, textOf } from "./shapes";
import type { Json } from "./types";

type Fields = { readonly [name: string]: Json };

/** The actions by their identifiers, each with its ways on. */
interface Graph {
  readonly actions: ReadonlyMap<string, Fields>;
  readonly ways: ReadonlyMap<string, readonly Way[]>;
}

export interface Unwise {
  readonly action: string;
  readonly message: string;
}

/** How long functions may run in a row before something is played. Believed, from Connect's administrator guide. */
const mostFunctionSeconds = 20;

/** While these last something is heard, or somebody is spoken with; of a module only its author knows. */
const heard: readonly string[] = [
  ...["MessageParticipant", "MessageParticipantIteratively", "GetParticipantInput", "ConnectParticipantWithLexBot"],
  ...["TransferParticipantToThirdParty", "TransferContactToQueue", "DequeueContactAndTransferToQueue"],
  ...["TransferContactToAgent", "ShowView", "InvokeFlowModule", "TransferToFlow", "CompleteOutboundCall"],
];

/**
 * What the service takes and a caller suffers from: actions that nothing leads to, circles in which nothing is played, functions
 * that run too long in a row, and errors after which the call ends without a word.
 */
export function lintWays(start: string, actions: ReadonlyMap<string, Fields>): readonly Unwise[] {
  const graph = { actions, ways: new Map([...actions].map(([name, action]) => [name, waysOf(action)])) };
  const reached = reachedFrom([start], (name) => targets(graph, name));
  const names = [...actions.keys()];
  return [
    ...names
      .filter((name) => !reached.has(name))
      .map((name) => ({ action: name, message: `No branch leads to "${name}". Lead one there, or take it out.` })),
    ...endlessCircles(graph),
    ...longFunctions(graph),
    ...silentEnds(graph),
  ];
}

function endlessCircles(graph: Graph): readonly Unwise[] {
  const isQuiet = (name: string) => !isAny(graph, name, heard) && !isAny(graph, name, ["Wait"]);
  const names = [...graph.actions.keys()].filter(isQuiet);
  const next = (name: string) => {
    const ways = waysFrom(graph, name);
    // A loop lets its circle be run so often and no more.
    const free = isAny(graph, name, ["Loop"]) ? ways.filter(({ label }) => label !== "ContinueLooping") : ways;
    return targetsOf(free).filter(isQuiet);
  };
  return groupsOf(names, next)
    .filter((group) => isCircle(group, next))
    .map((group) => {
      const inOrder = names.filter((name) => group.includes(name));
      const way = inOrder.length === 1 ? "leads back to itself" : `is in a circle of ${listed(inOrder)}`;
      return {
        action: inOrder[0] ?? "",
        message: `"${inOrder[0]}" ${way}, in which nothing is played and nothing waits. Put a prompt or a Loop in.`,
      };
    });
}

/** The longest stretch of functions that can run with nothing played between, each circle of a loop as often as it says. */
function longFunctions(graph: Graph): readonly Unwise[] {
  const isQuiet = (name: string) => !isAny(graph, name, heard);
  const names = [...graph.actions.keys()].filter(isQuiet);
  const next = (name: string) => targets(graph, name).filter(isQuiet);
  const groups = groupsOf(names, next);
  const groupOf = new Map(groups.flatMap((group) => group.map((name) => [name, group] as const)));
  const longest = new Map<readonly string[], { readonly seconds: number; readonly functions: readonly string[] }>();
  // Groups come before those that lead to them, so what follows is known.
  for (const group of groups) {
    const rounds = isCircle(group, next)
      ? Math.max(1, ...group.map((name) => loopCountOf(graph.actions.get(name))))
      : 1;
    const own = names.filter((name) => group.includes(name) && secondsOf(graph.actions.get(name)) > 0);
    const ownSeconds = rounds * own.reduce((sum, name) => sum + secondsOf(graph.actions.get(name)), 0);
    const after = group
      .flatMap(next)
      .flatMap((name) => longest.get(groupOf.get(name) ?? []) ?? [])
      .reduce((most, each) => (each.seconds > most.seconds ? each : most), {
        seconds: 0,
        functions: [] as readonly string[],
      });
    longest.set(group, { seconds: ownSeconds + after.seconds, functions: [...own, ...after.functions] });
  }
  const before = new Set(
    [...longest].flatMap(([group, { seconds }]) => (seconds > mostFunctionSeconds ? [group] : [])),
  );
  const isLed = (group: readonly string[]) =>
    [...before].some((other) => other !== group && other.flatMap(next).some((name) => group.includes(name)));
  return [...longest].flatMap(([group, { seconds, functions }]): readonly Unwise[] => {
    const [first] = functions;
    // Said once, of the stretch's first function.
    if (seconds <= mostFunctionSeconds || first === undefined || isLed(group)) return [];
    return [
      {
        action: first,
        message:
          `From "${first}" on functions may run ${seconds} s in a row (${listed(functions)}) with nothing played; Connect ends ` +
          `that after ${mostFunctionSeconds} s. Play something between them, or lower InvocationTimeLimitSeconds.`,
      },
    ];
  });
}

/**
 * Errors after which the call ends with nothing said. A prompt that fails has been tried, a talk with a person was one, and
 * where success ends the call as quietly everything has been said before. Flows that show views speak by them.
 */
function silentEnds(graph: Graph): readonly Unwise[] {
  const names = [...graph.actions.keys()];
  if (names.some((name) => isAny(graph, name, ["ShowView"]))) return [];
  const quiet = (name: string) => (isAny(graph, name, heard) ? [] : targets(graph, name));
  const endAfter = (ways: readonly Way[]) =>
    [...reachedFrom(targetsOf(ways), quiet)].find((each) => isAny(graph, each, ["DisconnectParticipant"]));
  const afterTalk = new Set(
    names
      .filter((name) => isAny(graph, name, ["TransferParticipantToThirdParty"]))
      .flatMap((name) => targetsOf(waysFrom(graph, name).filter(({ kind }) => kind === "next"))),
  );
  return names.flatMap((name): readonly Unwise[] => {
    const ways = waysFrom(graph, name);
    const isOver = endAfter(ways.filter(({ kind }) => kind === "next")) !== undefined;
    if (isOver || isAny(graph, name, heard) || afterTalk.has(name)) return [];
    const silent = ways
      .filter(({ kind, label }) => kind === "error" && label !== "NoMatchingCondition")
      .flatMap((way) => {
        const end = endAfter([way]);
        return end === undefined ? [] : [{ error: way.label, end }];
      });
    const [first] = silent;
    if (first === undefined) return [];
    const errors = silent.map(({ error }) => error).join(", ");
    const cure = "Say something on the way, or lead it to a person.";
    return [{ action: name, message: `After ${errors} the call ends at "${first.end}" with nothing said. ${cure}` }];
  });
}

function isAny(graph: Graph, name: string, types: readonly string[]): boolean {
  return types.includes(textOf(graph.actions.get(name)?.Type));
}

function waysFrom({ ways }: Graph, name: string): readonly Way[] {
  return ways.get(name) ?? [];
}

function targetsOf(ways: readonly Way[]): readonly string[] {
  return ways.flatMap(({ target }) => (typeof target === "string" ? [target] : []));
}

function targets(graph: Graph, name: string): readonly string[] {
  return targetsOf(waysFrom(graph, name)).filter((target) => graph.actions.has(target));
}

function isCircle(group: readonly string[], next: (name: string) => readonly string[]): boolean {
  return group.length > 1 || group.some((name) => next(name).includes(name));
}

/** How long a flow waits for a function at most; 0 where it does not wait. */
function secondsOf(action: Fields | undefined): number {
  if (action?.Type !== "InvokeLambdaFunction" || !isObject(action.Parameters)) return 0;
  const { InvocationType, InvocationTimeLimitSeconds } = action.Parameters;
  return InvocationType === "ASYNCHRONOUS" ? 0 : numberOf(InvocationTimeLimitSeconds) || 0;
}

/** How often a circle through an action is run; once more than it loops, since it is left from within. */
function loopCountOf(action: Fields | undefined): number {
  if (action?.Type !== "Loop" || !isObject(action.Parameters)) return 0;
  const { LoopCount } = action.Parameters;
  return typeof LoopCount === "string" && isReference(LoopCount) ? 1 : numberOf(LoopCount) || 0;
}

function listed(names: readonly string[]): string {
  const few = names.slice(0, 5).map((name) => `"${name}"`);
  return `${few.join(", ")}${names.length > few.length ? ` and ${names.length - few.length} more` : ""}`;
}
