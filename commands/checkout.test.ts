import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { UserError } from "../functions/shared/userError";
import { checkoutOf, commitOf, uncommitted, workingCopy } from "./checkout";

let project: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], { cwd: project, encoding: "utf8" });
const write = (file: string, text: string) => writeFileSync(path.join(project, file), text);

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), "project-"));
  for (const folder of ["commands", "node_modules", ".local"]) mkdirSync(path.join(project, folder));
  write("package-lock.json", "1");
  write("commands/a.ts", "console.log('was')");
  git("init", "--quiet");
  git("add", "commands", "package-lock.json");
  git("commit", "--quiet", "-m", "a");
});
afterEach(() => rmSync(project, { recursive: true }));

test("a commit's files stand in a folder of their own, and the project's are left alone", () => {
  write("commands/a.ts", "console.log('is')");
  const status = git("status", "--porcelain");
  const checkout = checkoutOf("HEAD", project);
  expect(readFileSync(path.join(checkout.folder, "commands/a.ts"), "utf8")).toBe("console.log('was')");
  expect(checkout).toMatchObject({ commit: git("rev-parse", "HEAD").trim(), hasItsPackages: true });
  writeFileSync(path.join(checkout.folder, "commands/a.ts"), "");
  expect(git("status", "--porcelain")).toBe(status);
  checkout.remove();
  expect(existsSync(checkout.folder)).toBe(false);
  expect(existsSync(path.join(project, "node_modules"))).toBe(true);
});

test("the working copy holds what no commit does, and nothing that was made on the machine", () => {
  write("commands/b.ts", "new");
  write(".local/state.json", "{}");
  const { folder, commit, remove } = workingCopy(project);
  expect(readFileSync(path.join(folder, "commands/b.ts"), "utf8")).toBe("new");
  expect([existsSync(path.join(folder, ".local")), existsSync(path.join(folder, ".git")), commit]).toEqual([
    false,
    false,
    null,
  ]);
  remove();
});

test("another lock file needs other packages", () => {
  write("package-lock.json", "2");
  const { hasItsPackages, remove } = checkoutOf("HEAD", project);
  expect(hasItsPackages).toBe(false);
  remove();
});

test("what git does not know is the user's error, also where it looks like an option", () => {
  for (const ref of ["nowhere", "--help", ""]) expect(() => checkoutOf(ref, project)).toThrow(UserError);
  expect(commitOf("nowhere", project)).toBeNull();
});

test("files that no commit holds are named, changed and new ones", () => {
  expect(uncommitted(["commands"], project)).toEqual([]);
  write("commands/a.ts", "console.log('is')");
  write("commands/b c.ts", "");
  write("other.txt", "");
  expect(uncommitted(["commands"], project)).toEqual(["commands/a.ts", "commands/b c.ts"]);
});

test("a folder without a repository has no commit", () => {
  rmSync(path.join(project, ".git"), { recursive: true });
  expect([commitOf("HEAD", project), uncommitted(["commands"], project)]).toEqual([null, null]);
});
