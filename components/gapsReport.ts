import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type KnowledgeStore, knowledgeKeys } from "./knowledgeStore";
import { allow, assumedBy, type Place, policyDocument } from "./permissions";
import { VoiceFunction } from "./voiceFunction";
import { mayInvoke, Workflow } from "./workflow";

export interface GapsReportArgs {
  readonly place: Place;
  readonly logRetentionDays: number;
  /** IANA name; the list comes before the business opens. */
  readonly timezone: string;
  readonly knowledge: KnowledgeStore;
  readonly filesBucket: pulumi.Input<string>;
  readonly filesArn: pulumi.Input<string>;
  /** Sends the list. */
  readonly deliver: VoiceFunction;
  /** Where the owner hears of executions that failed. */
  readonly topicArn: pulumi.Input<string>;
}

/** Six in the morning, every day. */
const everyNight = "cron(0 6 * * ? *)";

/** Once a night the owner is sent the questions that nobody could answer. */
export class GapsReport extends pulumi.ComponentResource {
  constructor(name: string, args: GapsReportArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:GapsReport", name, {}, options);
    const { place, logRetentionDays, knowledge, topicArn } = args;
    const child = { parent: this };
    const listGaps = new VoiceFunction(
      "listGaps",
      {
        code: "listGaps",
        description: "Puts together what nobody could answer.",
        environment: {
          KNOWLEDGE_BUCKET: knowledge.bucketName,
          KNOWLEDGE_KEY: knowledgeKeys.compiled,
          FILES_BUCKET: args.filesBucket,
        },
        statements: [
          allow("s3:GetObject", pulumi.interpolate`${knowledge.bucketArn}/${knowledgeKeys.compiled}`),
          allow("s3:GetObject", pulumi.interpolate`${args.filesArn}/calls/*`),
          allow("s3:ListBucket", args.filesArn, { StringLike: { "s3:prefix": "calls/*" } }),
        ],
        memoryMb: 512,
        timeoutSeconds: 60,
        logRetentionDays,
      },
      child,
    );
    const workflow = new Workflow(
      "gapsReport",
      {
        definition: "gapsReport",
        places: { listGapsArn: listGaps.arn, deliverArn: args.deliver.arn },
        statements: [mayInvoke(listGaps.arn), mayInvoke(args.deliver.arn)],
        accountId: place.accountId,
        logRetentionDays,
        topicArn,
        meaning: "The owner was not sent last night's questions. npm run knowledge -- gaps shows them.",
      },
      child,
    );
    const role = new aws.iam.Role(
      `${name}-scheduler`,
      {
        description: "Starts the nightly list of questions.",
        assumeRolePolicy: assumedBy("scheduler.amazonaws.com", place.accountId),
      },
      child,
    );
    const policy = new aws.iam.RolePolicy(
      `${name}-scheduler-policy`,
      { role: role.id, policy: policyDocument([allow("states:StartExecution", workflow.arn)]) },
      child,
    );
    new aws.scheduler.Schedule(
      `${name}-nightly`,
      {
        description: "The questions that nobody could answer.",
        scheduleExpression: everyNight,
        scheduleExpressionTimezone: args.timezone,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: workflow.arn,
          roleArn: role.arn,
          // The scheduler puts its own time there (EventBridge Scheduler user guide, "Adding context attributes").
          input: JSON.stringify({ at: "<aws.scheduler.scheduled-time>" }),
        },
      },
      { parent: this, dependsOn: [policy] },
    );
    this.registerOutputs();
  }
}
