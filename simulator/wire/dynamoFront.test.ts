import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  TransactionCanceledException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { type DynamoFront, dynamoFront } from "./dynamoFront";
import { type Emulators, startEmulators } from "./emulators";
import { forwardTo } from "./forward";
import { clientOf } from "./testClients";
import { bodyOf, type WireServer, type WireService, wireServer } from "./wireServer";

let emulators: Emulators;
let front: DynamoFront;
let server: WireServer;
let plain: DynamoDBClient;
let client: DynamoDBDocumentClient;

beforeAll(async () => {
  emulators = await startEmulators();
  front = dynamoFront(forwardTo(emulators.dynamoPort));
  const service: WireService = async (exchange) => {
    const { method, headers } = exchange;
    const {
      status,
      headers: own,
      body,
    } = await front.answer({ method, url: "/", headers, body: await bodyOf(exchange) });
    exchange.begin(status, own);
    exchange.write(body);
    exchange.end();
    return true;
  };
  server = await wireServer([service]);
  plain = new DynamoDBClient(clientOf(server.url));
  client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
});
afterAll(async () => {
  plain.destroy();
  await server.close();
  await emulators.close();
});

let count = 0;
async function newTable(): Promise<string> {
  count += 1;
  const TableName = `table-${count}`;
  await plain.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "S" },
      ],
    }),
  );
  return TableName;
}

const read = async (TableName: string, pk: string) =>
  (await client.send(new GetCommand({ TableName, Key: { pk, sk: "x" } }))).Item;
const isNew = "attribute_not_exists(pk)";

test("a transaction of which one part is refused leaves everything as it was, and says which part it was", async () => {
  const TableName = await newTable();
  await client.send(new PutCommand({ TableName, Item: { pk: "b", sk: "x", who: "Bob" } }));
  await client.send(new PutCommand({ TableName, Item: { pk: "d", sk: "x", who: "Dora" } }));
  const transaction = client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk: "a", sk: "x" }, ConditionExpression: isNew } },
        {
          Put: {
            TableName,
            Item: { pk: "b", sk: "x" },
            ConditionExpression: isNew,
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        { Delete: { TableName, Key: { pk: "d", sk: "x" } } },
        {
          Update: {
            TableName,
            Key: { pk: "e", sk: "x" },
            UpdateExpression: "SET who = :who",
            ExpressionAttributeValues: { ":who": "Eve" },
          },
        },
      ],
    }),
  );
  const error = await transaction.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TransactionCanceledException);
  const { CancellationReasons = [] } = error as TransactionCanceledException;
  expect(CancellationReasons.map(({ Code }) => Code)).toEqual(["None", "ConditionalCheckFailed", "None", "None"]);
  expect(CancellationReasons[1]?.Item).toMatchObject({ who: { S: "Bob" } });
  expect(await Promise.all(["a", "b", "d", "e"].map((pk) => read(TableName, pk)))).toEqual([
    undefined,
    { pk: "b", sk: "x", who: "Bob" },
    { pk: "d", sk: "x", who: "Dora" },
    undefined,
  ]);
});

test("a transaction is done once, also where its answer is lost and it is sent again", async () => {
  const TableName = await newTable();
  const request = {
    ClientRequestToken: "token-1",
    TransactItems: [{ Put: { TableName, Item: { pk: "a", sk: "x" }, ConditionExpression: isNew } }],
  };
  await client.send(new TransactWriteCommand(request));
  await client.send(new TransactWriteCommand(request));
  await expect(client.send(new TransactWriteCommand({ ...request, ClientRequestToken: "token-2" }))).rejects.toThrow(
    "Transaction cancelled",
  );
});

test("a check in a transaction writes nothing, whether it holds or not", async () => {
  const TableName = await newTable();
  const check = (ConditionExpression: string) => ({
    ConditionCheck: { TableName, Key: { pk: "a", sk: "x" }, ConditionExpression },
  });
  const put = { Put: { TableName, Item: { pk: "b", sk: "x" } } };
  await client.send(new TransactWriteCommand({ TransactItems: [check(isNew), put] }));
  expect([await read(TableName, "a"), await read(TableName, "b")]).toEqual([undefined, { pk: "b", sk: "x" }]);
  await expect(
    client.send(new TransactWriteCommand({ TransactItems: [check("attribute_exists(pk)"), put] })),
  ).rejects.toThrow("ConditionalCheckFailed");
});

test("of many transactions that want the same slot one gets it", async () => {
  const TableName = await newTable();
  const attempts = Array.from({ length: 12 }, (_, who) =>
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: { pk: `own-${who}`, sk: "x" } } },
          { Put: { TableName, Item: { pk: "slot", sk: "x", who }, ConditionExpression: isNew } },
        ],
      }),
    ),
  );
  const settled = await Promise.allSettled(attempts);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = settled.findIndex(({ status }) => status === "fulfilled");
  const own = await Promise.all(attempts.map((_, who) => read(TableName, `own-${who}`)));
  expect(own.flatMap((item, who) => (item === undefined ? [] : who))).toEqual([winner]);
});

test("several items are read at once, each as it is", async () => {
  const TableName = await newTable();
  await client.send(new PutCommand({ TableName, Item: { pk: "a", sk: "x", who: "Ann" } }));
  const { Responses } = await client.send(
    new TransactGetCommand({
      TransactItems: ["a", "b"].map((pk) => ({ Get: { TableName, Key: { pk, sk: "x" } } })),
    }),
  );
  expect(Responses).toEqual([{ Item: { pk: "a", sk: "x", who: "Ann" } }, {}]);
});

test("what stands in the way of a condition is shown to who asks for it", async () => {
  const TableName = await newTable();
  const Item = { pk: "a", sk: "x", who: "Ann" };
  await client.send(new PutCommand({ TableName, Item }));
  const put = { TableName, Item, ConditionExpression: isNew } as const;
  const asked = client.send(new PutCommand({ ...put, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }));
  await expect(asked).rejects.toMatchObject({ name: "ConditionalCheckFailedException", Item: { who: { S: "Ann" } } });
});

test("what has outlived its time to live goes when it is swept, and only where a table has one", async () => {
  const [TableName, other] = [await newTable(), await newTable()];
  const TimeToLiveSpecification = { AttributeName: "expiresAt", Enabled: true };
  expect((await plain.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription).toEqual({
    TimeToLiveStatus: "DISABLED",
  });
  await plain.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  expect((await plain.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription).toEqual({
    TimeToLiveStatus: "ENABLED",
    AttributeName: "expiresAt",
  });
  for (const table of [TableName, other]) {
    await client.send(new PutCommand({ TableName: table, Item: { pk: "old", sk: "x", expiresAt: 1_000 } }));
    await client.send(new PutCommand({ TableName: table, Item: { pk: "new", sk: "x", expiresAt: 3_000 } }));
    await client.send(new PutCommand({ TableName: table, Item: { pk: "kept", sk: "x" } }));
  }
  expect(await front.sweep(2_000_000)).toBe(1);
  const left = await Promise.all(["old", "new", "kept"].map((pk) => read(TableName, pk)));
  expect(left.map((item) => item?.pk)).toEqual([undefined, "new", "kept"]);
  expect((await read(other, "old"))?.pk).toBe("old");
});
