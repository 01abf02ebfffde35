import type { Files } from "./files";

/** What every `Files` promises. `open` gives an empty one. */
export function filesContract(open: () => Files | Promise<Files>): void {
  let files: Files;
  beforeEach(async () => {
    files = await open();
  });
  const textOf = async (key: string) => Buffer.from((await files.get(key)) ?? []).toString();

  test("what was written is read, and what is written over it takes its place", async () => {
    expect(await files.get("calls/a.json")).toBeNull();
    await files.put("calls/a.json", "{}", "application/json");
    expect(await textOf("calls/a.json")).toBe("{}");
    await files.put("calls/a.json", Buffer.from("[é]"), "application/json");
    expect(await textOf("calls/a.json")).toBe("[é]");
  });

  test("what must be new never takes the place of anything, also where many write at once", async () => {
    const writers = ["1", "2", "3", "4"].map((text) => files.putNew("calls/a.json", text, "text/plain"));
    const answers = await Promise.all(writers);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await textOf("calls/a.json")).toBe(String(answers.indexOf(true) + 1));
  });

  test("keys are listed under their prefix, all of them, in order", async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `calls/2026-11-${10 + index}/a.json`);
    for (const key of [...keys].reverse()) await files.put(key, "{}", "application/json");
    await files.put("voicemail/a.wav", "", "audio/wav");
    expect(await files.list("calls/")).toEqual(keys);
    expect(await files.list("nothing/")).toEqual([]);
  });

  test("what is removed is gone, and removing it again does no harm", async () => {
    await files.put("calls/a.json", "{}", "application/json");
    await files.remove("calls/a.json");
    await files.remove("calls/a.json");
    expect(await files.get("calls/a.json")).toBeNull();
    expect(await files.list("")).toEqual([]);
  });
}
