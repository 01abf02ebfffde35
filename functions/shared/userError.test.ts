import { problemLine, problemsError, UserError } from "./userError";

test.each([
  [{ key: "hours.monday", value: "9-5" }, 'f.yaml: hours.monday is "9-5". Write it so.'],
  [{ key: "hours", value: undefined }, "f.yaml: hours is missing. Write it so."],
  [{ key: "", value: undefined }, "f.yaml: Write it so."],
  [{ key: "", value: [] }, "f.yaml: is []. Write it so."],
  [{ key: "services[0].price", value: 35 }, "f.yaml: services[0].price is 35. Write it so."],
  [{ key: "a\nb", value: "c\nd\u2028" }, 'f.yaml: a b is "c\\nd ". Write it so.'],
  [{ key: "a", value: "x".repeat(200) }, `f.yaml: a is "${"x".repeat(79)}…. Write it so.`],
])("%j is one line", (problem, line) => {
  expect(problemLine({ file: "f.yaml", cure: "Write it so.", ...problem })).toBe(line);
});

test("problems become one error with a line each", () => {
  const problem = { file: "f", key: "a", value: 1, cure: "B." };
  const error = problemsError([problem, { ...problem, key: "c" }]);
  expect(error).toBeInstanceOf(UserError);
  expect(error.lines).toEqual(["f: a is 1. B.", "f: c is 1. B."]);
});
