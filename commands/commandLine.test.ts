import { UserError } from "../functions/shared/userError";
import { type Run, readTextFile, runCommand, wholeNumber } from "./commandLine";

interface Ended {
  status: number;
  out: string;
  err: string;
}

async function ended(args: string, act: (run: Run) => void | Promise<void> = () => {}): Promise<Ended> {
  const end: Ended = { status: -1, out: "", err: "" };
  const status = await runCommand(
    "tea",
    (program, run) => {
      program.description("Makes tea.");
      program
        .command("brew")
        .argument("<leaf>")
        .option("--minutes <n>", "how long", wholeNumber(1, 10))
        .action(() => act(run));
    },
    {
      args: args === "" ? [] : args.split(" "),
      out: (text) => {
        end.out += text;
      },
      err: (text) => {
        end.err += text;
      },
      end: (value) => {
        end.status = value;
      },
    },
  );
  expect(status).toBe(end.status);
  return end;
}

test.each([
  ["", "tea: say what to do: brew. See npm run tea -- --help\n"],
  ["brew", "tea: missing required argument 'leaf'. See npm run tea -- --help\n"],
  ["brew a b", "tea: too many arguments for 'brew'. Expected 1 argument but got 2: a, b. See npm run tea -- --help\n"],
  ["brow a", "tea: unknown command 'brow' (Did you mean brew?) See npm run tea -- --help\n"],
  ["brew a --sugar", "tea: unknown option '--sugar'. See npm run tea -- --help\n"],
  ["--sugar", "tea: unknown option '--sugar'. See npm run tea -- --help\n"],
  [
    "brew a --minutes 1.5",
    "tea: option '--minutes <n>' argument '1.5' is invalid. Write a whole number from 1 to 10. See npm run tea -- --help\n",
  ],
  ["brew a --minutes 11", expect.stringContaining("from 1 to 10")],
])("wrong use, %j, is one line on standard error and 2", async (args, err) => {
  expect(await ended(args)).toEqual({ status: 2, out: "", err });
});

test.each(["--help", "brew --help", "help", "help brew"])("%s is help on standard output and 0", async (args) => {
  const { status, out, err } = await ended(args);
  expect([status, err]).toEqual([0, ""]);
  expect(out).toContain(
    args.includes("brew") ? "Usage: npm run tea -- brew [options] <leaf>" : "Usage: npm run tea --",
  );
});

test("a user's error is its lines and 2, without a stack", async () => {
  const fail = () => {
    throw new UserError(["a: b", "c: d"]);
  };
  expect(await ended("brew a", fail)).toEqual({ status: 2, out: "", err: "a: b\nc: d\n" });
  expect(await ended("brew a", async () => fail())).toEqual({ status: 2, out: "", err: "a: b\nc: d\n" });
});

test("a bad answer is 1, and JSON is one line", async () => {
  const answer = (run: Run) => {
    run.json({ a: "b\nc" });
    run.warn("careful");
    run.answerIsBad();
  };
  expect(await ended("brew a", answer)).toEqual({ status: 1, out: '{"a":"b\\nc"}\n', err: "careful\n" });
});

test("a fault of ours is shown with its stack, and is none of 0, 1 and 2", async () => {
  const { status, err } = await ended("brew a", () => {
    throw new TypeError("kettle");
  });
  expect(status).toBe(70);
  expect(err).toMatch(/TypeError: kettle\n\s+at /);
});

test("a file that cannot be read is the user's error, named", () => {
  expect(() => readTextFile("no/such.yaml")).toThrow(
    new UserError(["no/such.yaml: there is no such file. Name one that exists."]),
  );
  expect(() => readTextFile(__dirname)).toThrow(UserError);
});
