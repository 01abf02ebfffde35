import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { bundleFunction } from "./bundle";
import { allow, assumedBy, policyDocument, type Statement } from "./permissions";

export interface VoiceFunctionArgs {
  /** The folder in `functions/` with its code. */
  readonly code: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  /** What it may do, beside writing its own log. */
  readonly statements: readonly Statement[];
  /** @default 256; Lambda gives processor time in proportion, a whole processor at 1,769. */
  readonly memoryMb?: number;
  readonly timeoutSeconds: number;
  readonly logRetentionDays: number;
}

/** A Lambda function with a role, a log and a bundle of its own. */
export class VoiceFunction extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly functionName: pulumi.Output<string>;
  readonly roleId: pulumi.Output<string>;
  /** Changes whenever the code does. */
  readonly codeSha256: string;
  /** What must exist before the function can be called with effect. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: VoiceFunctionArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:VoiceFunction", name, {}, options);
    const child = { parent: this };
    const bundle = bundleFunction(args.code);
    this.codeSha256 = bundle.sha256;

    const logs = new aws.cloudwatch.LogGroup(`${name}-logs`, { retentionInDays: args.logRetentionDays }, child);
    const role = new aws.iam.Role(
      `${name}-role`,
      { description: `What ${args.code} may do.`, assumeRolePolicy: assumedBy("lambda.amazonaws.com") },
      child,
    );
    const writeLog = allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${logs.arn}:*`);
    const policy = new aws.iam.RolePolicy(
      `${name}-policy`,
      { role: role.id, policy: policyDocument([writeLog, ...args.statements]) },
      child,
    );
    const made = new aws.lambda.Function(
      `${name}-function`,
      {
        description: args.description,
        runtime: "nodejs24.x",
        architectures: ["arm64"],
        handler: "index.handler",
        code: new pulumi.asset.AssetArchive({
          "index.js": new pulumi.asset.FileAsset(path.relative(process.cwd(), bundle.file)),
        }),
        role: role.arn,
        memorySize: args.memoryMb ?? 256,
        timeout: args.timeoutSeconds,
        environment: { variables: { ...args.environment } },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name },
      },
      child,
    );
    this.arn = made.arn;
    this.functionName = made.name;
    this.roleId = role.id;
    this.ready = [made, policy];
    this.registerOutputs();
  }
}
