import { ConflictException, CreateScheduleCommand, type SchedulerClient } from "@aws-sdk/client-scheduler";
import type { TranscriptionEnd } from "../shared/voicemailEvents";

export interface ReportPlan {
  readonly group: string;
  /** The workflow that tells the owner. */
  readonly workflowArn: string;
  /** What may start it. */
  readonly roleArn: string;
  /** Before a call's id: the name of what is told. */
  readonly jobPrefix: string;
}

/** Plans reports as one-off schedules, which go when they have run. Throws where the service does, but for one that is planned already. */
export function schedulerPlan(client: SchedulerClient, { group, workflowArn, roleArn, jobPrefix }: ReportPlan) {
  return async (contactId: string, atMs: number): Promise<void> => {
    const TranscriptionJobName = `${jobPrefix}${contactId}`;
    const detail: TranscriptionEnd = { TranscriptionJobName, TranscriptionJobStatus: "OVERDUE" };
    try {
      await client.send(
        new CreateScheduleCommand({
          GroupName: group,
          Name: contactId,
          ScheduleExpression: `at(${new Date(atMs).toISOString().slice(0, "yyyy-mm-ddThh:mm:ss".length)})`,
          FlexibleTimeWindow: { Mode: "OFF" },
          ActionAfterCompletion: "DELETE",
          Target: { Arn: workflowArn, RoleArn: roleArn, Input: JSON.stringify({ detail }) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
    }
  };
}
