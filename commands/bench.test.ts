import type { Benchmark, Figure } from "../simulator/bench/benchmark";
import { benchCommand } from "./bench";
import { runCommand } from "./commandLine";

const figure: Figure = {
  name: "added",
  value: 30,
  unit: "ms",
  against: "nothing",
  limit: { atMost: 40 },
  measured: { oneMs: 70, otherMs: 40 },
};

function benchmark(name: string, figures: readonly Figure[]): Benchmark {
  return {
    name,
    about: `how ${name} is`,
    async measure({ tell }) {
      tell(`${name}: measuring`);
      return figures;
    },
  };
}

async function bench(all: readonly Benchmark[], ...args: string[]) {
  let out = "";
  let err = "";
  const terminal = {
    args,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    end: () => undefined,
  };
  const status = await runCommand("bench", (program, run) => benchCommand(program, run, all), terminal);
  return { status, out, err };
}

const quick = benchmark("quick", [figure]);
const tooSlow = benchmark("tooSlow", [{ ...figure, value: 41 }]);
const tooFew = benchmark("tooFew", [{ ...figure, unit: "times", value: 1, limit: { atLeast: 2 } }]);

test("each figure is a line with what it was measured against; progress is told apart", async () => {
  const { status, out, err } = await bench([quick]);
  expect({ status, out }).toEqual({
    status: 0,
    out: "ok  quick          added: 30 ms (against nothing, at most 40)  oneMs 70, otherMs 40\n",
  });
  expect(err).toContain("quick: measuring");
});

test.each([
  ["at most", tooSlow],
  ["at least", tooFew],
])("a limit that is not kept is exit 1: %s", async (_, bad) => {
  const { status, out } = await bench([bad, quick]);
  expect(status).toBe(1);
  expect(out).toMatch(/^NO {2}too.*\nok {2}quick/);
});

test("a figure without a limit breaks none", async () => {
  expect((await bench([benchmark("told", [{ ...figure, value: 1e9, limit: null }])])).status).toBe(0);
});

test("with --json there is one document and nothing else on standard output", async () => {
  const { status, out } = await bench([tooSlow, quick], "--json");
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual({
    figures: [
      { benchmark: "tooSlow", ...figure, value: 41, isKept: false },
      { benchmark: "quick", ...figure, isKept: true },
    ],
  });
});

test("only the benchmarks that were named are measured; a name that none has is wrong use", async () => {
  expect((await bench([tooSlow, quick], "quick")).status).toBe(0);
  const { status, out, err } = await bench([tooSlow, quick], "quick", "slow");
  expect({ status, out, err }).toEqual({
    status: 2,
    out: "",
    err: '"slow" is no benchmark. Write one of: tooSlow, quick.\n',
  });
});
