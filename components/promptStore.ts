import * as pulumi from "@pulumi/pulumi";
import { PrivateBucket } from "./privateBucket";

export interface PromptStoreArgs {
  readonly accountId: pulumi.Input<string>;
  /** The Connect instance that plays the prompts. */
  readonly instanceArn: pulumi.Input<string>;
  readonly mayBeEmptied: boolean;
}

/** What the contact flow plays: the fixed sentences, which stay, and every clause of a call, which goes the day after. */
export const callPrefix = "calls/";

/** The bucket of prompts, which Amazon Connect itself reads. */
export class PromptStore extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: PromptStoreArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:PromptStore", name, {}, options);
    const onlyOurInstance = {
      StringEquals: { "aws:SourceAccount": args.accountId },
      ArnEquals: { "aws:SourceArn": args.instanceArn },
    };
    const connect = { Effect: "Allow", Principal: { Service: "connect.amazonaws.com" }, Condition: onlyOurInstance };
    const bucket = new PrivateBucket(
      name,
      {
        isVersioned: false,
        expiry: { prefix: callPrefix, days: 1 },
        atTheEnd: args.mayBeEmptied ? "emptied" : "guarded",
        guests: (bucketArn) => [
          { ...connect, Sid: "ConnectPlays", Action: "s3:GetObject", Resource: pulumi.interpolate`${bucketArn}/*` },
          { ...connect, Sid: "ConnectLooks", Action: "s3:ListBucket", Resource: bucketArn },
        ],
      },
      { parent: this },
    );
    this.bucketName = bucket.bucketName;
    this.arn = bucket.arn;
    this.ready = bucket.ready;
    this.registerOutputs();
  }
}
