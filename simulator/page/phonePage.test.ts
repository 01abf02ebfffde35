import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { type StartedPhone, startPhone } from "../startedPhone.fixture";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const browserPath = [process.env.CHROMIUM ?? "", ...places].find((path) => path !== "" && existsSync(path));
/** Where there is no Chromium these tests are skipped, each under its own name. */
const inChromium = browserPath === undefined ? test.skip : test;

/** No step of a call takes longer, so that what does not come is named. */
const stepMs = 15_000;

let phone: StartedPhone;
let browser: Browser;

beforeAll(async () => {
  if (browserPath === undefined) return;
  [phone, browser] = await Promise.all([
    startPhone([]),
    chromium.launch({
      executablePath: browserPath,
      args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
    }),
  ]);
}, 60_000);
afterAll(async () => {
  if (browserPath === undefined) return;
  await browser.close();
  expect(await phone.stop()).toBe(0);
}, 30_000);

/** The page, with what went wrong on it. */
async function openPage(): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(stepMs);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(phone.url);
  return { page, faults };
}

/** How loud the agent is at the loudspeaker, as soon as it is heard at all; 0 where it stays silent. */
function agentLoudness(page: Page): Promise<number> {
  return page.evaluate(
    (mostMs) =>
      new Promise<number>((resolve) => {
        const meter = document.querySelector("#level");
        const startedMs = performance.now();
        const look = () => {
          const level = meter instanceof HTMLMeterElement ? meter.value : 0;
          if (level > 0.01 || performance.now() - startedMs > mostMs) resolve(level);
          else requestAnimationFrame(look);
        };
        look();
      }),
    stepMs,
  );
}

async function sayWhenAsked(page: Page, text: string): Promise<void> {
  await page.locator("#state", { hasText: "waiting" }).waitFor();
  await page.getByLabel("What you say").fill(text);
  await page.keyboard.press("Enter");
}

inChromium(
  "a question typed on the page is answered in sound and in text, with route, state, latency and report; markup stays text",
  async () => {
    const { page, faults } = await openPage();
    await page.getByRole("combobox", { name: "When" }).selectOption("open");
    await page.locator("#preview", { hasText: "reaches the agent" }).waitFor();
    await page.getByRole("button", { name: "Call", exact: true }).click();
    expect(await agentLoudness(page)).toBeGreaterThan(0.01);
    expect(await page.locator("#route").textContent()).toBe("ai");

    await sayWhenAsked(page, "How much is a birthday cake?");
    const answer = page.locator("#transcript .agent").nth(1);
    await answer.locator(".words", { hasText: "£38" }).waitFor();
    expect(await agentLoudness(page)).toBeGreaterThan(0.01);
    await answer.locator(".ledger", { hasText: "service.cake" }).waitFor();
    expect(await answer.locator(".ledger").textContent()).toMatch(/\d+ ms.*listen \d+.*think \d+.*speak \d+.*line \d+/);

    const markup = "<img src=x> <b>And flour?</b>";
    await sayWhenAsked(page, markup);
    await page.locator("#transcript .caller .words", { hasText: markup }).waitFor();
    expect(await page.locator("#transcript :is(img, b)").count()).toBe(0);

    await page.getByRole("button", { name: "Hang up" }).click();
    await page.getByRole("heading", { name: "Call over: answered" }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  },
  90_000,
);

inChromium(
  "a number that is none is said on the page, and nobody is called",
  async () => {
    const { page } = await openPage();
    await page.getByLabel("Caller's number").fill("0815");
    await page.getByRole("button", { name: "Call", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: 'The caller\'s number is "0815".' }).waitFor();
    expect(await page.getByRole("button", { name: "Call", exact: true }).isVisible()).toBe(true);
    await page.close();
  },
  20_000,
);
