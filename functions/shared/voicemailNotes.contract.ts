import type { VoicemailNotes } from "./voicemail";

const startedAtMs = 1_790_000_000_000;

/** What every `VoicemailNotes` promises. `open` gives one without notes. */
export function voicemailNotesContract(open: () => VoicemailNotes | Promise<VoicemailNotes>): void {
  test("the first note of a voicemail stays, and its caller is called back where they call from", async () => {
    const notes = await open();
    await notes.begin("contact-1", { from: "+15551230001", startedAtMs });
    await notes.begin("contact-1", { from: null, startedAtMs: startedAtMs + 1 });
    await notes.begin("contact-2", { from: null, startedAtMs });
    const note = { from: "+15551230001", callback: "+15551230001", startedAtMs, state: "awaited" };
    expect(await notes.of("contact-1")).toEqual(note);
    expect(await notes.of("contact-2")).toEqual({ ...note, from: null, callback: null });
    expect(await notes.of("contact-3")).toBeNull();
  });

  test("a number to be called back on, and what became of the message, are kept when the note comes again", async () => {
    const notes = await open();
    await notes.begin("contact-1", { from: null, startedAtMs });
    await notes.callBack("contact-1", "+15035550199");
    await notes.become("contact-1", "empty");
    await notes.begin("contact-1", { from: null, startedAtMs: startedAtMs + 1 });
    expect(await notes.of("contact-1")).toEqual({
      from: null,
      callback: "+15035550199",
      startedAtMs,
      state: "empty",
    });
  });

  test("what was never noted does not come to be by what is said of it", async () => {
    const notes = await open();
    await notes.callBack("contact-1", "+15035550199");
    await notes.become("contact-1", "missed");
    expect(await notes.of("contact-1")).toBeNull();
  });
}
