import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { bookingKey } from "../../shared/slots";
import { deskKnowledge, deskNowMs } from "../desk.contract";
import type { BookingRequest, Clock, Desk } from "../ports";
import { documentTable } from "./documentTable.fixture";
import { dynamoDesk } from "./dynamoDesk";

/**
 * Callers who book, move and cancel at once over a table that refuses requests and loses answers. What the desk says is what the
 * table has, and no chair is ever given away twice.
 */

const clock: Clock = { now: () => deskNowMs, after: () => () => undefined };
const versions = { knowledge: "0123456789abcdef", model: "haiku", code: "fedcba9876543210" };
const starts = ["2026-11-24T10:00", "2026-11-24T10:30", "2026-11-24T11:00"];
const runs = 60;
const rounds = 12;
const callers = 4;

/** Numbers in [0, 1) that follow from the seed (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Now and then a request is refused, or done and its answer lost. */
function faulty(client: DynamoDBDocumentClient, random: () => number): DynamoDBDocumentClient {
  const send = async (command: unknown) => {
    const dice = random();
    if (dice < 0.06) throw new Error("refused");
    const answer = await client.send(command as Parameters<typeof client.send>[0]);
    if (dice < 0.12) throw new Error("the answer is lost");
    return answer;
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

function requestOf(caller: number, start: string): BookingRequest {
  const intent = { service: "haircut", start, name: `Caller ${caller}`, number: `+1555123000${caller}` };
  return { ...intent, key: bookingKey({ ...intent, business: deskKnowledge.business.phone }), nowMs: deskNowMs };
}

/** One caller does one thing; where its answer was lost, asks once more as the conversation does. */
async function act(desk: Desk, caller: number, random: () => number, check: (said: string, key: string) => void) {
  const pick = () => starts[Math.floor(random() * starts.length)] ?? "";
  const request = requestOf(caller, pick());
  const before = requestOf(caller, pick());
  const dice = random();
  const ask = async () => {
    if (dice < 0.5) return desk.book(request);
    if (dice < 0.8) return desk.move(before.key, request);
    return (await desk.cancel(before.key)) ? "cancelled" : "standing";
  };
  const said = await ask()
    .catch(ask)
    .catch(() => "unknown");
  check(said, said === "cancelled" ? before.key : request.key);
}

test.each(Array.from({ length: runs }, (_, index) => index + 1))(
  "callers at once over a table that fails: seed %i",
  async (seed) => {
    const random = randomFrom(seed);
    const table = documentTable();
    const desk = dynamoDesk({
      client: faulty(table.client, random),
      bookingsTable: "bookings",
      knowledge: deskKnowledge,
      clock,
      announce: async () => undefined,
      records: { keep: async () => undefined },
      versions,
    });
    const wrong: string[] = [];
    const isStored = (key: string) => [...table.items.values()].some(({ pk }) => pk === `booking#${key}`);
    const check = (said: string, key: string) => {
      if (said === "booked" && !isStored(key)) wrong.push(`${key} is said to be booked`);
      if (said === "taken" && isStored(key)) wrong.push(`${key} is said to be taken, and is the caller's own`);
      if (said === "cancelled" && isStored(key)) wrong.push(`${key} is said to be cancelled`);
    };
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(Array.from({ length: callers }, (_, caller) => act(desk, caller, random, check)));
      const items = [...table.items.values()];
      for (const { pk, sk, booking } of items)
        if (pk.startsWith("slots#") && !isStored(String(booking))) wrong.push(`${sk} is taken by nobody`);
      const held = items.filter(({ pk }) => pk.startsWith("slots#"));
      for (const { pk, key, slots } of items) {
        if (!pk.startsWith("booking#")) continue;
        const own = held.filter(({ booking }) => booking === key).map(({ sk }) => sk);
        if (JSON.stringify(own.toSorted()) !== JSON.stringify((slots as string[]).toSorted()))
          wrong.push(`${pk} has not the slots that it says`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
