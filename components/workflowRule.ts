import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allow, assumedBy, policyDocument } from "./permissions";
import type { Workflow } from "./workflow";

export interface WorkflowRuleArgs {
  readonly description: string;
  /** An event pattern of EventBridge. */
  readonly pattern: pulumi.Input<object>;
  readonly workflow: Workflow;
  readonly accountId: pulumi.Input<string>;
}

/** Starts a workflow on every event of a pattern, which is its input. */
export class WorkflowRule extends pulumi.ComponentResource {
  constructor(name: string, args: WorkflowRuleArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:WorkflowRule", name, {}, options);
    const child = { parent: this };
    const rule = new aws.cloudwatch.EventRule(
      `${name}-rule`,
      { description: args.description, eventPattern: pulumi.jsonStringify(args.pattern) },
      child,
    );
    const role = new aws.iam.Role(
      `${name}-role`,
      { description: args.description, assumeRolePolicy: assumedBy("events.amazonaws.com", args.accountId) },
      child,
    );
    new aws.iam.RolePolicy(
      `${name}-policy`,
      { role: role.id, policy: policyDocument([allow("states:StartExecution", args.workflow.arn)]) },
      child,
    );
    new aws.cloudwatch.EventTarget(
      `${name}-target`,
      { rule: rule.name, arn: args.workflow.arn, roleArn: role.arn },
      child,
    );
    this.registerOutputs();
  }
}
