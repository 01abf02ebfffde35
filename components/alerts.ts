import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "./permissions";

export interface AlertsArgs {
  readonly accountId: pulumi.Input<string>;
  /** The stack's own key; its policy lets alarms and budgets write to the topic. */
  readonly keyArn: pulumi.Input<string>;
  /** Null: nobody is mailed. */
  readonly ownerEmail: string | null;
  readonly monthlyBudgetUsd: number;
}

/** Shares of the month's budget at which the owner is told, in per cent of what was spent. */
const spentPercents = [50, 80, 100];

/** The services that tell the owner something through the topic. */
export const alertingServices = ["budgets.amazonaws.com", "cloudwatch.amazonaws.com"] as const;

/**
 * The topic through which the owner hears of trouble, and the budget. The budget watches the account's whole bill: a filter by tag
 * counts nothing until somebody has activated the tag in the billing console, and an alarm that rings early is better than one
 * that never does.
 */
export class Alerts extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: AlertsArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Alerts", name, {}, options);
    const child = { parent: this };
    const topic = new aws.sns.Topic(`${name}-topic`, { kmsMasterKeyId: args.keyArn }, child);
    const policy = new aws.sns.TopicPolicy(
      `${name}-policy`,
      {
        arn: topic.arn,
        policy: policyDocument([
          {
            Effect: "Allow",
            Principal: { Service: [...alertingServices] },
            Action: "sns:Publish",
            Resource: topic.arn,
            Condition: { StringEquals: { "aws:SourceAccount": args.accountId } },
          },
        ]),
      },
      child,
    );
    if (args.ownerEmail !== null) {
      new aws.sns.TopicSubscription(
        `${name}-owner`,
        { topic: topic.arn, protocol: "email", endpoint: args.ownerEmail },
        child,
      );
    }
    const tell = {
      comparisonOperator: "GREATER_THAN",
      thresholdType: "PERCENTAGE",
      subscriberSnsTopicArns: [topic.arn],
    };
    new aws.budgets.Budget(
      `${name}-budget`,
      {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        limitAmount: String(args.monthlyBudgetUsd),
        limitUnit: "USD",
        notifications: [
          ...spentPercents.map((threshold) => ({ ...tell, notificationType: "ACTUAL", threshold })),
          { ...tell, notificationType: "FORECASTED", threshold: 100 },
        ],
      },
      // Budgets refuses a topic that it may not write to.
      { parent: this, dependsOn: [policy] },
    );
    this.topicArn = topic.arn;
    this.registerOutputs();
  }
}

/** What of a function's metrics is trouble. */
export interface FunctionTrouble {
  readonly metric: "Errors" | "Throttles" | "AsyncEventsDropped";
  /** What it means for callers, for the mail. */
  readonly meaning: string;
}

/** Tells the topic when a function has trouble once in five minutes. */
export function functionAlarm(
  name: string,
  args: { readonly functionName: pulumi.Input<string>; readonly topicArn: pulumi.Input<string> } & FunctionTrouble,
  options: pulumi.ResourceOptions,
): void {
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      alarmDescription: args.meaning,
      namespace: "AWS/Lambda",
      metricName: args.metric,
      dimensions: { FunctionName: args.functionName },
      statistic: "Sum",
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      period: 300,
      evaluationPeriods: 1,
      treatMissingData: "notBreaching",
      alarmActions: [args.topicArn],
    },
    options,
  );
}
