import type { Clock } from "../functions/voice/ports";

/** A clock on which a whole call runs, as fast as the processor allows or as fast as a wall clock goes. */
export interface SimClock extends Clock {
  /** Lets time pass until `until` has settled, and gives what it came to. Throws where nothing is left that could settle it. */
  run<T>(until: Promise<T>): Promise<T>;
  /** Work in the real world (a file, a thread) for which time stands still. */
  outside<T>(work: Promise<T>): Promise<T>;
}

interface Timer {
  readonly atMs: number;
  readonly order: number;
  act: (() => void) | null;
}

/** After so many timers the process's own events (Ctrl-C, files, threads) get their chance. */
const timersBetweenBreaths = 2000;

/**
 * A clock that stands still while anything is being worked on and then jumps to the next timer: first by time, then in the
 * order in which they were set. So the same call always runs the same way.
 *
 * @param startMs milliseconds since the epoch.
 */
export function virtualClock(startMs: number): SimClock {
  const timers: Timer[] = [];
  let nowMs = startMs;
  let order = 0;
  let working = 0;
  let wake: (() => void) | null = null;

  function after(ms: number, act: () => void): () => void {
    const timer: Timer = { atMs: nowMs + Math.max(0, ms), order: order++, act };
    push(timers, timer);
    return () => {
      timer.act = null;
    };
  }

  /** False where nothing was left to do. */
  function step(): boolean {
    for (let timer = pop(timers); timer !== undefined; timer = pop(timers)) {
      if (timer.act === null) continue;
      nowMs = timer.atMs;
      const act = timer.act;
      timer.act = null;
      act();
      return true;
    }
    return false;
  }

  async function run<T>(until: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    until.then(settle, settle);
    for (let steps = 1; ; steps += 1) {
      await (steps % timersBetweenBreaths === 0 ? breath() : promisesSettled());
      if (isSettled) return until;
      if (working > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if (!step()) {
        throw new Error(`nothing is left to happen at ${new Date(nowMs).toISOString()}, and the call is not over`);
      }
    }
  }

  async function outside<T>(work: Promise<T>): Promise<T> {
    working += 1;
    try {
      return await work;
    } finally {
      working -= 1;
      wake?.();
      wake = null;
    }
  }

  return { now: () => nowMs, after, run, outside };
}

/**
 * A clock that goes as fast as the wall clock, from any date.
 *
 * @param startMs what it shows now, milliseconds since the epoch.
 */
export function realClock(startMs: number): SimClock {
  const startedAt = performance.now();
  const exactMs = () => startMs + (performance.now() - startedAt);
  return {
    now: () => Math.floor(exactMs()),
    after(ms, act) {
      const dueMs = exactMs() + ms;
      // Timers of the platform may come up to a millisecond early.
      const fire = () => {
        const restMs = dueMs - exactMs();
        if (restMs > 0) timer = setTimeout(fire, restMs);
        else act();
      };
      let timer = setTimeout(fire, Math.max(0, ms));
      return () => clearTimeout(timer);
    },
    run: (until) => until,
    outside: (work) => work,
  };
}

/**
 * Resolves when no promise work is left. A tick that is asked for from within promise work runs after all of it, including
 * what that work sets off.
 */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => queueMicrotask(() => process.nextTick(resolve)));
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}

function push(heap: Timer[], timer: Timer): void {
  let index = heap.length;
  heap.push(timer);
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || !isBefore(timer, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = timer;
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    const left = heap[2 * index + 1];
    const right = heap[2 * index + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, last)) break;
    heap[index] = child;
    index = 2 * index + (isRight ? 2 : 1);
  }
  heap[index] = last;
  return first;
}
