import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runCommand } from "./commandLine";
import { startCommand } from "./start";

/** Runs `npm start -- …args`; it is stopped as soon as it has said something on standard output. */
async function start(...args: string[]): Promise<{ status: number; out: string; err: string; page: string }> {
  let [out, err, page] = ["", "", ""];
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const terminal = {
    args,
    out(text: string) {
      out += text;
      const url = /^phone: (\S+)$/m.exec(text)?.[1];
      if (url === undefined) return;
      void fetch(url)
        .then((answer) => answer.text())
        .then((text) => {
          page = text;
        })
        .finally(stop);
    },
    err(text: string) {
      err += text;
    },
    end: () => undefined,
  };
  const status = await runCommand("start", (program, run) => startCommand(program, run, stopped), terminal);
  return { status, out, err, page };
}

test("the phone's address is said when a call can be made, and stopping ends with 0", async () => {
  const { status, out, page } = await start("--port", "0");
  expect(out).toMatch(/^phone: http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(page).toContain("<title>Phone</title>");
  expect(status).toBe(0);
}, 20_000);

test("a port that is taken ends with 2 and one line with the cure", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const { status, out, err } = await start("--port", String(port));
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(new RegExp(`^--port: ${port} is taken on this machine\\. .*--port \\d+\\.\\n$`));
  await new Promise((resolve) => other.close(resolve));
});

test.each([
  ["a business that is not there", ["--knowledge", "nowhere.yaml"], /^nowhere\.yaml: there is no such file\..*\n$/],
  ["a stack that is not there", ["--stack", "nowhere"], /^Pulumi\.nowhere\.yaml: .*dev.*\n$/],
  ["a port that is none", ["--port", "4300a"], /^start: .*4300a.*0 to 65535.*\n$/],
  ["an unknown option", ["--prot", "4300"], /^start: .*--prot.*\n$/],
])("%s ends with 2 and one line", async (_, args, line) => {
  const { status, out, err } = await start(...args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(line);
});

test.each([
  ["both worlds at once", ["--wire", "--aws"], /^--wire and --aws exclude one another: .*\n$/],
  ["a region that nobody uses", ["--region", "eu-west-2"], /^--region is "eu-west-2", which only --aws uses.*\n$/],
  ["a region that is none", ["--aws", "--region", "London"], /^start: .*London.*us-east-1.*\n$/],
])("%s ends with 2 and one line", async (_, args, line) => {
  const { status, out, err } = await start(...args);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(line);
});

test("without AWS credentials it ends with 2 and one line with the cure", async () => {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  const nowhere = "/nowhere/at/all";
  Object.assign(process.env, {
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
  });
  try {
    const { status, out, err } = await start("--aws");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^--aws: there are no AWS credentials here\. Sign in .*AWS_PROFILE.*\n$/);
  } finally {
    process.env = before;
  }
}, 20_000);
