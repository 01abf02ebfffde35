import { type Answerer, errorAnswer, jsonAnswer, type WholeAnswer, type WholeRequest } from "./forward";

/** DynamoDB as our functions use it: what the emulator behind it lacks is made good here. */
export interface DynamoFront {
  /** One request of the JSON protocol. */
  readonly answer: Answerer;
  /** Deletes what has outlived its time to live, as DynamoDB does within some days. */
  sweep(nowMs: number): Promise<number>;
}

type Item = Readonly<Record<string, unknown>>;

interface Write {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConditionExpression?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

type Kind = "Put" | "Update" | "Delete" | "ConditionCheck";

/** A transaction's part, under its kind. */
type TransactItem = Readonly<Partial<Record<Kind, Write>>>;

interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

const prefix = "DynamoDB_20120810.";
const failedCondition = "ConditionalCheckFailedException";
const mostItems = 100;

/**
 * Requests go to the emulator; a transaction has it for itself. Added: TransactWriteItems, TransactGetItems, the time to live, the item that stood
 * in the way of a condition, and tables that are there once they have been made.
 */
export function dynamoFront(forward: Answerer): DynamoFront {
  const keyNames = new Map<string, readonly string[]>();
  const timesToLive = new Map<string, string>();
  /** What transactions with a token came to: a repeated one is not done again. */
  const done = new Map<string, WholeAnswer>();
  /** What must be over before anything else is begun, and what is under way side by side since. */
  let alone: Promise<unknown> = Promise.resolve();
  let together = new Set<Promise<unknown>>();

  /** Runs after everything that was asked before, and before everything that is asked after. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = Promise.all([alone, ...together]).then(act);
    alone = turn.catch(() => undefined);
    together = new Set();
    return turn;
  }

  /** Runs beside others of its kind. */
  function sideBySide<T>(act: () => Promise<T>): Promise<T> {
    const own = together;
    const work = alone.then(act);
    const over: Promise<unknown> = work
      .catch(() => undefined)
      .then(() => {
        own.delete(over);
      });
    own.add(over);
    return work;
  }

  async function ask(operation: string, input: object): Promise<{ status: number; output: Record<string, unknown> }> {
    const { status, body } = await forward({
      method: "POST",
      url: "/",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `${prefix}${operation}`,
        // The emulator looks whether there is one, and at nothing in it.
        authorization:
          "AWS4-HMAC-SHA256 Credential=AKIDLOCAL/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
        "x-amz-date": "20260101T000000Z",
      },
      body: Buffer.from(JSON.stringify(input)),
    });
    return { status, output: bodyOf({ body }) };
  }

  async function keyOf({ TableName, Key, Item }: Write): Promise<Item> {
    if (Key !== undefined) return Key;
    let names = keyNames.get(TableName);
    if (names === undefined) {
      const { output } = await ask("DescribeTable", { TableName });
      const { KeySchema = [] } = (output.Table ?? {}) as { KeySchema?: { AttributeName: string }[] };
      names = KeySchema.map(({ AttributeName }) => AttributeName);
      keyNames.set(TableName, names);
    }
    return Object.fromEntries(names.map((name) => [name, Item?.[name]]));
  }

  async function itemAt(write: Write): Promise<Item | null> {
    const { output } = await ask("GetItem", {
      TableName: write.TableName,
      Key: await keyOf(write),
      ConsistentRead: true,
    });
    return (output.Item as Item | undefined) ?? null;
  }

  async function restore(write: Write, before: Item | null): Promise<void> {
    const { TableName } = write;
    if (before !== null) await ask("PutItem", { TableName, Item: before });
    else await ask("DeleteItem", { TableName, Key: await keyOf(write) });
  }

  async function transactWrite(request: WholeRequest): Promise<WholeAnswer> {
    const { TransactItems = [], ClientRequestToken } = bodyOf<{
      TransactItems?: readonly TransactItem[];
      ClientRequestToken?: string;
    }>(request);
    const known = ClientRequestToken === undefined ? undefined : done.get(ClientRequestToken);
    if (known !== undefined) return known;
    const parts = TransactItems.flatMap((item) => Object.entries(item) as [Kind, Write][]);
    if (parts.length === 0 || parts.length > mostItems)
      return errorAnswer("ValidationException", `A transaction has 1 to ${mostItems} items, not ${parts.length}.`);
    const places = await Promise.all(parts.map(async ([, write]) => [write.TableName, await keyOf(write)]));
    if (new Set(places.map((place) => JSON.stringify(place))).size < parts.length)
      return errorAnswer("ValidationException", "Transaction request cannot include multiple operations on one item");

    // The items are different ones, and nobody else is served meanwhile: their order does not matter.
    const before = await Promise.all(parts.map(([, write]) => itemAt(write)));
    const written = await Promise.all(
      parts.map(([kind, write], index) => writeOne(kind, write, before[index] ?? null)),
    );
    const error = written.find((each) => each.error !== null)?.error ?? null;
    const reasons = written.map(({ reason }) => reason);
    if (error === null && reasons.every(({ Code }) => Code === "None")) {
      const answer = jsonAnswer({}, 200, { "content-type": "application/x-amz-json-1.0" });
      if (ClientRequestToken !== undefined) done.set(ClientRequestToken, answer);
      return answer;
    }
    await Promise.all(
      parts.map(([, write], index) => (reasons[index]?.Code === "None" ? restore(write, before[index] ?? null) : null)),
    );
    return error ?? cancelled(reasons);
  }

  async function writeOne(
    kind: Kind,
    write: Write,
    before: Item | null,
  ): Promise<{ readonly reason: Reason; readonly error: WholeAnswer | null }> {
    const { ReturnValuesOnConditionCheckFailure, ...plain } = write;
    // A check is an update that changes nothing; the item that it may have made is taken away again.
    const { status, output } = await ask(kind === "ConditionCheck" ? "UpdateItem" : `${kind}Item`, plain);
    if (status === 200) {
      if (kind === "ConditionCheck") await restore(write, before);
      return { reason: { Code: "None" }, error: null };
    }
    const type = String(output.__type);
    if (!type.endsWith(failedCondition)) {
      return { reason: { Code: "None" }, error: jsonAnswer(output, status, { "x-amzn-errortype": type }) };
    }
    const Item = ReturnValuesOnConditionCheckFailure === "ALL_OLD" && before !== null ? { Item: before } : {};
    return {
      reason: { Code: "ConditionalCheckFailed", Message: "The conditional request failed", ...Item },
      error: null,
    };
  }

  async function transactGet(request: WholeRequest): Promise<WholeAnswer> {
    const { TransactItems = [] } = bodyOf<{ TransactItems?: readonly { readonly Get: object }[] }>(request);
    const Responses: object[] = [];
    for (const { Get } of TransactItems) {
      const { status, output } = await ask("GetItem", { ...Get, ConsistentRead: true });
      if (status !== 200) return jsonAnswer(output, status, { "x-amzn-errortype": String(output.__type) });
      Responses.push(output.Item === undefined ? {} : { Item: output.Item });
    }
    return jsonAnswer({ Responses });
  }

  /** Answers when the table can be used: the emulator takes a moment for it, longer on a busy machine. */
  async function createTable(request: WholeRequest): Promise<WholeAnswer> {
    const answer = await forward(request);
    const { TableName } = bodyOf<{ TableName: string }>(request);
    for (let isReady = answer.status !== 200; !isReady; ) {
      const { output } = await ask("DescribeTable", { TableName });
      isReady = (output.Table as { TableStatus?: string } | undefined)?.TableStatus === "ACTIVE";
    }
    return answer;
  }

  function updateTimeToLive(request: WholeRequest): WholeAnswer {
    const { TableName, TimeToLiveSpecification } = bodyOf<{
      TableName: string;
      TimeToLiveSpecification: { readonly AttributeName: string; readonly Enabled: boolean };
    }>(request);
    if (TimeToLiveSpecification.Enabled) timesToLive.set(TableName, TimeToLiveSpecification.AttributeName);
    else timesToLive.delete(TableName);
    return jsonAnswer({ TimeToLiveSpecification });
  }

  function describeTimeToLive(request: WholeRequest): WholeAnswer {
    const { TableName } = bodyOf<{ TableName: string }>(request);
    const AttributeName = timesToLive.get(TableName);
    const told =
      AttributeName === undefined ? { TimeToLiveStatus: "DISABLED" } : { TimeToLiveStatus: "ENABLED", AttributeName };
    return jsonAnswer({ TimeToLiveDescription: told });
  }

  /** The emulator forgets to show what stood in the way. */
  async function withOldItem(request: WholeRequest, answer: WholeAnswer): Promise<WholeAnswer> {
    if (answer.status !== 400) return answer;
    const output = bodyOf<Record<string, unknown>>(answer);
    if (!String(output.__type).endsWith(failedCondition)) return answer;
    const Item = await itemAt(bodyOf<Write>(request));
    return Item === null ? answer : jsonAnswer({ ...output, Item }, 400, answer.headers);
  }

  return {
    answer(request) {
      const operation = (request.headers["x-amz-target"] ?? "").replace(prefix, "");
      switch (operation) {
        case "TransactWriteItems":
          return inTurn(() => transactWrite(request));
        case "TransactGetItems":
          return inTurn(() => transactGet(request));
        case "UpdateTimeToLive":
          return inTurn(async () => updateTimeToLive(request));
        case "DescribeTimeToLive":
          return inTurn(async () => describeTimeToLive(request));
        case "CreateTable":
          return inTurn(() => createTable(request));
        default:
          // One item at a time the emulator keeps apart itself, unless what stood in the way has to be shown.
          return isOldItemWanted(request)
            ? inTurn(async () => withOldItem(request, await forward(request)))
            : sideBySide(() => forward(request));
      }
    },
    sweep: (nowMs) =>
      inTurn(async () => {
        let deleted = 0;
        for (const [TableName, attribute] of timesToLive) {
          const { output } = await ask("Scan", { TableName });
          for (const item of (output.Items ?? []) as Record<string, { readonly N?: string }>[]) {
            const expiresAt = Number(item[attribute]?.N ?? Number.POSITIVE_INFINITY);
            if (expiresAt * 1_000 > nowMs) continue;
            await ask("DeleteItem", { TableName, Key: await keyOf({ TableName, Item: item }) });
            deleted += 1;
          }
        }
        return deleted;
      }),
  };
}

function isOldItemWanted({ body }: WholeRequest): boolean {
  return Buffer.from(body).includes('"ReturnValuesOnConditionCheckFailure":"ALL_OLD"');
}

function bodyOf<T = Record<string, unknown>>({ body }: { readonly body: Uint8Array }): T {
  return JSON.parse(Buffer.from(body).toString("utf8")) as T;
}

/** Nothing of the transaction was done. */
function cancelled(reasons: readonly Reason[]): WholeAnswer {
  const codes = reasons.map(({ Code }) => Code).join(", ");
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return errorAnswer("com.amazonaws.dynamodb.v20120810#TransactionCanceledException", message, 400, {
    Message: message,
    CancellationReasons: reasons,
  });
}
