import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

interface Key {
  readonly pk: string;
  readonly sk: string;
}
type Item = Key & Readonly<Record<string, unknown>>;
interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
}
interface Write {
  readonly Put?: Condition & { readonly Item: Item };
  readonly Delete?: Condition & { readonly Key: Key };
  readonly Update?: Condition & { readonly Key: Key; readonly UpdateExpression: string };
}
interface Input extends Condition {
  readonly Key?: Key;
  readonly Item?: Item;
  readonly TransactItems?: readonly Write[];
  readonly KeyConditionExpression?: string;
  readonly ExclusiveStartKey?: Key;
}

/** The conditions that the desk writes under. */
const conditions: Readonly<
  Record<string, (item: Item | undefined, values: Readonly<Record<string, unknown>>) => boolean>
> = {
  "attribute_exists(pk)": (item) => item !== undefined,
  "attribute_not_exists(pk)": (item) => item === undefined,
  "attribute_not_exists(pk) OR booking = :booking": (item, values) =>
    item === undefined || item.booking === values[":booking"],
};

export interface DocumentTable {
  readonly client: DynamoDBDocumentClient;
  readonly items: ReadonlyMap<string, Item>;
  /** What the next transactions are refused with although nothing is wrong. */
  readonly conflicts: string[];
}

/** A table in memory that behaves as DynamoDB does for what the desk asks of it; a page holds two items. */
export function documentTable(): DocumentTable {
  const items = new Map<string, Item>();
  const conflicts: string[] = [];
  const idOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

  function holds(key: Key, { ConditionExpression: text, ExpressionAttributeValues = {} }: Condition): boolean {
    if (text === undefined) return true;
    const condition = conditions[text];
    if (condition === undefined) throw new Error(`unknown condition: ${text}`);
    return condition(items.get(idOf(key)), ExpressionAttributeValues);
  }

  function transact(writes: readonly Write[]): void {
    const code = conflicts.shift();
    const reasons = writes.map(({ Put, Delete, Update }) => {
      if (code !== undefined) return code;
      const key = Put?.Item ?? Delete?.Key ?? Update?.Key;
      if (key === undefined) throw new Error("a write without a key");
      return holds(key, Put ?? Delete ?? Update ?? {}) ? "None" : "ConditionalCheckFailed";
    });
    if (reasons.some((reason) => reason !== "None")) {
      const CancellationReasons = reasons.map((Code) => ({ Code }));
      throw new TransactionCanceledException({ $metadata: {}, message: "cancelled", CancellationReasons });
    }
    for (const { Put, Delete, Update } of writes) {
      if (Put) items.set(idOf(Put.Item), Put.Item);
      if (Delete) items.delete(idOf(Delete.Key));
      if (Update) set(Update.Key, Update.UpdateExpression, Update.ExpressionAttributeValues ?? {});
    }
  }

  function set(key: Key, expression: string, values: Readonly<Record<string, unknown>>): void {
    const [, name = "", value = ""] = /^SET (\w+) = (:\w+)$/.exec(expression) ?? [];
    items.set(idOf(key), { ...key, ...items.get(idOf(key)), [name]: values[value] });
  }

  function query({ KeyConditionExpression, ExpressionAttributeValues: values = {}, ExclusiveStartKey }: Input) {
    const hasFrom = KeyConditionExpression === "pk = :pk AND sk >= :from";
    if (!hasFrom && KeyConditionExpression !== "pk = :pk") throw new Error(`unknown key: ${KeyConditionExpression}`);
    const found = [...items.values()]
      .filter(({ pk, sk }) => pk === values[":pk"] && (!hasFrom || sk >= String(values[":from"])))
      .filter(({ sk }) => ExclusiveStartKey === undefined || sk > ExclusiveStartKey.sk)
      .sort((a, b) => (a.sk < b.sk ? -1 : 1));
    const page = found.slice(0, 2);
    return { Items: page, LastEvaluatedKey: found.length > 2 ? page[1] : undefined };
  }

  const client = {
    async send(command: { readonly constructor: { readonly name: string }; readonly input: Input }) {
      const { input } = command;
      // As over a wire: others come in between.
      await new Promise(setImmediate);
      switch (command.constructor.name) {
        case "TransactWriteCommand":
          return transact(input.TransactItems ?? []);
        case "QueryCommand":
          return query(input);
        case "GetCommand":
          return { Item: input.Key && items.get(idOf(input.Key)) };
        case "PutCommand":
          return void (input.Item && items.set(idOf(input.Item), input.Item));
        default:
          throw new Error(`unknown command: ${command.constructor.name}`);
      }
    },
  };
  return { client: client as unknown as DynamoDBDocumentClient, items, conflicts };
}
