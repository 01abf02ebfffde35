import path from "node:path";
import { Worker } from "node:worker_threads";

/** Emulators of AWS services, in memory; each on a port of this machine. */
export interface Emulators {
  readonly dynamoPort: number;
  /** S3, SNS and SQS. */
  readonly fauxqsPort: number;
  /** Nothing of what was in them is left. */
  close(): Promise<void>;
}

/** Starts dynalite and fauxqs, empty, in a thread. Rejects where they do not start. */
export function startEmulators(): Promise<Emulators> {
  // Without the options of this process: what translates TypeScript here would only slow the thread's start.
  const worker = new Worker(path.join(__dirname, "emulatorThread.js"), { execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (ports: { dynamoPort: number; fauxqsPort: number }) => {
      resolve({
        ...ports,
        async close() {
          await worker.terminate();
        },
      });
    });
  });
}
