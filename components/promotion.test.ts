import { parse } from "yaml";
import type { Pin } from "./pin";
import { promotedText, promotionTo } from "./promotion";
import { checkSettings, type StackSettings } from "./stackSettings";

const hash = (digit: string) => digit.repeat(64);
const pin: Pin = {
  from: "acme-dev",
  commit: "1".repeat(40),
  program: hash("a"),
  functions: hash("b"),
  flow: hash("c"),
  knowledge: hash("d"),
  line: "flow",
  brainModel: "global.anthropic.claude-haiku-4-5-20251001-v1:0",
  voice: "Matthew",
  prices: "never",
  kept: {
    connectInstanceId: "",
    phoneNumberId: "",
    phoneNumberCountry: "US",
    phoneNumberType: "DID",
    region: "us-east-1",
  },
};

function settings(change: object = {}): StackSettings {
  const { settings: read, problems } = checkSettings(
    {
      ...{ customer: "acme", stage: "prod", line: "flow", human: "phone", connectInstanceId: "", phoneNumberId: "" },
      ...{ phoneNumberCountry: "US", phoneNumberType: "DID", ownerEmail: "", brainModel: pin.brainModel },
      ...{ voice: "Matthew", prices: "never", monthlyBudgetUsd: 80, logRetentionDays: 7, recordingRetentionDays: 90 },
      ...{ people: [], phone: "", pin },
      ...change,
    },
    "Pulumi.acme-prod.yaml",
  );
  if (read === null) throw new Error(JSON.stringify(problems));
  return read;
}

const written = `# Acme, as its callers reach it.
encryptionsalt: v1:abc

config:
  aws:region: eu-west-1 # where Acme is
  voice-agent:customer: acme
  voice-agent:voice: "Ruth"   # the owner's choice

  # Their own people.
  voice-agent:people:
  - {id: anna, name: Anna, number: "+4930123456"}
  voice-agent:vip:
  - secure: v1:xyz
  voice-agent:stage: prod
`;

test("promoted settings and the pin are written; comments, order, secrets and everything else stay", () => {
  const text = promotedText(written, "voice-agent", pin);
  const { config, ...rest } = parse(text) as { config: Record<string, unknown> };
  expect(rest).toEqual({ encryptionsalt: "v1:abc" });
  expect(config).toEqual({
    ...(parse(written) as { config: object }).config,
    "voice-agent:line": "flow",
    "voice-agent:brainModel": pin.brainModel,
    "voice-agent:voice": "Matthew",
    "voice-agent:prices": "never",
    "voice-agent:pin": pin,
  });
  const added = new Set(["line", "brainModel", "prices"].map((key) => `voice-agent:${key}`));
  const kept = text
    .slice(0, text.indexOf("  voice-agent:pin:"))
    .split("\n")
    .filter((line) => !added.has(line.trim().split(": ")[0] ?? ""));
  expect(kept.join("\n")).toBe(written.replace(/"Ruth" {3}#/, '"Matthew" #'));
});

test("a second promotion of the same changes not a byte, also in JSON and with keys that have no prefix", () => {
  const files = [
    written,
    JSON.stringify({ config: { "voice-agent:customer": "acme", "voice-agent:stage": "prod" } }),
    "config:\n  customer: acme\n  voice: Ruth\n  pin: {}\n",
    "config: {voice-agent:customer: acme}\n",
  ];
  for (const file of files) {
    const once = promotedText(file, "voice-agent", pin);
    expect(promotedText(once, "voice-agent", pin)).toBe(once);
    const config = Object.entries((parse(once) as { config: object }).config);
    const short = Object.fromEntries(config.map(([key, value]) => [key.replace("voice-agent:", ""), value]));
    expect(short).toMatchObject({ customer: "acme", voice: "Matthew", pin });
    expect(Object.keys(short)).toHaveLength(config.length);
  }
});

test("a pin that is replaced keeps its place and leaves nothing of the old one", () => {
  const once = promotedText(
    "config:\n  voice-agent:pin: {} # by promotion\n  voice-agent:customer: acme\n",
    "voice-agent",
    pin,
  );
  const { commit, ...later } = { ...pin, voice: "Joanna" };
  const twice = promotedText(once, "voice-agent", later);
  expect((parse(twice) as { config: object }).config).toMatchObject({ "voice-agent:pin": later });
  expect(twice).not.toContain(pin.commit);
  expect(Object.keys((parse(twice) as { config: object }).config)[0]).toBe("voice-agent:pin");
});

test("a stack that runs it already has nothing to be done; another setting, content or a found commit has", () => {
  expect(promotionTo(settings(), pin)).toEqual({ pin, settings: [], runsAlready: true, isDone: true });
  expect(promotionTo(settings(), { ...pin, commit: "2".repeat(40) }).isDone).toBe(true);
  expect(promotionTo(settings(), { ...pin, knowledge: hash("e") }).isDone).toBe(false);
  expect(promotionTo(settings({ pin: {} }), pin).isDone).toBe(false);
  const { commit, ...uncommitted } = pin;
  expect(promotionTo(settings({ pin: uncommitted }), pin)).toMatchObject({ runsAlready: true, isDone: false });
  expect(promotionTo(settings(), uncommitted).isDone).toBe(true);
  expect(promotionTo(settings({ voice: "Ruth" }), pin)).toEqual({
    pin,
    settings: [{ key: "voice", was: "Ruth", becomes: "Matthew" }],
    runsAlready: false,
    isDone: false,
  });
});
