import * as pulumi from "@pulumi/pulumi";

/** One statement of a role's policy. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource?: pulumi.Input<string> | readonly pulumi.Input<string>[];
  /** Everything but these. */
  readonly NotResource?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string>>>>>;
}

/** Where the stack runs. */
export interface Place {
  readonly region: string;
  readonly accountId: pulumi.Input<string>;
}

/** May do exactly these actions on exactly these resources. */
export function allow(
  action: string | readonly string[],
  resource: NonNullable<Statement["Resource"]>,
  condition?: Statement["Condition"],
): Statement {
  const statement = { Effect: "Allow", Action: [action].flat(), Resource: resource } as const;
  return condition === undefined ? statement : { ...statement, Condition: condition };
}

/**
 * May do an action on whatever has no such ARN: SNS's telephones have none, and every topic has one (Amazon SNS developer guide,
 * "Using identity-based policies").
 */
export function allowBut(action: string, NotResource: string): Statement {
  return { Effect: "Allow", Action: [action], NotResource };
}

/**
 * May do actions for which AWS knows no resource, or none that we could name beforehand. The house rule on the plan refuses this
 * for every action for which AWS does demand one.
 */
export function allowAnywhere(...actions: readonly string[]): Statement {
  return allow(actions, "*");
}

/** A policy document as text. */
export function policyDocument(statements: readonly object[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** Lets a service act with a role; where an account is named, only for what belongs to it. */
export function assumedBy(service: string, accountId?: pulumi.Input<string>): pulumi.Output<string> {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  const ours = accountId === undefined ? {} : { Condition: { StringEquals: { "aws:SourceAccount": accountId } } };
  return policyDocument([{ ...statement, ...ours }]);
}

const invokeModel = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];
/** `us.`, `eu.`, … before a model's id: an inference profile of that geography; `global.`: of the whole world. */
const profile = /^(global|us|us-gov|eu|apac|au|jp|ca|sa|me|af)\.(.+)$/;

/**
 * What asking a Bedrock model takes. A bare model id stands for the model in this region. Through an inference profile the model may
 * be asked in other regions too, but only through that profile; the global one needs three statements (Amazon Bedrock user guide,
 * "Global cross-Region inference").
 */
export function brainStatements(model: string, { region, accountId }: Place): readonly Statement[] {
  const [, geography, id] = profile.exec(model) ?? [];
  const modelArn = (where: string) => `arn:aws:bedrock:${where}::foundation-model/${id ?? model}`;
  if (geography === undefined) return [allow(invokeModel, modelArn(region))];
  const profileArn = pulumi.interpolate`arn:aws:bedrock:${region}:${accountId}:inference-profile/${model}`;
  const here = { "aws:RequestedRegion": region };
  const throughProfile = { "bedrock:InferenceProfileArn": profileArn };
  const mayUseProfile = allow(invokeModel, profileArn, { StringEquals: here });
  if (geography !== "global") {
    return [mayUseProfile, allow(invokeModel, modelArn("*"), { StringEquals: throughProfile })];
  }
  return [
    mayUseProfile,
    allow(invokeModel, modelArn(region), { StringEquals: { ...here, ...throughProfile } }),
    allow(invokeModel, modelArn(""), { StringEquals: { "aws:RequestedRegion": "unspecified", ...throughProfile } }),
  ];
}
