import fc from "fast-check";
import { allows, overlap, type PolicyStatement, readPolicy } from "./iam";

const statement = (effect: "Allow" | "Deny", actions: string[], resources: string[]): PolicyStatement => ({
  effect,
  actions,
  resources,
  except: [],
  hasCondition: false,
});

test("two patterns overlap where some text fits both", () => {
  const group = "arn:aws:logs:us-east-1:000000000000:log-group:voice:*";
  expect(overlap(group, "arn:*:logs:*:*:log-group:*:log-stream:*")).toBe(true);
  expect(overlap("arn:aws:s3:::calls/*", "arn:*:s3:::*/*")).toBe(true);
  expect(overlap("arn:aws:s3:::calls", "arn:*:s3:::*/*")).toBe(false);
  expect(overlap("a?c", "*b*")).toBe(true);
  expect(overlap("a?c", "ac")).toBe(false);
  expect(overlap("", "*")).toBe(true);
});

test("a text overlaps with a pattern exactly where the pattern matches it, whichever comes first", () => {
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });
  fc.assert(
    fc.property(pattern, text, (pattern, text) => {
      const matches = new RegExp(`^${pattern.replace(/\*/g, ".*").replace(/\?/g, ".")}$`).test(text);
      expect(overlap(pattern, text)).toBe(matches);
      expect(overlap(text, pattern)).toBe(matches);
    }),
    { numRuns: 500 },
  );
});

test("what is allowed may be done, whatever the case of the action, unless it is denied", () => {
  const allowed = [statement("Allow", ["dynamodb:GetItem"], ["arn:aws:dynamodb:*:*:table/calls"])];
  const calls = "arn:aws:dynamodb:us-east-1:000000000000:table/calls";
  expect(allows(allowed, "DynamoDB:GETITEM", calls)).toBe(true);
  expect(allows(allowed, "dynamodb:PutItem", calls)).toBe(false);
  expect(allows(allowed, "dynamodb:GetItem", `${calls}-others`)).toBe(false);
  expect(allows([...allowed, statement("Deny", ["dynamodb:*"], ["*"])], "dynamodb:GetItem", calls)).toBe(false);
});

test("a policy that is written the other way round is not read as if it allowed nothing", () => {
  expect(() => readPolicy({ Statement: [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }] })).toThrow(
    "NotAction",
  );
  expect(() => readPolicy({})).toThrow("no policy");
  expect(
    readPolicy({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }] }),
  ).toEqual([statement("Allow", ["s3:GetObject"], ["arn:aws:s3:::a/*"])]);
});

test("what is allowed on everything but something is not allowed on that", () => {
  const NotResource = "arn:aws:sns:*:*:*";
  const telephones = readPolicy({ Statement: [{ Effect: "Allow", Action: "sns:Publish", NotResource }] });
  expect(allows(telephones, "sns:Publish", "+15551230001")).toBe(true);
  expect(allows(telephones, "sns:Publish", "arn:aws:sns:us-east-1:111122223333:alerts")).toBe(false);
});
