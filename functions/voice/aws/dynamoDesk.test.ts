import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type LocalAws, openLocalAws } from "../../../simulator/wire/localAws.fixture";
import { dynamoCallRecords } from "../../aws/dynamoCallRecords";
import { deskContract, deskKnowledge, deskNowMs, recordOf } from "../desk.contract";
import type { Clock, Desk } from "../ports";
import { againstAws } from "../stage.fixture";
import { type DocumentTable, documentTable } from "./documentTable.fixture";
import { dynamoDesk } from "./dynamoDesk";

const clock: Clock = { now: () => deskNowMs, after: () => () => undefined };
const announce = async () => undefined;
const versions = { knowledge: "0123456789abcdef", model: "haiku", code: "fedcba9876543210" };
const tables = { bookingsTable: "bookings", knowledge: deskKnowledge, clock, announce, versions };
const keptDays = 90;
const bob = {
  key: "booking-bob",
  service: "haircut",
  start: "2026-11-24T10:30",
  name: "Bob",
  number: "+15551230001",
  nowMs: deskNowMs,
};

let table: DocumentTable;
let desk: Desk;
beforeEach(() => {
  table = documentTable();
  desk = dynamoDesk({ client: table.client, ...tables, records: dynamoCallRecords(table.client, "records", keptDays) });
});

describe("the desk over DynamoDB's protocol", () => {
  let aws: LocalAws;
  let recordsTable: string;
  beforeAll(async () => {
    aws = await openLocalAws();
    recordsTable = await aws.createTable();
  });
  afterAll(() => aws.close());

  deskContract(async (faults = []) => {
    const bookingsTable = await aws.createTable();
    aws.failNext("dynamodb", faults);
    const records = dynamoCallRecords(aws.tables, recordsTable, keptDays);
    return dynamoDesk({ ...tables, client: aws.tables, bookingsTable, records });
  });
});

const { BOOKINGS_TABLE = "", RECORDS_TABLE = "" } = process.env;
againstAws("BOOKINGS_TABLE", "RECORDS_TABLE")(
  "the desk over DynamoDB (AWS_CONTRACT=1, an empty BOOKINGS_TABLE and RECORDS_TABLE)",
  () => {
    // Each test has bookings of its own, since slots and numbers stand under the table's own keys.
    deskContract(() => {
      const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
      const run = randomUUID();
      const own = {
        async send(command: { input: object }) {
          const text = JSON.stringify(command.input).replace(/"(slots|booking|caller|call)#/g, `"${run}#$1#`);
          Object.assign(command.input, JSON.parse(text));
          return client.send(command as never);
        },
      } as unknown as DynamoDBDocumentClient;
      const records = dynamoCallRecords(own, RECORDS_TABLE, keptDays);
      return dynamoDesk({ ...tables, client: own, bookingsTable: BOOKINGS_TABLE, records });
    }, "aws");
  },
);

test("one item for each slot, one for the booking and one for its number are written, and taken away again", async () => {
  await desk.book({ ...bob, service: "colour" });
  expect([...table.items.values()].map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([
    "booking#booking-bob booking",
    "slots#2026-11 2026-11-24T18:30Z/1",
    "slots#2026-11 2026-11-24T19:00Z/1",
    "slots#2026-11 2026-11-24T19:30Z/1",
    "slots#2026-11 2026-11-24T20:00Z/1",
    "caller#+15551230001 2026-11-24T10:30#booking-bob",
  ]);
  await desk.cancel(bob.key);
  expect(table.items.size).toBe(0);
});

test("a booking of a withheld number is in nobody's list", async () => {
  await desk.book({ ...bob, number: null });
  expect([...table.items.values()].some(({ pk }) => pk.startsWith("caller#"))).toBe(false);
});

test("where another writes at the same moment the booking is tried again", async () => {
  table.conflicts.push("TransactionConflict", "TransactionConflict");
  expect(await desk.book(bob)).toBe("booked");
});

test("where another writes at the same moment a cancellation and a confirmation are tried again", async () => {
  await desk.book(bob);
  const { nowMs: _, ...booking } = bob;
  table.conflicts.push("TransactionConflict");
  await desk.keep(recordOf({ ...booking, confirmation: "heard" }));
  expect(await desk.bookingsOf(bob.number)).toMatchObject([{ confirmation: "heard" }]);
  table.conflicts.push("TransactionConflict");
  expect(await desk.cancel(bob.key)).toBe(true);
  expect(await desk.bookingsOf(bob.number)).toEqual([]);
});

test("a table that is always busy is an error, and nothing is half written", async () => {
  table.conflicts.push(...new Array<string>(20).fill("TransactionConflict"));
  await expect(desk.book(bob)).rejects.toThrow("too many bookings at once");
  expect(table.items.size).toBe(0);
});

test("only the months are read that the answer looks at", async () => {
  const months: unknown[] = [];
  const watched = {
    send(command: { input: { ExpressionAttributeValues?: Record<string, unknown> } }) {
      months.push(command.input.ExpressionAttributeValues?.[":pk"]);
      return table.client.send(command as never);
    },
  } as unknown as DynamoDBDocumentClient;
  desk = dynamoDesk({ client: watched, ...tables, records: dynamoCallRecords(watched, "records", keptDays) });
  await desk.checkSlot({ service: "haircut", start: "2026-11-24T10:30", nowMs: deskNowMs });
  expect(months).toEqual(["slots#2026-11"]);
  months.length = 0;
  await desk.checkSlot({ service: "haircut", start: "2026-11-29T10:30", nowMs: deskNowMs });
  // November is known already.
  expect(months).toEqual(["slots#2026-12"]);
});

test("the record is kept under its call and forgotten with the recordings", async () => {
  await desk.keep(recordOf(null));
  expect([...table.items.values()]).toEqual([
    {
      pk: "call#contact-1",
      sk: "record",
      versions,
      record: recordOf(null),
      expiresAt: (deskNowMs + 60_000) / 1_000 + 90 * 86_400,
    },
  ]);
});
