import type { CallRecord } from "./callRecord";
import type { CallRecords } from "./callRecords";
import type { ScreenedCalls } from "./screenedCalls";

const versions = { knowledge: "0123456789abcdef", model: "haiku", code: "fedcba9876543210" };

/** What every `CallRecords` promises. `open` gives one that has no records. */
export function callRecordsContract(
  recordOf: (contactId: string) => CallRecord,
  open: () => CallRecords | Promise<CallRecords>,
): void {
  test("a record is found under its call, the last one that was kept", async () => {
    const records = await open();
    expect(await records.of("contact-1")).toBeNull();
    const record = recordOf("contact-1");
    await records.keep({ record, versions });
    await records.keep({ record: { ...record, ending: "silence" }, versions });
    await records.keep({ record: recordOf("contact-2"), versions });
    expect(await records.of("contact-1")).toEqual({ record: { ...record, ending: "silence" }, versions });
  });
}

/** What every `ScreenedCalls` promises. `open` gives one without notes. */
export function screenedCallsContract(open: () => ScreenedCalls | Promise<ScreenedCalls>): void {
  test("the first note of a call stays", async () => {
    const screened = await open();
    const note = { from: "+15551230001", route: "ai", atMs: 1_790_000_000_000 } as const;
    await screened.note("contact-1", note);
    await screened.note("contact-1", { ...note, route: "blocked" });
    await screened.note("contact-2", { ...note, from: null });
    expect(await screened.of("contact-1")).toEqual(note);
    expect(await screened.of("contact-2")).toEqual({ ...note, from: null });
    expect(await screened.of("contact-3")).toBeNull();
  });
}
