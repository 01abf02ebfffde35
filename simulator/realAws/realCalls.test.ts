import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import type { KeptCall } from "../../functions/shared/keptCall";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { loudWords } from "../../functions/voice/aws/loudWords.fixture";
import { realClock } from "../clock";
import { offlineModel } from "../offlineModel";
import { samplesPerMs } from "../sound/simSound";
import { speakSamples } from "../sound/voices";
import { encodeWav } from "../sound/wav";
import { type StartedPhone, startPhone } from "../startedPhone.fixture";
import { bedrockServer } from "../wire/bedrockServer";
import { hummedVoice } from "../wire/hummedVoice";
import { pollyServer } from "../wire/pollyServer";
import { readConverse } from "../wire/readConverse";
import { transcribeServer } from "../wire/transcribeServer";
import { type WireServer, wireServer } from "../wire/wireServer";

// These calls go on in real time: a machine that stalls breaks one now and then, a fault of ours breaks it each time.
jest.retryTimes(2);

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const browserPath = [process.env.CHROMIUM ?? "", ...places].find((path) => path !== "" && existsSync(path));
/** Where there is no Chromium this test is skipped under its own name. */
const inChromium = browserPath === undefined ? test.skip : test;

const question = "How much is a cake";
/** What is said takes longer than what is recognised of it, so that every word is. */
const spoken = `${question}, please, today?`;
/** The greeting is over by then. */
const silenceMs = 4_000;
const stepMs = 15_000;

let aws: WireServer;
let phone: StartedPhone;
let browser: Browser;
/** The scopes of the signatures, `eu-west-2/polly`. */
const asked = new Set<string>();

/** Transcribe, Bedrock and Polly in one server; words are recognised in whatever is loud. */
function localServices(knowledge: () => ReturnType<typeof parseKnowledge>): Promise<WireServer> {
  const clock = realClock(Date.now());
  const nextFault = () => null;
  return wireServer([
    async ({ headers }) => {
      const [, scope] = /Credential=[^/]+\/\d+\/([^/]+\/[^/]+)\//.exec(headers.authorization ?? "") ?? [];
      if (scope !== undefined) asked.add(scope);
      return false;
    },
    transcribeServer({ recognise: loudWords(question.split(" ")), nextFault, clock }),
    bedrockServer({
      async answer(request) {
        const { tool, input } = offlineModel(knowledge(), readConverse(request));
        const usage = { inputTokens: 1_000, cacheReadInputTokens: 0, outputTokens: 40 };
        return { tool, json: JSON.stringify(input), usage };
      },
      nextFault,
      firstTokenMs: 100,
      tokenMs: 2,
      clock,
    }),
    pollyServer({
      voice: async (text) => (await hummedVoice(text)).pcm ?? new Int16Array(0),
      nextFault,
      firstByteMs: 50,
      clock,
    }),
  ]);
}

beforeAll(async () => {
  if (browserPath === undefined) return;
  aws = await localServices(() => {
    const file = join(phone.folder, "harbour-bakery.yaml");
    return parseKnowledge(readFileSync(file, "utf8"), file);
  });
  phone = await startPhone(["--aws", "--region", "eu-west-2"], {
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: "AKIDMICROPHONE",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_EC2_METADATA_DISABLED: "true",
  });
  const sound = await speakSamples(spoken, "caller");
  // Chromium goes on with the recording's last sound, so that is silence too.
  const recording = new Int16Array(2 * silenceMs * samplesPerMs + sound.length);
  recording.set(sound, silenceMs * samplesPerMs);
  const file = join(phone.folder, "microphone.wav");
  writeFileSync(file, encodeWav([recording]));
  browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      "--no-sandbox",
      "--autoplay-policy=no-user-gesture-required",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${file}%noloop`,
    ],
  });
}, 60_000);
afterAll(async () => {
  if (browserPath === undefined) return;
  await browser.close();
  expect(await phone.stop()).toBe(0);
  await aws.close();
}, 30_000);

inChromium(
  "what is said into the microphone is answered over the adapters of the deployed function; the price stands before it",
  async () => {
    expect(phone.notes()).toMatch(/eu-west-2.*claude-haiku-4-5.*Ruth/);
    expect(phone.notes()).toMatch(/a minute of conversation costs you about \d+\.\d US cents/);
    const page = await browser.newPage();
    page.setDefaultTimeout(stepMs);
    await page.goto(phone.url);
    await page.getByRole("combobox", { name: "When" }).selectOption("open");
    await page.getByRole("button", { name: "Call", exact: true }).click();
    await page.locator("#transcript .caller .words", { hasText: question }).waitFor();
    const answer = page.locator("#transcript .agent", { hasText: "£38" });
    await answer.locator(".ledger", { hasText: "service.cake" }).waitFor();
    expect(await answer.locator(".ledger").textContent()).toMatch(/\d+ ms.*listen \d+.*think \d+/);
    await page.getByRole("button", { name: "Hang up" }).click();
    await page.getByRole("heading", { name: "Call over: answered" }).waitFor();
    expect(await page.locator("#errors").textContent()).toBe("");

    expect([...asked].sort()).toEqual(["eu-west-2/bedrock", "eu-west-2/polly", "eu-west-2/transcribe"]);
    // The answer came after the question.
    const picture = await page.locator("#picture").getAttribute("aria-label");
    expect(picture).toMatch(/the caller [1-9]\d* times; waits (\d+ ms, )*\d+ ms$/);
    const calls = join(phone.folder, ".local/calls");
    const kept = readdirSync(calls, { recursive: true, encoding: "utf8" }).find((file) => file.endsWith("record.json"));
    const call = JSON.parse(readFileSync(join(calls, kept ?? ""), "utf8")) as KeptCall;
    expect(call.errors).toEqual([]);
    expect(call.turns[0]).toMatchObject({ caller: question, facts: ["service.cake"] });
  },
  60_000,
);
