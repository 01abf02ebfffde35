import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callCommand } from "./call";
import { callsCommand } from "./calls";
import { runCommand } from "./commandLine";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "calls-"));
  writeFileSync(
    join(folder, "shop.yaml"),
    `business: { name: Bread & Co, timezone: Europe/London, phone: "+442079460100" }
hours: { tuesday: 08:00-18:00 }
services: [{ id: cake, name: Birthday cake, price: £38, minutes: 30 }]`,
  );
  const call = (name: string, at: string, words: string) =>
    writeFileSync(
      join(folder, name),
      JSON.stringify({
        at,
        from: "+447700900001",
        knowledge: "shop.yaml",
        caller: [{ says: words }, { hangsUp: true }],
      }),
    );
  call("a.yaml", "2026-11-24T10:00:00Z", "My name is Dana Reyes. How much is a birthday cake?");
  call("b.yaml", "2026-11-25T10:00:00Z", "Hello?");
  await run(callCommand, join(folder, "a.yaml"), join(folder, "b.yaml"), "--out", join(folder, "out"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: typeof callsCommand, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    args,
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    end: () => undefined,
  };
  const status = await runCommand("calls", command, terminal);
  return { status, lines: out.join("").trim().split("\n"), err: err.join("") };
}
const calls = (...args: string[]) => run(callsCommand, ...args);

test("the calls of a store are listed, latest first", async () => {
  const { status, lines } = await calls("list", "--store", join(folder, "out"));
  expect(status).toBe(0);
  expect(lines).toEqual([
    expect.stringMatching(/^2026-11-25 10:00 {2}[0-9a-f-]{36} {2}\+447700900001 {2}voicemail /),
    expect.stringMatching(
      /^2026-11-24 10:00 {2}[0-9a-f-]{36} {2}\+447700900001 {2}ai {2}answered {2}\d+ s {2}Bread & Co$/,
    ),
  ]);
  expect((await calls("list", "--store", join(folder, "out"), "--most", "1")).lines).toHaveLength(1);
});

test("one call is shown by the beginning of its id: what was said, redacted, and what became of it", async () => {
  const { lines } = await calls("list", "--json", "--store", join(folder, "out"));
  const { contactId } = JSON.parse(lines[1] ?? "") as { contactId: string };
  const shown = await calls("show", contactId.slice(0, 8), "--store", join(folder, "out"));
  const text = shown.lines.join("\n");
  expect(text).toMatch(/1 {2}caller {2}My name is \[name\]\. How much is a birthday cake\?/);
  expect(text).toMatch(/agent .*£38/);
  expect(text).toMatch(/answer_from_knowledge service\.cake, \d+ ms/);
  expect(text).toMatch(/told of the recording at 2026-11-24T10:00:\d\d/);
  expect(text).toMatch(/versions: knowledge [0-9a-f]{16}/);
  const { lines: json } = await calls("show", contactId, "--json", "--store", join(folder, "out"));
  expect(JSON.parse(json[0] ?? "")).toMatchObject({
    contactId,
    outcome: "answered",
    turns: [{ facts: ["service.cake"] }],
  });
});

test("a person who was wanted where there is nobody to call is shown as closed, and why once", async () => {
  const call = { at: "2026-11-24T11:00:00Z", from: "+447700900002", knowledge: "shop.yaml" };
  const steps = [{ says: "Can I speak to a person, please?" }, { hangsUp: true }];
  writeFileSync(join(folder, "c.yaml"), JSON.stringify({ ...call, caller: steps }));
  const store = ["--store", join(folder, "wanted")];
  await run(callCommand, join(folder, "c.yaml"), "--out", join(folder, "wanted"));
  const { contactId } = JSON.parse((await calls("list", "--json", ...store)).lines[0] ?? "") as { contactId: string };
  const text = (await calls("show", contactId, ...store)).lines.join("\n");
  expect(text).toMatch(
    / {2}transfer: closed; Call from \[number\]\. [^\n]+\n {4}Caller: Can I speak to a person, please\?/,
  );
  const { lines } = await calls("show", contactId, "--json", ...store);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ transfer: { outcome: "closed" } });
});

test.each([
  [["show", "ffff-nobody", "--store", "OUT"], 'id is "ffff-nobody", and no call is kept under it.'],
  [["list", "--store", "nowhere"], '--store is "nowhere", which is no folder.'],
  [["list", "--store", "OUT", "--stack", "dev"], "--store and --stack exclude one another"],
  [["list", "--stack", "nobody"], "Pulumi.nobody.yaml: There is no such file."],
])("wrong use is said in one line: %j", async (args, message) => {
  const { status, err } = await calls(...args.map((each) => (each === "OUT" ? join(folder, "out") : each)));
  expect(status).toBe(2);
  expect(err.trim().split("\n")).toEqual([expect.stringContaining(message)]);
});

test("a stack is asked through the Pulumi CLI, and what it cannot say is said with the way out", async () => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "pulumi"), "#!/bin/sh\necho 'error: no stack named dev' >&2\nexit 255\n", { mode: 0o755 });
  const before = process.env.PATH;
  process.env.PATH = `${bin}:${before}`;
  try {
    const { status, err } = await calls("list", "--stack", "dev");
    expect([status, err]).toEqual([2, expect.stringMatching(/--stack "dev": .*no stack named dev.*pulumi login/)]);
    writeFileSync(join(bin, "pulumi"), `#!/bin/sh\necho '{"region":"us-east-1"}'\n`, { mode: 0o755 });
    expect((await calls("list", "--stack", "dev")).err).toMatch(/was deployed without filesBucket.*pulumi up/);
  } finally {
    process.env.PATH = before;
  }
});
