import { ofType, type Plan, type PlannedResource, valueAt } from "./plan";

/** A promise about every stack: gives what breaks it, one sentence each; none where it is kept. */
export type Rule = (plan: Plan) => readonly string[];

const types = {
  bucket: "aws:s3/bucket:Bucket",
  function: "aws:lambda/function:Function",
  logs: "aws:cloudwatch/logGroup:LogGroup",
  number: "aws:connect/phoneNumber:PhoneNumber",
  role: "aws:iam/role:Role",
  table: "aws:dynamodb/table:Table",
} as const;

/** Whatever costs money while nobody calls, or ties the stack to a network. */
const alwaysOn =
  /^aws:(ec2|ecs|eks|ecr|rds|redshift|elasticache|memorydb|opensearch|elasticsearch|msk|mq|lb|alb|elb|apprunner|lightsail|efs|fsx|neptune|docdb|dax|autoscaling|globalaccelerator|directoryservice)\//;
const alwaysOnTypes = /^aws:kinesis\/stream:|^aws:lambda\/provisionedConcurrencyConfig:|^aws:sagemaker\/endpoint:/;

/** Logs are kept as long as the stack says and no longer, and every function writes into a group of the stack. */
export function logsAreForgotten(days: number): Rule {
  return (plan) => {
    const groups = ofType(plan, types.logs);
    const names: unknown[] = groups.map(({ name, inputs }) => inputs.name ?? name);
    return [
      ...groups
        .filter(({ inputs }) => inputs.retentionInDays !== days)
        .map(({ name, inputs }) => `${name}: keeps logs for ${inputs.retentionInDays ?? "ever"}, not for ${days} days`),
      ...ofType(plan, types.function)
        .filter(({ inputs }) => !names.includes(valueAt(inputs, "loggingConfig", "logGroup")))
        .map(({ name }) => `${name}: writes into a log that is not of the stack`),
    ];
  };
}

/** Nobody outside the account can read a bucket, what is in it is encrypted, and it is spoken to over TLS. */
export const bucketsArePrivate: Rule = (plan) => {
  const ofBucket = (type: string, bucket: string) =>
    ofType(plan, `aws:s3/${type}`).find(({ inputs }) => inputs.bucket === bucket)?.inputs;
  return ofType(plan, types.bucket).flatMap(({ name, inputs }) => {
    const block = ofBucket("bucketPublicAccessBlock:BucketPublicAccessBlock", name);
    const encryption = ofBucket(
      "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      name,
    );
    const policy = ofBucket("bucketPolicy:BucketPolicy", name);
    const blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
    return [
      ...blocks.filter((each) => block?.[each] !== true).map((each) => `${name}: ${each} is not set`),
      ...(valueAt(encryption, "rules", 0, "applyServerSideEncryptionByDefault", "sseAlgorithm") === undefined
        ? [`${name}: is not encrypted`]
        : []),
      ...(hasTlsOnly(policy?.policy) ? [] : [`${name}: may be read without TLS`]),
      ...(inputs.acl === undefined && inputs.website === undefined ? [] : [`${name}: has an ACL or a website`]),
    ];
  });
};

/** A number, the instance that holds it and the key of its recordings stay where they are, whatever becomes of the stack. */
export const theNumberIsSacred: Rule = (plan) =>
  [types.number, "aws:connect/instance:Instance", "aws:kms/key:Key"].flatMap((type) =>
    ofType(plan, type).flatMap(({ name, options }) => [
      ...(options.protect ? [] : [`${name}: is not protected`]),
      ...(options.retainOnDelete ? [] : [`${name}: would be deleted with the stack`]),
    ]),
  );

/** Nothing runs while nobody calls, and there is no network of ours. */
export const nothingRunsAlways: Rule = (plan) => [
  ...plan.resources
    .filter(({ type }) => alwaysOn.test(type) || alwaysOnTypes.test(type))
    .map(({ name, type }) => `${name}: ${type} costs money while nobody calls`),
  ...ofType(plan, types.function)
    .filter(({ inputs }) => inputs.vpcConfig !== undefined)
    .map(({ name }) => `${name}: is in a VPC`),
];

/** Every function has a role of its own, which only Lambda may take. */
export const everyFunctionHasItsRole: Rule = (plan) => {
  const functions = ofType(plan, types.function);
  const shared = functions.filter(
    ({ inputs }) => functions.filter((other) => other.inputs.role === inputs.role).length > 1,
  );
  const trusts = (role: PlannedResource) =>
    valueAt(role.inputs, "assumeRolePolicy", "Statement", 0, "Principal", "Service") === "lambda.amazonaws.com";
  return [
    ...shared.map(({ name }) => `${name}: shares its role`),
    ...ofType(plan, types.role)
      .filter((role) => functions.some(({ inputs }) => String(inputs.role).endsWith(`/${role.name}`)) && !trusts(role))
      .map(({ name }) => `${name}: may be taken by others than Lambda`),
  ];
};

/** Functions run on the Node and the processor that they are tested on, against AWS itself. */
export const functionsRunAsTested: Rule = (plan) =>
  ofType(plan, types.function).flatMap(({ name, inputs }) => {
    const variables = Object.keys((valueAt(inputs, "environment", "variables") ?? {}) as object);
    return [
      ...(inputs.runtime === "nodejs24.x" ? [] : [`${name}: runs on ${inputs.runtime}`]),
      ...(valueAt(inputs, "architectures", 0) === "arm64" ? [] : [`${name}: is not built for arm64`]),
      ...variables.filter((key) => key.startsWith("AWS_ENDPOINT_URL")).map((key) => `${name}: has ${key}`),
    ];
  });

/** The function that leads a call: as long as Lambda lets it, never retried, never late, with somebody who takes over. */
export function callsAreLedOnce(hotFunction: string): Rule {
  return (plan) => {
    const hot = ofType(plan, types.function).find(({ name }) => name === hotFunction);
    const config = ofType(plan, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").find(
      ({ inputs }) => inputs.functionName === hotFunction,
    )?.inputs;
    const wanted = [
      ["timeout", hot?.inputs.timeout, 900],
      ["reservedConcurrentExecutions", hot?.inputs.reservedConcurrentExecutions, undefined],
      ["maximumRetryAttempts", config?.maximumRetryAttempts, 0],
      ["maximumEventAgeInSeconds", config?.maximumEventAgeInSeconds, 60],
    ] as const;
    const successor = valueAt(config, "destinationConfig", "onFailure", "destination");
    return [
      ...wanted.filter(([, is, should]) => is !== should).map(([key, is]) => `${hotFunction}: ${key} is ${is}`),
      ...(typeof successor === "string" ? [] : [`${hotFunction}: nobody takes over where it breaks off`]),
    ];
  };
}

/** Tables cost nothing while nobody calls, can be brought back to any second of 35 days, are encrypted, and forget. */
export const tablesAreSafe: Rule = (plan) =>
  ofType(plan, types.table).flatMap(({ name, inputs }) => [
    ...(inputs.billingMode === "PAY_PER_REQUEST" ? [] : [`${name}: is not paid by use`]),
    ...(valueAt(inputs, "pointInTimeRecovery", "enabled") === true ? [] : [`${name}: cannot be brought back`]),
    ...(valueAt(inputs, "serverSideEncryption", "enabled") === true ? [] : [`${name}: is not encrypted`]),
    ...(valueAt(inputs, "ttl", "enabled") === true ? [] : [`${name}: never forgets`]),
  ]);

/** The month's bill has a limit, and somebody is told before it is reached. */
export function billIsWatched(usd: number): Rule {
  return (plan) => {
    const topics = ofType(plan, "aws:sns/topic:Topic").map(({ name }) => name);
    const tells = (notification: unknown) =>
      topics.some((topic) => String(valueAt(notification, "subscriberSnsTopicArns", 0)).endsWith(`:${topic}`));
    const isGood = ofType(plan, "aws:budgets/budget:Budget").some(
      ({ inputs }) =>
        inputs.limitAmount === String(usd) &&
        inputs.timeUnit === "MONTHLY" &&
        [inputs.notifications].flat().some((each) => tells(each) && Number(valueAt(each, "threshold")) <= 100),
    );
    return isGood ? [] : [`There is no budget of ${usd} USD a month that tells the topic`];
  };
}

/** Whoever may invoke a function is named: a service, and what of it. */
export const functionsAreCalledByName: Rule = (plan) =>
  ofType(plan, "aws:lambda/permission:Permission")
    .filter(({ inputs }) => typeof inputs.sourceArn !== "string")
    .map(({ name, inputs }) => `${name}: lets every ${inputs.principal} in`);

/** The plan names none of these words, whatever their case. */
export function namesNone(words: readonly string[]): Rule {
  return (plan) => {
    const text = JSON.stringify(plan).toLowerCase();
    return words.filter((word) => text.includes(word.toLowerCase())).map((word) => `The plan names ${word}`);
  };
}

function hasTlsOnly(policy: unknown): boolean {
  const statements = valueAt(policy, "Statement");
  return (
    Array.isArray(statements) &&
    statements.some(
      (statement) =>
        valueAt(statement, "Effect") === "Deny" &&
        valueAt(statement, "Principal") === "*" &&
        valueAt(statement, "Condition", "Bool", "aws:SecureTransport") === "false",
    )
  );
}
