import { type GuardedResource, type GuardedStack, lacksProtection, lossesOf, lossLine } from "./guard";

type Change = Partial<Omit<GuardedResource, "options">> & { readonly options?: Partial<GuardedResource["options"]> };

function resource(type: string, name: string, inputs: Record<string, unknown>, change: Change = {}): GuardedResource {
  const urn = `urn:pulumi:acme-prod::voice-agent::voiceAgent:index:Room$${type}::${name}`;
  return { urn, type, name, inputs, ...change, options: { protect: true, ...change.options } };
}

const number = (inputs: object = {}, change?: Change) =>
  resource("aws:connect/phoneNumber:PhoneNumber", "line-number", { countryCode: "US", type: "DID", ...inputs }, change);
const instance = (inputs: object = {}, change?: Change) =>
  resource("aws:connect/instance:Instance", "connect-instance", { instanceAlias: "voice-acme", ...inputs }, change);
const table = (inputs: object = {}, change?: Change) =>
  resource("aws:dynamodb/table:Table", "bookings", { hashKey: "pk", rangeKey: "sk", ...inputs }, change);
const bucket = (inputs: object = {}, change?: Change) =>
  resource("aws:s3/bucket:Bucket", "recordings-bucket", { forceDestroy: false, ...inputs }, change);
const answering = (phoneNumberId: string) =>
  resource("aws:connect/phoneNumberContactFlowAssociation:PhoneNumberContactFlowAssociation", "line-number-flow", {
    phoneNumberId,
  });
const key = () => resource("aws:kms/key:Key", "key", { enableKeyRotation: true });
const stack = (...resources: readonly GuardedResource[]): GuardedStack => ({
  resources,
  outputs: { region: "us-east-1" },
});

const whole = stack(number(), instance(), table(), bucket(), key(), answering("1"));

/** The losses, each as what is lost, how and why. */
function lost(before: GuardedStack, after: GuardedStack) {
  return lossesOf(before, after).map(({ name, how, because }) => [name, how, ...because]);
}

test("a change that touches nothing guarded loses nothing", () => {
  expect(lossesOf(whole, whole)).toEqual([]);
  const renamed = stack(
    number({ tags: { a: "b" }, targetArn: "arn:aws:connect:us-east-1:000000000000:instance/other" }),
    instance({ contactFlowLogsEnabled: false }),
    table({ deletionProtectionEnabled: true, ttl: { enabled: false } }),
    bucket({ tags: {} }),
    key(),
    answering("1"),
    resource("aws:sns/topic:Topic", "more", {}),
  );
  expect(lossesOf(whole, renamed)).toEqual([]);
});

test("each guarded resource that is gone is a loss", () => {
  expect(lost(whole, stack())).toEqual([
    ["line-number", "deleted"],
    ["connect-instance", "deleted"],
    ["bookings", "deleted"],
    ["recordings-bucket", "deleted"],
    ["key", "deleted"],
    ["line-number-flow", "deleted"],
  ]);
});

test.each<[string, GuardedResource, GuardedResource, string]>([
  ["a number of another country", number(), number({ countryCode: "GB" }), 'countryCode "US" → "GB"'],
  ["a number of another kind", number(), number({ type: "TOLL_FREE" }), 'type "DID" → "TOLL_FREE"'],
  ["a number by a prefix", number(), number({ prefix: "+1503" }), 'prefix not set → "+1503"'],
  ["another alias", instance(), instance({ instanceAlias: "b" }), 'instanceAlias "voice-acme" → "b"'],
  ["other users", instance(), instance({ identityManagementType: "SAML" }), 'identityManagementType not set → "SAML"'],
  ["another key of a table", table(), table({ hashKey: "id" }), 'hashKey "pk" → "id"'],
  ["another sort key", table(), table({ rangeKey: undefined }), 'rangeKey "sk" → not set'],
  ["another name of a table", table(), table({ name: "bookings" }), 'name not set → "bookings"'],
  ["another name of a bucket", bucket(), bucket({ bucket: "b" }), 'bucket not set → "b"'],
  ["a region of its own", table(), table({ region: "eu-west-1" }), 'region not set → "eu-west-1"'],
  ["another adopted number", answering("1"), answering("2"), 'phoneNumberId "1" → "2"'],
])("%s is a replacement", (_, was, is, why) => {
  expect(lost(stack(was), stack(is))).toEqual([[was.name, "replaced", why]]);
});

test("another region replaces everything", () => {
  const moved = lossesOf(whole, { ...whole, outputs: { region: "eu-central-1" } });
  expect(moved.map(({ because }) => because)).toEqual(Array(6).fill(['region "us-east-1" → "eu-central-1"']));
  expect(lossesOf({ resources: whole.resources }, whole)).toEqual([]);
});

test("a change that the program tells Pulumi to ignore is none", () => {
  const is = instance({ instanceAlias: "b" }, { options: { ignoreChanges: ["instanceAlias"] } });
  expect(lossesOf(stack(instance()), stack(is))).toEqual([]);
});

test("another name with an alias is the same resource, by URN or by name; without one it is another", () => {
  const renamed = (aliases: readonly unknown[]) => {
    const is = table({}, { name: "slots", urn: table().urn.replace("bookings", "slots"), options: { aliases } });
    return lost(stack(table()), stack(is));
  };
  expect(renamed([table().urn])).toEqual([]);
  expect(renamed([{ name: "bookings" }])).toEqual([]);
  expect(renamed([{ name: "records" }])).toEqual([["bookings", "deleted"]]);
  expect(renamed([])).toEqual([["bookings", "deleted"]]);
});

test("a bucket that may be deleted with what is in it is not guarded", () => {
  expect(lossesOf(stack(bucket({ forceDestroy: true })), stack())).toEqual([]);
});

test("a loss says what would happen, why, and the way out, in one line", () => {
  const lines = lossesOf(stack(number()), stack(number({ countryCode: "GB" }))).map(lossLine);
  expect(lines).toEqual([
    'line-number would be replaced (countryCode "US" → "GB"): the phone number is released, and nobody can claim it for 180 days. ' +
      "Put it back. A stack that shall go on with a number claimed elsewhere adopts it (phoneNumberId); to give this one up for that, " +
      "first let it go with `pulumi state delete`, which leaves it in AWS.",
  ]);
});

test("what is guarded and not protected is found", () => {
  const bare = { options: { protect: false } };
  const resources = [number({}, bare), table({}, bare), bucket({}, bare), bucket({ forceDestroy: true }, bare)];
  expect(resources.map(lacksProtection)).toEqual([true, true, true, false]);
  expect([number(), answering("1"), resource("aws:sns/topic:Topic", "t", {}, bare)].map(lacksProtection)).toEqual([
    false,
    false,
    false,
  ]);
});
