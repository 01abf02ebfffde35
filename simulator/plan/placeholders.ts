/**
 * What AWS would answer for a resource that is only planned: names, ids and ARNs made of the resource's own name, so that whatever
 * is rendered from them comes out whole, the same in every run, and says what it points at. ARNs have AWS's shapes, since
 * permissions are checked against them.
 */
export const plannedAccountId = "000000000000";

export interface PlannedThing {
  readonly type: string;
  readonly name: string;
  readonly region: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The ARN's part after the account, and whether the service's ARNs have a region and an account. */
interface ArnShape {
  readonly service: string;
  readonly path: (name: string, inputs: Readonly<Record<string, unknown>>) => string;
  readonly scope?: "account" | "none";
}

const arnShapes: Readonly<Record<string, ArnShape>> = {
  "aws:cloudwatch/eventRule:EventRule": { service: "events", path: (name) => `rule/${name}` },
  "aws:cloudwatch/logGroup:LogGroup": {
    service: "logs",
    path: (name, inputs) => `log-group:${own(inputs.name) ?? name}`,
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": { service: "cloudwatch", path: (name) => `alarm:${name}` },
  "aws:connect/contactFlow:ContactFlow": {
    service: "connect",
    path: (name, { instanceId }) => `instance/${instanceId}/contact-flow/${name}`,
  },
  "aws:connect/instance:Instance": { service: "connect", path: (name) => `instance/${name}` },
  "aws:connect/phoneNumber:PhoneNumber": { service: "connect", path: (name) => `phone-number/${name}` },
  "aws:connect/queue:Queue": {
    service: "connect",
    path: (name, { instanceId }) => `instance/${instanceId}/queue/${name}`,
  },
  "aws:connect/routingProfile:RoutingProfile": {
    service: "connect",
    path: (name, { instanceId }) => `instance/${instanceId}/routing-profile/${name}`,
  },
  "aws:dynamodb/table:Table": { service: "dynamodb", path: (name) => `table/${name}` },
  "aws:iam/role:Role": { service: "iam", path: (name) => `role/${name}`, scope: "account" },
  "aws:kms/key:Key": { service: "kms", path: (name) => `key/${name}` },
  "aws:lambda/function:Function": { service: "lambda", path: (name) => `function:${name}` },
  "aws:s3/bucket:Bucket": { service: "s3", path: (name) => name, scope: "none" },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    service: "s3",
    path: (_, { bucket, key }) => `${bucket}/${key}`,
    scope: "none",
  },
  "aws:s3/vectorsIndex:VectorsIndex": {
    service: "s3vectors",
    path: (_, { vectorBucketName, indexName }) => `bucket/${vectorBucketName}/index/${indexName}`,
  },
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": {
    service: "s3vectors",
    path: (_, { vectorBucketName }) => `bucket/${vectorBucketName}`,
  },
  "aws:sfn/stateMachine:StateMachine": { service: "states", path: (name) => `stateMachine:${name}` },
  "aws:sns/topic:Topic": { service: "sns", path: (name) => name },
};

/** What AWS knows `AWS::…` resources by, which is their id. */
const cloudControlIds: Readonly<Record<string, (name: string, state: Record<string, unknown>) => string>> = {
  "AWS::Connect::HoursOfOperation": (name, { InstanceArn }) => `${InstanceArn}/operating-hours/${name}`,
};

/** The id of a planned resource. */
export function plannedId({ type, name, inputs }: PlannedThing): string {
  if (type !== "aws:cloudcontrol/resource:Resource") return own(inputs.name) ?? name;
  const id = cloudControlIds[String(inputs.typeName)];
  if (id === undefined) throw new Error(`The plan does not know the id of ${inputs.typeName} (${name}).`);
  return id(name, JSON.parse(String(inputs.desiredState)) as Record<string, unknown>);
}

/** The value of one output of a planned resource. */
export function plannedOutput(thing: PlannedThing, output: string): unknown {
  const isArn = output === "arn" || /^(vectorBucket|index|invoke|qualified)Arn$/.test(output);
  if (isArn) return arnOf(thing);
  const isItsName = output === "name" || output === "bucket" || output === "keyId";
  return isItsName ? thing.name : `${thing.name}.${output}`;
}

function arnOf({ type, name, region, inputs }: PlannedThing): string {
  const shape = arnShapes[type];
  // Nothing may be granted on a resource whose ARN we only guess: such a one matches no service.
  if (shape === undefined) return `arn:unknown:${type}:${name}`;
  const { service, path, scope } = shape;
  const place = scope === "none" ? ":" : scope === "account" ? `:${plannedAccountId}` : `${region}:${plannedAccountId}`;
  return `arn:aws:${service}:${place}:${path(name, inputs)}`;
}

function own(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
