import * as pulumi from "@pulumi/pulumi";
import { type KnowledgeStore, knowledgeKeys } from "./knowledgeStore";
import { allow, type Place } from "./permissions";
import type { StackSettings } from "./stackSettings";
import type { Tables } from "./tables";
import { VoiceFunction } from "./voiceFunction";
import { mayInvoke, Workflow } from "./workflow";
import { WorkflowRule } from "./workflowRule";

export interface CallArchiveArgs {
  readonly place: Place;
  readonly settings: Pick<StackSettings, "logRetentionDays" | "recordingRetentionDays" | "line">;
  readonly tables: Tables;
  readonly knowledge: KnowledgeStore;
  /** The Connect instance whose calls are kept. */
  readonly instanceArn: pulumi.Input<string>;
  readonly filesBucket: pulumi.Input<string>;
  readonly filesArn: pulumi.Input<string>;
  readonly filesUrl: pulumi.Input<string>;
  /** Sends what is to be told. */
  readonly deliver: VoiceFunction;
  /** Where the owner hears of executions that failed. */
  readonly topicArn: pulumi.Input<string>;
}

/** Reading a call, redacting it and writing three files, cold start included. */
const archiveSeconds = 30;

/**
 * Every call is kept when it is over. Connect's own event starts it, so that a call whose agent died is kept as well. The calls of
 * other stacks that share the instance are told by what was noted of a call when it came in.
 */
export class CallArchive extends pulumi.ComponentResource {
  readonly workflow: Workflow;
  readonly archiveCall: VoiceFunction;

  constructor(name: string, args: CallArchiveArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:CallArchive", name, {}, options);
    const { settings, tables, knowledge, place } = args;
    const child = { parent: this };
    this.archiveCall = new VoiceFunction(
      "archiveCall",
      {
        code: "archiveCall",
        description: "Keeps a call that is over, redacted.",
        environment: {
          CALLS_TABLE: tables.calls.tableName,
          RECORDS_TABLE: tables.records.tableName,
          KNOWLEDGE_BUCKET: knowledge.bucketName,
          KNOWLEDGE_KEY: knowledgeKeys.compiled,
          FILES_BUCKET: args.filesBucket,
          FILES_URL: args.filesUrl,
          KEPT_DAYS: String(settings.recordingRetentionDays),
          LINE: settings.line,
        },
        statements: [
          allow(["dynamodb:Query", "dynamodb:GetItem"], tables.calls.arn),
          allow(["dynamodb:GetItem", "dynamodb:PutItem"], tables.records.arn),
          allow("s3:GetObject", pulumi.interpolate`${knowledge.bucketArn}/${knowledgeKeys.compiled}`),
          allow(["s3:GetObject", "s3:PutObject"], pulumi.interpolate`${args.filesArn}/calls/*`),
        ],
        memoryMb: 512,
        timeoutSeconds: archiveSeconds,
        logRetentionDays: settings.logRetentionDays,
      },
      child,
    );
    this.workflow = new Workflow(
      "callArchive",
      {
        definition: "callArchive",
        places: { archiveCallArn: this.archiveCall.arn, deliverArn: args.deliver.arn },
        statements: [mayInvoke(this.archiveCall.arn), mayInvoke(args.deliver.arn)],
        accountId: place.accountId,
        logRetentionDays: settings.logRetentionDays,
        topicArn: args.topicArn,
        meaning:
          "A call was not kept, or its owner was not told what is left to do. The table of records has what the agent left.",
      },
      child,
    );
    new WorkflowRule(
      `${name}-over`,
      {
        description: "A call is over.",
        pattern: pulumi.output(args.instanceArn).apply(callOver),
        workflow: this.workflow,
        accountId: place.accountId,
      },
      child,
    );
    this.registerOutputs();
  }
}

/** The event of Connect's by which a call that came in is over. */
function callOver(instanceArn: string) {
  return {
    source: ["aws.connect"],
    "detail-type": ["Amazon Connect Contact Event"],
    detail: {
      eventType: ["DISCONNECTED"],
      channel: ["VOICE"],
      initiationMethod: ["INBOUND"],
      instanceArn: [instanceArn],
    },
  };
}
