import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { voicemailFolder } from "../functions/shared/voicemail";
import { messageTranscribed, recordingArrived } from "../functions/shared/voicemailEvents";
import type { RecordingPlace } from "./connectInstance";
import { type KnowledgeStore, knowledgeKeys } from "./knowledgeStore";
import { allow, allowAnywhere, assumedBy, brainStatements, type Place, policyDocument } from "./permissions";
import { physicalName } from "./physicalName";
import type { StackSettings } from "./stackSettings";
import type { Tables } from "./tables";
import { VoiceFunction } from "./voiceFunction";
import { mayInvoke, Workflow } from "./workflow";
import { WorkflowRule } from "./workflowRule";

export interface VoicemailArgs {
  readonly place: Place;
  readonly stack: string;
  readonly settings: Pick<StackSettings, "logRetentionDays" | "recordingRetentionDays" | "brainModel">;
  readonly tables: Tables;
  readonly knowledge: KnowledgeStore;
  /** Where Connect leaves what it records. */
  readonly recordings: RecordingPlace;
  readonly filesBucket: pulumi.Input<string>;
  readonly filesArn: pulumi.Input<string>;
  readonly filesUrl: pulumi.Input<string>;
  /** Sends what is to be told. */
  readonly deliver: VoiceFunction;
  /** Where the owner hears of executions that failed. */
  readonly topicArn: pulumi.Input<string>;
}

/** The contact flow waits 3 s. */
const noteSeconds = 8;
/** A call of 15 minutes in two channels, there and back; a model that takes its time. */
const workSeconds = 30;
/** Of the 200 letters that a job's name may have, an id takes 36. */
const longestPrefix = 100;

/**
 * What becomes of a voicemail: its note, its recording, its words and the message to the owner. Nothing waits for anything else: each
 * step begins with an event, and a deadline tells the owner where one of them never came.
 */
export class Voicemail extends pulumi.ComponentResource {
  /** Called by the contact flow. */
  readonly noteVoicemail: VoiceFunction;
  /** Where the last moment is planned at which an owner hears of a voicemail. */
  readonly reportsGroup: pulumi.Output<string>;

  constructor(name: string, args: VoicemailArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Voicemail", name, {}, options);
    const { settings, tables, knowledge, place, recordings } = args;
    const child = { parent: this };
    const { logRetentionDays } = settings;
    const { accountId } = place;
    const KEPT_DAYS = String(settings.recordingRetentionDays);
    const RECORDS_TABLE = tables.records.tableName;
    const compiled = { KNOWLEDGE_BUCKET: knowledge.bucketName, KNOWLEDGE_KEY: knowledgeKeys.compiled };
    const readKnowledge = allow("s3:GetObject", pulumi.interpolate`${knowledge.bucketArn}/${knowledgeKeys.compiled}`);
    const messages = pulumi.interpolate`${args.filesArn}/${voicemailFolder}*`;
    // A point stands between it and the call's id.
    const jobPrefix = `${physicalName(args.stack, longestPrefix)}.`;
    const reports = new aws.scheduler.ScheduleGroup(`${name}-reports`, {}, child);
    this.reportsGroup = reports.name;

    const reportVoicemail = new VoiceFunction(
      "reportVoicemail",
      {
        code: "reportVoicemail",
        description: "Words what the owner is told of a voicemail.",
        environment: {
          ...compiled,
          RECORDS_TABLE,
          KEPT_DAYS,
          FILES_BUCKET: args.filesBucket,
          FILES_URL: args.filesUrl,
          BRAIN_MODEL: settings.brainModel,
        },
        statements: [
          readKnowledge,
          allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], tables.records.arn),
          allow(["s3:GetObject", "s3:PutObject"], messages),
          // Without it S3 says of an object that is not there that it may not be read.
          allow("s3:ListBucket", args.filesArn),
          ...brainStatements(settings.brainModel, place).map((statement) => ({
            ...statement,
            Action: ["bedrock:InvokeModel"],
          })),
        ],
        memoryMb: 512,
        timeoutSeconds: workSeconds,
        logRetentionDays,
      },
      child,
    );
    const report = new Workflow(
      "voicemailReport",
      {
        definition: "voicemailReport",
        places: {
          reportVoicemailArn: reportVoicemail.arn,
          deliverArn: args.deliver.arn,
          reportGroup: reports.name,
          filesUrl: args.filesUrl,
        },
        statements: [
          mayInvoke(reportVoicemail.arn),
          mayInvoke(args.deliver.arn),
          allow(
            "scheduler:DeleteSchedule",
            pulumi.interpolate`arn:aws:scheduler:${place.region}:${accountId}:schedule/${reports.name}/*`,
          ),
        ],
        accountId,
        logRetentionDays,
        topicArn: args.topicArn,
        meaning:
          "Perhaps nobody told you of a voicemail: look at today's calls, and at voicemail/ in the bucket of files.",
      },
      child,
    );
    const prepareVoicemail = new VoiceFunction(
      "prepareVoicemail",
      {
        code: "prepareVoicemail",
        description: "Cuts a message out of a call's recording, and files it.",
        environment: {
          ...compiled,
          CALLS_TABLE: tables.calls.tableName,
          RECORDS_TABLE,
          KEPT_DAYS,
          FILES_BUCKET: args.filesBucket,
        },
        statements: [
          readKnowledge,
          allow("dynamodb:GetItem", tables.calls.arn),
          allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], tables.records.arn),
          ...recordings.readStatements,
          allow("s3:PutObject", messages),
        ],
        memoryMb: 1024,
        timeoutSeconds: workSeconds,
        logRetentionDays,
      },
      child,
    );
    const recording = new Workflow(
      "voicemailRecording",
      {
        definition: "voicemailRecording",
        places: { prepareVoicemailArn: prepareVoicemail.arn, jobPrefix, filesBucket: args.filesBucket },
        statements: [
          mayInvoke(prepareVoicemail.arn),
          allowAnywhere("transcribe:StartTranscriptionJob"),
          // Transcribe reads and writes as whoever starts the job.
          allow(["s3:GetObject", "s3:PutObject"], messages),
        ],
        accountId,
        logRetentionDays,
        topicArn: args.topicArn,
        meaning: "A voicemail's recording was not filed. Its owner hears within a quarter of an hour who called.",
      },
      child,
    );
    new WorkflowRule(
      `${name}-recorded`,
      {
        description: "Connect has left a recording.",
        pattern: pulumi.output(recordings.bucket).apply(recordingArrived),
        workflow: recording,
        accountId,
      },
      child,
    );
    new WorkflowRule(
      `${name}-written`,
      {
        description: "A voicemail is written down, or cannot be.",
        pattern: messageTranscribed(jobPrefix),
        workflow: report,
        accountId,
      },
      child,
    );
    const scheduler = this.mayReport(name, report, accountId);
    this.noteVoicemail = new VoiceFunction(
      "noteVoicemail",
      {
        code: "noteVoicemail",
        description: "Notes who is about to leave a message, and where to call them back.",
        environment: {
          ...compiled,
          RECORDS_TABLE,
          KEPT_DAYS,
          REPORT_WORKFLOW: report.arn,
          REPORT_GROUP: reports.name,
          REPORT_ROLE: scheduler.arn,
          JOB_PREFIX: jobPrefix,
        },
        statements: [
          readKnowledge,
          allow("dynamodb:UpdateItem", tables.records.arn),
          allow(
            "scheduler:CreateSchedule",
            pulumi.interpolate`arn:aws:scheduler:${place.region}:${accountId}:schedule/${reports.name}/*`,
          ),
          allow("iam:PassRole", scheduler.arn, {
            StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" },
          }),
        ],
        memoryMb: 512,
        timeoutSeconds: noteSeconds,
        logRetentionDays,
      },
      child,
    );
    this.registerOutputs();
  }

  private mayReport(name: string, report: Workflow, accountId: pulumi.Input<string>): aws.iam.Role {
    const role = new aws.iam.Role(
      `${name}-scheduler`,
      {
        description: "Tells the owner of a voicemail when its time is over.",
        assumeRolePolicy: assumedBy("scheduler.amazonaws.com", accountId),
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      `${name}-scheduler-policy`,
      { role: role.id, policy: policyDocument([allow("states:StartExecution", report.arn)]) },
      { parent: this },
    );
    return role;
  }
}
