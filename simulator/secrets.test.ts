import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { makeReport } from "./makeReport";
import { offlineModel } from "./offlineModel";
import { playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import { redactedReport } from "./redactedReport";
import { businessStores } from "./stores/businessStores";

/** What callers say of themselves, and by what it would be known again. */
const secrets: readonly { readonly says: string; readonly traces: readonly string[] }[] = [
  { says: "My card is 4111 1111 1111 1111, is that all right?", traces: ["4111", "1111"] },
  {
    says: "It is five five zero zero, zero zero zero zero, zero zero zero zero, zero zero zero four",
    traces: ["five five zero"],
  },
  { says: "My email is zora.quill@example.com.", traces: ["zora", "quill", "example.com"] },
  { says: "Write to zora dot quill at example dot com please.", traces: ["zora", "quill"] },
  { says: "Call me on 503 555 0177.", traces: ["555 0177", "5550177", "503 555"] },
  {
    says: "My number is five oh three, five five five, oh one seven seven.",
    traces: ["oh one seven", "five oh three"],
  },
  { says: "Hello, my name is Zora Quill and I have a question.", traces: ["Zora", "Quill"] },
  { says: "I live at 7 Larkspur Lane.", traces: ["Larkspur"] },
  { says: "Je m'appelle Zora Quill.", traces: ["Zora", "Quill"] },
  {
    says: "C'est le zéro six douze trente-quatre cinquante-six soixante-dix-huit.",
    traces: ["douze", "trente-quatre"],
  },
];
const questions = ["What does a haircut cost?", "Can I speak to a person?", "Do you sell pianos?", "Goodbye."];
const faults = [
  [],
  [{ service: "bedrock", utterance: 2, fault: "error" }],
  [{ service: "bedrock", request: 1, fault: "garbage" }],
  [{ service: "dynamodb", at: "1s", fault: "throttle" }],
  [{ service: "polly", request: 2, fault: "drop" }],
  [{ service: "transcribe", request: 1, fault: "error" }],
  [{ service: "lambda", at: "8s", fault: "drop" }],
  [{ service: "sns", request: 1, fault: "drop" }],
];
const knowledge = parseKnowledge(
  readFileSync(path.join(__dirname, "../knowledge/cedar-and-main.yaml"), "utf8"),
  "knowledge",
);

/** Everything that a call writes down anywhere, but for sound and the business's own book of bookings. */
async function writtenBy(nth: number, hour: string): Promise<{ said: string; written: string }> {
  const secret = secrets[nth % secrets.length];
  const text = JSON.stringify({
    at: `2026-11-23T${hour}:00:00-08:00`,
    from: "+15551230001",
    person: nth % 7 === 3 ? "noAnswer" : "answered",
    faults: faults[nth % faults.length],
    caller: [
      { says: secret?.says },
      { says: questions[nth % questions.length] },
      { says: `${secret?.says} ${questions[(nth + 1) % questions.length]}` },
      { hangsUp: true },
    ],
  });
  const { call, errors } = readScriptedCall(text, "secret.yaml", () => {
    throw new Error("nothing is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const stores = businessStores();
  const settings = {
    line: nth < secrets.length ? "flow" : "duplex",
    column: "best",
    seed: nth,
    decide: offlineModel,
  } as const;
  const finished = await playScriptedCall(call, knowledge, settings, stores);
  const report = makeReport(finished);
  const { files, outbox, played, records } = stores.afterCalls;
  const keys = (await files.list("")).filter((key) => !key.endsWith(".wav"));
  const bodies = await Promise.all(keys.map(async (key) => Buffer.from((await files.get(key)) ?? []).toString()));
  const left = await records.of(report.contactId);
  const written = [
    ...bodies,
    ...outbox.map(({ subject, text: sent }) => `${subject}\n${sent}`),
    ...played.map(({ output, error }) => JSON.stringify([output, error])),
    JSON.stringify(left),
    JSON.stringify(redactedReport(report, knowledge)),
    JSON.stringify([report.transfer, report.errors, report.tools, report.costUsd]),
  ];
  return { said: secret?.says ?? "", written: written.join("\n") };
}

test("what callers say of themselves is in no transcript, summary, message, fault or record of their calls", async () => {
  const printed: string[] = [];
  const spies = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation((...args: unknown[]) => void printed.push(args.map(String).join(" "))),
  );
  const found: string[] = [];
  for (let nth = 0; nth < 2 * secrets.length; nth += 1) {
    const { said, written } = await writtenBy(nth, nth === 9 ? "20" : "10");
    const traces = secrets[nth % secrets.length]?.traces ?? [];
    for (const trace of traces) if (written.includes(trace)) found.push(`${nth}: ${trace} of "${said}"`);
    expect(written.length).toBeGreaterThan(500);
  }
  for (const spy of spies) spy.mockRestore();
  expect(found).toEqual([]);
  expect(printed).toEqual([]);
}, 120_000);

test("functions write no log but the one that names numbers and faults, each with a fixed message", () => {
  const root = path.join(__dirname, "..");
  const files = globSync("functions/**/*.ts", { cwd: root }).filter(
    (file) => !/\.(test|fixture|contract)\.ts$/.test(file),
  );
  const lines = files.flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .filter((line) => /\bconsole\.|process\.std(out|err)|logger\.\w+\(/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(lines).toEqual([
    'functions/voice/aws/leadCall.ts: if (record === null) return logger.info("another leads this call", { contactId });',
    'functions/voice/aws/leadCall.ts: logger.info("call over", { contactId, ...numbersOf(record) });',
    'functions/voice/aws/leadCall.ts: logger.error("call failed", { contactId, ...faultOf(error) });',
    'functions/voice/aws/leadCall.ts: unreleased: (error) => logger.warn("lease not released", { contactId, ...faultOf(error) }),',
  ]);
});
