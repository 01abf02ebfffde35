import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Receipt } from "../functions/shared/erasure";
import { callCommand } from "./call";
import { type Run, runCommand } from "./commandLine";
import { eraseCommand } from "./erase";

type Build = (program: never, run: Run) => void;
const dana = "+447700900001";
const bob = "+447700900002";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "erase-"));
  writeFileSync(
    join(folder, "shop.yaml"),
    `business: { name: Bread & Co, timezone: Europe/London, phone: "+442079460100" }
hours: { tuesday: 08:00-18:00 }
services: [{ id: cake, name: Birthday cake, price: £38, minutes: 30 }]`,
  );
  write("dana.yaml", dana, "Hi, this is Dana Reyes. Can I get a birthday cake today at eleven?", "Yes please.");
  write("bob.yaml", bob, "How much is a birthday cake?");
  write("closed.yaml", dana, "This is Dana Reyes, call me back on 0 7 7 0 0 9 0 0 0 0 1.");
  const files = ["dana.yaml", "bob.yaml", "closed.yaml"].map((file) => join(folder, file));
  await run(callCommand as Build, ...files, "--out", join(folder, "out"));
  const booked = JSON.parse(readFileSync(bookingsFile(), "utf8")) as object[];
  const bobs = { ...booked[0], name: "Bob Stone", number: bob, key: "booking-bbbbbbbbbbbbbbbbbbbbbbbb" };
  writeFileSync(bookingsFile(), JSON.stringify([...booked, bobs]));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

const bookingsFile = () => join(folder, "out", "bookings.json");

function write(file: string, from: string, ...says: string[]): void {
  const at = file === "closed.yaml" ? "2026-11-25T10:00:00Z" : "2026-11-24T08:30:00Z";
  const caller = [...says.map((text) => ({ says: text })), { hangsUp: true }];
  writeFileSync(join(folder, file), JSON.stringify({ at, from, knowledge: "shop.yaml", caller }));
}

async function run(command: Build, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = {
    args,
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    end: () => undefined,
  };
  const status = await runCommand("erase", command as never, terminal);
  return { status, out: out.join(""), err: err.join("") };
}
const erase = (...args: string[]) => run(eraseCommand as Build, ...args);

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((file) => join(path, file))
    .filter((file) => statSync(file).isFile());
}
/** Everything that is in the store, names of files and their bytes. */
const bytesOf = (path: string) =>
  filesIn(path)
    .map((file) => `${file}\n${readFileSync(file).toString("latin1")}`)
    .join("\n");

test("of a caller who is erased no byte is left, of others everything, and the receipt proves it", async () => {
  const out = join(folder, "out");
  const before = bytesOf(out);
  const bookings = () => JSON.parse(readFileSync(bookingsFile(), "utf8")) as { name: string; key: string }[];
  const key = bookings().find(({ name }) => name.startsWith("Dana"))?.key ?? "none";
  const traces = ["447700900001", "7700900001", "Dana", "Reyes", key];
  expect(traces.filter((trace) => before.includes(trace))).toEqual(traces);

  const { status, out: text } = await erase(dana, "--store", out, "--json");
  const receipt = JSON.parse(text) as Receipt;
  expect(status).toBe(0);
  expect(receipt).toMatchObject({ left: 0 });
  expect(receipt.deleted).toBeGreaterThan(8);
  expect(receipt.sinks.filter(({ deleted }) => deleted > 0).map(({ sha256 }) => sha256)).not.toContain(null);
  expect(text).not.toMatch(/447700900001|Dana|Reyes/);

  const after = bytesOf(out);
  expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
  expect(bookings().map(({ name }) => name)).toEqual(["Bob Stone"]);
  expect(filesIn(out).filter((file) => /\/(dana|closed)\./.test(file))).toEqual([]);
  expect(filesIn(out).filter((file) => /\/bob\./.test(file))).toHaveLength(3);

  expect(JSON.parse((await erase(dana, "--store", out, "--json")).out)).toMatchObject({ deleted: 0, left: 0 });
  expect(bytesOf(out) === after).toBe(true);
});

test("a receipt is read by people, too", async () => {
  const { out } = await erase(bob, "--store", join(folder, "out"));
  expect(out).toMatch(/^Erased at 20\d\d-.*: \d+ deleted, 0 left when looked for again\.\n/);
  expect(out).toMatch(/\n {2}calls +1 deleted {2}0 left {2}[0-9a-f]{64}\n/);
});

test.each([
  [["07700900001"], 'number is "07700900001". Write it with its country\'s code, as in +15551230001, in quotes.'],
  [
    ["+44 7700 900001"],
    'number is "+44 7700 900001". Write it with its country\'s code, as in +447700900001, in quotes.',
  ],
  [["anonymous"], 'number is "anonymous".'],
  [[dana, "--store", "nowhere"], '--store is "nowhere", which is no folder.'],
  [[dana, "--store", "other"], "where no calls are kept."],
  [[dana, "--store", "out", "--stack", "dev"], "--store and --stack exclude one another"],
])("wrong use is said in one line, and nothing is touched: %j", async (args, message) => {
  mkdirSync(join(folder, "other"), { recursive: true });
  writeFileSync(join(folder, "other", "letter.json"), JSON.stringify([dana]));
  const placed = args.map((each) => (each === "other" || each === "out" ? join(folder, each) : each));
  const { status, err } = await erase(...placed);
  expect(status).toBe(2);
  expect(err.trim().split("\n")).toEqual([expect.stringContaining(message)]);
  expect(readFileSync(join(folder, "other", "letter.json"), "utf8")).toContain(dana);
});
