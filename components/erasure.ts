import * as pulumi from "@pulumi/pulumi";
import { recordingsPrefix } from "./connectInstance";
import { allow, allowAnywhere, type Place } from "./permissions";
import { callPrefix } from "./promptStore";
import type { StackSettings } from "./stackSettings";
import type { Tables } from "./tables";
import { VoiceFunction } from "./voiceFunction";

/** A bucket that a caller may have left something in. */
export interface Bucket {
  readonly bucketName: pulumi.Input<string>;
  readonly arn: pulumi.Input<string>;
}

export interface ErasureArgs {
  readonly place: Place;
  readonly settings: Pick<StackSettings, "logRetentionDays">;
  readonly tables: Tables;
  readonly files: Bucket;
  readonly prompts: Bucket;
  /** Null: the instance's owner keeps them. */
  readonly recordings: Bucket | null;
  readonly remindersGroup: pulumi.Input<string>;
  readonly reportsGroup: pulumi.Input<string>;
}

/** Reading whole tables takes as long as they are large. */
const longestSeconds = 300;

/** The function behind `npm run erase`: it may read and delete everywhere that a caller may have left something, and do nothing else. */
export class Erasure extends pulumi.ComponentResource {
  readonly eraseCaller: VoiceFunction;

  constructor(name: string, args: ErasureArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Erasure", name, {}, options);
    const { tables, files, prompts, recordings, place } = args;
    const unread = [prompts, ...(recordings === null ? [] : [recordings])];
    const under = ({ arn }: Bucket, ...prefixes: string[]) =>
      prefixes.map((prefix) => pulumi.interpolate`${arn}/${prefix}*`);
    const groups = [args.remindersGroup, args.reportsGroup];
    this.eraseCaller = new VoiceFunction(
      "eraseCaller",
      {
        code: "eraseCaller",
        description: "Deletes all that is kept of a caller.",
        environment: {
          CALLS_TABLE: tables.calls.tableName,
          BOOKINGS_TABLE: tables.bookings.tableName,
          RECORDS_TABLE: tables.records.tableName,
          FILES_BUCKET: files.bucketName,
          PROMPTS_BUCKET: prompts.bucketName,
          RECORDINGS_BUCKET: recordings?.bucketName ?? "none",
          REMINDERS_GROUP: args.remindersGroup,
          REPORTS_GROUP: args.reportsGroup,
        },
        statements: [
          allow(
            ["dynamodb:Scan", "dynamodb:DeleteItem"],
            [tables.calls, tables.bookings, tables.records].map(({ arn }) => arn),
          ),
          allow(
            "s3:ListBucket",
            [files, ...unread].map(({ arn }) => arn),
          ),
          allow(["s3:GetObject", "s3:DeleteObject"], under(files, "calls/", "voicemail/", "bookings/")),
          allow("s3:DeleteObject", [
            ...under(prompts, callPrefix),
            ...(recordings === null ? [] : under(recordings, `${recordingsPrefix}/`)),
          ]),
          allowAnywhere("scheduler:ListSchedules"),
          allow(
            "scheduler:DeleteSchedule",
            groups.map(
              (group) => pulumi.interpolate`arn:aws:scheduler:${place.region}:${place.accountId}:schedule/${group}/*`,
            ),
          ),
        ],
        memoryMb: 1024,
        timeoutSeconds: longestSeconds,
        logRetentionDays: args.settings.logRetentionDays,
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}
