import { readFileSync } from "node:fs";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { renderStateMachine } from "../functions/shared/stateMachine";
import { allow, allowAnywhere, assumedBy, policyDocument, type Statement } from "./permissions";

export interface WorkflowArgs {
  /** The file in `stateMachines/` without `.asl.yaml`. */
  readonly definition: string;
  /** What stands in the definition's places. */
  readonly places: Readonly<Record<string, pulumi.Input<string>>>;
  /** What it may do, beside writing its log. */
  readonly statements: readonly Statement[];
  readonly accountId: pulumi.Input<string>;
  readonly logRetentionDays: number;
  /** Hears of executions that failed, and what that means. */
  readonly topicArn: pulumi.Input<string>;
  readonly meaning: string;
}

/** What a state machine must be allowed to write a log (AWS Step Functions developer guide, "Logging using CloudWatch Logs"). */
const logDelivery = [
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery",
  "logs:UpdateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:DescribeResourcePolicies",
  "logs:DescribeLogGroups",
];

/** An Express workflow with a role and a log of its own. The log tells which states failed, never what went through them. */
export class Workflow extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: WorkflowArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Workflow", name, {}, options);
    const child = { parent: this };
    // Step Functions writes only to log groups of this prefix without a resource policy that grows with each of them.
    const logs = new aws.cloudwatch.LogGroup(
      `${name}-logs`,
      { namePrefix: `/aws/vendedlogs/states/${name}-`, retentionInDays: args.logRetentionDays },
      child,
    );
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        description: `What the workflow ${args.definition} may do.`,
        assumeRolePolicy: assumedBy("states.amazonaws.com", args.accountId),
      },
      child,
    );
    const policy = new aws.iam.RolePolicy(
      `${name}-policy`,
      { role: role.id, policy: policyDocument([allowAnywhere(...logDelivery), ...args.statements]) },
      child,
    );
    const machine = new aws.sfn.StateMachine(
      `${name}-machine`,
      {
        type: "EXPRESS",
        roleArn: role.arn,
        definition: pulumi
          .all(args.places)
          .apply((places) => JSON.stringify(renderStateMachine(yamlOf(args.definition), places))),
        loggingConfiguration: {
          level: "ERROR",
          includeExecutionData: false,
          logDestination: pulumi.interpolate`${logs.arn}:*`,
        },
      },
      { parent: this, dependsOn: [policy] },
    );
    for (const metricName of ["ExecutionsFailed", "ExecutionsTimedOut"]) {
      new aws.cloudwatch.MetricAlarm(
        `${name}-${metricName}`,
        {
          alarmDescription: args.meaning,
          namespace: "AWS/States",
          metricName,
          dimensions: { StateMachineArn: machine.arn },
          statistic: "Sum",
          comparisonOperator: "GreaterThanOrEqualToThreshold",
          threshold: 1,
          period: 300,
          evaluationPeriods: 1,
          treatMissingData: "notBreaching",
          alarmActions: [args.topicArn],
        },
        child,
      );
    }
    this.arn = machine.arn;
    this.registerOutputs();
  }
}

/** May invoke a function. */
export function mayInvoke(functionArn: pulumi.Input<string>): Statement {
  return allow("lambda:InvokeFunction", functionArn);
}

function yamlOf(definition: string): string {
  return readFileSync(path.join(__dirname, "..", "stateMachines", `${definition}.asl.yaml`), "utf8");
}
