import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

/** Starts a program that stops a process of its own, and gives both when they stand. */
async function started(): Promise<{ readonly program: ChildProcess; readonly child: number }> {
  const program = spawn(process.execPath, ["--import", "tsx", path.join(__dirname, "guardian.fixture.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const child = await new Promise<number>((resolve) => {
    program.stdout?.once("data", (text: Buffer) => resolve(Number(text.toString("utf8"))));
  });
  return { program, child };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "a program that ends with %s leaves no process behind",
  async (signal) => {
    const { program, child } = await started();
    expect(isAlive(child)).toBe(true);
    const ended = new Promise((resolve) => program.once("exit", resolve));
    program.kill(signal);
    await ended;
    for (let tries = 0; tries < 200 && isAlive(child); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(isAlive(child)).toBe(false);
  },
);
