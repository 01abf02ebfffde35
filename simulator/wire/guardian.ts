import { spawn } from "node:child_process";

/** Sees to it that no process outlives this one, however this one ends. */
export interface Guardian {
  watch(pid: number): void;
  /** The process has ended. */
  forget(pid: number): void;
  close(): Promise<void>;
}

/** Reads what to watch until its input ends, which it does when this process does; then it kills what is left. */
const script = `
trap '' INT TERM HUP
pids=
while read -r word pid; do
  case $word in
    watch) pids="$pids $pid" ;;
    forget)
      kept=
      for each in $pids; do [ "$each" = "$pid" ] || kept="$kept $each"; done
      pids=$kept ;;
  esac
done
[ -z "$pids" ] || kill -KILL $pids
`;

/** A shell that stands by: a process that is stopped cannot notice by itself that whoever stopped it is gone. */
export function startGuardian(): Guardian {
  const shell = spawn("/bin/sh", ["-c", script], { stdio: ["pipe", "ignore", "ignore"] });
  const ended = new Promise<void>((resolve) => shell.once("exit", () => resolve()));
  shell.stdin.on("error", () => undefined);
  shell.unref();
  return {
    watch: (pid) => void shell.stdin.write(`watch ${pid}\n`),
    forget: (pid) => void shell.stdin.write(`forget ${pid}\n`),
    async close() {
      shell.ref();
      shell.stdin.end();
      await ended;
    },
  };
}
