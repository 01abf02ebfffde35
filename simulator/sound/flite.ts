import { join } from "node:path";
import { Worker } from "node:worker_threads";

interface Waiting {
  readonly resolve: (wav: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** One thread for the whole process, started when somebody first speaks; it does not keep the process alive. */
let thread: Thread | null = null;
let lastId = 0;

/**
 * Runs the speech synthesiser Flite in its thread.
 *
 * @param args of the `flite` program, without the output file
 * @returns a WAV file, 16-bit mono, in the voice's own rate
 * @throws Error where the program ends badly
 */
export function runFlite(args: readonly string[]): Promise<Uint8Array> {
  const { worker, waiting } = thread ?? startThread();
  lastId += 1;
  const id = lastId;
  worker.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, args });
  });
}

function startThread(): Thread {
  const waiting = new Map<number, Waiting>();
  // Without the options of this process: what translates TypeScript here would only slow the thread's start.
  const worker = new Worker(join(__dirname, "fliteWorker.js"), { execArgv: [] });
  const started: Thread = { worker, waiting };
  thread = started;
  worker.on("message", (answer: { id: number; wav?: Uint8Array; reason?: string }) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if (answer.wav !== undefined) asked?.resolve(answer.wav);
    else asked?.reject(new Error(`The voice could not speak: ${answer.reason}`));
  });
  const fail = (reason: string) => {
    if (thread === started) thread = null;
    for (const asked of waiting.values()) asked.reject(new Error(`The voices' thread broke off: ${reason}`));
    waiting.clear();
  };
  worker.on("error", (error: Error) => fail(error.message));
  worker.on("exit", (status) => fail(`it ended with status ${status}`));
  return started;
}
