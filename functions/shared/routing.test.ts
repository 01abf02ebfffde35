import { parseKnowledge } from "./knowledgeFile";
import { routeCall } from "./routing";

const vip = "+15035550199";
const blocked = "+15035550198";
const other = "+15551230001";

function shop(hours: string, holidays = "{}") {
  return parseKnowledge(
    `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: ${hours}
holidays: ${holidays}
callers: { vip: ["${vip}", "+15035550197"], blocked: ["${blocked}", "+15035550197"], perDay: 3 }`,
    "shop.yaml",
  );
}
const weekdaysOnly = shop(
  "{ monday: 09:00-17:30, tuesday: 09:00-17:30, friday: 22:00-02:00 }",
  "{ 2026-12-28: closed }",
);
const route = (at: string, from: string | null = other, callsToday = 0, knowledge = weekdaysOnly) =>
  routeCall(knowledge, { atMs: Date.parse(at), from, callsToday });

test.each([
  ["2026-11-23T10:00:00-08:00", "ai", "open until 17:30"],
  ["2026-11-23T08:00:00-08:00", "voicemail", "closed; opens today 09:00"],
  ["2026-11-23T17:30:00-08:00", "voicemail", "closed; opens Tuesday 24 November 09:00"],
  ["2026-11-27T23:00:00-08:00", "ai", "open until Saturday 28 November 02:00"],
  ["2026-11-28T01:00:00-08:00", "ai", "open until 02:00"],
  ["2026-12-28T10:00:00-08:00", "voicemail", "closed, holiday of 28 December; opens Tuesday 29 December 09:00"],
])("at %s an unknown number reaches %s: %s", (at, expected, reason) => {
  expect(route(at)).toEqual({ route: expected, reason });
});

test("the year is named where it is another one", () => {
  const yearly = shop("{}", "{ 2027-05-05: 09:00-10:00 }");
  expect(route("2026-11-23T10:00:00-08:00", other, 0, yearly).reason).toBe("closed; opens Wednesday 5 May 2027 09:00");
});

test("a business without closing time, and one without opening, say so", () => {
  const day = "00:00-24:00";
  const always = shop(
    `{ monday: "${day}", tuesday: "${day}", wednesday: "${day}", thursday: "${day}", friday: "${day}", saturday: "${day}", sunday: "${day}" }`,
  );
  expect(route("2026-11-23T10:00:00-08:00", other, 0, always)).toEqual({
    route: "ai",
    reason: "open around the clock",
  });
  expect(route("2026-11-23T10:00:00-08:00", other, 0, shop("{}"))).toEqual({
    route: "voicemail",
    reason: "closed; no opening to come",
  });
});

describe("precedence", () => {
  test.each([
    [blocked, 0, "blocked"],
    ["+15035550197", 0, "blocked"],
    [vip, 4, "blocked"],
    [vip, 3, "human"],
    [other, 4, "blocked"],
    [other, 3, "voicemail"],
    [null, 400, "voicemail"],
  ])("%s with %i calls today at night is %s", (from, callsToday, expected) => {
    expect(route("2026-11-23T03:00:00-08:00", from, callsToday).route).toBe(expected);
  });

  test("a VIP number reaches a person while the agent would be open, too", () => {
    expect(route("2026-11-23T10:00:00-08:00", vip).route).toBe("human");
  });

  test("the reason of a refusal has its figures", () => {
    expect(route("2026-11-23T10:00:00-08:00", other, 4).reason).toBe("call 4 of the day, over the limit of 3");
  });
});
