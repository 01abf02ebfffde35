import type { DoTask } from "./playWorkflow";
import type { Schedules } from "./schedules";
import type { JobRequest } from "./transcriptionJobs";

/** What the tasks of a workflow act upon. */
export interface TaskWorld {
  /** Runs a function and gives its answer. Rejects, by the error's name, where it fails. */
  invoke(functionName: string, payload: unknown): Promise<unknown>;
  readonly schedules: Schedules;
  /** Starts a transcription job. Rejects as the service does. Left out where no definition starts one. */
  startJob?(job: JobRequest): Promise<void>;
}

interface CreateSchedule {
  readonly Name: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly Target: { readonly Arn: string; readonly Input: string };
}

/** The services that our definitions ask, by the resource that names them. */
export function tasksIn(world: TaskWorld): DoTask {
  return async (resource, parameters, state) => {
    switch (resource) {
      case "arn:aws:states:::lambda:invoke": {
        const { FunctionName, Payload } = parameters as { FunctionName: string; Payload: unknown };
        return { Payload: await world.invoke(functionOf(FunctionName), Payload), StatusCode: 200 };
      }
      case "arn:aws:states:::aws-sdk:scheduler:createSchedule": {
        const { Name, ScheduleExpression, ScheduleExpressionTimezone, Target } = parameters as CreateSchedule;
        const schedule = {
          name: Name,
          at: ScheduleExpression,
          timezone: ScheduleExpressionTimezone ?? "UTC",
          targetArn: Target.Arn,
          input: Target.Input,
        };
        if (!world.schedules.create(schedule)) throw failure("Scheduler.ConflictException");
        return {};
      }
      case "arn:aws:states:::aws-sdk:scheduler:deleteSchedule":
        if (!world.schedules.remove((parameters as { Name: string }).Name)) {
          throw failure("Scheduler.ResourceNotFoundException");
        }
        return {};
      case "arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob":
        await world.startJob?.(parameters as JobRequest);
        return {};
      default:
        throw new Error(`${state}: the stand-in does not know ${resource}`);
    }
  };
}

/** A service's answer as a definition catches it. */
export function failure(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

function functionOf(arn: string): string {
  return arn.split(":function:").at(-1)?.split(":")[0] ?? arn;
}
