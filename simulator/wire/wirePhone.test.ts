import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import WebSocket from "ws";
import type { CallEvent } from "../liveCall";
import { decodeMessage, type ServerMessage } from "../page/pageMessages";
import { type StartedPhone, startPhone } from "../startedPhone.fixture";

// These calls go on in real time: a machine that stalls breaks one now and then, a fault of ours breaks it each time.
jest.retryTimes(2);

let phone: StartedPhone;
beforeAll(async () => {
  phone = await startPhone(["--wire"]);
}, 30_000);

type Told<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

/** A page's call; `until` gives the first message that was or will be told and is as wished. */
async function dial(line: "flow" | "duplex") {
  const socket = new WebSocket(`${phone.url.replace("http", "ws")}/call`);
  socket.binaryType = "arraybuffer";
  const told: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    told.push(decodeMessage(data as ArrayBuffer));
    for (const look of [...waiting]) look();
  });
  await new Promise((resolve) => socket.once("open", resolve));
  const send = (request: object) => socket.send(JSON.stringify(request));
  send({ type: "call", business: "harbour-bakery.yaml", from: "+15551230001", at: "2026-11-23T10:00", line });
  function until<T extends ServerMessage["type"]>(type: T, isWished: (message: Told<T>) => boolean): Promise<Told<T>> {
    return new Promise((resolve) => {
      const look = () => {
        const found = told.find((each): each is Told<T> => each.type === type && isWished(each as Told<T>));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }
  return { send, until, told, close: () => socket.close() };
}

async function askForTheCake() {
  const call = await dial("flow");
  await call.until("stateChanged", ({ state }) => state === "waiting");
  call.send({ type: "say", text: "How much is a birthday cake?" });
  const answer = await call.until("agentSpoke", ({ text }) => text.includes("£38"));
  // Told when the turn is over, while the call goes on.
  await call.until("turnEnded", ({ turn }) => turn.latencyMs !== null);
  call.send({ type: "hangUp" });
  const { report } = await call.until("ended", () => true);
  call.close();
  return { told: call.told as readonly CallEvent[], answer, report };
}

test("two calls of the page at once go through the functions: route, sound, words, turns and the report are told", async () => {
  const calls = await Promise.all([askForTheCake(), askForTheCake()]);
  for (const { told, answer, report } of calls) {
    expect(told.find(({ type }) => type === "routed")).toMatchObject({ route: "ai" });
    expect(answer.pcm?.some((sample) => Math.abs(sample) > 500)).toBe(true);
    const understood = told.filter((each) => each.type === "callerTranscribed").map(({ text }) => text);
    expect(understood).toContain("How much is a birthday cake?");
    expect(told.filter((each) => each.type === "turnEnded").map(({ turn }) => turn.facts)).toEqual([["service.cake"]]);
    expect(report).toMatchObject({
      outcome: "answered",
      errors: [],
      turns: [{ caller: "How much is a birthday cake?" }],
    });
    const day = report.startedAt.slice(0, 10).replaceAll("-", "/");
    const kept = join(phone.folder, ".local/calls", day, report.contactId, "record.json");
    expect(JSON.parse(readFileSync(kept, "utf8"))).toMatchObject({
      outcome: "answered",
      turns: [{ caller: "How much is a birthday cake?", facts: ["service.cake"] }],
    });
  }
}, 30_000);

test("the duplex line is refused with one sentence", async () => {
  const call = await dial("duplex");
  const { errors } = await call.until("refused", () => true);
  expect(errors).toEqual([
    "The duplex line cannot be had over the wire yet: choose the flow line, or start without --wire.",
  ]);
  call.close();
});

test("Ctrl-C in the middle of a call ends everything, and no process is left", async () => {
  const call = await dial("flow");
  await call.until("agentSpoke", () => true);
  const { folder } = phone;
  expect(processesIn(folder).length).toBeGreaterThan(4);
  expect(await phone.stop()).toBe(0);
  expect(processesIn(folder)).toEqual([]);
}, 20_000);

/** Processes on this machine that work in a folder; those of a function have it from whoever started them. */
function processesIn(folder: string): string[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc").filter((id) => {
    try {
      return /^\d+$/.test(id) && readlinkSync(`/proc/${id}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}
