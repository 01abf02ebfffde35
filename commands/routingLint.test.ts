import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { renderContactFlow } from "../components/flow/render";
import { settings } from "../components/flow/settings.fixture";
import { runCommand } from "./commandLine";
import { routingLint } from "./routingLint";

const folder = mkdtempSync(path.join(tmpdir(), "lint-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

async function lint(...args: string[]) {
  let out = "";
  let err = "";
  const terminal = {
    args: ["lint", ...args],
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    end: () => undefined,
  };
  return { status: await runCommand("routing", routingLint, terminal), out, err };
}

const bye = { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
const say = {
  Identifier: "hi",
  Type: "MessageParticipant",
  Parameters: { Text: "Hi." },
  Transitions: { NextAction: "bye" },
};
const flowOf = (...Actions: readonly object[]) => ({ Version: "2019-10-30", StartAction: "hi", Metadata: {}, Actions });

const sound = fileOf("sound.json", renderContactFlow(settings));
const lonely = fileOf("lonely.json", flowOf(say, { ...say, Identifier: "lonely" }, bye));
const empty = fileOf("empty.json", flowOf({ ...say, Parameters: { Text: "" } }, bye));
const noJson = fileOf("noJson.json", "{ Version: ");

test("--json prints one line a file, in their order, and a file that is no JSON is an error of its own", async () => {
  const { status, out, err } = await lint(noJson, empty, sound, lonely, "--json");
  expect(status).toBe(1);
  expect(err).toBe("");
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { file: noJson, errors: [{ action: null, message: expect.stringMatching(/^This is no JSON/) }], warnings: [] },
    { file: empty, errors: [{ action: "hi", message: 'Text is "". A text may not be empty; " " may.' }], warnings: [] },
    { file: sound, errors: [], warnings: [] },
    {
      file: lonely,
      errors: [],
      warnings: [{ action: "lonely", message: 'No branch leads to "lonely". Lead one there, or take it out.' }],
    },
  ]);
});

test("warnings alone are no bad answer, errors are", async () => {
  expect((await lint(sound, lonely)).status).toBe(0);
  expect((await lint(sound, empty)).status).toBe(1);
});

test("for people each finding stands under its file, with its action", async () => {
  expect((await lint(empty, lonely)).out).toBe(
    [
      `${empty}: 1 error, no warnings`,
      '  error    hi: Text is "". A text may not be empty; " " may.',
      `${lonely}: no errors, 1 warning`,
      '  warning  lonely: No branch leads to "lonely". Lead one there, or take it out.',
      "",
    ].join("\n"),
  );
});

test("files that cannot be read are bad input, each named, and nothing is checked", async () => {
  const { status, out, err } = await lint(path.join(folder, "gone.json"), sound, folder, "--json");
  expect([status, out]).toEqual([2, ""]);
  expect(err.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/gone\.json: there is no such file/),
    expect.stringMatching(/: is a folder/),
  ]);
});

test("without a file, or with an option that does not exist, the command is misused", async () => {
  expect((await lint()).status).toBe(2);
  expect((await lint(sound, "--strict")).status).toBe(2);
});

test("a mark that editors put before the text is no fault of the flow", async () => {
  const marked = fileOf("marked.json", `\uFEFF${JSON.stringify(flowOf(say, bye))}`);
  expect((await lint(marked)).status).toBe(0);
});
