import { spawn } from "node:child_process";
import { startGuardian } from "./guardian";

/** A program that has a process stand still, says which, and then does nothing. */
const guardian = startGuardian();
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
if (child.pid !== undefined) guardian.watch(child.pid);
child.kill("SIGSTOP");
process.stdout.write(`${child.pid}\n`);
