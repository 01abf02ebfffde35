import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { StackCallers } from "../functions/shared/stackOverrides";
import { physicalName } from "./physicalName";
import { PrivateBucket } from "./privateBucket";

/** A vector bucket's name has at most 63 characters, 13 of them the account's. */
const mostStemCharacters = 50;

export interface KnowledgeStoreArgs {
  /** Name of the stack, part of the vector bucket's name, which is shown to people. */
  readonly stack: string;
  readonly accountId: pulumi.Input<string>;
  /** The knowledge file, relative to the working directory. */
  readonly file: string;
  readonly callers: pulumi.Input<StackCallers>;
  readonly mayBeEmptied: boolean;
}

/** Where what the business told us lies. */
export const knowledgeKeys = {
  /** As its owner writes it. */
  file: "knowledge.yaml",
  /** As the functions read it: valid, with every default filled in. */
  compiled: "knowledge.json",
  /** Prefix of every version that was once in force. */
  versions: "knowledge/",
  /** The stack's own lists of callers. */
  callers: "callers.json",
} as const;

/** Titan Text Embeddings V2 at its smallest; a business has a few hundred facts. */
export const embedding = { model: "amazon.titan-embed-text-v2:0", dimensions: 256 } as const;

/**
 * The business's knowledge file, its compiled form and its facts as vectors. The lists of callers are people's numbers, so they are
 * no environment variable, which every console shows; nor a secret of Secrets Manager, which costs 40 cents a month and holds no
 * more than 64 kB: they are an encrypted object that one function alone may read, beside the file that it reads anyway.
 */
export class KnowledgeStore extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly bucketArn: pulumi.Output<string>;
  readonly indexArn: pulumi.Output<string>;
  /** The file is in place. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: KnowledgeStoreArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:KnowledgeStore", name, {}, options);
    const child = { parent: this };
    const bucket = new PrivateBucket(
      name,
      { isVersioned: true, tellsEvents: true, atTheEnd: args.mayBeEmptied ? "emptied" : "guarded" },
      child,
    );
    const put = (key: string, content: { source?: pulumi.asset.Asset; content?: pulumi.Input<string> }) =>
      new aws.s3.BucketObjectv2(
        `${name}-${key}`,
        { bucket: bucket.bucketName, key, ...content },
        { parent: this, dependsOn: [...bucket.ready] },
      );
    const file = put(knowledgeKeys.file, { source: new pulumi.asset.FileAsset(args.file) });
    put(knowledgeKeys.callers, { content: pulumi.secret(pulumi.jsonStringify(args.callers)) });

    const vectors = new aws.s3.VectorsVectorBucket(
      `${name}-vectors`,
      {
        vectorBucketName: pulumi.interpolate`${physicalName(args.stack, mostStemCharacters).toLowerCase()}-${args.accountId}`,
        forceDestroy: args.mayBeEmptied,
      },
      child,
    );
    const index = new aws.s3.VectorsIndex(
      `${name}-index`,
      {
        vectorBucketName: vectors.vectorBucketName,
        indexName: "facts",
        dataType: "float32",
        dimension: embedding.dimensions,
        distanceMetric: "cosine",
        metadataConfiguration: { nonFilterableMetadataKeys: ["text"] },
      },
      child,
    );
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.arn;
    this.indexArn = index.indexArn;
    this.ready = [file];
    this.registerOutputs();
  }
}
