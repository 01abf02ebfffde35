import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import type { CallStore } from "../shared/callStore";
import { callStoreContract } from "../shared/callStore.contract";
import { againstAws } from "../voice/stage.fixture";
import { dynamoCallStore } from "./dynamoCallStore";
import { systemClock } from "./systemClock";

describe("the call store over DynamoDB's protocol", () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await openLocalAws();
  });
  afterAll(() => aws.close());

  callStoreContract(async () => dynamoCallStore(aws.tables, await aws.createTable(), systemClock));
});

// The same table serves every test: each makes calls and numbers of its own out of those of the contract.
againstAws("CALLS_TABLE")("the call store in DynamoDB (AWS_CONTRACT=1 and CALLS_TABLE)", () => {
  callStoreContract(() => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const calls = dynamoCallStore(client, process.env.CALLS_TABLE ?? "", systemClock);
    const run = randomUUID();
    return new Proxy(calls, {
      get:
        (store, name: keyof CallStore) =>
        (first: unknown, ...others: unknown[]) => {
          const own =
            typeof first === "string"
              ? `${run}-${first}`
              : { ...(first as { number: string }), number: `${run}-${(first as { number: string }).number}` };
          return (store[name] as (...parameters: unknown[]) => unknown)(own, ...others);
        },
    });
  });
});

function recording() {
  const sent: { readonly [name: string]: unknown }[] = [];
  const client = {
    async send({ input }: { input: { readonly [name: string]: unknown } }) {
      sent.push(input);
      return { Attributes: { fence: 3 }, Items: [] };
    },
  } as unknown as DynamoDBDocumentClient;
  return { sent, calls: dynamoCallStore(client, "calls", { now: () => 1_795_000_000_000, after: () => () => {} }) };
}

test("everything of a call is forgotten a day later", async () => {
  const { sent, calls } = recording();
  await calls.takeLease("c-1", "voice", 1_000, 4_000);
  await calls.ask("c-1", { seq: 1, atMs: 2_000, key: null, transfer: null });
  for (const { ExpressionAttributeValues } of sent) {
    expect(ExpressionAttributeValues).toMatchObject({ ":expiresAt": 1_795_000_000 + 86_400 });
  }
});

test("an answer holds only under the lease's own fence", async () => {
  const { sent, calls } = recording();
  await calls.answer("c-1", 3, { seq: 2, next: "end" });
  expect(sent[0]).toMatchObject({
    Key: { pk: "call#c-1", sk: "agent" },
    ConditionExpression: "#fence = :fence AND (attribute_not_exists(#answerSeq) OR #answerSeq < :seq)",
    ExpressionAttributeValues: { ":fence": 3, ":seq": 2 },
  });
});

test("what others have just written is read", async () => {
  const { sent, calls } = recording();
  await calls.read("c-1");
  expect(sent[0]).toMatchObject({ ConsistentRead: true, ExpressionAttributeValues: { ":pk": "call#c-1" } });
});
