import { keptForMs, lookUps } from "./lookUps";

function stage(answers: readonly (string | Error)[] = []) {
  const asked: string[] = [];
  let nowMs = 0;
  const ups = lookUps(
    async (key) => {
      asked.push(key);
      const answer = answers[asked.length - 1] ?? `answer ${asked.length}`;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    { now: () => nowMs },
  );
  return { ups, asked, wait: (ms: number) => (nowMs += ms) };
}

test("what was looked up is asked for again only after five minutes", async () => {
  const { ups, asked, wait } = stage();
  expect(await ups.of("2026-11")).toBe("answer 1");
  wait(keptForMs - 1);
  expect(await ups.of("2026-11")).toBe("answer 1");
  wait(1);
  expect(await ups.of("2026-11")).toBe("answer 2");
  expect(asked).toEqual(["2026-11", "2026-11"]);
});

test("who asks while it is on its way waits for the same answer", async () => {
  const { ups, asked } = stage();
  expect(await Promise.all([ups.of("a"), ups.of("a"), ups.of("b")])).toEqual(["answer 1", "answer 1", "answer 2"]);
  expect(asked).toEqual(["a", "b"]);
});

test("a failure is not kept", async () => {
  const { ups } = stage([new Error("throttled"), "free"]);
  await expect(ups.of("a")).rejects.toThrow("throttled");
  expect(await ups.of("a")).toBe("free");
});

test("what was on its way when something was written is not kept", async () => {
  const { ups } = stage();
  const before = ups.of("a");
  ups.forget();
  expect(await ups.of("a")).toBe("answer 2");
  expect(await before).toBe("answer 1");
  expect(await ups.of("a")).toBe("answer 2");
});
