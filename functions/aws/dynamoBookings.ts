import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { Booking } from "../shared/callRecord";

/**
 * Bookings in one DynamoDB table with the keys `pk` and `sk`. Of each booking: itself under its key, one item for each slot that it
 * takes, under the slot's month, and a copy under the caller's number. They are written and taken away all or none.
 */
export interface BookingTable {
  /** The keys of the slots taken in a month, `2026-11`. */
  takenIn(month: string): Promise<ReadonlySet<string>>;
  /** `taken`: another has one of the slots. `busy`: somebody writes there right now, and asking again is worth it. */
  add(booking: Booking, slots: readonly string[]): Promise<"added" | "taken" | "busy">;
  /** The same, and takes the booking under `key` away, both or none; the slots that both have change hands. */
  replace(key: string, booking: Booking, slots: readonly string[]): Promise<"added" | "taken" | "busy">;
  /** The slots of a booking; none where it is gone. */
  slotsOf(key: string): Promise<readonly string[]>;
  /** True also where it was gone already. */
  remove(key: string): Promise<boolean>;
  /** The bookings of a number that start at a local time or later, earliest first. */
  ofNumber(number: string, from: string): Promise<readonly Booking[]>;
  find(key: string): Promise<Booking | null>;
  /** How the caller learnt of it; nothing where it is gone. */
  confirm(booking: Booking): Promise<void>;
}

interface BookingItem extends Booking {
  readonly slots: readonly string[];
}

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** DynamoDB writes no more at once. */
const mostItems = 100;
/** How often it is tried to write where others write at the same time. */
const mostTries = 4;
const busy = "TransactionConflict";
const failed = "ConditionalCheckFailed";
/** Free, or held by the booking that gives it away. */
const ownSlot = "attribute_not_exists(pk) OR booking = :booking";

export function dynamoBookings(client: DynamoDBDocumentClient, tableName: string): BookingTable {
  const bookingItem = (key: string) => ({ pk: `booking#${key}`, sk: "booking" });
  const slotItem = (slot: string) => ({ pk: `slots#${slot.slice(0, 7)}`, sk: slot });
  const callerItem = ({ number, start, key }: Booking) =>
    number === null ? null : { pk: `caller#${number}`, sk: `${start}#${key}` };

  async function query(
    condition: string,
    values: Readonly<Record<string, string>>,
  ): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: condition,
          ExpressionAttributeValues: values,
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return items;
  }

  async function readItem(key: string): Promise<BookingItem | null> {
    const request = new GetCommand({ TableName: tableName, Key: bookingItem(key), ConsistentRead: true });
    return ((await client.send(request)).Item as BookingItem | undefined) ?? null;
  }

  /** Writes all or nothing; else why each was refused, in the order of the writes. */
  async function writeAll(writes: readonly Write[]): Promise<readonly string[] | null> {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      return null;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      return (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
    }
  }

  /** Writes again while somebody else writes there. */
  async function untilFree(write: () => Promise<readonly string[] | null>): Promise<readonly string[] | null> {
    for (let tries = 1; ; tries += 1) {
      const refusals = await write();
      if (refusals === null || tries === mostTries || !refusals.includes(busy)) return refusals;
    }
  }

  /** Nothing is to be done where it is gone already. */
  async function takeAway(key: string): Promise<readonly string[] | null> {
    const item = await readItem(key);
    if (item === null) return null;
    const caller = callerItem(item);
    return writeAll([
      { Delete: { TableName: tableName, Key: bookingItem(key) } },
      ...item.slots.map((slot) => ({
        Delete: {
          TableName: tableName,
          Key: slotItem(slot),
          ConditionExpression: ownSlot,
          ExpressionAttributeValues: { ":booking": key },
        },
      })),
      ...(caller === null ? [] : [{ Delete: { TableName: tableName, Key: caller } }]),
    ]);
  }

  const put = (item: Record<string, unknown>): Write => ({
    Put: { TableName: tableName, Item: item, ConditionExpression: "attribute_not_exists(pk)" },
  });

  return {
    async takenIn(month) {
      const items = await query("pk = :pk", { ":pk": `slots#${month}` });
      return new Set(items.map(({ sk }) => String(sk)));
    },

    async add(booking, slots) {
      const caller = callerItem(booking);
      const writes = [
        put({ ...bookingItem(booking.key), ...booking, slots }),
        ...slots.map((slot) => put({ ...slotItem(slot), booking: booking.key })),
        ...(caller === null ? [] : [put({ ...caller, ...booking })]),
      ];
      checkSize(writes);
      const refusals = await writeAll(writes);
      if (refusals === null || refusals[0] === failed) return "added";
      return refusals.includes(failed) ? "taken" : "busy";
    },

    async replace(key, booking, slots) {
      const old = await readItem(key);
      if (old === null || key === booking.key) return this.add(booking, slots);
      const [oldCaller, caller] = [callerItem(old), callerItem(booking)];
      const isOld = { ConditionExpression: ownSlot, ExpressionAttributeValues: { ":booking": key } };
      const writes: Write[] = [
        put({ ...bookingItem(booking.key), ...booking, slots }),
        { Delete: { TableName: tableName, Key: bookingItem(key), ConditionExpression: "attribute_exists(pk)" } },
        ...slots.map((slot) => ({
          Put: { TableName: tableName, Item: { ...slotItem(slot), booking: booking.key }, ...isOld },
        })),
        ...old.slots
          .filter((slot) => !slots.includes(slot))
          .map((slot) => ({ Delete: { TableName: tableName, Key: slotItem(slot), ...isOld } })),
        ...(oldCaller === null ? [] : [{ Delete: { TableName: tableName, Key: oldCaller } }]),
        ...(caller === null ? [] : [put({ ...caller, ...booking })]),
      ];
      checkSize(writes);
      const refusals = await writeAll(writes);
      if (refusals === null) return "added";
      // The new one was there: all that is left to do is to take the old one away.
      if (refusals[0] === failed) return (await this.remove(key)) ? "added" : "busy";
      if (refusals[1] === failed) return "busy";
      return refusals.includes(failed) ? "taken" : "busy";
    },

    slotsOf: async (key) => (await readItem(key))?.slots ?? [],

    async remove(key) {
      const refusals = await untilFree(() => takeAway(key));
      if (refusals !== null) throw new Error(`the booking could not be taken away: ${refusals.join(", ")}`);
      return true;
    },

    async ofNumber(number, from) {
      const items = await query("pk = :pk AND sk >= :from", { ":pk": `caller#${number}`, ":from": from });
      return items.map(bookingOf);
    },

    async find(key) {
      const item = await readItem(key);
      return item === null ? null : bookingOf(item);
    },

    async confirm(booking) {
      const keys = [bookingItem(booking.key), callerItem(booking)].filter((key) => key !== null);
      const updates = keys.map((Key) => ({
        Update: {
          TableName: tableName,
          Key,
          UpdateExpression: "SET confirmation = :confirmation",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeValues: { ":confirmation": booking.confirmation },
        },
      }));
      await untilFree(() => writeAll(updates));
    },
  };
}

function checkSize(writes: readonly Write[]): void {
  if (writes.length > mostItems) throw new Error(`a booking of ${writes.length} items cannot be written at once`);
}

function bookingOf(item: object): Booking {
  const { service, start, name, number, key, confirmation } = item as Booking;
  return { service, start, name, number, key, confirmation };
}
