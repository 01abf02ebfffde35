import type { SimClock } from "../clock";
import type { MessageOut } from "../messageOut";
import type { FaultKind, FaultService } from "../scriptedCall";
import { type FaultPlan, pause } from "../standIns/faults";
import { type AwsRequest, awsRequestOf, isTwoWay, signatureOf } from "./awsRequest";
import { dynamoFront } from "./dynamoFront";
import { embeddingServer } from "./embeddingServer";
import type { Emulators } from "./emulators";
import { type Answerer, errorAnswer, forwardTo, type WholeAnswer, type WholeRequest } from "./forward";
import { lambdaServer } from "./lambdaServer";
import type { LocalLambda, Scope } from "./localLambda";
import type { LocalWorkflows } from "./localWorkflows";
import { s3Error, s3Front } from "./s3Front";
import { s3VectorsServer } from "./s3VectorsServer";
import { schedulerServer } from "./schedulerServer";
import { snsFront } from "./snsFront";
import { slowMs } from "./wireFault";
import { bodyOf, type Exchange, type WireService } from "./wireServer";

/** A request that a function has made, as a policy would name it. */
export interface AwsCall extends AwsRequest {
  /** Null where no function made it. */
  readonly functionName: string | null;
  /** Epoch milliseconds, where the function is. */
  readonly atMs: number;
}

/** A call as AWS meets it: what goes wrong in it, how long things take, and the services that are its own. */
export interface CallOnWire extends Scope {
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  /** Sound, words and the model. */
  readonly services: readonly WireService[];
  /** The stand-in's own time for a request. */
  delayMs(request: AwsRequest): number;
  /** What is asked of DynamoDB and its like, also where it is refused. */
  asked(request: AwsRequest, body: Uint8Array): void;
  /** What was answered. */
  saw(request: AwsRequest, answer: WholeAnswer): void;
  /** The asynchronous invocation is accepted, and then the function dies. */
  killAgent(): void;
}

export interface AwsSettings {
  readonly emulators: Pick<Emulators, "dynamoPort" | "fauxqsPort">;
  readonly lambda: () => LocalLambda<CallOnWire>;
  readonly workflows: LocalWorkflows<CallOnWire>;
  /** The services of sound and of the model where no call is under way, as a deployment meets them. */
  readonly services: readonly WireService[];
  readonly onCall: (call: AwsCall) => void;
  /** Told of what is published over SNS. @default nobody */
  readonly onMessage?: (message: MessageOut) => void;
}

/** The services whose faults a call plans, by the prefixes of their actions. */
const planned: Readonly<Record<string, FaultService>> = {
  dynamodb: "dynamodb",
  s3: "s3",
  s3vectors: "s3vectors",
  sns: "sns",
  states: "sfn",
  lambda: "lambda",
};

/** All of AWS that our functions know, as one service: who asks is known by the credentials. */
export function awsService({ emulators, lambda, workflows, services, onCall, onMessage }: AwsSettings): WireService {
  const dynamo = dynamoFront(forwardTo(emulators.dynamoPort));
  const fauxqs = forwardTo(emulators.fauxqsPort);
  const answerers: Readonly<Record<string, Answerer>> = {
    dynamodb: dynamo.answer,
    s3: s3Front(fauxqs),
    sns: snsFront(fauxqs, onMessage),
    // What the owner subscribed, in tests.
    sqs: fauxqs,
    s3vectors: s3VectorsServer(),
    scheduler: schedulerServer(workflows.schedules),
  };

  return async (exchange) => {
    const { accessKeyId, service } = signatureOf(exchange);
    if (accessKeyId === null || service === null) return false;
    const who = lambda().whoHas(accessKeyId);
    const call = who?.scope ?? null;
    const body = isTwoWay(exchange) ? null : await bodyOf(exchange);
    const request = awsRequestOf(exchange, service, body ?? Buffer.alloc(0));
    onCall({ ...request, functionName: who?.functionName ?? null, atMs: call?.now() ?? Date.now() });

    const whole = body === null ? exchange : { ...exchange, body: once(body) };
    for (const own of call?.services ?? services) if (await own(whole)) return true;
    const ofScope = { lambda: () => lambdaServer(lambda(), call), states: () => workflows.server(call) };
    const answerer = isKeyOf(ofScope, service) ? ofScope[service]() : (answerers[service] ?? embeddings(request));
    if (body === null || answerer === null) return false;
    const asked: WholeRequest = { method: exchange.method, url: urlOf(exchange), headers: exchange.headers, body };
    if (call === null) send(exchange, await answerer(asked));
    else {
      call.asked(request, body);
      await answerForCall(exchange, request, call, () => answerer(asked));
    }
    return true;
  };
}

function isKeyOf<T extends object>(record: T, key: string): key is string & keyof T {
  return Object.hasOwn(record, key);
}

const embed = embeddingServer();

function embeddings({ service, operation }: AwsRequest): Answerer | null {
  return service === "bedrock" && operation === "InvokeModel" ? embed : null;
}

/** As the call's plan of faults and times has it. */
async function answerForCall(
  exchange: Exchange,
  request: AwsRequest,
  call: CallOnWire,
  act: () => Promise<WholeAnswer>,
): Promise<void> {
  const { clock, faults } = call;
  const service = planned[request.service];
  const fault = service === undefined ? null : faults.next(service);
  if (fault === "throttle" || fault === "error") return send(exchange, refusal(request.service, fault));
  if (fault === "timeout") {
    if (faults.coin()) call.saw(request, await act());
    return;
  }
  // What the stand-in really takes is part of its time.
  const delayMs = call.delayMs(request) + (fault === "slow" ? slowMs : 0);
  const [answer] = await Promise.all([act(), delayMs > 0 ? pause(clock, delayMs) : null]);
  call.saw(request, answer);
  if (fault === "garbage") return send(exchange, { ...answer, status: 200, body: Buffer.from("{<garbage") });
  if (fault === "drop" && service === "lambda") call.killAgent();
  else if (fault === "drop") return exchange.destroy();
  send(exchange, answer);
}

function refusal(service: string, fault: FaultKind): WholeAnswer {
  const isThrottled = fault === "throttle";
  if (service === "s3") {
    return isThrottled
      ? s3Error("SlowDown", "Please reduce your request rate.", 503)
      : s3Error("InternalError", "We encountered an internal error. Please try again.", 500);
  }
  return isThrottled
    ? errorAnswer("ThrottlingException", "Rate exceeded", 400)
    : errorAnswer("InternalServerError", "The service failed", 500);
}

function send(exchange: Exchange, { status, headers, body }: WholeAnswer): void {
  exchange.begin(status, { ...headers, "content-length": String(body.length) });
  if (body.length > 0) exchange.write(body);
  exchange.end();
}

function urlOf({ path, query }: Exchange): string {
  return query.size === 0 ? path : `${path}?${query}`;
}

async function* once(body: Buffer): AsyncGenerator<Uint8Array> {
  if (body.length > 0) yield body;
}
