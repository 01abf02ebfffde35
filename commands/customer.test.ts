import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lacksProtection } from "../components/guard";
import { readKnowledge } from "../functions/shared/knowledgeFile";
import { planStack } from "../simulator/plan/planStack";
import { callCommand } from "./call";
import { runCommand } from "./commandLine";
import { customerCommand } from "./customer";
import { isCustomerName } from "./customerFiles";
import { readStack, readStackKnowledge } from "./stack";

import program = require("../index");

const root = path.resolve(__dirname, "..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "customers-"));
  cpSync(path.join(root, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function ended(build: Parameters<typeof runCommand>[1], ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    args,
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    end: () => {},
  };
  const status = await runCommand("customer", build, terminal);
  return { status, out: out.join(""), err: err.join("") };
}
const customer = (...args: string[]) => ended((command, run) => customerCommand(command, run, folder), ...args);
const files = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)))
    .sort();

test("a new customer's files are valid at once: knowledge, both stacks, and a call that passes on both lines", async () => {
  const { status, out, err } = await customer("add", "smith-and-daughters", "--json");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({ customer: "smith-and-daughters" });
  expect(files()).toEqual([...JSON.parse(out).files, "Pulumi.yaml"].sort());
  const file = path.join(folder, "knowledge/smith-and-daughters.yaml");
  const { knowledge, errors, warnings } = readKnowledge(readFileSync(file, "utf8"), file);
  expect([knowledge?.business.name, errors]).toEqual(["Smith And Daughters", []]);
  expect(warnings.map(({ key }) => key)).toEqual(["people"]);
  const dev = readStack("smith-and-daughters-dev", folder);
  expect([dev.settings.stage, readStackKnowledge(dev, folder).people]).toEqual(["dev", []]);
  expect(readStack("smith-and-daughters-prod", folder).settings).toMatchObject({ stage: "prod", pin: null });
  const plan = await planStack(dev, folder, program);
  expect(plan.resources.filter(lacksProtection)).toEqual([]);
  const call = path.join(folder, "simulator/calls/smith-and-daughters/firstCall.yaml");
  for (const line of ["flow", "duplex"]) {
    expect(await ended(callCommand, call, "--line", line)).toMatchObject({ status: 0, err: "" });
  }
});

test("the first call still passes when the customer's own hours, zone and people are written down", async () => {
  await customer("add", "acme");
  const business = { name: "Acme", timezone: "Asia/Tokyo", phone: "+81312345678" };
  const people = [{ id: "a", name: "Aiko", number: "+81312345679" }];
  const write = (hours: object) =>
    writeFileSync(path.join(folder, "knowledge/acme.yaml"), JSON.stringify({ business, hours, people }));
  for (const hours of [{ sunday: "10:00-11:00" }, { monday: "00:00-24:00", tuesday: "00:00-24:00" }]) {
    write(hours);
    const call = path.join(folder, "simulator/calls/acme/firstCall.yaml");
    expect(await ended(callCommand, call)).toMatchObject({ status: 0, err: "" });
  }
});

test("nothing is overwritten: a file that is there is named, and no other is written", async () => {
  mkdirSync(path.join(folder, "knowledge"));
  writeFileSync(path.join(folder, "knowledge/acme.yaml"), "mine");
  writeFileSync(path.join(folder, "Pulumi.acme-prod.yaml"), "mine, too");
  expect(await customer("add", "acme")).toEqual({
    status: 2,
    out: "",
    err: [
      "knowledge/acme.yaml: is there already. Choose another name than acme.",
      "Pulumi.acme-prod.yaml: is there already. Choose another name than acme.",
      "",
    ].join("\n"),
  });
  expect(files()).toEqual(["Pulumi.acme-prod.yaml", "Pulumi.yaml", "knowledge/acme.yaml"]);
  expect(readFileSync(path.join(folder, "knowledge/acme.yaml"), "utf8")).toBe("mine");
});

test("a name that is none for files and stacks is refused in one line, and nothing is written", async () => {
  for (const name of ["Acme", "a_b", "../up", "a b", "-a", "a-", "a--b", "1st", "", "é", "a".repeat(41)]) {
    expect([name, isCustomerName(name)]).toEqual([name, false]);
  }
  const { status, out, err } = await customer("add", "Acme & Co");
  expect({ status, out, lines: err.split("\n").length }).toEqual({ status: 2, out: "", lines: 2 });
  expect(err).toContain('NAME is "Acme & Co". Write lower-case letters');
  expect(files()).toEqual(["Pulumi.yaml"]);
});

test("the next steps are said", async () => {
  const { out } = await customer("add", "acme");
  expect(out).toContain("wrote knowledge/acme.yaml\n");
  expect(out).toContain("npm run promote -- acme-dev acme-prod");
});
