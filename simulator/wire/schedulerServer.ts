import type { Schedules } from "../workflows/schedules";
import { type Answerer, errorAnswer, jsonAnswer } from "./forward";

interface CreateSchedule {
  readonly GroupName?: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly Target: { readonly Arn: string; readonly Input: string };
}

/**
 * Amazon EventBridge Scheduler's wire, as far as functions plan something and take it back. Nothing that is planned runs by itself,
 * and all groups are one.
 */
export function schedulerServer(schedules: Schedules): Answerer {
  return async ({ method, url, body }) => {
    const [, name] = /^\/schedules\/([^/?]+)/.exec(url) ?? [];
    if (method === "GET" && name === undefined) {
      return jsonAnswer({ Schedules: schedules.all().map(({ name: Name }) => ({ Name })) });
    }
    if (method === "DELETE" && name !== undefined) {
      const isGone = schedules.remove(decodeURIComponent(name));
      return isGone
        ? jsonAnswer({})
        : errorAnswer("ResourceNotFoundException", `Schedule ${name} does not exist.`, 404);
    }
    if (method !== "POST" || name === undefined) {
      return errorAnswer("UnknownOperationException", `The stand-in does not know ${method} ${url}.`, 400);
    }
    const asked = JSON.parse(Buffer.from(body).toString("utf8")) as CreateSchedule;
    const isNew = schedules.create({
      name: decodeURIComponent(name),
      at: asked.ScheduleExpression,
      timezone: asked.ScheduleExpressionTimezone ?? "UTC",
      targetArn: asked.Target.Arn,
      input: asked.Target.Input,
    });
    if (!isNew) return errorAnswer("ConflictException", `Schedule ${name} already exists.`, 409);
    const group = asked.GroupName ?? "default";
    return jsonAnswer({ ScheduleArn: `arn:aws:scheduler:us-east-1:000000000000:schedule/${group}/${name}` });
  };
}
