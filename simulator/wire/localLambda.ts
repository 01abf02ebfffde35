import { randomUUID } from "node:crypto";
import { startGuardian } from "./guardian";
import { type InvocationOutcome, type LambdaEnvironment, startEnvironment } from "./lambdaEnvironment";

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
  /** Starts an environment where none is there, so that the next event finds the code loaded. */
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

/** No environment of this name is known to Lambda. */
export class NoSuchFunction extends Error {
  override readonly name = "ResourceNotFoundException";
  constructor(functionName: string) {
    super(`Function not found: ${functionName}`);
  }
}

interface Waiting<S> {
  readonly payload: string;
  readonly scope: S | null;
  readonly settle: (outcome: InvocationOutcome) => void;
}

interface Pool<S> {
  settings: LambdaFunction;
  readonly queue: Waiting<S>[];
  readonly free: LambdaEnvironment[];
  readonly all: Map<LambdaEnvironment, S | null>;
  starting: number;
  /** Those that have answered and not yet asked for another event. */
  readonly returning: Set<LambdaEnvironment>;
  isRemoved: boolean;
  /** Who waits for an environment to have started. */
  readonly warming: (() => void)[];
}

/** Lambda waits about a minute before the first retry of an asynchronous event, and two before the second. */
const retryDelaysMs = [60_000, 120_000];
const mostLogLines = 10_000;

/**
 * @param endpoints what every function finds in its environment beside its own variables: where AWS is.
 */
export function localLambda<S extends Scope = Scope>(endpoints: Readonly<Record<string, string>>): LocalLambda<S> {
  const guardian = startGuardian();
  const pools = new Map<string, Pool<S>>();
  const keys = new Map<string, { readonly functionName: string; readonly scope: () => S | null }>();
  const busy = new Map<S, { count: number; readonly wake: (() => void)[] }>();
  const logs: LogLine[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let keyCount = 0;
  let isClosed = false;

  function poolOf(functionName: string): Pool<S> {
    const pool = pools.get(functionName);
    if (pool === undefined || isClosed) throw new NoSuchFunction(functionName);
    return pool;
  }

  function enter(scope: S | null): void {
    if (scope === null) return;
    const entry = busy.get(scope) ?? { count: 0, wake: [] };
    entry.count += 1;
    busy.set(scope, entry);
  }

  function leave(scope: S | null): void {
    const entry = scope === null ? undefined : busy.get(scope);
    if (scope === null || entry === undefined) return;
    entry.count -= 1;
    if (entry.count > 0) return;
    busy.delete(scope);
    for (const wake of entry.wake) wake();
  }

  function run(functionName: string, payload: string, scope: S | null): Promise<InvocationOutcome> {
    const pool = poolOf(functionName);
    enter(scope);
    return new Promise<InvocationOutcome>((resolve) => {
      pool.queue.push({ payload, scope, settle: resolve });
      serve(pool);
    }).finally(() => leave(scope));
  }

  /** Gives waiting events to free environments, and starts as many as are still needed. */
  function serve(pool: Pool<S>): void {
    while (pool.queue.length > 0 && pool.free.length > 0) {
      const environment = pool.free.pop();
      const waiting = pool.queue.shift();
      if (environment === undefined || waiting === undefined) break;
      give(pool, environment, waiting);
    }
    // The event after an answer may come before the process has asked again: what is about to be free counts.
    while (!isClosed && !pool.isRemoved && pool.starting + pool.returning.size < pool.queue.length) startOne(pool);
  }

  function give(pool: Pool<S>, environment: LambdaEnvironment, { payload, scope, settle }: Waiting<S>): void {
    pool.all.set(environment, scope);
    const { name, timeoutMs } = pool.settings;
    environment
      .run({ requestId: randomUUID(), payload, nowMs: scope?.now() ?? null, timeoutMs, arn: functionArn(name) })
      .then((outcome) => {
        if (pool.all.has(environment)) pool.returning.add(environment);
        settle(outcome);
      });
  }

  function startOne(pool: Pool<S>): void {
    const { name, file, variables, memoryMb } = pool.settings;
    pool.starting += 1;
    keyCount += 1;
    const accessKeyId = `AKIDLOCAL${String(keyCount).padStart(11, "0")}`;
    let isStarting = true;
    let own: LambdaEnvironment | null = null;
    keys.set(accessKeyId, { functionName: name, scope: () => (own === null ? null : (pool.all.get(own) ?? null)) });
    const started = startEnvironment({
      functionName: name,
      file,
      memoryMb,
      guardian,
      variables: {
        ...variables,
        ...endpoints,
        AWS_REGION: "us-east-1",
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: "local",
      },
      onLog(text) {
        logs.push({ functionName: name, text });
        if (logs.length > mostLogLines) logs.shift();
      },
      onFree(environment) {
        own = environment;
        if (isStarting) pool.starting -= 1;
        isStarting = false;
        pool.all.set(environment, null);
        pool.returning.delete(environment);
        const waiting = pool.queue.shift();
        if (waiting !== undefined) return give(pool, environment, waiting);
        pool.free.push(environment);
        environment.freeze();
        pool.warming.shift()?.();
      },
      onOver(environment, fault) {
        if (isStarting) pool.starting -= 1;
        isStarting = false;
        pool.all.delete(environment);
        pool.returning.delete(environment);
        keys.delete(accessKeyId);
        const at = pool.free.indexOf(environment);
        if (at >= 0) pool.free.splice(at, 1);
        if (fault !== null) pool.warming.shift()?.();
        // Code that does not load answers the event for which it was started.
        if (fault !== null) pool.queue.shift()?.settle(fault);
        serve(pool);
      },
    });
    environments.add(started);
    void started.then((environment) => {
      pool.all.set(environment, pool.all.get(environment) ?? null);
      if (isClosed || pool.isRemoved) environment.kill();
      return environment.over.then(() => environments.delete(started));
    });
  }
  const environments = new Set<Promise<LambdaEnvironment>>();

  async function runLater(functionName: string, payload: string, scope: S | null, tries: number): Promise<void> {
    const { asyncRetries, onFailure } = poolOf(functionName).settings;
    const outcome = await run(functionName, payload, scope);
    if (!outcome.isFault || isClosed) return;
    if (tries <= asyncRetries) {
      const delayMs = retryDelaysMs[tries - 1] ?? retryDelaysMs[retryDelaysMs.length - 1] ?? 0;
      return later(delayMs, scope, () => runLater(functionName, payload, scope, tries + 1));
    }
    if (onFailure === null) return;
    const destined = JSON.stringify(failureRecord(functionName, payload, outcome, tries));
    await later(scope?.eventDelayMs ?? 0, scope, () => runLater(onFailure, destined, scope, 1));
  }

  /** The scope is not settled before that is done. */
  function later(delayMs: number, scope: S | null, act: () => Promise<void>): Promise<void> {
    enter(scope);
    return new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act().then(resolve, () => resolve());
      }, delayMs);
      timers.add(timer);
    }).finally(() => leave(scope));
  }

  return {
    deploy(settings) {
      const known = pools.get(settings.name);
      if (known !== undefined) known.settings = settings;
      else
        pools.set(settings.name, {
          settings,
          queue: [],
          free: [],
          all: new Map(),
          starting: 0,
          returning: new Set(),
          isRemoved: false,
          warming: [],
        });
    },
    async remove(functionName) {
      const pool = pools.get(functionName);
      pools.delete(functionName);
      if (pool === undefined) return;
      pool.isRemoved = true;
      const ending = [...pool.all.keys()];
      for (const environment of ending) environment.kill();
      await Promise.all(ending.map(({ over }) => over));
    },
    async warm(functionName) {
      const pool = poolOf(functionName);
      if (pool.free.length > 0) return;
      await new Promise<void>((resolve) => {
        pool.warming.push(resolve);
        if (pool.starting < pool.warming.length) startOne(pool);
      });
    },
    invoke: async (functionName, payload, scope) => run(functionName, payload, scope),
    async invokeLater(functionName, payload, scope) {
      poolOf(functionName);
      void later(scope?.eventDelayMs ?? 0, scope, () => runLater(functionName, payload, scope, 1));
    },
    kill(functionName, scope) {
      const working = [...(pools.get(functionName)?.all ?? [])].filter(([, each]) => each === scope);
      for (const [environment] of working) environment.kill();
      return working.length > 0;
    },
    whoHas(accessKeyId) {
      const found = keys.get(accessKeyId);
      return found === undefined ? null : { functionName: found.functionName, scope: found.scope() };
    },
    async settled(scope) {
      const entry = busy.get(scope);
      if (entry !== undefined) await new Promise<void>((resolve) => entry.wake.push(resolve));
    },
    logs: () => logs,
    processes: () => [...pools.values()].reduce((sum, { all }) => sum + all.size, 0),
    async close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      const ending = await Promise.all(environments);
      for (const environment of ending) environment.kill();
      await Promise.all(ending.map(({ over }) => over));
      await guardian.close();
    },
  };
}

export function functionArn(name: string): string {
  return `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
}

/** What Lambda tells the destination of an event that failed for good. */
function failureRecord(functionName: string, payload: string, outcome: InvocationOutcome, tries: number) {
  return {
    version: "1.0",
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${functionArn(functionName)}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount: tries,
    },
    requestPayload: JSON.parse(payload) as unknown,
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    responsePayload: JSON.parse(outcome.payload) as unknown,
  };
}
