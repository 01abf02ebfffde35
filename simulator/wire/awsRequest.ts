import { invokedFunction } from "./lambdaServer";
import type { Exchange } from "./wireServer";

/** What somebody asks of AWS: as a policy would name it. */
export interface AwsRequest {
  /** Prefix of the service's actions, `dynamodb`. */
  readonly service: string;
  readonly operation: string;
  /** Table, `bucket/key`, function, stream, model, index or topic; null where the service knows no such thing. */
  readonly resource: string | null;
}

/** Whose credentials a request is signed with, and for which service. Nulls where it is not signed. */
export function signatureOf({ headers, query }: Pick<Exchange, "headers" | "query">): {
  accessKeyId: string | null;
  service: string | null;
} {
  // An address that was signed beforehand carries its signature itself.
  const signed = headers.authorization ?? `Credential=${query.get("X-Amz-Credential") ?? ""}`;
  const [, accessKeyId = null, service = null] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(signed) ?? [];
  return { accessKeyId, service };
}

/** Requests whose body goes on for as long as the answer. */
export function isTwoWay({ path }: Pick<Exchange, "path">): boolean {
  return path === "/stream-transcription" || path === "/v1/synthesisStream";
}

/** What the methods of EventBridge Scheduler do. */
const scheduling: Readonly<Record<string, string>> = {
  POST: "CreateSchedule",
  GET: "ListSchedules",
  DELETE: "DeleteSchedule",
};

/** @param body all of it; empty where the request goes on and on. */
export function awsRequestOf(
  exchange: Pick<Exchange, "method" | "path" | "query" | "headers">,
  service: string,
  body: Buffer,
): AwsRequest {
  const { path, headers } = exchange;
  switch (service) {
    case "dynamodb": {
      const operation = headers["x-amz-target"]?.split(".").at(-1) ?? "";
      return { service, operation, resource: tablesOf(parsed(body)) };
    }
    case "s3":
      return s3Request(exchange);
    case "sns": {
      const form = new URLSearchParams(body.toString("utf8"));
      return { service, operation: form.get("Action") ?? "", resource: form.get("TopicArn") };
    }
    case "s3vectors":
      return { service, operation: path.slice(1), resource: textAt(parsed(body), "indexArn") };
    case "states":
      return {
        service,
        operation: headers["x-amz-target"]?.split(".").at(-1) ?? "",
        resource: textAt(parsed(body), "stateMachineArn"),
      };
    case "scheduler": {
      const [, name = null] = /^\/schedules\/([^/]+)$/.exec(path) ?? [];
      const operation = scheduling[exchange.method] ?? exchange.method;
      return { service, operation, resource: name };
    }
    case "lambda":
      return { service, operation: "InvokeFunction", resource: invokedFunction(path) };
    case "kinesisvideo": {
      const operation =
        path === "/getMedia" ? "GetMedia" : path === "/getDataEndpoint" ? "GetDataEndpoint" : path.slice(1);
      return { service, operation, resource: textAt(parsed(body), "StreamARN") };
    }
    case "transcribe":
      return { service, operation: "StartStreamTranscription", resource: null };
    case "polly":
      return {
        service,
        operation: path === "/v1/speech" ? "SynthesizeSpeech" : "StartSpeechSynthesisStream",
        resource: null,
      };
    case "bedrock": {
      const [, model = "", verb = ""] = /^\/model\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
      return { service, operation: modelActions[verb] ?? verb, resource: decodeURIComponent(model) };
    }
    default:
      return { service, operation: `${exchange.method} ${path}`, resource: null };
  }
}

/** Each way of asking a model is allowed by one of two actions. */
const modelActions: Readonly<Record<string, string>> = {
  converse: "InvokeModel",
  "converse-stream": "InvokeModelWithResponseStream",
  invoke: "InvokeModel",
  "invoke-with-response-stream": "InvokeModelWithResponseStream",
};

function s3Request({ method, path, query }: Pick<Exchange, "method" | "path" | "query">): AwsRequest {
  const resource = decodeURIComponent(path.slice(1));
  const isObject = /^[^/]+\/./.test(resource);
  const named = query.get("x-id");
  const usual = isObject
    ? { GET: "GetObject", PUT: "PutObject", HEAD: "HeadObject", DELETE: "DeleteObject" }[method]
    : { GET: "ListObjectsV2", PUT: "CreateBucket", HEAD: "HeadBucket", DELETE: "DeleteBucket" }[method];
  return { service: "s3", operation: named ?? usual ?? method, resource };
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    return (JSON.parse(body.toString("utf8") || "{}") ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function textAt(value: Record<string, unknown>, name: string): string | null {
  const text = value[name];
  return typeof text === "string" ? text : null;
}

/** The table; those of a transaction, each once. */
function tablesOf(input: Record<string, unknown>): string | null {
  const items = Array.isArray(input.TransactItems)
    ? (input.TransactItems as Record<string, Record<string, unknown>>[])
    : [];
  const tables = items.flatMap((item) => Object.values(item).flatMap(({ TableName }) => String(TableName)));
  return textAt(input, "TableName") ?? (tables.length === 0 ? null : [...new Set(tables)].sort().join(" "));
}
