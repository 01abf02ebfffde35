import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** `npm start` in a process and a folder of its own: real time suffers where tests run in the same thread. */
export interface StartedPhone {
  readonly url: string;
  readonly folder: string;
  /** What it has written on standard error so far. */
  notes(): string;
  /** Ends it as Ctrl-C does, and gives its exit status. */
  stop(): Promise<number | null>;
}

const bakery = `
business: { name: Harbour Bakery, timezone: Europe/London, phone: "+442079460100" }
hours: { monday: 08:00-18:00, tuesday: 08:00-18:00, wednesday: 08:00-18:00, thursday: 08:00-18:00 }
services:
  - { id: cake, name: Birthday cake, price: £38, minutes: 30 }
say: { greeting: I am an AI. Say representative for a person. }
`;

/** @param variables of its environment, beside our own. */
export async function startPhone(
  options: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<StartedPhone> {
  const folder = mkdtempSync(join(tmpdir(), "phone-"));
  writeFileSync(join(folder, "harbour-bakery.yaml"), bakery);
  const command = join(__dirname, "../commands/start.ts");
  const args = ["--port", "0", "--knowledge", "harbour-bakery.yaml", ...options];
  const started = spawn(process.execPath, ["--import", pathToFileURL(require.resolve("tsx")).href, command, ...args], {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let notes = "";
  started.stderr.on("data", (text) => {
    notes += String(text);
  });
  for await (const line of createInterface({ input: started.stdout })) {
    const url = /^phone: (.+)$/.exec(line)?.[1];
    if (url !== undefined) return { url, folder, notes: () => notes, stop: () => stop(started, folder) };
  }
  throw new Error(`npm start ended before a call could be made: ${notes}`);
}

async function stop(started: ChildProcess, folder: string): Promise<number | null> {
  const ended = once(started, "exit");
  started.kill("SIGINT");
  const [status] = await ended;
  rmSync(folder, { recursive: true });
  return status as number | null;
}
