import type { StateMachineDefinition } from "../../functions/shared/stateMachine";
import { failure, tasksIn } from "../workflows/doTask";
import { type DoTask, type Played, playWorkflow } from "../workflows/playWorkflow";
import { type Schedules, schedules } from "../workflows/schedules";
import type { JobRequest } from "../workflows/transcriptionJobs";
import { type Answerer, errorAnswer, jsonAnswer } from "./forward";
import type { LocalLambda, Scope } from "./localLambda";

/** Express workflows on this machine, whose functions Lambda runs. */
export interface LocalWorkflows<S extends Scope> {
  deploy(arn: string, definition: StateMachineDefinition): void;
  /** As a rule of EventBridge starts it; nothing of it belongs to a scope. Resolves when it is over. */
  run(arn: string, name: string, input: unknown): Promise<void>;
  /** Step Functions' wire. What is started belongs to the scope of who starts it. */
  server(scope: S | null): Answerer;
  /** Resolves when nothing runs for the scope. */
  settled(scope: S): Promise<void>;
  readonly schedules: Schedules;
  /** How executions ended, oldest first. */
  played(): readonly Played[];
}

interface Start {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly input: string;
}

/** @param startJob starts a transcription job; left out where no definition does. */
export function localWorkflows<S extends Scope>(
  lambda: () => LocalLambda<S>,
  startJob?: (job: JobRequest) => Promise<void>,
): LocalWorkflows<S> {
  const machines = new Map<string, StateMachineDefinition>();
  const running = new Map<S | null, Set<Promise<void>>>();
  const played: Played[] = [];
  const planned = schedules();

  async function invoke(name: string, payload: unknown, scope: S | null): Promise<unknown> {
    const outcome = await lambda().invoke(name, JSON.stringify(payload), scope);
    const answer = JSON.parse(outcome.payload === "" ? "null" : outcome.payload);
    if (!outcome.isFault) return answer;
    const { errorType = "Lambda.Unknown", errorMessage = "" } = answer as { errorType?: string; errorMessage?: string };
    throw failure(errorType, errorMessage);
  }

  function tasksOf(scope: S | null): DoTask {
    return tasksIn({
      invoke: (...asked) => invoke(...asked, scope),
      schedules: planned,
      ...(startJob && { startJob }),
    });
  }

  function start({ stateMachineArn, name, input }: Start, definition: StateMachineDefinition, scope: S | null): object {
    const startedAtMs = scope?.now() ?? Date.now();
    const tasks = tasksOf(scope);
    const execution = playWorkflow(definition, { name, input: JSON.parse(input), startedAtMs }, tasks).then(
      (outcome) => void played.push(outcome),
    );
    const all = running.get(scope) ?? new Set();
    running.set(scope, all.add(execution));
    void execution.finally(() => all.delete(execution));
    const executionArn = `${stateMachineArn.replace(":stateMachine:", ":express:")}:${name}:1`;
    return { executionArn, startDate: startedAtMs / 1_000 };
  }

  return {
    deploy: (arn, definition) => void machines.set(arn, definition),
    async run(arn, name, input) {
      const definition = machines.get(arn);
      if (definition === undefined) throw new Error(`there is no workflow ${arn}`);
      played.push(await playWorkflow(definition, { name, input, startedAtMs: Date.now() }, tasksOf(null)));
    },
    server: (scope) => async (request) => {
      const operation = request.headers["x-amz-target"]?.split(".").at(-1);
      if (operation !== "StartExecution") {
        return errorAnswer("UnknownOperationException", `The stand-in does not know ${operation}.`, 400);
      }
      const asked = JSON.parse(Buffer.from(request.body).toString()) as Start;
      const definition = machines.get(asked.stateMachineArn);
      if (definition === undefined) {
        return errorAnswer("StateMachineDoesNotExist", `State Machine Does Not Exist: '${asked.stateMachineArn}'`, 400);
      }
      return jsonAnswer(start(asked, definition, scope));
    },
    async settled(scope) {
      for (let all = running.get(scope); all !== undefined && all.size > 0; ) await Promise.all(all);
      running.delete(scope);
    },
    schedules: planned,
    played: () => played,
  };
}
