import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type LambdaFunction, type LocalLambda, localLambda, type Scope } from "./localLambda";

let folder: string;
let lambda: LocalLambda;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "functions-"));
  lambda = localLambda({ AWS_ENDPOINT_URL_S3: "http://127.0.0.1:1" });
});
afterEach(async () => {
  await lambda.close();
  rmSync(folder, { recursive: true });
});

function deploy(name: string, code: string, settings: Partial<LambdaFunction> = {}): void {
  mkdirSync(path.join(folder, name));
  const file = path.join(folder, name, "index.js");
  writeFileSync(file, code);
  lambda.deploy({
    name,
    file,
    variables: { TABLE: "calls" },
    memoryMb: 256,
    timeoutMs: 8_000,
    asyncRetries: 0,
    onFailure: null,
    ...settings,
  });
}

const ask = async (name: string, event: unknown, scope: Scope | null = null) => {
  const { payload, isFault } = await lambda.invoke(name, JSON.stringify(event), scope);
  return { isFault, answer: JSON.parse(payload) as unknown };
};

test("a function sees its event, its context and its own environment, and nothing else of this machine", async () => {
  process.env.SECRET_OF_THIS_MACHINE = "told";
  deploy(
    "echo",
    `exports.handler = async (event, context) => ({
      event,
      name: context.functionName,
      arn: context.invokedFunctionArn,
      variables: Object.keys(process.env).filter((name) => !name.startsWith("AWS_LAMBDA")).sort(),
      region: process.env.AWS_REGION,
      hasTime: context.getRemainingTimeInMillis() > 7000,
    });`,
  );
  expect(await ask("echo", { seq: 1 })).toEqual({
    isFault: false,
    answer: {
      event: { seq: 1 },
      name: "echo",
      arn: "arn:aws:lambda:us-east-1:000000000000:function:echo",
      variables: [
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL_S3",
        "AWS_EXECUTION_ENV",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "LAMBDA_TASK_ROOT",
        "TABLE",
        "TZ",
        "_HANDLER",
      ],
      region: "us-east-1",
      hasTime: true,
    },
  });
});

test("an environment serves one event at a time and is used again", async () => {
  deploy(
    "meeting",
    `const { existsSync, writeFileSync } = require("node:fs");
    exports.handler = async ({ own, other }) => {
      writeFileSync(own, "");
      while (!existsSync(other)) await new Promise((resolve) => setTimeout(resolve, 5));
      return process.pid;
    };`,
  );
  const [own, other] = [path.join(folder, "own"), path.join(folder, "other")];
  const [first, second] = await Promise.all([
    ask("meeting", { own, other }),
    ask("meeting", { own: other, other: own }),
  ]);
  expect(first.answer).not.toBe(second.answer);
  for (let round = 1; round <= 3; round += 1) await ask("meeting", { own, other });
  expect(lambda.processes()).toBe(2);
});

test("a function that has answered stands still until its next event", async () => {
  deploy(
    "ticking",
    `let ticks = 0;
    setInterval(() => { ticks += 1; }, 5);
    exports.handler = async () => ticks;`,
  );
  const before = (await ask("ticking", {})).answer as number;
  await new Promise((resolve) => setTimeout(resolve, 400));
  const after = (await ask("ticking", {})).answer as number;
  // Awake it would have been some eighty.
  expect(after - before).toBeLessThan(40);
});

test("the clock of a function is that of what it works for", async () => {
  deploy("clock", "exports.handler = async () => [Date.now(), new Date().getUTCFullYear(), new Date(0).getTime()];");
  const startMs = Date.parse("2031-07-01T12:00:00Z");
  const { answer } = await ask("clock", {}, { now: () => startMs, eventDelayMs: 0 });
  const [now = 0, year, epoch] = answer as number[];
  expect(now - startMs).toBeGreaterThanOrEqual(0);
  expect(now - startMs).toBeLessThan(1_000);
  expect([year, epoch]).toEqual([2031, 0]);
});

test("a function that throws gives its fault as the answer", async () => {
  deploy("throwing", 'exports.handler = async () => { throw new TypeError("no such thing"); };');
  expect(await ask("throwing", {})).toEqual({
    isFault: true,
    answer: expect.objectContaining({ errorType: "TypeError", errorMessage: "no such thing" }),
  });
});

test("code that does not load rejects the event instead of holding it", async () => {
  deploy("unloadable", 'throw new Error("TABLE is missing");');
  expect(await ask("unloadable", {})).toEqual({
    isFault: true,
    answer: expect.objectContaining({ errorMessage: "TABLE is missing" }),
  });
  await expect(lambda.invoke("nobody", "{}", null)).rejects.toThrow("Function not found: nobody");
});

test("a function that takes too long is killed, and another process takes the next event", async () => {
  deploy(
    "hanging",
    "exports.handler = async (event) => (event.hang ? new Promise(() => setInterval(() => {}, 1)) : 1);",
    {
      timeoutMs: 300,
    },
  );
  expect(await ask("hanging", { hang: true })).toEqual({
    isFault: true,
    answer: { errorType: "Sandbox.Timedout", errorMessage: "Task timed out after 0.30 seconds" },
  });
  expect(await ask("hanging", {})).toEqual({ isFault: false, answer: 1 });
});

test("a promise that nobody awaits ends the process, and with it the event", async () => {
  deploy(
    "careless",
    `exports.handler = async () => {
      Promise.reject(new Error("forgotten"));
      await new Promise((resolve) => setTimeout(resolve, 200));
    };`,
  );
  expect((await ask("careless", {})).answer).toMatchObject({ errorType: "Runtime.ExitError" });
  expect(lambda.logs().some(({ text }) => text.includes("forgotten"))).toBe(true);
});

test("an asynchronous event that fails goes to its destination, without a retry where none is wanted", async () => {
  deploy(
    "failing",
    'let tries = 0; exports.handler = async () => { tries += 1; throw new Error("failed " + tries); };',
    { onFailure: "heir" },
  );
  deploy("heir", "exports.handler = async (event) => { console.log(JSON.stringify(event)); };");
  const scope = { now: () => 1_000, eventDelayMs: 20 };
  await lambda.invokeLater("failing", '{"contactId":"c-1"}', scope);
  await lambda.settled(scope);
  const told = lambda.logs().filter(({ functionName }) => functionName === "heir");
  expect(told.map(({ text }) => JSON.parse(text))).toEqual([
    expect.objectContaining({
      requestContext: expect.objectContaining({ condition: "RetriesExhausted", approximateInvokeCount: 1 }),
      requestPayload: { contactId: "c-1" },
      responsePayload: expect.objectContaining({ errorMessage: "failed 1" }),
    }),
  ]);
});

test("what a function does is known by its credentials, and only the scope that it works for is killed", async () => {
  deploy(
    "working",
    `exports.handler = async () => {
      console.log(process.env.AWS_ACCESS_KEY_ID);
      await new Promise((resolve) => setTimeout(resolve, 5000));
    };`,
  );
  const [mine, other] = [
    { now: () => 0, eventDelayMs: 0 },
    { now: () => 0, eventDelayMs: 0 },
  ] as const;
  const killed = ask("working", {}, mine);
  while (lambda.logs().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const key = lambda.logs()[0]?.text ?? "";
  const found = lambda.whoHas(key);
  expect(found?.functionName).toBe("working");
  expect(found?.scope).toBe(mine);
  expect(lambda.kill("working", other)).toBe(false);
  expect(lambda.kill("working", mine)).toBe(true);
  expect((await killed).answer).toMatchObject({ errorType: "Runtime.ExitError" });
  expect(lambda.whoHas(key)).toBeNull();
});

test("nothing is left when it is closed", async () => {
  deploy("pid", "exports.handler = async () => process.pid;");
  const { answer } = await ask("pid", {});
  await lambda.close();
  expect(() => process.kill(answer as number, 0)).toThrow("ESRCH");
});
