import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Knowledge } from "../functions/shared/knowledge";
import { CallArchive } from "./callArchive";
import { GapsReport } from "./gapsReport";
import { type KnowledgeStore, knowledgeKeys } from "./knowledgeStore";
import { allow, allowBut, assumedBy, type Place, policyDocument, type Statement } from "./permissions";
import { PrivateBucket } from "./privateBucket";
import type { StackSettings } from "./stackSettings";
import type { Tables } from "./tables";
import { VoiceFunction } from "./voiceFunction";
import { mayInvoke, Workflow } from "./workflow";

export interface AfterCallArgs {
  readonly place: Place;
  readonly settings: Pick<StackSettings, "logRetentionDays" | "recordingRetentionDays" | "line"> & {
    readonly knowledge: Pick<Knowledge, "business">;
  };
  readonly tables: Tables;
  readonly knowledge: KnowledgeStore;
  /** The Connect instance that takes the calls. */
  readonly instanceArn: pulumi.Input<string>;
  /** Where the owner hears of what calls leave behind. */
  readonly topicArn: pulumi.Input<string>;
  /** Encrypts the topic. */
  readonly keyArn: pulumi.Input<string>;
  readonly mayBeEmptied: boolean;
}

const afterSeconds = 15;

/** What need not happen while the caller waits: the workflows, the functions that they call, and the files that calls leave behind. */
export class AfterCall extends pulumi.ComponentResource {
  /** Every call that was kept is told here, for programs: who subscribes over HTTPS gets it signed, and again until it is taken. */
  readonly callsTopicArn: pulumi.Output<string>;
  /** What calls leave behind. */
  readonly files: PrivateBucket;
  /** Where the files are opened. */
  readonly filesUrl: pulumi.Output<string>;
  /** Where the day before a booking is planned. */
  readonly remindersGroup: pulumi.Output<string>;
  readonly bookingConfirmation: Workflow;
  readonly deliver: VoiceFunction;
  readonly confirmBooking: VoiceFunction;
  readonly openFile: VoiceFunction;

  constructor(name: string, args: AfterCallArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:AfterCall", name, {}, options);
    const { settings, tables, knowledge, place, topicArn } = args;
    const child = { parent: this };
    const { logRetentionDays } = settings;
    const files = new PrivateBucket(
      "files",
      {
        isVersioned: false,
        expiry: { prefix: "", days: settings.recordingRetentionDays },
        tellsEvents: true,
        atTheEnd: args.mayBeEmptied ? "emptied" : "guarded",
      },
      child,
    );
    this.files = files;
    const filesUnder = (prefix: string) => pulumi.interpolate`${files.arn}/${prefix}*`;
    this.openFile = new VoiceFunction(
      "openFile",
      {
        code: "openFile",
        description: "Opens what a mail links to.",
        environment: { FILES_BUCKET: files.bucketName },
        statements: [allow("s3:GetObject", ["bookings/", "voicemail/", "calls/"].map(filesUnder))],
        timeoutSeconds: afterSeconds,
        logRetentionDays,
      },
      child,
    );
    const url = new aws.lambda.FunctionUrl(
      `${name}-url`,
      // Whoever has the mail has the link; nobody can guess one.
      { functionName: this.openFile.functionName, authorizationType: "NONE" },
      child,
    );
    this.filesUrl = url.functionUrl;
    const calls = new aws.sns.Topic(`${name}-calls`, { kmsMasterKeyId: args.keyArn }, child);
    this.callsTopicArn = calls.arn;
    const RECORDS_TABLE = tables.records.tableName;
    const sendMessages = [...this.publish(args), this.keepMessages(args)];
    this.deliver = new VoiceFunction(
      "deliver",
      {
        code: "deliver",
        description: "Sends a message once.",
        environment: { RECORDS_TABLE, OWNERS_TOPIC: topicArn, CALLS_TOPIC: calls.arn },
        statements: [...sendMessages, allow("sns:Publish", calls.arn)],
        timeoutSeconds: afterSeconds,
        logRetentionDays,
      },
      child,
    );
    this.confirmBooking = new VoiceFunction(
      "confirmBooking",
      {
        code: "confirmBooking",
        description: "Words what is said of a booking, and reminds its caller.",
        environment: {
          KNOWLEDGE_BUCKET: knowledge.bucketName,
          KNOWLEDGE_KEY: knowledgeKeys.compiled,
          BOOKINGS_TABLE: tables.bookings.tableName,
          RECORDS_TABLE,
          FILES_BUCKET: files.bucketName,
          FILES_URL: url.functionUrl,
          OWNERS_TOPIC: topicArn,
        },
        statements: [
          allow("s3:GetObject", pulumi.interpolate`${knowledge.bucketArn}/${knowledgeKeys.compiled}`),
          allow("s3:PutObject", filesUnder("bookings/")),
          allow("dynamodb:GetItem", tables.bookings.arn),
          ...sendMessages,
        ],
        memoryMb: 512,
        timeoutSeconds: afterSeconds,
        logRetentionDays,
      },
      child,
    );
    const reminders = new aws.scheduler.ScheduleGroup(`${name}-reminders`, {}, child);
    this.remindersGroup = reminders.name;
    const schedulerRole = this.mayRemind(name, place.accountId);
    const schedules = pulumi.interpolate`arn:aws:scheduler:${place.region}:${place.accountId}:schedule/${reminders.name}/*`;
    this.bookingConfirmation = new Workflow(
      "bookingConfirmation",
      {
        definition: "bookingConfirmation",
        places: {
          confirmBookingArn: this.confirmBooking.arn,
          deliverArn: this.deliver.arn,
          reminderGroup: reminders.name,
          schedulerRoleArn: schedulerRole.arn,
        },
        statements: [
          mayInvoke(this.confirmBooking.arn),
          mayInvoke(this.deliver.arn),
          allow(["scheduler:CreateSchedule", "scheduler:DeleteSchedule"], schedules),
          allow("iam:PassRole", schedulerRole.arn, {
            StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" },
          }),
        ],
        accountId: place.accountId,
        logRetentionDays,
        topicArn,
        meaning: "Somebody was not told of a booking. It stands all the same: see the table of bookings.",
      },
      child,
    );
    new GapsReport(
      "gaps",
      {
        place,
        logRetentionDays,
        timezone: settings.knowledge.business.timezone,
        knowledge,
        filesBucket: files.bucketName,
        filesArn: files.arn,
        deliver: this.deliver,
        topicArn,
      },
      child,
    );
    new CallArchive(
      "archive",
      {
        place,
        settings,
        tables,
        knowledge,
        topicArn,
        instanceArn: args.instanceArn,
        filesBucket: files.bucketName,
        filesArn: files.arn,
        filesUrl: url.functionUrl,
        deliver: this.deliver,
      },
      child,
    );
    this.registerOutputs();
  }

  private mayRemind(name: string, accountId: pulumi.Input<string>): aws.iam.Role {
    const role = new aws.iam.Role(
      `${name}-scheduler`,
      {
        description: "Runs what was planned for later.",
        assumeRolePolicy: assumedBy("scheduler.amazonaws.com", accountId),
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      `${name}-scheduler-policy`,
      { role: role.id, policy: policyDocument([mayInvoke(this.confirmBooking.arn)]) },
      { parent: this },
    );
    return role;
  }

  /** To the owner's topic, and to telephones, which have no ARN. */
  private publish({ topicArn, keyArn, place }: AfterCallArgs): readonly Statement[] {
    return [
      allow("sns:Publish", topicArn),
      allowBut("sns:Publish", "arn:aws:sns:*:*:*"),
      allow(["kms:Decrypt", "kms:GenerateDataKey"], keyArn, {
        StringEquals: { "kms:ViaService": `sns.${place.region}.amazonaws.com` },
      }),
    ];
  }

  private keepMessages({ tables }: AfterCallArgs): Statement {
    return allow(["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], tables.records.arn);
  }
}
