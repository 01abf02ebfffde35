import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { StageFault } from "../../functions/voice/stage.fixture";
import { realClock, type SimClock } from "../clock";
import type { FaultService } from "../scriptedCall";
import { type AwsCall, awsService, type CallOnWire } from "./awsService";
import { startEmulators } from "./emulators";
import type { LocalLambda } from "./localLambda";
import { type LocalWorkflows, localWorkflows } from "./localWorkflows";
import { clientOf } from "./testClients";
import { type WireService, wireServer } from "./wireServer";

/** AWS on a port of this machine, for tests: the emulators behind their fronts, and whatever else is given. */
export interface LocalAws {
  readonly url: string;
  readonly tables: DynamoDBDocumentClient;
  readonly s3: S3Client;
  /** Every request, oldest first. */
  calls(): readonly AwsCall[];
  /** The next requests to a service fail, in this order. */
  failNext(service: FaultService, faults: readonly StageFault[]): void;
  /** A table with the keys `pk` and `sk`, of its own name. */
  createTable(): Promise<string>;
  createBucket(): Promise<string>;
  readonly workflows: Pick<LocalWorkflows<CallOnWire>, "deploy" | "played">;
  /** Connections of clients that are open now. */
  connections(): number;
  close(): Promise<void>;
}

export interface LocalAwsSettings {
  /** Services that are none of the emulators'. @default none */
  readonly services?: (aws: { url(): string; nextFault(service: FaultService): StageFault }) => readonly WireService[];
  readonly clock?: SimClock;
  /** What is invoked asynchronously: name and payload. */
  readonly onInvoke?: (functionName: string, payload: string) => void;
}

export async function openLocalAws(settings: LocalAwsSettings = {}): Promise<LocalAws> {
  const { services = () => [], clock = realClock(Date.now()), onInvoke = () => undefined } = settings;
  const emulators = await startEmulators();
  const calls: AwsCall[] = [];
  const faults = new Map<FaultService, StageFault[]>();
  let count = 0;

  let url = "";
  const nextFault = (service: FaultService) => faults.get(service)?.shift() ?? null;
  const call: CallOnWire = {
    now: clock.now,
    eventDelayMs: 0,
    clock,
    faults: {
      next: nextFault,
      callerSpoke: () => undefined,
      coin: () => false,
    },
    services: services({ url: () => url, nextFault }),
    delayMs: () => 0,
    asked: () => undefined,
    saw: () => undefined,
    killAgent: () => undefined,
  };
  /** Everybody works for the same call. */
  const lambda = {
    whoHas: () => ({ functionName: "test", scope: call }),
    invokeLater: async (name: string, payload: string) => onInvoke(name, payload),
    invoke: async () => ({ isFault: false, payload: "null" }),
  } as unknown as LocalLambda<CallOnWire>;
  const workflows = localWorkflows<CallOnWire>(() => lambda);
  const server = await wireServer([
    awsService({ emulators, lambda: () => lambda, workflows, services: [], onCall: (each) => calls.push(each) }),
  ]);
  url = server.url;

  const dynamo = new DynamoDBClient(clientOf(url));
  const s3 = new S3Client(clientOf(url));
  return {
    url,
    workflows,
    tables: DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
    s3,
    calls: () => calls,
    failNext: (service, planned) => void faults.set(service, [...planned]),
    async createTable() {
      count += 1;
      const TableName = `table-${count}`;
      const key = (AttributeName: string, KeyType: "HASH" | "RANGE") => ({ AttributeName, KeyType });
      await dynamo.send(
        new CreateTableCommand({
          TableName,
          BillingMode: "PAY_PER_REQUEST",
          KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
          AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        }),
      );
      return TableName;
    },
    async createBucket() {
      count += 1;
      const Bucket = `bucket-${count}`;
      await s3.send(new CreateBucketCommand({ Bucket }));
      return Bucket;
    },
    connections: () => server.connections().open,
    async close() {
      dynamo.destroy();
      s3.destroy();
      await server.close();
      await emulators.close();
    },
  };
}

/** Resolves when nobody is connected any more, at the latest after a second, and says how many are still. */
export async function connectionsLeft(connections: () => number): Promise<number> {
  for (let waits = 0; waits < 100 && connections() > 0; waits += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return connections();
}
