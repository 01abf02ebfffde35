import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import { clientOf } from "../../simulator/wire/testClients";
import { dynamoBookings } from "../aws/dynamoBookings";
import { dynamoCallers } from "../aws/dynamoCallers";
import { dynamoCallRecords } from "../aws/dynamoCallRecords";
import { dynamoCallStore } from "../aws/dynamoCallStore";
import { dynamoMessageLedger } from "../aws/dynamoMessageLedger";
import { dynamoScreenedCalls } from "../aws/dynamoScreenedCalls";
import { dynamoVoicemailNotes } from "../aws/dynamoVoicemailNotes";
import { s3Files } from "../aws/s3Files";
import { systemClock } from "../aws/systemClock";
import { schedulerPlan } from "../noteVoicemail/schedulerPlan";
import type { Booking } from "../shared/callRecord";
import { eraseCaller, type Receipt, textOf } from "../shared/erasure";
import { filesSink } from "../shared/filesSink";
import { deskNowMs, recordOf } from "../voice/desk.contract";
import { schedulesSink } from "./schedulesSink";
import { tableSink } from "./tableSink";

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

interface Caller {
  readonly number: string;
  readonly name: string;
  readonly contactId: string;
  readonly key: string;
}
const ann: Caller = {
  number: "+15551230001",
  name: "Ann Archer",
  contactId: "aaaaaaaa-1111-4222-8333-444455556666",
  key: "booking-aaaaaaaaaaaaaaaaaaaaaaaa",
};
const bob: Caller = {
  // Hers is the beginning of his.
  number: "+155512300012",
  name: "Bob Baker",
  contactId: "bbbbbbbb-1111-4222-8333-444455556666",
  key: "booking-bbbbbbbbbbbbbbbbbbbbbbbb",
};

async function openStack() {
  const [calls, bookings, records] = await Promise.all([1, 2, 3].map(() => aws.createTable()));
  const [files, prompts] = await Promise.all([1, 2].map(() => aws.createBucket()));
  const scheduler = new SchedulerClient(clientOf(aws.url));
  if (!calls || !bookings || !records || !files || !prompts) throw new Error("nothing was made");
  const sinks = [
    tableSink("calls", aws.tables, calls),
    tableSink("bookings", aws.tables, bookings),
    tableSink("records", aws.tables, records),
    filesSink("files", s3Files(aws.s3, files), true),
    filesSink("prompts", s3Files(aws.s3, prompts), false),
    schedulesSink("reports", scheduler, "reports"),
  ];

  /** Everything that a call with a booking and a voicemail leaves behind. */
  async function call({ number, name, contactId, key }: Caller, day: number): Promise<void> {
    const booking: Booking = {
      service: "haircut",
      start: `2026-11-2${day}T10:30`,
      name,
      number,
      key,
      confirmation: "heard",
    };
    const store = dynamoCallStore(aws.tables, calls as string, systemClock);
    await store.countCall({ contactId, number, date: "2026-11-23" });
    await store.begin(contactId, { from: number, startedAtMs: deskNowMs, stream: null });
    const fence = (await store.takeLease(contactId, "voice", Date.now(), Date.now() + 1_000)) ?? 0;
    await store.save(contactId, fence, JSON.stringify({ said: `I am ${name}` }));
    await dynamoScreenedCalls(aws.tables, calls as string).note(contactId, {
      from: number,
      route: "ai",
      atMs: deskNowMs,
    });
    await dynamoBookings(aws.tables, bookings as string).add(booking, [`2026-11-2${day}T10:30#1`]);
    const record = { ...recordOf(booking), contactId, from: number };
    const versions = { knowledge: "k", model: "m", code: "c" };
    await dynamoCallRecords(aws.tables, records as string, 90).keep({ record, versions });
    await dynamoVoicemailNotes(aws.tables, records as string, 90).begin(contactId, {
      from: number,
      startedAtMs: deskNowMs,
    });
    await dynamoMessageLedger(aws.tables, records as string).claim(`${key}-new-1-owner`, deskNowMs);
    await dynamoCallers(aws.tables, records as string, 90).remember(number, {
      contactId,
      startedAtMs: deskNowMs,
      outcome: "booked",
      booked: { service: "haircut", start: booking.start, name },
    });
    const written = s3Files(aws.s3, files as string);
    await written.put(`calls/2026/11/23/${contactId}/record.json`, "{}", "application/json");
    await written.put(`voicemail/${contactId}.wav`, "RIFF", "audio/wav");
    await written.put(`bookings/${key}.ics`, name, "text/calendar");
    await s3Files(aws.s3, prompts as string).put(`calls/${contactId}/a.wav`, "RIFF", "audio/wav");
    const plan = { group: "reports", workflowArn: "arn:workflow", roleArn: "arn:aws:iam::1:role/r", jobPrefix: "job." };
    await schedulerPlan(scheduler, plan)(contactId, deskNowMs);
  }

  async function everything(): Promise<string> {
    const scans = await Promise.all([calls, bookings, records].map((table) => tableText(table as string)));
    const keys = await Promise.all([files, prompts].map((bucket) => s3Files(aws.s3, bucket as string).list("")));
    const planned = (await sinks.at(-1)?.find({ number: "", ids: new Set([ann.contactId, bob.contactId]) })) ?? [];
    return textOf([scans, keys, planned.map(({ key }) => key)]);
  }
  return { sinks, call, everything, calls };
}

async function tableText(table: string): Promise<string> {
  const found = await tableSink("all", aws.tables, table).find({
    number: "",
    ids: new Set([ann, bob].flatMap(({ contactId, key }) => [contactId, key])),
  });
  return textOf(found.map(({ key, sha256 }) => [key, sha256]));
}

test("everything of a caller is taken out of every store, and nothing of another's", async () => {
  const stack = await openStack();
  await stack.call(bob, 4);
  const bobsOnly = await stack.everything();
  await stack.call(ann, 5);
  const receipt: Receipt = await eraseCaller(ann.number, stack.sinks, ["elsewhere"], deskNowMs);
  expect(receipt.sinks.map(({ name, deleted, left }) => [name, deleted, left])).toEqual([
    ["calls", 5, 0],
    ["bookings", 3, 0],
    ["records", 4, 0],
    ["files", 3, 0],
    ["prompts", 1, 0],
    ["reports", 1, 0],
  ]);
  expect(receipt).toMatchObject({
    deleted: 17,
    left: 0,
    erasedAt: "2026-11-23T18:00:00.000Z",
    elsewhere: ["elsewhere"],
  });
  expect(textOf(receipt)).not.toMatch(/15551230001|Archer|aaaaaaaa-/);
  expect(await stack.everything()).toBe(bobsOnly);
  expect(await eraseCaller(ann.number, stack.sinks, [], deskNowMs)).toMatchObject({ deleted: 0, left: 0 });
});

test("who is only spoken of by another takes nothing of the other's along", async () => {
  const stack = await openStack();
  await stack.call(bob, 4);
  const Item = { pk: `talk#${bob.contactId}`, sk: "agent", conversation: `My friend's number is ${ann.number}.` };
  await aws.tables.send(new PutCommand({ TableName: stack.calls, Item }));
  const before = await stack.everything();
  expect(await eraseCaller(ann.number, stack.sinks, [], deskNowMs)).toMatchObject({ deleted: 0 });
  expect(await stack.everything()).toBe(before);
});
