import { type ChildProcess, spawn } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Guardian } from "./guardian";

/** An event on its way through an environment. */
export interface Invocation {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  /** Epoch milliseconds where the function is; null: the machine's own time. */
  readonly nowMs: number | null;
  readonly timeoutMs: number;
  readonly arn: string;
}

/** What became of an event. `payload` is JSON: the answer, or the fault where `isFault`. */
export interface InvocationOutcome {
  readonly payload: string;
  readonly isFault: boolean;
}

export interface EnvironmentSettings {
  readonly functionName: string;
  /** `index.js` of the bundle, absolute. */
  readonly file: string;
  /** All that the function sees of the world. */
  readonly variables: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly guardian: Guardian;
  /** Asks for an event, for the first time when it has started. */
  readonly onFree: (environment: LambdaEnvironment) => void;
  /** The process has ended; `fault` where it ended before it had ever asked for an event. */
  readonly onOver: (environment: LambdaEnvironment, fault: InvocationOutcome | null) => void;
  readonly onLog: (line: string) => void;
}

/** One execution environment: a process, and the Runtime API that it asks for events. It runs one event at a time. */
export interface LambdaEnvironment {
  /** Only when it is free. */
  run(invocation: Invocation): Promise<InvocationOutcome>;
  /** The process stops where it stands until it is given an event. */
  freeze(): void;
  /** Ends the process where it stands; an event under way has failed. */
  kill(): void;
  /** Resolves when nothing is left of it. */
  readonly over: Promise<void>;
}

/** Lambda gives a function so long to load (Lambda developer guide, execution environment). */
const initLimitMs = 10_000;
const api = "/2018-06-01/runtime";

/** Starts a process for a function. Whether it can stop and go on is the machine's affair: where it cannot, it just waits. */
export async function startEnvironment(settings: EnvironmentSettings): Promise<LambdaEnvironment> {
  let asking: http.ServerResponse | null = null;
  let running: { readonly invocation: Invocation; settle(outcome: InvocationOutcome): void } | null = null;
  let hasAsked = false;
  let isFrozen = false;
  let fault: InvocationOutcome | null = null;

  const server = http.createServer((request, response) => void onRequest(request, response));
  // A process that is stopped keeps its connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const child = start(settings, port);
  const { pid } = child;
  if (pid !== undefined) settings.guardian.watch(pid);
  const initGuard = setTimeout(() => {
    fault = faultOf("Sandbox.Timedout", `the function did not load within ${initLimitMs / 1_000} seconds`);
    kill();
  }, initLimitMs);
  lines(child.stdout, settings.onLog);
  lines(child.stderr, settings.onLog);

  async function onRequest(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { url = "" } = request;
    if (url === `${api}/invocation/next`) {
      asking = response;
      hasAsked = true;
      clearTimeout(initGuard);
      return settings.onFree(environment);
    }
    const body = await textOf(request);
    response.writeHead(202).end();
    if (url === `${api}/init/error`) {
      fault = { payload: body, isFault: true };
      return;
    }
    const [, id, kind] = new RegExp(`^${api}/invocation/([^/]+)/(response|error)$`).exec(url) ?? [];
    if (running === null || running.invocation.requestId !== id) return;
    running.settle({ payload: body, isFault: kind === "error" });
  }

  function thaw(): void {
    if (isFrozen) child.kill("SIGCONT");
    isFrozen = false;
  }

  function kill(): void {
    child.kill("SIGKILL");
  }

  const over = new Promise<void>((resolve) => {
    const onExit = (status: number | null, signal: string | null) => {
      clearTimeout(initGuard);
      if (pid !== undefined) settings.guardian.forget(pid);
      const how = faultOf("Runtime.ExitError", `the process ended: ${signal ?? `status ${status}`}`);
      running?.settle(how);
      settings.onOver(environment, hasAsked ? null : (fault ?? how));
      server.close(() => resolve());
      server.closeAllConnections();
    };
    child.once("exit", onExit);
    child.once("error", () => onExit(null, "it could not be started"));
  });

  const environment: LambdaEnvironment = {
    run(invocation) {
      const { requestId, payload, nowMs, timeoutMs, arn } = invocation;
      const next = asking;
      if (next === null || running !== null) throw new Error("an environment runs one event at a time");
      asking = null;
      return new Promise((resolve) => {
        const deadline = setTimeout(() => {
          settle(faultOf("Sandbox.Timedout", `Task timed out after ${(timeoutMs / 1_000).toFixed(2)} seconds`));
          kill();
        }, timeoutMs);
        const settle = (outcome: InvocationOutcome) => {
          clearTimeout(deadline);
          running = null;
          resolve(outcome);
        };
        running = { invocation, settle };
        thaw();
        next.writeHead(200, {
          "content-type": "application/json",
          "lambda-runtime-aws-request-id": requestId,
          "lambda-runtime-deadline-ms": String((nowMs ?? Date.now()) + timeoutMs),
          "lambda-runtime-invoked-function-arn": arn,
          ...(nowMs === null ? {} : { "simulated-now-ms": String(nowMs) }),
        });
        next.end(payload);
      });
    },
    freeze() {
      if (isFrozen || process.platform === "win32") return;
      isFrozen = child.kill("SIGSTOP");
    },
    kill,
    over,
  };
  return environment;
}

function start({ functionName, file, variables, memoryMb }: EnvironmentSettings, port: number): ChildProcess {
  const stream = `simulated/[$LATEST]${port}`;
  return spawn(process.execPath, [path.join(__dirname, "bootstrap.js")], {
    stdio: ["ignore", "pipe", "pipe"],
    // Nothing of this process's own: what a function finds here and not on Lambda would be found out too late.
    env: {
      ...variables,
      _HANDLER: "index.handler",
      LAMBDA_TASK_ROOT: path.dirname(file),
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      AWS_LAMBDA_FUNCTION_NAME: functionName,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
      AWS_LAMBDA_LOG_STREAM_NAME: stream,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      TZ: ":UTC",
    },
  });
}

function faultOf(errorType: string, errorMessage: string): InvocationOutcome {
  return { payload: JSON.stringify({ errorType, errorMessage }), isFault: true };
}

function lines(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (text: string) => {
    const all = `${rest}${text}`.split("\n");
    rest = all.pop() ?? "";
    for (const line of all) onLine(line);
  });
  stream?.on("end", () => {
    if (rest !== "") onLine(rest);
  });
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
