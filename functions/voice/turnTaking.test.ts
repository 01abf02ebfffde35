import { patienceMs, turnTakingDefaults } from "./turnTaking";

test("a finished question is answered sooner than a sentence that asks for more, and a dictation is waited for longest", () => {
  const patience = (["question", "finished", "unclear", "open", "begun", "unfinished", "dictating"] as const).map(
    (completeness) => (["duplex", "flow"] as const).map((line) => patienceMs(completeness, turnTakingDefaults, line)),
  );
  expect(patience).toEqual([
    [350, 350],
    [480, 480],
    [560, 560],
    [790, 700],
    [840, 700],
    [1500, 1500],
    [1600, 1600],
  ]);
});
