import { readEnvironment } from "./environment";

test("the variables that were asked for are read", () => {
  expect(readEnvironment(["A"], { A: "1", B: "2" })).toEqual({ A: "1" });
});

test("every missing variable is named", () => {
  expect(() => readEnvironment(["A", "B", "C"], { B: "2", C: "" })).toThrow("missing environment variables: A, C");
});
