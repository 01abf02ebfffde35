import { parse } from "yaml";

/** A definition in the Amazon States Language, as `CreateStateMachine` takes it. */
export interface StateMachineDefinition {
  readonly Comment?: string;
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, State>>;
}

export interface State {
  readonly Type: "Task" | "Parallel" | "Map" | "Pass" | "Wait" | "Choice" | "Succeed" | "Fail";
  readonly Comment?: string;
  readonly Resource?: string;
  readonly Parameters?: unknown;
  readonly Seconds?: number;
  readonly TimeoutSeconds?: number;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Choices?: readonly { readonly Next?: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts?: number }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

/** An Express execution ends after five minutes (AWS Step Functions developer guide, "Choosing workflow type"). */
const longestSeconds = 300;

/**
 * Reads a definition written as YAML and fills its places: `${deliverArn}` stands for `places.deliverArn`.
 * Throws where a place is not known, a known one is not used, or an Express workflow could not run the definition.
 */
export function renderStateMachine(yaml: string, places: Readonly<Record<string, string>>): StateMachineDefinition {
  const used = new Set<string>();
  const filled = yaml.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`The state machine names \${${name}}, which nobody fills.`);
    used.add(name);
    return value;
  });
  const idle = Object.keys(places).filter((name) => !used.has(name));
  if (idle.length > 0) throw new Error(`The state machine has no place for ${idle.join(", ")}.`);
  const definition = parse(filled) as StateMachineDefinition;
  const faults = stateMachineFaults(definition);
  if (faults.length > 0) throw new Error(`The state machine is not valid: ${faults.join(" ")}`);
  return definition;
}

/** Why an Express workflow in JSONPath could not run a definition, or could lose what it was given; empty where it can. */
export function stateMachineFaults(definition: StateMachineDefinition): readonly string[] {
  const faults = definition.TimeoutSeconds === undefined ? ["Say TimeoutSeconds."] : [];
  if ((definition.TimeoutSeconds ?? 0) > longestSeconds) faults.push(`TimeoutSeconds is over ${longestSeconds}.`);
  if (JSON.stringify(definition).includes("JSONata")) faults.push("Write it in JSONPath.");
  for (const [name, state] of Object.entries(definition.States)) {
    const { Resource = "", Retry, Catch } = state;
    if (/\.sync(:2)?$|\.waitForTaskToken$|:activity:/.test(Resource))
      faults.push(`${name}: Express cannot wait for ${Resource}.`);
    if (state.Type === "Task" && Retry === undefined) faults.push(`${name}: say how it is tried again (Retry).`);
    if (state.Type === "Task" && Catch === undefined && !isLast(state))
      faults.push(`${name}: say what happens where it fails (Catch).`);
    // One that fails would stop the others in the middle of what they do.
    if (state.Type === "Parallel" || state.Type === "Map") faults.push(`${name}: do one thing after the other.`);
    if (state.Type === "Wait" && (state.Seconds ?? 0) > longestSeconds)
      faults.push(`${name}: waits longer than Express runs.`);
  }
  return faults;
}

/** What its failure would leave undone is only itself: the execution fails, and its log group's alarm tells. */
function isLast({ End }: State): boolean {
  return End === true;
}
