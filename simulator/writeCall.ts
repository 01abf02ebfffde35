import { mkdirSync, mkdtempSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../functions/shared/userError";
import { callPage, transcriptOf } from "./callPage";
import type { FinishedCall } from "./makeReport";
import type { PhoneNetwork } from "./phoneNetwork";
import { redactedReport } from "./redactedReport";
import type { CallReport } from "./report";
import { type PlayedSound, recordingOf } from "./sound/recording";

/** The folder that a command writes to, made where there is none. Throws `UserError` where it cannot be written. */
export function makeOutFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    rmdirSync(mkdtempSync(join(folder, ".writable-")));
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UserError([
      `--out is "${folder}", which cannot be a folder (${why}). Name a folder that can be written.`,
    ]);
  }
}

/** Folder by folder: where a file system takes no folder, as under /proc, Node never comes back from making several at once. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** A name for each file that no other of the command has: `price`, and `price-2` for the next of that name. */
export function fileNames(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return files.map((file) => {
    const name = basename(file).replace(/\.[^.]+$/, "");
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

/** Writes recording, redacted transcript and page of a call into `folder`; the answer is the report that names them. */
export async function writeCall(
  call: FinishedCall,
  report: CallReport,
  folder: string,
  name: string,
): Promise<CallReport> {
  const files = {
    recording: join(folder, `${name}.wav`),
    transcript: join(folder, `${name}.json`),
    page: join(folder, `${name}.html`),
  };
  const written = redactedReport({ ...report, files }, call.knowledge);
  const { contactId, startedAt, route, outcome } = report;
  writeFileSync(files.recording, await recordingOf(playedIn(call.phone), report.durationMs));
  const transcript = { contactId, from: call.from, startedAt, route, outcome, lines: transcriptOf(written) };
  writeFileSync(files.transcript, `${JSON.stringify(transcript, null, 2)}\n`);
  writeFileSync(files.page, callPage(written, basename(files.recording)));
  return { ...report, files };
}

/** Everything that was on the wire at the caller's end, for a recording. */
function playedIn(phone: PhoneNetwork): readonly PlayedSound[] {
  const sides = [
    ...phone.saidByCaller().map((heard) => ({ ...heard, who: "caller" as const })),
    ...phone.heardByCaller().map((heard) => ({ ...heard, who: "agent" as const })),
  ];
  return sides.map(({ startMs, sound, playedMs, who }) => ({
    startMs: startMs - phone.answeredAtMs,
    sound,
    playedMs,
    who,
  }));
}
