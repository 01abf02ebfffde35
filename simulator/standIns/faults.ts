import type { SimClock } from "../clock";
import type { Fault, FaultKind, FaultService } from "../scriptedCall";

/** What goes wrong in one call, and the one place where requests to a service are counted. */
export interface FaultPlan {
  /** Counts a request to `service` and says what is to go wrong with it; null: nothing. */
  next(service: FaultService): FaultKind | null;
  /** The caller begins an utterance. */
  callerSpoke(): void;
  /** Whether something that was never answered was done all the same: a coin of the call's seed. */
  coin(): boolean;
}

/** A fault of the plan that came to pass. */
export interface FaultFired {
  /** When the service was asked. */
  readonly atMs: number;
  readonly service: FaultService;
  readonly fault: FaultKind;
  /** The service was asked again soon after. */
  readonly isAskedAgain: boolean;
}

/** A plan that remembers what of it came to pass. */
export interface LoggedFaultPlan extends FaultPlan {
  /** Nobody speaks any more: what is asked for from now on belongs to no utterance. */
  callEnded(): void;
  /** Oldest first. */
  fired(): readonly FaultFired[];
}

/** A service's answer as its client throws it. */
export class ServiceError extends Error {
  constructor(
    readonly service: FaultService,
    name: string,
    message: string,
  ) {
    super(message);
    this.name = name;
  }
}

/** How much a `slow` fault adds. */
export const slowMs = 1500;

/** Whoever tries again does so within this time. */
const askedAgainWithinMs = 3000;

/** @param random uniform in [0, 1), from the call's seed. */
export function faultPlan(faults: readonly Fault[], clock: SimClock, random: () => number): LoggedFaultPlan {
  const startMs = clock.now();
  const requests = new Map<FaultService, number>();
  const spent = new Set<Fault>();
  const fired: (FaultFired & { isAskedAgain: boolean })[] = [];
  let utterance = 0;

  function isDue(fault: Fault, count: number): boolean {
    switch (fault.when.type) {
      case "request":
        return count === fault.when.number;
      case "utterance":
        return utterance === fault.when.number;
      case "at":
        if (spent.has(fault) || clock.now() - startMs < fault.when.ms) return false;
        spent.add(fault);
        return true;
    }
  }

  return {
    next(service) {
      const count = (requests.get(service) ?? 0) + 1;
      requests.set(service, count);
      const atMs = clock.now();
      for (const before of fired)
        if (before.service === service && atMs - before.atMs <= askedAgainWithinMs) before.isAskedAgain = true;
      const due = faults.filter((fault) => fault.service === service).filter((fault) => isDue(fault, count));
      const fault = due[0]?.fault ?? null;
      if (fault !== null) fired.push({ atMs, service, fault, isAskedAgain: false });
      return fault;
    },
    callerSpoke() {
      utterance += 1;
    },
    callEnded() {
      utterance = Number.POSITIVE_INFINITY;
    },
    coin: () => random() < 0.5,
    fired: () => fired,
  };
}

/**
 * One request to a service that answers once, with what goes wrong with it.
 *
 * @param act does it and gives the answer.
 */
export async function request<T>(
  plan: FaultPlan,
  service: FaultService,
  clock: SimClock,
  delayMs: number,
  act: () => T | Promise<T>,
): Promise<T> {
  const fault = plan.next(service);
  const extraMs = fault === "slow" ? slowMs : 0;
  if (fault !== null) refuse(fault, service);
  if (fault === "timeout") {
    if (plan.coin()) await act();
    return never();
  }
  if (delayMs + extraMs > 0) await pause(clock, delayMs + extraMs);
  const answer = await act();
  if (fault === "drop") throw new ServiceError(service, "TimeoutError", "socket hang up");
  if (fault === "garbage") throw new ServiceError(service, "SyntaxError", "Unexpected token in the service's answer");
  return answer;
}

/** How the clients are set with which the functions of a call ask their stores: see `functions/aws/quickly.ts`. */
const client = { mostAttempts: 3, requestLimitMs: 1000, retryAfterMs: 50 } as const;

/** The same as the SDK's client makes it: what fails or hangs is asked again. Throws where the last attempt failed. */
export async function clientRequest<T>(...asked: Parameters<typeof request<T>>): Promise<T> {
  const [, service, clock] = asked;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await answeredWithin(request<T>(...asked), service, clock);
    } catch (error) {
      if (!(error instanceof ServiceError) || attempt >= client.mostAttempts) throw error;
    }
    await pause(clock, client.retryAfterMs * attempt);
  }
}

function answeredWithin<T>(answer: Promise<T>, service: FaultService, clock: SimClock): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new ServiceError(service, "TimeoutError", "no answer in time"));
    const cancel = clock.after(client.requestLimitMs, late);
    answer.then(resolve, reject).finally(cancel);
  });
}

/** Throws where the service refuses at once. */
export function refuse(fault: FaultKind, service: FaultService): void {
  if (fault === "throttle") throw new ServiceError(service, "ThrottlingException", "Rate exceeded");
  if (fault === "error") throw new ServiceError(service, "InternalServerException", "The service failed");
}

export function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}

export function pause(clock: Pick<SimClock, "after">, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      cancel();
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal?.addEventListener("abort", done, { once: true });
  });
}

/** Never answers, but ends where the one who asked has given up. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Numbers in [0, 1) that follow from the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
