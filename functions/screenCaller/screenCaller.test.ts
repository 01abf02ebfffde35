import { virtualClock } from "../../simulator/clock";
import { memoryCallStore } from "../../simulator/stores/memoryCallStore";
import { memoryScreenedCalls } from "../../simulator/stores/memoryScreenedCalls";
import { connectEvent } from "../shared/connectEvent.fixture";
import { parseKnowledge } from "../shared/knowledgeFile";
import { screenCaller } from "./screenCaller";

const knowledge = parseKnowledge(
  `
business: { name: The Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
people: [{ id: desk, name: the desk, number: "+15035550101" }]
callers: { vip: ["+15551230007"], blocked: ["+15551230013"], perDay: 2 }
`,
  "shop.yaml",
);
const open = Date.parse("2026-11-23T10:00:00-08:00");
const closed = Date.parse("2026-11-23T20:00:00-08:00");

function portsAt(atMs: number) {
  let nowMs = atMs;
  return {
    clock: { now: () => nowMs },
    knowledge: async () => knowledge,
    calls: memoryCallStore(virtualClock(atMs)),
    screened: memoryScreenedCalls(),
    passTo(ms: number) {
      nowMs = ms;
    },
  };
}

test.each([
  ["a caller while the business is open", "+15551230001", open, "ai"],
  ["a caller while it is closed", "+15551230001", closed, "voicemail"],
  ["a VIP while it is closed", "+15551230007", closed, "human"],
  ["a blocked number", "+15551230013", open, "blocked"],
  ["a withheld number", null, open, "ai"],
])("%s goes where the rules say, in words that the flow compares", async (_, address, atMs, route) => {
  const screening = await screenCaller(connectEvent({ address }), portsAt(atMs));
  expect(screening).toEqual({ route, reason: expect.any(String) });
});

test("a number over its calls a day is blocked until the business's next day", async () => {
  const ports = portsAt(open);
  const route = async (contactId: string) => (await screenCaller(connectEvent({ contactId }), ports)).route;
  expect([await route("c-1"), await route("c-2"), await route("c-3")]).toEqual(["ai", "ai", "blocked"]);
  ports.passTo(Date.parse("2026-11-24T00:00:00-08:00"));
  expect(await route("c-4")).toBe("voicemail");
});

test("a question that Connect repeats counts once", async () => {
  const ports = portsAt(open);
  const routes: string[] = [];
  for (let times = 0; times < 5; times += 1) routes.push((await screenCaller(connectEvent(), ports)).route);
  expect(routes).toEqual(["ai", "ai", "ai", "ai", "ai"]);
});

test("withheld numbers are not counted", async () => {
  const ports = portsAt(open);
  for (const contactId of ["c-1", "c-2", "c-3", "c-4"]) {
    expect((await screenCaller(connectEvent({ contactId, address: "anonymous" }), ports)).route).toBe("ai");
  }
});

test("what was said of a call is noted, and a note that cannot be written keeps nobody from being put through", async () => {
  const ports = portsAt(open);
  await screenCaller(connectEvent({ contactId: "c-1" }), ports);
  expect(await ports.screened.of("c-1")).toEqual({ from: "+15551230001", route: "ai", atMs: open });
  const screened = { note: () => Promise.reject(new Error("no answer")) };
  expect((await screenCaller(connectEvent(), { ...ports, screened })).route).toBe("ai");
});

test("without the business's knowledge the screening fails, and the flow asks Connect's own hours", async () => {
  const ports = { ...portsAt(open), knowledge: () => Promise.reject(new Error("no such key")) };
  await expect(screenCaller(connectEvent(), ports)).rejects.toThrow("no such key");
});
