import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { checkoutOf } from "./checkout";
import { runCommand } from "./commandLine";
import { promoteCommand } from "./promote";

/** Every promotion asks the program for two plans and plays calls, each in a process of its own. */
jest.setTimeout(600_000);

const root = path.resolve(__dirname, "..");
const sources = ["commands", "components", "functions", "simulator", "stateMachines", "index.ts"];
const rest = ["package.json", "package-lock.json", "tsconfig.json", "Pulumi.yaml", "Pulumi.dev.yaml"];
const prodFile = "Pulumi.acme-prod.yaml";
const acmeNumber = "0a1b2c3d-0000-4000-8000-0123456789ab";
const acmeInstance = "0a1b2c3d-1111-4000-8000-0123456789ab";

/** A project of its own: this code, one customer with two stacks, in a repository. */
const project = mkdtempSync(path.join(tmpdir(), "project-"));
const at = (file: string) => path.join(project, file);
const read = (file: string) => readFileSync(at(file), "utf8");
const write = (file: string, text: string) => writeFileSync(at(file), text);
const edit = (file: string, old: string, now: string) => write(file, read(file).replace(old, now));
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], {
    cwd: project,
    encoding: "utf8",
  }).trim();
function commit(): string {
  git("add", ".");
  git("commit", "--quiet", "-m", "a change");
  return git("rev-parse", "HEAD");
}

function npm(command: string, ...args: string[]) {
  const line = ["--import", "tsx", `commands/${command}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { cwd: project, encoding: "utf8", input: "" });
  return { status, out: stdout, err: stderr };
}
const promote = (...args: string[]) => npm("promote", ...args);
const config = (file = prodFile) => (parse(read(file)) as { config: Record<string, unknown> }).config;
const pin = () => config()["voice-agent:pin"] as Record<string, unknown>;

const business = { name: "Acme", timezone: "America/New_York", phone: "+12125550100" };
const hours = { monday: "09:00-17:00", tuesday: "09:00-17:00" };
const knowledge = (change: object) => write("knowledge/acme.yaml", JSON.stringify({ business, hours, ...change }));
const call = (said: string) =>
  write(
    "simulator/calls/acme/closing.yaml",
    JSON.stringify({
      at: "2026-11-23T10:00:00-05:00",
      from: "+12125550123",
      caller: [{ says: "When do you close on Monday?" }],
      expect: { turns: [{ said }] },
    }),
  );

const prodText = `# What Acme's callers reach.
config:
  voice-agent:stage: prod # ours
  voice-agent:customer: acme
  voice-agent:voice: Joanna
  voice-agent:phoneNumberId: ${acmeNumber}
  voice-agent:connectInstanceId: ${acmeInstance}
  voice-agent:ownerEmail: owner@example.com
  # The shop's own phone.
  voice-agent:people:
    - { id: shop, name: the shop, number: "+12125550101" }
  voice-agent:blocked:
    - secure: v1:abc
`;

let first: string;
beforeAll(() => {
  for (const file of [...sources, ...rest]) cpSync(path.join(root, file), at(file), { recursive: true });
  rmSync(at("simulator/calls"), { recursive: true });
  cpSync(path.join(root, "knowledge"), at("knowledge"), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), at("node_modules"), "junction");
  write(".gitignore", "node_modules\n.local/\n");
  git("init", "--quiet");
  expect(npm("customer", "add", "acme").status).toBe(0);
  write(
    "Pulumi.acme-dev.yaml",
    "config: { voice-agent:customer: acme, voice-agent:voice: Ruth, voice-agent:phone: '+12125550188' }\n",
  );
  write(prodFile, prodText);
  knowledge({});
  call("/5/");
  first = commit();
});
afterAll(() => rmSync(project, { recursive: true }));

test("nobody to be asked is no yes: what would change is shown, and nothing is written", () => {
  const { status, out, err } = promote("acme-dev", "acme-prod");
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining("Write --yes") });
  expect(out).toContain("voice: Joanna → Ruth");
  expect(out).toContain('voice-function (aws lambda Function): environment.variables.VOICE: "Joanna" → "Ruth"');
  expect(git("status", "--porcelain")).toBe("");
});

test("a number that a stack's file names otherwise than its last commit is refused, also before the first promotion", () => {
  edit(prodFile, acmeNumber, acmeNumber.replace("0000", "2222"));
  const { status, err } = promote("acme-dev", "acme-prod", "--yes");
  expect({ status, err }).toEqual({
    status: 1,
    err: expect.stringMatching(/^line-number-flow would be replaced \(phoneNumberId /m),
  });
  git("checkout", "--quiet", prodFile);
});

test("the first promotion pins what dev runs, keeps what is prod's own, and leaves its file as people wrote it", () => {
  const { status, out, err } = promote("acme-dev", "acme-prod", "--yes");
  expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining("acme-prod: nothing was promoted yet") });
  expect(out).toContain("scripted calls of acme-dev: all 2 pass");
  expect(pin()).toMatchObject({ from: "acme-dev", commit: first, voice: "Ruth", prices: "grounded" });
  expect(pin().kept).toMatchObject({ phoneNumberId: acmeNumber, connectInstanceId: acmeInstance });
  const own = (parse(prodText) as { config: object }).config;
  expect(config()).toMatchObject({ ...own, "voice-agent:voice": "Ruth" });
  expect(config()).not.toHaveProperty("voice-agent:phone");
  expect(read(prodFile).startsWith(prodText.replace("Joanna", "Ruth"))).toBe(true);
  expect(npm("plan", "--stack", "acme-prod", "--json").status).toBe(0);
});

test("a second promotion changes nothing and says so, also when the first was committed", () => {
  for (const isCommitted of [false, true]) {
    if (isCommitted) commit();
    const before = read(prodFile);
    expect(promote("acme-dev", "acme-prod", "--yes")).toMatchObject({
      status: 0,
      out: expect.stringContaining("acme-prod runs what acme-dev runs already. Nothing was changed."),
    });
    expect(read(prodFile)).toBe(before);
  }
  expect(git("status", "--porcelain")).toBe("");
});

test("another checkout than the promoted one is refused by the program, with what differs and the way out", () => {
  knowledge({ hours: { ...hours, monday: "09:00-18:00" } });
  const { status, out, err } = npm("plan", "--stack", "acme-prod");
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err.split("\n").filter((line) => line.includes("pin."))).toEqual([
    expect.stringMatching(
      `^Pulumi.acme-prod.yaml: pin.knowledge is "\\w{12}". The knowledge file here is \\w{12}. Check out commit ${first}, or promote again: npm run promote -- acme-dev acme-prod$`,
    ),
  ]);
  expect(npm("plan", "--stack", "acme-dev").status).toBe(0);
});

test("a scripted call that does not pass stops a promotion, is named, and nothing is changed", () => {
  const before = read(prodFile);
  const { status, err } = promote("acme-dev", "acme-prod", "--yes");
  expect(status).toBe(1);
  expect(err).toMatch(
    /a scripted call does not pass: simulator\/calls\/acme\/closing\.yaml: turns\[0\]\.said is ".*6 pm.*"/,
  );
  expect(read(prodFile)).toBe(before);
});

test("what no commit holds is pinned by its content, and said; once committed the commit is found", () => {
  call("/6/");
  const { status, out, err } = promote("acme-dev", "acme-prod", "--yes", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    outcome: "promoted",
    from: "acme-dev",
    differences: { routing: [{ text: expect.stringContaining("Mon 17:00–18:00") }] },
    files: [prodFile, "Routing.acme-prod.md"],
    refusals: [],
  });
  expect(err).toContain("no commit holds knowledge/acme.yaml: without one there is no way back");
  expect(pin()).not.toHaveProperty("commit");
  const second = commit();
  expect(promote("acme-dev", "acme-prod", "--yes").status).toBe(0);
  expect(pin().commit).toBe(second);
  commit();
});

test("another number or instance than prod was promoted with is refused, by promotion and by the program", () => {
  const before = read(prodFile);
  edit(prodFile, acmeNumber, acmeNumber.replace("0000", "2222"));
  const why =
    /^Pulumi\.acme-prod\.yaml: phoneNumberId is "0a1b2c3d-2222.*was promoted with "0a1b2c3d-0000.*Write that again;/m;
  const { status, err } = promote("acme-dev", "acme-prod", "--yes");
  expect({ status, err }).toEqual({ status: 1, err: expect.stringMatching(why) });
  expect(npm("plan", "--stack", "acme-prod")).toMatchObject({ status: 2, err: expect.stringMatching(why) });
  write(prodFile, before);
});

test("the way back pins what dev was at a commit; that commit beside prod's file is deployed again", () => {
  const { status, out } = promote(`git:${first}`, "acme-prod", "--yes");
  expect(status).toBe(0);
  expect(out).toMatch(/Mon 17:00–18:00, anyone: agent → voicemail, from /);
  expect(pin().commit).toBe(first);
  expect(config()).toMatchObject({ "voice-agent:phoneNumberId": acmeNumber, "voice-agent:voice": "Ruth" });
  expect(npm("plan", "--stack", "acme-prod").err).toContain(`Check out commit ${first}`);
  const { folder, run, remove } = checkoutOf(first, project);
  for (const file of [prodFile, "Routing.acme-prod.md"]) cpSync(at(file), path.join(folder, file));
  expect(run("plan", ["--stack", "acme-prod", "--json"])).toMatchObject({ status: 0 });
  remove();
});

test("wrong use is one line and 2: the same stack, another customer's, a stack or a commit that does not exist", async () => {
  const ended = async (...args: string[]) => {
    const err: string[] = [];
    const terminal = { args, out: () => {}, err: (text: string) => err.push(text), end: () => {} };
    const here = { rootDir: project, now: () => Date.parse("2026-11-23T12:00:00Z"), ask: null };
    const status = await runCommand("promote", (program, run) => promoteCommand(program, run, here), terminal);
    return [status, ...err.filter((line) => !line.includes("is encrypted"))];
  };
  expect(await ended("acme-prod", "acme-prod")).toEqual([
    2,
    expect.stringContaining('FROM is "acme-prod". Name the stack'),
  ]);
  expect(await ended("dev", "acme-prod")).toEqual([
    2,
    expect.stringContaining('customer is "acme". dev runs cedar-and-main.'),
  ]);
  expect(await ended("acme-test", "acme-prod")).toEqual([2, expect.stringContaining("There is no such file")]);
  expect(await ended("git:nowhere", "acme-prod")).toEqual([2, expect.stringContaining("there is no such commit here")]);
  expect(await ended("acme-dev")).toEqual([2, expect.stringContaining("missing required argument 'to'")]);
});
