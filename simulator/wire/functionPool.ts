import { randomUUID } from "node:crypto";
import type { Guardian } from "./guardian";
import { type InvocationOutcome, type LambdaEnvironment, startEnvironment } from "./lambdaEnvironment";
import type { LambdaFunction, Scope } from "./localLambda";

/** The environments of one function: as many as events are worked on at once. */
export interface FunctionPool<S extends Scope> {
  /** Runs an event as soon as an environment is free. A fault is an outcome. */
  run(payload: string, scope: S | null): Promise<NamedOutcome>;
  /** Resolves when an environment is free that has loaded the code, or when it could not be loaded. */
  warm(): Promise<void>;
  /** Kills what works for the scope; false where nothing does. */
  kill(scope: S): boolean;
  /** What the environment with these credentials works for; undefined where none has them. */
  scopeOf(accessKeyId: string): S | null | undefined;
  processes(): number;
  /** Ends every environment; events that wait are never answered. */
  close(): Promise<void>;
}

export interface NamedOutcome extends InvocationOutcome {
  /** Under which the function knew the event; null where it never got it. */
  readonly requestId: string | null;
}

export interface PoolSettings {
  readonly settings: LambdaFunction;
  readonly arn: string;
  /** What every function finds in its environment beside its own variables. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly guardian: Guardian;
  /** Credentials that nobody else has. */
  readonly newAccessKeyId: () => string;
  readonly onLog: (line: string) => void;
}

interface Waiting<S> {
  readonly payload: string;
  readonly scope: S | null;
  readonly settle: (outcome: NamedOutcome) => void;
}

interface Member<S> {
  readonly accessKeyId: string;
  scope: S | null;
  /** `returning`: it has answered and not yet asked for another event. */
  state: "starting" | "free" | "busy" | "returning";
}

export function functionPool<S extends Scope>(pool: PoolSettings): FunctionPool<S> {
  const { settings, endpoints, guardian } = pool;
  const queue: Waiting<S>[] = [];
  const members = new Map<LambdaEnvironment, Member<S>>();
  const starting = new Set<Promise<LambdaEnvironment>>();
  /** Who waits for an environment to have started. */
  const warming: (() => void)[] = [];
  let isClosed = false;

  function count(...states: readonly Member<S>["state"][]): number {
    return [...members.values()].filter(({ state }) => states.includes(state)).length;
  }

  /** Gives waiting events to free environments, and starts as many as are still needed. */
  function serve(): void {
    for (const [environment, { state }] of members) if (state === "free") give(environment);
    // The event after an answer may come before the process has asked again: what is about to be free counts.
    while (!isClosed && starting.size + count("starting", "returning") < queue.length) startOne();
  }

  /** The next event, where one waits; else the environment stands still. */
  function give(environment: LambdaEnvironment): void {
    const member = members.get(environment);
    const waiting = member === undefined ? undefined : queue.shift();
    if (member === undefined || waiting === undefined) return environment.freeze();
    const { payload, scope, settle } = waiting;
    member.scope = scope;
    member.state = "busy";
    const { timeoutMs } = settings;
    const requestId = randomUUID();
    environment.run({ requestId, payload, nowMs: scope?.now() ?? null, timeoutMs, arn: pool.arn }).then((outcome) => {
      member.state = "returning";
      settle({ ...outcome, requestId });
    });
  }

  function startOne(): void {
    const accessKeyId = pool.newAccessKeyId();
    const started = startEnvironment({
      functionName: settings.name,
      file: settings.file,
      memoryMb: settings.memoryMb,
      guardian,
      variables: {
        ...settings.variables,
        ...endpoints,
        AWS_REGION: "us-east-1",
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: "local",
      },
      onLog: pool.onLog,
      onFree(environment) {
        const member = members.get(environment);
        if (member === undefined) return;
        member.scope = null;
        member.state = "free";
        give(environment);
        if (member.state === "free") warming.shift()?.();
      },
      onOver(environment, fault) {
        members.delete(environment);
        if (fault !== null) {
          warming.shift()?.();
          // Code that does not load answers the event for which it was started.
          queue.shift()?.settle({ ...fault, requestId: null });
        }
        serve();
      },
    });
    starting.add(started);
    void started.then((environment) => {
      starting.delete(started);
      members.set(environment, { accessKeyId, scope: null, state: "starting" });
      if (isClosed) environment.kill();
    });
  }

  return {
    run: (payload, scope) =>
      new Promise((resolve) => {
        queue.push({ payload, scope, settle: resolve });
        serve();
      }),
    async warm() {
      if (count("free") > 0) return;
      await new Promise<void>((resolve) => {
        warming.push(resolve);
        if (starting.size + count("starting") < warming.length) startOne();
      });
    },
    kill(scope) {
      const working = [...members].filter(([, member]) => member.scope === scope);
      for (const [environment] of working) environment.kill();
      return working.length > 0;
    },
    scopeOf: (accessKeyId) => [...members.values()].find((member) => member.accessKeyId === accessKeyId)?.scope,
    processes: () => members.size,
    async close() {
      isClosed = true;
      await Promise.all(starting);
      const ending = [...members.keys()];
      for (const environment of ending) environment.kill();
      await Promise.all(ending.map(({ over }) => over));
    },
  };
}
