import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesContract } from "../../functions/shared/files.contract";
import { copyFiles, folderFiles } from "./folderFiles";
import { memoryFiles } from "./memoryFiles";

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

filesContract(() => folderFiles(join(newFolder(), "store")));

test("nothing is left of a folder whose last file is gone, and what is there already is not copied over", async () => {
  const folder = newFolder();
  const files = folderFiles(folder);
  const memory = memoryFiles();
  await memory.put("calls/2026/11/23/a/record.json", "{}", "application/json");
  await files.put("b.txt", "mine", "text/plain");
  await memory.put("b.txt", "theirs", "text/plain");
  await copyFiles(memory, files);
  expect(await files.list("")).toEqual(["b.txt", "calls/2026/11/23/a/record.json"]);
  expect(Buffer.from((await files.get("b.txt")) ?? []).toString()).toBe("mine");
  await files.remove("calls/2026/11/23/a/record.json");
  expect(readdirSync(folder)).toEqual(["b.txt"]);
  const copied = new Set<string>();
  await copyFiles(memory, files, copied);
  await files.remove("calls/2026/11/23/a/record.json");
  await copyFiles(memory, files, copied);
  expect(readdirSync(folder)).toEqual(["b.txt"]);
});
