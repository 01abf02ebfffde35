import type { Callers, RememberedCall } from "./callers";

const dayMs = 24 * 60 * 60 * 1_000;
const startMs = Date.UTC(2026, 10, 23, 18);
const ann = "+15551230001";
const call = (nth: number, booked: RememberedCall["booked"] = null): RememberedCall => ({
  contactId: `contact-${nth}`,
  startedAtMs: startMs + nth * dayMs,
  outcome: booked === null ? "answered" : "booked",
  booked,
});
const haircut = { service: "haircut", start: "2026-11-25T10:30", name: "Ann" };

/** What every `Callers` promises. `open` gives one that remembers nobody, for `days` after a call. */
export function callersContract(open: (days: number) => Callers | Promise<Callers>): void {
  test("a caller is known by the name of their last booking and by their last calls, latest first", async () => {
    const callers = await open(90);
    await callers.remember(ann, call(2));
    await callers.remember(ann, call(1, haircut));
    await callers.remember("+15551230002", call(3, { ...haircut, name: "Bob" }));
    expect(await callers.of(ann, startMs + 3 * dayMs)).toEqual({ name: "Ann", calls: [call(2), call(1, haircut)] });
  });

  test("a call that is told twice is remembered once, and only the last five are", async () => {
    const callers = await open(90);
    for (const nth of [1, 2, 3, 3, 4, 5, 6, 1]) await callers.remember(ann, call(nth));
    const known = await callers.of(ann, startMs + 7 * dayMs);
    expect(known?.calls.map(({ contactId }) => contactId)).toEqual([6, 5, 4, 3, 2].map((nth) => `contact-${nth}`));
  });

  test("what is older than recordings are kept is forgotten, and so is who never called", async () => {
    const callers = await open(2);
    await callers.remember(ann, call(1, haircut));
    await callers.remember(ann, call(2));
    expect(await callers.of(ann, startMs + 3.5 * dayMs)).toEqual({ name: null, calls: [call(2)] });
    expect(await callers.of(ann, startMs + 5 * dayMs)).toBeNull();
    expect(await callers.of("+15551230009", startMs)).toBeNull();
  });
}
