import { type StateMachineDefinition as LocalDefinition, StateMachine } from "aws-local-stepfunctions";
import type { StateMachineDefinition } from "../../functions/shared/stateMachine";

/** Does what a Task state asks for. Throws an error with the name that the definition catches. */
export type DoTask = (resource: string, parameters: unknown, state: string) => Promise<unknown>;

export interface Played {
  readonly status: "succeeded" | "failed";
  readonly output: unknown;
  /** The name of the error where it failed. */
  readonly error: string | null;
  /** Every way that was gone, in order: `Compose -> Tell`, `Tell retried`, `Tell caught -> Announce`. */
  readonly ways: readonly string[];
}

export interface Execution {
  /** As `StartExecution` was given it. */
  readonly name: string;
  readonly input: unknown;
  readonly startedAtMs: number;
}

/** Validating a definition takes 50 ms, so each is made once. */
const machines = new Map<string, StateMachine>();

/**
 * Runs a rendered definition to its end with nothing waited for: neither `Wait` nor the pauses before a retry take time, and
 * services are whatever `doTask` does. Resolves also where the execution fails.
 */
export async function playWorkflow(
  definition: StateMachineDefinition,
  execution: Execution,
  doTask: DoTask,
): Promise<Played> {
  const states = Object.entries(definition.States);
  const ofType = (type: string) => states.filter(([, state]) => state.Type === type);
  const tasks = ofType("Task").map(([name, { Resource = "" }]) => [
    name,
    (parameters: unknown) => doTask(Resource, parameters, name),
  ]);
  const noPauses = states
    .filter(([, { Retry }]) => Retry !== undefined)
    .map(([name, { Retry = [] }]) => [name, Retry.map(() => 0)]);
  const run = machineOf(definition).run(execution.input as never, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(tasks),
      waitTimeOverrides: Object.fromEntries(ofType("Wait").map(([name]) => [name, 0])),
      retryIntervalOverrides: Object.fromEntries(noPauses),
    },
    context: contextOf(execution) as never,
  });
  const outcome = run.result.then(
    (output) => ({ status: "succeeded" as const, output: output as unknown, error: null }),
    (error: Error) => ({ status: "failed" as const, output: null, error: nameOf(error) }),
  );
  const ways: string[] = [];
  let left: string | null = null;
  let caught: string | null = null;
  for await (const event of run.eventLogs) {
    if (!("state" in event)) continue;
    const { name } = event.state;
    if (event.type === "StateEntered" && left !== null) ways.push(`${left} -> ${name}`);
    if (event.type === "StateRetried") ways.push(`${name} retried`);
    if (event.type === "StateCaught") caught = name;
    if (event.type === "StateExited") left = name === caught ? `${name} caught` : name;
    if (event.type === "StateEntered") caught = null;
  }
  return { ...(await outcome), ways };
}

/**
 * Every way that a definition offers, in the words of `Played.ways`: what tests have gone of them is the coverage. A definition has
 * no `Parallel` and no `Map`: what fails in one branch would stop the others in the middle.
 */
export function waysOf(definition: StateMachineDefinition): readonly string[] {
  return Object.entries(definition.States).flatMap(([name, { Next, Default, Choices = [], Catch = [], Retry = [] }]) =>
    [...new Set([Next, Default, ...Choices.map((choice) => choice.Next)].filter((next) => next !== undefined))]
      .map((next) => `${name} -> ${next}`)
      .concat(
        [...new Set(Catch.map(({ Next: next }) => next))].map((next) => `${name} caught -> ${next}`),
        Retry.length > 0 ? [`${name} retried`] : [],
      ),
  );
}

/** The library wraps what failed. */
function nameOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.name : error.name;
}

function machineOf(definition: StateMachineDefinition): StateMachine {
  const key = JSON.stringify(definition);
  const made =
    machines.get(key) ??
    new StateMachine(definition as unknown as LocalDefinition, { validationOptions: { checkArn: false } });
  machines.set(key, made);
  return made;
}

function contextOf({ name, input, startedAtMs }: Execution) {
  const at = new Date(startedAtMs).toISOString();
  return {
    Execution: {
      Id: `arn:aws:states:us-east-1:000000000000:express:machine:${name}`,
      Name: name,
      Input: input,
      RoleArn: "",
      StartTime: at,
    },
    State: { EnteredTime: at, Name: "", RetryCount: 0 },
    StateMachine: { Id: "", Name: "" },
    Task: { Token: "" },
  };
}
