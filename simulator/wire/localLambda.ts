import { randomUUID } from "node:crypto";
import { type FunctionPool, functionPool, type NamedOutcome } from "./functionPool";
import { startGuardian } from "./guardian";
import type { InvocationOutcome } from "./lambdaEnvironment";

/** A function as it is deployed. */
export interface LambdaFunction {
  readonly name: string;
  /** `index.js` of its bundle, absolute. */
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  /** How often an asynchronous event that failed is tried again. Lambda's own default is 2. */
  readonly asyncRetries: number;
  /** The function that gets an asynchronous event that failed for good; null: none. */
  readonly onFailure: string | null;
}

/** What an invocation belongs to, e.g. a call. What a function invokes while it works for it belongs to the same. */
export interface Scope {
  /** The time where it takes place, epoch milliseconds. */
  now(): number;
  /** From an asynchronous event's being accepted to the function's first line. */
  readonly eventDelayMs: number;
}

export interface LogLine {
  readonly functionName: string;
  readonly text: string;
}

/** Lambda on this machine: each function in processes of its own. */
export interface LocalLambda<S extends Scope = Scope> {
  deploy(settings: LambdaFunction): void;
  /** Ends a function's processes; it is unknown from then on. */
  remove(functionName: string): Promise<void>;
  /** Starts an environment where none is free, so that the next event finds the code loaded. */
  warm(functionName: string): Promise<void>;
  /** Runs an event and waits for its outcome. Rejects where there is no such function. */
  invoke(functionName: string, payload: string, scope: S | null): Promise<InvocationOutcome>;
  /** Takes an event to be run later. Rejects where there is no such function. */
  invokeLater(functionName: string, payload: string, scope: S | null): Promise<void>;
  /** Kills whatever of this function works for the scope; the answer says whether there was anything. */
  kill(functionName: string, scope: S): boolean;
  /** Whose credentials these are, and what for they are used right now. */
  whoHas(accessKeyId: string): { readonly functionName: string; readonly scope: S | null } | null;
  /** Resolves when nothing runs or waits for the scope. */
  settled(scope: S): Promise<void>;
  /** What the functions have written, oldest first. */
  logs(): readonly LogLine[];
  /** Processes alive now. */
  processes(): number;
  close(): Promise<void>;
}

/** No function of this name is known to Lambda. */
export class NoSuchFunction extends Error {
  override readonly name = "ResourceNotFoundException";
  constructor(functionName: string) {
    super(`Function not found: ${functionName}`);
  }
}

interface Deployed<S extends Scope> {
  readonly settings: LambdaFunction;
  readonly pool: FunctionPool<S>;
}

/** Lambda waits about a minute before the first retry of an asynchronous event, and two before the second. */
const retryDelaysMs = [60_000, 120_000];
const mostLogLines = 10_000;

/**
 * @param endpoints what every function finds in its environment beside its own variables: where AWS is.
 */
export function localLambda<S extends Scope = Scope>(endpoints: Readonly<Record<string, string>>): LocalLambda<S> {
  const guardian = startGuardian();
  const functions = new Map<string, Deployed<S>>();
  /** How much runs or waits for a scope, and who waits for that to be nothing. */
  const busy = new Map<S, { count: number; readonly wake: (() => void)[] }>();
  const logs: LogLine[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let keyCount = 0;
  let isClosed = false;

  function deployed(functionName: string): Deployed<S> {
    const found = functions.get(functionName);
    if (found === undefined || isClosed) throw new NoSuchFunction(functionName);
    return found;
  }

  /** The scope is not settled before the work is done. */
  async function working<T>(scope: S | null, work: Promise<T>): Promise<T> {
    if (scope === null) return work;
    const entry = busy.get(scope) ?? { count: 0, wake: [] };
    busy.set(scope, entry);
    entry.count += 1;
    try {
      return await work;
    } finally {
      entry.count -= 1;
      if (entry.count === 0) {
        busy.delete(scope);
        for (const wake of entry.wake) wake();
      }
    }
  }

  function run(functionName: string, payload: string, scope: S | null): Promise<NamedOutcome> {
    return working(scope, deployed(functionName).pool.run(payload, scope));
  }

  async function runLater(functionName: string, payload: string, scope: S | null, tries: number): Promise<void> {
    const { asyncRetries, onFailure } = deployed(functionName).settings;
    const outcome = await run(functionName, payload, scope);
    if (!outcome.isFault || isClosed) return;
    if (tries <= asyncRetries) {
      const delayMs = retryDelaysMs[Math.min(tries, retryDelaysMs.length) - 1] ?? 0;
      return later(delayMs, scope, () => runLater(functionName, payload, scope, tries + 1));
    }
    if (onFailure === null) return;
    const destined = JSON.stringify(failureRecord(functionName, payload, outcome, tries));
    await later(scope?.eventDelayMs ?? 0, scope, () => runLater(onFailure, destined, scope, 1));
  }

  function later(delayMs: number, scope: S | null, act: () => Promise<void>): Promise<void> {
    const done = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act().then(resolve, () => resolve());
      }, delayMs);
      timers.add(timer);
    });
    return working(scope, done);
  }

  return {
    deploy(settings) {
      const { name } = settings;
      void functions.get(name)?.pool.close();
      const pool = functionPool<S>({
        settings,
        arn: functionArn(name),
        endpoints,
        guardian,
        newAccessKeyId: () => `AKIDLOCAL${String(++keyCount).padStart(11, "0")}`,
        onLog(text) {
          logs.push({ functionName: name, text });
          if (logs.length > mostLogLines) logs.shift();
        },
      });
      functions.set(name, { settings, pool });
    },
    async remove(functionName) {
      const found = functions.get(functionName);
      functions.delete(functionName);
      await found?.pool.close();
    },
    warm: async (functionName) => deployed(functionName).pool.warm(),
    invoke: async (functionName, payload, scope) => run(functionName, payload, scope),
    async invokeLater(functionName, payload, scope) {
      deployed(functionName);
      void later(scope?.eventDelayMs ?? 0, scope, () => runLater(functionName, payload, scope, 1));
    },
    kill: (functionName, scope) => functions.get(functionName)?.pool.kill(scope) ?? false,
    whoHas(accessKeyId) {
      for (const [functionName, { pool }] of functions) {
        const scope = pool.scopeOf(accessKeyId);
        if (scope !== undefined) return { functionName, scope };
      }
      return null;
    },
    async settled(scope) {
      const entry = busy.get(scope);
      if (entry !== undefined) await new Promise<void>((resolve) => entry.wake.push(resolve));
    },
    logs: () => logs,
    processes: () => [...functions.values()].reduce((sum, { pool }) => sum + pool.processes(), 0),
    async close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...functions.values()].map(({ pool }) => pool.close()));
      await guardian.close();
    },
  };
}

export function functionArn(name: string): string {
  return `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
}

/** What Lambda tells the destination of an event that failed for good. */
function failureRecord(functionName: string, payload: string, outcome: NamedOutcome, tries: number) {
  return {
    version: "1.0",
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: outcome.requestId ?? randomUUID(),
      functionArn: `${functionArn(functionName)}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount: tries,
    },
    requestPayload: JSON.parse(payload) as unknown,
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: JSON.parse(outcome.payload) as unknown,
  };
}
