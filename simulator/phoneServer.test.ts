import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import WebSocket from "ws";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { UserError } from "../functions/shared/userError";
import type { CallEvent, LiveCall } from "./liveCall";
import { decodeMessage, type ServerMessage } from "./page/pageMessages";
import type { PlacedCall } from "./page/placedCall";
import { type PhoneServer, servePhone } from "./phoneServer";
import type { CallReport } from "./report";
import { memoryFiles } from "./stores/memoryFiles";

const knowledge = parseKnowledge(
  'business: { name: Barbers, timezone: America/Los_Angeles, phone: "+15035550100" }\nhours: { monday: 09:00-17:30 }',
  "barbers.yaml",
);
const mondayTenMs = Date.parse("2026-11-23T10:00:00-08:00");
const calls: { readonly placed: PlacedCall; readonly done: string[] }[] = [];
let phone: PhoneServer;

/** A call that answers what is said with the same words and a sample of sound, and ends when it is hung up. */
function echoCall(placed: PlacedCall, onEvent: (event: CallEvent) => void): LiveCall {
  if (placed.from === "+15551239999") throw new UserError(["That number cannot call."]);
  const done: string[] = [];
  calls.push({ placed, done });
  let end: (report: CallReport) => void = () => undefined;
  let breakOff: (error: Error) => void = () => undefined;
  const ended = new Promise<CallReport>((resolve, reject) => {
    end = resolve;
    breakOff = reject;
  });
  onEvent({ type: "answered", contactId: `call-${calls.length}`, at: new Date(placed.atMs).toISOString() });
  return {
    say(text) {
      done.push(`say ${text}`);
      if (text === "break") breakOff(new Error("the line broke"));
      onEvent({ type: "agentSpoke", text, pcm: Int16Array.of(1, -2), atMs: 0, durationMs: 20 });
    },
    press: (key) => done.push(`press ${key}`),
    hear: (pcm) => done.push(`hear ${pcm.length} ${pcm[1]}`),
    hangUp() {
      done.push("hangUp");
      end({} as CallReport);
    },
    ended,
  };
}

const keptId = "2b7c1a90-1111-4222-8333-444455556666";
const kept = memoryFiles();

beforeAll(async () => {
  const folder = `calls/2026/11/23/${keptId}/`;
  const call = {
    contactId: keptId,
    business: "Barbers",
    to: "+15035550100",
    from: "+15551230001",
    startedAt: "2026-11-24T03:00:00.000Z",
    durationMs: 41_000,
    route: "voicemail",
    outcome: "voicemail",
  };
  await kept.put(`${folder}record.json`, JSON.stringify(call), "application/json");
  await kept.put(`${folder}page.html`, "<!doctype html><h1>Kept</h1>", "text/html");
  await kept.put("voicemail/secret.wav", "RIFF", "audio/wav");
  phone = await servePhone({
    port: 0,
    businesses: () => ({ usable: [{ id: "barbers.yaml", knowledge }], broken: [] }),
    line: "flow",
    startCall: echoCall,
    kept,
    now: () => mondayTenMs,
  });
});
afterAll(() => phone.close());

/** Opens a page's socket; `next` gives the messages in their order. */
async function openSocket(headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${phone.url.replace("http", "ws")}/call`, { headers });
  socket.binaryType = "arraybuffer";
  const came: ServerMessage[] = [];
  const waiting: ((message: ServerMessage) => void)[] = [];
  socket.on("message", (data: ArrayBuffer) => {
    const message = decodeMessage(data);
    const wanted = waiting.shift();
    if (wanted === undefined) came.push(message);
    else wanted(message);
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return {
    socket,
    send: (message: object) => socket.send(JSON.stringify(message)),
    next: () =>
      new Promise<ServerMessage>((resolve) => {
        const first = came.shift();
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
  };
}

const call = { type: "call", business: "barbers.yaml", from: "+15551230001", at: null, line: "flow" };

test("a call is made as the page asked for it, and what is said comes back in text and sound", async () => {
  const page = await openSocket({ origin: phone.url });
  page.send({ ...call, at: "2026-11-23T11:30", line: "duplex" });
  expect(await page.next()).toMatchObject({ type: "answered", at: "2026-11-23T19:30:00.000Z" });
  page.send({ type: "say", text: "Hello?" });
  expect(await page.next()).toMatchObject({ type: "agentSpoke", text: "Hello?", pcm: Int16Array.of(1, -2) });
  expect(calls.at(-1)?.placed).toMatchObject({ from: "+15551230001", line: "duplex" });
  page.socket.close();
});

test("20 ms of a microphone reach the call, and nothing of another length does", async () => {
  const page = await openSocket();
  page.socket.send(new Uint8Array(320));
  page.send(call);
  await page.next();
  page.socket.send(Int16Array.from({ length: 160 }, (_, index) => -index));
  page.socket.send(new Uint8Array(318));
  page.send({ type: "say", text: "Hello?" });
  await page.next();
  expect(calls.at(-1)?.done).toEqual(["hear 160 -1", "say Hello?"]);
  page.socket.close();
});

test("many pages call at once and hear only their own call", async () => {
  const pages = await Promise.all(Array.from({ length: 8 }, () => openSocket()));
  for (const page of pages) page.send(call);
  const ids = await Promise.all(pages.map(async (page) => (await page.next()) as { contactId: string }));
  expect(new Set(ids.map(({ contactId }) => contactId)).size).toBe(8);
  pages.forEach((page, index) => {
    page.send({ type: "say", text: `I am ${index}` });
  });
  const heard = await Promise.all(pages.map(async (page) => (await page.next()) as { text: string }));
  expect(heard.map(({ text }) => text)).toEqual(pages.map((_, index) => `I am ${index}`));
  for (const page of pages) page.socket.close();
});

test("a page that goes away hangs up", async () => {
  const page = await openSocket();
  page.send(call);
  await page.next();
  const made = calls.at(-1);
  page.socket.close();
  await new Promise((resolve) => page.socket.once("close", resolve));
  await new Promise(setImmediate);
  expect(made?.done).toEqual(["hangUp"]);
});

test("what cannot be called is refused in a sentence, and the page can call again", async () => {
  const page = await openSocket();
  page.send({ ...call, from: "hello" });
  expect(await page.next()).toEqual({
    type: "refused",
    errors: [`The caller's number is "hello". Write it with its country code, for example +15551230001.`],
  });
  page.send({ ...call, from: "+15551239999" });
  expect(await page.next()).toEqual({ type: "refused", errors: ["That number cannot call."] });
  page.socket.send("rubbish");
  expect(await page.next()).toMatchObject({ type: "refused" });
  page.send(call);
  expect(await page.next()).toMatchObject({ type: "answered" });
  page.send(call);
  expect(await page.next()).toMatchObject({ type: "refused", errors: [expect.stringContaining("hang up")] });
  page.socket.close();
});

test("a call that breaks off is said on the page", async () => {
  const page = await openSocket();
  page.send(call);
  await page.next();
  page.send({ type: "say", text: "break" });
  await page.next();
  expect(await page.next()).toEqual({ type: "refused", errors: ["The call broke off: the line broke."] });
  page.socket.close();
});

test("other sites' pages get no socket", async () => {
  await expect(openSocket({ origin: "https://example.com" })).rejects.toThrow("403");
  await expect(openSocket({ host: "rebound.example.com" })).rejects.toThrow("403");
});

/** A request as any client may send it. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    httpRequest(`${phone.url}${path}`, { headers, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["another host's name", "/", { host: "rebound.example.com" }, "GET", 403],
  ["another site's page", "/businesses", { origin: "https://example.com" }, "GET", 403],
  ["another method", "/", {}, "POST", 405],
  ["another file", "/../package.json", {}, "GET", 404],
  ["no address", "//", {}, "GET", 400],
])("a request for %s is refused", async (_, path, headers, method, status) => {
  expect((await ask(path, headers, method)).status).toBe(status);
});

test("the page and what it needs are served, and nothing may be added to them", async () => {
  for (const path of ["/", "/page.js", "/page.css", "/icon.svg"]) expect((await ask(path)).status).toBe(200);
  const { headers } = await fetch(`${phone.url}/`);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("calls that were kept are listed with their pages, and nothing else of the store is served", async () => {
  const page = `/kept/calls/2026/11/23/${keptId}/page.html`;
  expect(JSON.parse((await ask("/kept")).body)).toEqual([
    {
      startedAt: "2026-11-24T03:00:00.000Z",
      from: "+15551230001",
      route: "voicemail",
      outcome: "voicemail",
      durationMs: 41_000,
      business: "Barbers",
      timezone: "America/Los_Angeles",
      page,
    },
  ]);
  expect(await ask(page)).toMatchObject({ status: 200, body: "<!doctype html><h1>Kept</h1>" });
  const { headers } = await fetch(`${phone.url}${page}`);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
  for (const path of [
    "/kept/voicemail/secret.wav",
    `/kept/calls/2026/11/23/${keptId}/record.json`,
    "/kept/../package.json",
  ]) {
    expect((await ask(path)).status).toBe(404);
  }
});

test("the route is told before the call", async () => {
  const preview = async (query: string) =>
    JSON.parse((await ask(`/route?business=barbers.yaml${query}`)).body) as object;
  expect(await preview("")).toEqual({ route: "ai", reason: "open until 17:30" });
  expect(await preview("&at=2026-11-23T20:00")).toMatchObject({ route: "voicemail" });
  expect(await preview("&from=0815")).toMatchObject({ errors: [expect.any(String)] });
});

test("a port that is taken is a fault of the user's, told in one line with its cure", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const start = servePhone({
    port,
    businesses: () => ({ usable: [], broken: [] }),
    line: "flow",
    startCall: echoCall,
    now: () => 0,
  });
  await expect(start).rejects.toEqual(
    new UserError([
      `--port: ${port} is taken on this machine. Stop what uses it, or write another, for example --port ${port + 1}.`,
    ]),
  );
  await new Promise((resolve) => other.close(resolve));
});
