import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allow, type Place, type Statement } from "./permissions";
import { physicalName } from "./physicalName";
import { PrivateBucket } from "./privateBucket";

export interface ConnectInstanceArgs {
  /** Name of the stack, part of the owned instance's address. */
  readonly stack: string;
  readonly place: Place;
  /** Id of an instance that exists; null: the stack owns one. */
  readonly adoptedId: string | null;
  readonly keyArn: pulumi.Input<string>;
  readonly logRetentionDays: number;
  readonly recordingRetentionDays: number;
}

/** Where an instance leaves what it records. */
export interface RecordingPlace {
  /** Null: its owner has chosen it, and we do not know which it is. */
  readonly bucket: pulumi.Output<string> | null;
  /** What reading the recordings of conversations with a flow takes. */
  readonly readStatements: readonly Statement[];
}

/** The longest alias that Amazon Connect takes, without the account's 12 digits and a hyphen. */
const longestAliasStem = 45 - 13;
/** The folder of its bucket that an owned instance keeps recordings in. */
export const recordingsPrefix = "recordings";
/** How long Kinesis Video Streams keeps a caller's voice: long enough for a successor to take a call over. */
const streamRetentionHours = 24;

/**
 * An Amazon Connect instance, where numbers, flows and hours live. A region allows few, and what it records is set up once, so
 * several stacks share one: the first owns it, others adopt it as it is.
 */
export class ConnectInstance extends pulumi.ComponentResource {
  readonly instanceId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** What hearing callers takes: reading the instance's streams and decrypting them. */
  readonly hearStatements: readonly Statement[];
  readonly recordings: RecordingPlace;

  constructor(name: string, args: ConnectInstanceArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:ConnectInstance", name, {}, options);
    const { region, accountId } = args.place;
    const streams = (pattern: pulumi.Input<string>) =>
      pulumi.interpolate`arn:aws:kinesisvideo:${region}:${accountId}:stream/${pattern}`;
    const throughStreams = { StringEquals: { "kms:ViaService": `kinesisvideo.${region}.amazonaws.com` } };
    const throughS3 = { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } };
    const hear = (pattern: pulumi.Input<string>, keyArn: pulumi.Input<string>) => [
      allow(["kinesisvideo:GetDataEndpoint", "kinesisvideo:GetMedia"], streams(pattern)),
      allow("kms:Decrypt", keyArn, throughStreams),
    ];
    if (args.adoptedId === null) {
      const { instance: owned, recordings } = this.own(name, args);
      this.instanceId = owned.id;
      this.arn = owned.arn;
      this.hearStatements = hear(
        pulumi.interpolate`${streamPrefix(args.stack)}-connect-${owned.instanceAlias}-contact-*/*`,
        args.keyArn,
      );
      this.recordings = {
        bucket: recordings.bucketName,
        readStatements: [
          allow("s3:GetObject", pulumi.interpolate`${recordings.arn}/${recordingsPrefix}/ivr/*`),
          allow("kms:Decrypt", args.keyArn, throughS3),
        ],
      };
    } else {
      this.instanceId = pulumi.output(args.adoptedId);
      this.arn = pulumi.interpolate`arn:aws:connect:${region}:${accountId}:instance/${args.adoptedId}`;
      // The owner named the streams and the key; Connect's own pattern is what we know of them.
      this.hearStatements = hear(
        "*-connect-*-contact-*/*",
        pulumi.interpolate`arn:aws:kms:${region}:${accountId}:key/*`,
      );
      // Likewise: its owner named the bucket, and Connect the folder and the files in it.
      this.recordings = {
        bucket: null,
        readStatements: [
          allow("s3:GetObject", "arn:aws:s3:::*/ivr/*.wav", { StringEquals: { "aws:ResourceAccount": accountId } }),
          allow("kms:Decrypt", pulumi.interpolate`arn:aws:kms:${region}:${accountId}:key/*`, throughS3),
        ],
      };
    }
    this.registerOutputs();
  }

  private own(name: string, args: ConnectInstanceArgs) {
    const { stack, keyArn, place } = args;
    // A number is claimed to an instance: with the instance it would go, and nobody could claim it for 180 days.
    const kept = { parent: this, protect: true, retainOnDelete: true };
    const instance = new aws.connect.Instance(
      `${name}-instance`,
      {
        identityManagementType: "CONNECT_MANAGED",
        instanceAlias: pulumi.interpolate`${physicalName(stack, longestAliasStem)}-${place.accountId}`,
        inboundCallsEnabled: true,
        // A transfer to a person's phone is an outbound call.
        outboundCallsEnabled: true,
        contactFlowLogsEnabled: true,
        contactLensEnabled: false,
      },
      { ...kept, ignoreChanges: ["instanceAlias"] },
    );
    // Connect would make this group itself, and keep its logs for ever.
    new aws.cloudwatch.LogGroup(
      `${name}-logs`,
      { name: pulumi.interpolate`/aws/connect/${instance.instanceAlias}`, retentionInDays: args.logRetentionDays },
      { parent: this },
    );
    const recordings = new PrivateBucket(
      "recordings",
      {
        isVersioned: false,
        expiry: { prefix: "", days: args.recordingRetentionDays },
        tellsEvents: true,
        keyArn,
        atTheEnd: "kept",
      },
      { parent: this },
    );
    const encryptionConfig = { encryptionType: "KMS", keyId: keyArn };
    new aws.connect.InstanceStorageConfig(
      `${name}-recordings`,
      {
        instanceId: instance.id,
        resourceType: "CALL_RECORDINGS",
        storageConfig: {
          storageType: "S3",
          s3Config: { bucketName: recordings.bucketName, bucketPrefix: recordingsPrefix, encryptionConfig },
        },
      },
      { ...kept, dependsOn: [...recordings.ready] },
    );
    new aws.connect.InstanceStorageConfig(
      `${name}-streams`,
      {
        instanceId: instance.id,
        resourceType: "MEDIA_STREAMS",
        storageConfig: {
          storageType: "KINESIS_VIDEO_STREAM",
          kinesisVideoStreamConfig: {
            prefix: streamPrefix(stack),
            retentionPeriodHours: streamRetentionHours,
            encryptionConfig,
          },
        },
      },
      kept,
    );
    return { instance, recordings };
  }
}

function streamPrefix(stack: string): string {
  return `voice-${stack}`;
}
