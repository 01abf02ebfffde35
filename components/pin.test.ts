import { problemLine } from "../functions/shared/userError";
import { isSamePin, type Pin, readPin, unkept, unpinned } from "./pin";

const hash = (digit: string) => digit.repeat(64);
const running = {
  program: hash("a"),
  functions: hash("b"),
  flow: hash("c"),
  knowledge: hash("d"),
  line: "flow",
  brainModel: "haiku",
  voice: "Ruth",
  prices: "grounded",
} as const;
const kept = {
  connectInstanceId: "",
  phoneNumberId: "",
  phoneNumberCountry: "US",
  phoneNumberType: "DID",
  region: "us-east-1",
};
const pin: Pin = { from: "acme-dev", commit: "1".repeat(40), ...running, kept };

test("what promotion wrote is read, nothing is null, and what somebody else wrote is refused", () => {
  expect(readPin(pin)).toEqual(pin);
  expect(readPin({})).toBeNull();
  const { commit, ...uncommitted } = pin;
  expect(readPin(uncommitted)).toEqual(uncommitted);
  for (const other of [
    "",
    [],
    { from: "a" },
    { ...pin, program: "a" },
    { ...pin, more: 1 },
    { ...pin, commit: "HEAD" },
  ])
    expect(readPin(other)).toBeUndefined();
});

test("a checkout that runs what was promoted is as pinned, and each difference of another is named with the way out", () => {
  expect(unpinned(pin, running, "acme-prod")).toEqual([]);
  const other = { ...running, knowledge: hash("e"), functions: hash("f"), voice: "Joanna" };
  const lines = (of: Pin) => unpinned(of, other, "acme-prod").map(problemLine);
  expect(lines(pin)).toEqual([
    `Pulumi.acme-prod.yaml: pin.functions is "bbbbbbbbbbbb". The functions' code here is ffffffffffff. Check out commit ${pin.commit}, or promote again: npm run promote -- acme-dev acme-prod`,
    `Pulumi.acme-prod.yaml: pin.knowledge is "dddddddddddd". The knowledge file here is eeeeeeeeeeee. Check out commit ${pin.commit}, or promote again: npm run promote -- acme-dev acme-prod`,
    'Pulumi.acme-prod.yaml: voice is "Joanna". The pin says "Ruth". Write that, or set it in acme-dev and promote again: npm run promote -- acme-dev acme-prod',
  ]);
  const { commit, ...uncommitted } = pin;
  expect(lines(uncommitted)[0]).toContain("Put back what was promoted, or promote again");
});

test("another number, instance or region than the promoted stack's is refused, unless the pin lets it go", () => {
  expect(unkept(pin, kept, "acme-prod")).toEqual([]);
  const now = { ...kept, phoneNumberCountry: "GB", connectInstanceId: "0a1b", region: "eu-west-1" };
  expect(unkept(pin, now, "acme-prod").map(problemLine)).toEqual([
    'Pulumi.acme-prod.yaml: connectInstanceId is "0a1b". acme-prod was promoted with its own: another would leave, or release, the number that callers know. Take it out; where the change is meant and nothing is lost by it, take connectInstanceId out of pin.kept and promote again.',
    'Pulumi.acme-prod.yaml: phoneNumberCountry is "GB". acme-prod was promoted with "US": another would leave, or release, the number that callers know. Write that again; where the change is meant and nothing is lost by it, take phoneNumberCountry out of pin.kept and promote again.',
    'Pulumi.acme-prod.yaml: aws:region is "eu-west-1". acme-prod was promoted with "us-east-1": another would leave, or release, the number that callers know. Write that again; where the change is meant and nothing is lost by it, take region out of pin.kept and promote again.',
  ]);
  const { phoneNumberCountry, connectInstanceId, region, ...rest } = kept;
  expect(unkept({ ...pin, kept: rest }, now, "acme-prod")).toEqual([]);
});

test("two pins are the same where the stack runs the same, whatever commit holds it", () => {
  expect(isSamePin(pin, { ...pin, commit: "2".repeat(40) })).toBe(true);
  for (const change of [{ voice: "Joanna" }, { knowledge: hash("0") }, { from: "other" }, { kept: {} }])
    expect(isSamePin(pin, { ...pin, ...change })).toBe(false);
});
