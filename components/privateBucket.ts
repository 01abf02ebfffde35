import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "./permissions";

export interface PrivateBucketArgs {
  /** Earlier versions of an object are kept for 30 days. */
  readonly isVersioned: boolean;
  /** Objects under a prefix (an empty one: all) are deleted so many days after they were written. */
  readonly expiry?: { readonly prefix: string; readonly days: number };
  /** Tells EventBridge of every object. */
  readonly tellsEvents?: boolean;
  /** Encrypts with this KMS key instead of S3's own. */
  readonly keyArn?: pulumi.Input<string>;
  /** Services beside the account that may use the bucket; statements about `bucketArn`. */
  readonly guests?: (bucketArn: pulumi.Output<string>) => readonly object[];
  /** `emptied`: it may be deleted with what is in it; `guarded`: Pulumi refuses to; `kept`: Pulumi leaves it where it is, too. */
  readonly atTheEnd: "emptied" | "guarded" | "kept";
}

const keptVersionDays = 30;

/** A bucket that nobody outside the account can read, encrypted, and only to be spoken to over TLS. */
export class PrivateBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** What must exist before the bucket is used by others than functions. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: PrivateBucketArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:PrivateBucket", name, {}, options);
    const child = { parent: this };
    const isKept = args.atTheEnd === "kept";
    const made = new aws.s3.Bucket(
      `${name}-bucket`,
      { forceDestroy: args.atTheEnd === "emptied" },
      { parent: this, protect: args.atTheEnd !== "emptied", retainOnDelete: isKept },
    );
    const bucket = made.bucket;
    const block = new aws.s3.BucketPublicAccessBlock(
      `${name}-block`,
      { bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      child,
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
      `${name}-encryption`,
      { bucket, rules: [encryptionRule(args.keyArn)] },
      child,
    );
    if (args.isVersioned) {
      new aws.s3.BucketVersioning(
        `${name}-versions`,
        { bucket, versioningConfiguration: { status: "Enabled" } },
        child,
      );
    }
    new aws.s3.BucketLifecycleConfiguration(`${name}-lifecycle`, { bucket, rules: lifecycleRules(args) }, child);
    // S3 takes one change of a bucket's policy and of its block at a time.
    const policy = new aws.s3.BucketPolicy(
      `${name}-policy`,
      { bucket, policy: policyDocument([onlyOverTls(made.arn), ...(args.guests?.(made.arn) ?? [])]) },
      { parent: this, dependsOn: [block] },
    );
    const events = args.tellsEvents
      ? [new aws.s3.BucketNotification(`${name}-events`, { bucket, eventbridge: true }, child)]
      : [];
    this.bucketName = bucket;
    this.arn = made.arn;
    this.ready = [policy, ...events];
    this.registerOutputs();
  }
}

function encryptionRule(keyArn: pulumi.Input<string> | undefined) {
  return keyArn === undefined
    ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
    : {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
        bucketKeyEnabled: true,
      };
}

function lifecycleRules({ isVersioned, expiry }: PrivateBucketArgs) {
  const everything = { prefix: "" };
  return [
    // Uploads that were broken off cost money and nobody sees them.
    {
      id: "unfinished",
      status: "Enabled",
      filter: everything,
      abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
    },
    ...(expiry === undefined
      ? []
      : [{ id: "expiry", status: "Enabled", filter: { prefix: expiry.prefix }, expiration: { days: expiry.days } }]),
    ...(isVersioned
      ? [
          {
            id: "versions",
            status: "Enabled",
            filter: everything,
            noncurrentVersionExpiration: { noncurrentDays: keptVersionDays },
          },
        ]
      : []),
  ];
}

function onlyOverTls(bucketArn: pulumi.Output<string>) {
  return {
    Sid: "OnlyOverTls",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
