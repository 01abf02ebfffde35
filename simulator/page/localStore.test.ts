import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { UserError } from "../../functions/shared/userError";
import type { CallReport } from "../report";
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
const report = { contactId: "call-1", outcome: "booked" } as CallReport;

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "store-")), ".local");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

/** A store in which a cake has been booked in a call that is over. */
function bookCake(): void {
  const store = openLocalStore(folder);
  store.storesOf(bakery).bookings.add(booking, bakery.knowledge);
  store.keep(report);
}

test("a call that is over is kept with its report and the bookings", () => {
  bookCake();
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  expect(read("calls/call-1.json")).toEqual(report);
  expect(read("bookings.json")).toEqual([{ business: "+442079460100", ...booking }]);
});

test("what was booked before a new start is still booked, for that business alone", () => {
  bookCake();
  const store = openLocalStore(folder);
  expect(store.storesOf(bakery).bookings.all()).toEqual([booking]);
  expect(store.storesOf(business("[]", "+442079460111")).bookings.all()).toEqual([]);
});

test("a booking outlives calls to others, and a change of the file that would not allow it", () => {
  bookCake();
  openLocalStore(folder).keep(report);
  const changed = openLocalStore(folder);
  expect(changed.storesOf(business("[]")).bookings.all()).toEqual([]);
  changed.keep(report);
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
