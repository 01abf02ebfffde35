import { problemLine, problemsError, UserError } from "./userError";

const holdsItself: unknown[] = [];
holdsItself.push(holdsItself);

test.each([
  [{ key: "hours.monday", value: "9-5" }, 'f.yaml: hours.monday is "9-5". Write it so.'],
  [{ key: "hours", value: undefined }, "f.yaml: hours is missing. Write it so."],
  [{ key: "", value: undefined }, "f.yaml: Write it so."],
  [{ key: "", value: [] }, "f.yaml: is []. Write it so."],
  [{ key: "services[0].price", value: 35 }, "f.yaml: services[0].price is 35. Write it so."],
  [{ key: "a\nb", value: "c\nd\u2028" }, 'f.yaml: a b is "c\\nd ". Write it so.'],
  [{ key: "a", value: "x".repeat(200) }, `f.yaml: a is "${"x".repeat(48)}…${"x".repeat(29)}". Write it so.`],
  [
    { key: "", value: `${"Something is wrong in a flow sequence ".repeat(3)}at line 12, column 4:` },
    'f.yaml: is "Something is wrong in a flow sequence Something …equence at line 12, column 4:". Write it so.',
  ],
  [{ key: "caller", value: holdsItself }, "f.yaml: caller is a list that holds itself. Write it so."],
  [{ key: "caller", value: { a: 1n } }, "f.yaml: caller is a value that cannot be written out. Write it so."],
])("%p is one line", (problem, line) => {
  expect(problemLine({ file: "f.yaml", cure: "Write it so.", ...problem })).toBe(line);
});

test("problems become one error with a line each", () => {
  const problem = { file: "f", key: "a", value: 1, cure: "B." };
  const error = problemsError([problem, { ...problem, key: "c" }]);
  expect(error).toBeInstanceOf(UserError);
  expect(error.lines).toEqual(["f: a is 1. B.", "f: c is 1. B."]);
});
