import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { UserError } from "../../functions/shared/userError";
import { openLocalStore } from "./localStore";

const business = (services: string, phone = "+442079460100") => ({
  id: "bakery.yaml",
  knowledge: parseKnowledge(
    `business: { name: Bakery, timezone: Europe/London, phone: "${phone}" }\nhours: { monday: 08:00-18:00 }\nservices: ${services}`,
    "bakery.yaml",
  ),
});
const bakery = business("[{ id: cake, name: Cake, minutes: 30 }]");
const booking = {
  service: "cake",
  start: "2026-11-23T10:00",
  name: "Dana",
  number: null,
  key: "k1",
  confirmation: "heard",
} as const;

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "store-")), ".local");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

/** A store in which a cake has been booked in a call that is over. */
function bookCake(): void {
  const store = openLocalStore(folder);
  store.storesOf(bakery).bookings.add(booking, bakery.knowledge);
  store.keep();
}

const number = "+447700900001";
const call = { contactId: "call-1", startedAtMs: Date.UTC(2026, 10, 23, 10), outcome: "booked", booked: null } as const;
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

test("when a call is over, what is booked and whom the business knows is kept", async () => {
  bookCake();
  expect(read("bookings.json")).toEqual([{ business: "+442079460100", ...booking }]);
  const store = openLocalStore(folder);
  await store.storesOf(bakery).afterCalls.callers.remember(number, call);
  store.keep();
  expect(read("callers.json")).toEqual([{ business: "+442079460100", number, call }]);
  const { callers } = openLocalStore(folder).storesOf(bakery).afterCalls;
  expect(await callers.of(number, call.startedAtMs)).toEqual({ name: null, calls: [call] });
});

test("what is taken out of the store while it is open is forgotten, and does not come back", async () => {
  const store = openLocalStore(folder);
  const { bookings, afterCalls } = store.storesOf(bakery);
  bookings.add(booking, bakery.knowledge);
  await afterCalls.callers.remember(number, call);
  store.keep();
  writeFileSync(join(folder, "bookings.json"), "[]");
  writeFileSync(join(folder, "callers.json"), "[]");
  store.keep();
  expect([read("bookings.json"), read("callers.json")]).toEqual([[], []]);
  expect(store.storesOf(bakery).bookings.all()).toEqual([]);
  // Where the tables of a stack still have it, it is not taken from there again.
  bookings.add(booking, bakery.knowledge);
  store.keep();
  expect(read("bookings.json")).toEqual([]);
});

test("what was booked before a new start is still booked, for that business alone", () => {
  bookCake();
  const store = openLocalStore(folder);
  expect(store.storesOf(bakery).bookings.all()).toEqual([booking]);
  expect(store.storesOf(business("[]", "+442079460111")).bookings.all()).toEqual([]);
});

test("a booking outlives calls to others, and a change of the file that would not allow it", () => {
  bookCake();
  openLocalStore(folder).keep();
  const changed = openLocalStore(folder);
  expect(changed.storesOf(business("[]")).bookings.all()).toEqual([]);
  changed.keep();
  expect(openLocalStore(folder).storesOf(bakery).bookings.all()).toEqual([booking]);
});

test("opening a store that is not there makes nothing; one that cannot be read is refused and left as it is", () => {
  openLocalStore(folder);
  expect(existsSync(folder)).toBe(false);
  bookCake();
  writeFileSync(join(folder, "bookings.json"), "{}");
  expect(() => openLocalStore(folder)).toThrow(UserError);
  expect(readFileSync(join(folder, "bookings.json"), "utf8")).toBe("{}");
});
