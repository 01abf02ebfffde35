import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { UserError } from "../functions/shared/userError";

/** The project's files in a folder of their own, in which commands can be run and files written without touching the project's. */
export interface Checkout {
  readonly folder: string;
  /** The commit whose files they are; null for those that stand in the project's folder now. */
  readonly commit: string | null;
  /** Whether the packages are those that the files ask for; else what is built of them may be another. */
  readonly hasItsPackages: boolean;
  /** Runs a command of this checkout, with its code: `run("plan", ["--json"])` is its `npm run plan -- --json`. */
  run(command: string, args: readonly string[]): Ran;
  remove(): void;
}

/** How a command ended and what it printed. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const root = path.resolve(__dirname, "..");
/** What is made on the machine, and no file of the project. */
const notCopied = ["node_modules", ".local", ".git"];
/** A plan of a large stack is printed in one go. */
const longestOutputBytes = 2 ** 28;

/** The files of a commit, named as git takes it (a branch, a tag, a hash). Throws a UserError where there is none. */
export function checkoutOf(ref: string, rootDir = root): Checkout {
  const commit = commitOf(ref, rootDir);
  if (commit === null) throw noCommit(ref);
  return filled(commit, rootDir, (folder) => {
    const index = { GIT_INDEX_FILE: path.join(folder, ".index") };
    const prefix = git(rootDir, ["rev-parse", "--show-prefix"]).out.trim();
    mustWork(git(rootDir, ["read-tree", `${commit}:${prefix}`], index));
    mustWork(git(rootDir, ["checkout-index", "--all", `--prefix=${folder}${path.sep}`], index));
    rmSync(path.join(folder, ".index"));
  });
}

/** The files as they stand in the project's folder, whether a commit holds them or not. */
export function workingCopy(rootDir = root): Checkout {
  return filled(null, rootDir, (folder) => {
    for (const file of readdirSync(rootDir)) {
      if (!notCopied.includes(file)) cpSync(path.join(rootDir, file), path.join(folder, file), { recursive: true });
    }
  });
}

/** The text of a file at a commit; null where that has no such file. `file` may lie in any repository. Throws as `checkoutOf`. */
export function fileAt(ref: string, file: string): string | null {
  const folder = path.dirname(path.resolve(file));
  const commit = existsSync(folder) ? commitOf(ref, folder) : null;
  if (commit === null) throw noCommit(ref);
  const { status, out } = git(folder, ["show", `${commit}:./${path.basename(file)}`]);
  return status === 0 ? out : null;
}

/** The hash of a commit; null where git knows none by that name, or the folder is in no repository. */
export function commitOf(ref: string, rootDir = root): string | null {
  // A name that begins with a hyphen would be an option.
  const { status, out } = git(rootDir, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  return status === 0 ? out.trim() : null;
}

/** Those of these files and folders that differ from the last commit, or are not in it; null where there is no commit. */
export function uncommitted(files: readonly string[], rootDir = root): readonly string[] | null {
  if (commitOf("HEAD", rootDir) === null) return null;
  const { out } = git(rootDir, [
    "status",
    "--porcelain",
    "-z",
    "--no-renames",
    "--untracked-files=all",
    "--",
    ...files,
  ]);
  return out.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
}

function noCommit(ref: string): UserError {
  return new UserError([`git:${ref}: there is no such commit here. Write git: and a branch, a tag or a commit.`]);
}

function filled(commit: string | null, rootDir: string, fill: (folder: string) => void): Checkout {
  const folder = mkdtempSync(path.join(tmpdir(), "checkout-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    fill(folder);
    symlinkSync(path.join(rootDir, "node_modules"), path.join(folder, "node_modules"), "junction");
  } catch (error) {
    remove();
    throw error;
  }
  const lock = (of: string) => {
    const file = path.join(of, "package-lock.json");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  return {
    folder,
    commit,
    hasItsPackages: lock(folder) === lock(rootDir),
    run: (command, args) => run(process.execPath, ["--import", "tsx", `commands/${command}.ts`, ...args], folder),
    remove,
  };
}

function git(folder: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Ran {
  return run("git", args, folder, variables);
}

function run(
  command: string,
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...variables },
    encoding: "utf8",
    maxBuffer: longestOutputBytes,
  });
  if (error !== undefined && (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  return { status: status ?? -1, out: stdout ?? "", err: stderr ?? "" };
}

function mustWork({ status, err }: Ran): void {
  if (status !== 0) throw new Error(`git: ${err}`);
}
