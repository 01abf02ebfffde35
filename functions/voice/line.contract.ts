import type { Line, LineEvent, Sound, Speech } from "./ports";
import type { StageClock } from "./stage.fixture";

export interface LineStage<S extends Sound> {
  readonly line: Line<S>;
  readonly clock: StageClock;
  sound(durationMs: number): S;
  /** How much of a speech has come out at the caller's end. */
  heardMs(id: string): number;
  /** Presses a key while this speech plays. */
  pressDuring(id: string, key: string): void;
  callerHangsUp(): void;
  /** What was done with the call, in order: `end`, or the summary of a transfer. */
  doings(): readonly string[];
  /** Whoever else works for the call stops. */
  close(): Promise<void>;
}

/** How far apart the line's times and the truth may be. A `flow` has to ask and be told, on a machine that may be busy. */
const looseMs = { duplex: 60, flow: 600 } as const;

/** What every `Line` promises. `open` gives one on which nothing was said yet, and whose caller listens. */
export function lineContract<S extends Sound>(
  grade: Line["grade"],
  open: (contactId: string) => Promise<LineStage<S>>,
): void {
  const ofGrade = (wanted: Line["grade"]) => (grade === wanted ? test : test.skip);
  let calls = 0;
  let stage: LineStage<S>;
  let events: LineEvent[];
  let following: Promise<void>;
  let over: AbortController;

  beforeEach(async () => {
    calls += 1;
    stage = await open(`contact-${calls}`);
    events = [];
    over = new AbortController();
    following = (async () => {
      for await (const event of stage.line.events(over.signal)) events.push(event);
    })();
  });

  afterEach(async () => {
    over.abort();
    await stage.clock.run(following);
    await stage.close();
  });

  const passed = (ms: number) => stage.clock.run(new Promise<void>((resolve) => stage.clock.after(ms, resolve)));
  const has = (type: LineEvent["type"], id: string) =>
    events.some((event) => event.type === type && "id" in event && event.id === id);

  /** Lets time pass until something has happened, at most for so long as no test needs. */
  async function until(hasHappened: () => boolean): Promise<void> {
    for (let waitedMs = 0; waitedMs < 15_000 && !hasHappened(); waitedMs += 20) await passed(20);
    expect(hasHappened()).toBe(true);
  }

  async function* pieces(...durationsMs: readonly number[]): AsyncGenerator<S> {
    for (const durationMs of durationsMs) yield stage.sound(durationMs);
  }

  async function* late(ms: number, durationMs: number): AsyncGenerator<S> {
    await new Promise<void>((resolve) => stage.clock.after(ms, resolve));
    yield stage.sound(durationMs);
  }

  const speech = (id: string, isOffer = false): Speech => ({ id, text: `Clause ${id}.`, isOffer });
  const told = () => events.map((event) => ("id" in event ? `${event.type} ${event.id}` : event.type));

  test("speeches are heard whole, one after another, in the order in which they were given, however late the first is made", async () => {
    expect(stage.line.grade).toBe(grade);
    stage.line.play(speech("a"), late(400, 600));
    stage.line.play(speech("b"), pieces(200, 200));
    await until(() => has("speechEnded", "b"));
    expect(told()).toEqual(["speechStarted a", "speechEnded a", "speechStarted b", "speechEnded b"]);
    expect([stage.heardMs("a"), stage.heardMs("b")]).toEqual([600, 400]);
  });

  test("a speech is told to start and to end as far apart as it is long, and its length with its end", async () => {
    const fromMs = stage.clock.now();
    stage.line.play(speech("a"), pieces(1_000));
    await until(() => has("speechEnded", "a"));
    const [started, ended] = events;
    expect(started?.atMs).toBeGreaterThanOrEqual(fromMs);
    expect(Math.abs((ended?.atMs ?? 0) - (started?.atMs ?? 0) - 1_000)).toBeLessThan(looseMs[grade]);
    expect(ended).toMatchObject({ durationMs: 1_000 });
  });

  test("what is given while the line is held is not heard until it is resumed", async () => {
    stage.line.hold();
    stage.line.play(speech("a"), pieces(200));
    await passed(1_200);
    expect([told(), stage.heardMs("a")]).toEqual([[], 0]);
    stage.line.resume();
    await until(() => has("speechEnded", "a"));
    expect(stage.heardMs("a")).toBe(200);
  });

  test("after a hold and its end everything has been heard once, in order", async () => {
    stage.line.play(speech("a"), pieces(800));
    stage.line.play(speech("b"), pieces(200));
    await until(() => has("speechStarted", "a"));
    await passed(200);
    stage.line.hold();
    await passed(1_600);
    expect(stage.heardMs("b")).toBe(0);
    stage.line.resume();
    await until(() => has("speechEnded", "b"));
    expect([stage.heardMs("a"), stage.heardMs("b")]).toEqual([800, 200]);
    expect(told().indexOf("speechEnded a")).toBeLessThan(told().indexOf("speechStarted b"));
    expect(told().filter((each) => each.startsWith("speechEnded"))).toHaveLength(2);
  });

  ofGrade("duplex")("a hold comes in the middle of a speech, which goes on from that very sample", async () => {
    stage.line.play(speech("a"), pieces(400, 400));
    await passed(300);
    stage.line.hold();
    const heardMs = stage.heardMs("a");
    await passed(1_000);
    expect(stage.heardMs("a")).toBe(heardMs);
    stage.line.resume();
    await passed(1_000);
    expect(events).toMatchObject([
      { type: "speechStarted", id: "a" },
      { type: "speechHeld", id: "a", heardMs },
      { type: "speechStarted", id: "a" },
      { type: "speechEnded", id: "a", durationMs: 800 },
    ]);
    expect([heardMs, stage.heardMs("a")]).toEqual([300, 800]);
  });

  ofGrade("flow")("what has begun is played to its end, held or stopped", async () => {
    stage.line.play(speech("a"), pieces(800));
    await until(() => has("speechStarted", "a"));
    stage.line.hold();
    stage.line.stop();
    await until(() => has("speechEnded", "a"));
    expect(stage.heardMs("a")).toBe(800);
  });

  test("a stop forgets what has not been heard, and what is given afterwards is heard", async () => {
    stage.line.play(speech("a"), pieces(1_000));
    stage.line.play(speech("b"), pieces(400));
    await until(() => has("speechStarted", "a"));
    await passed(200);
    stage.line.hold();
    stage.line.stop();
    stage.line.play(speech("c"), pieces(400));
    await until(() => has("speechEnded", "c"));
    expect([stage.heardMs("b"), stage.heardMs("c")]).toEqual([0, 400]);
    expect(has("speechStarted", "b")).toBe(false);
    const left = events.find(({ type }) => type === (grade === "duplex" ? "speechHeld" : "speechEnded"));
    const leftMs = left?.type === "speechHeld" ? left.heardMs : left?.type === "speechEnded" ? left.durationMs : null;
    expect(leftMs).toBe(stage.heardMs("a"));
  });

  test("a speech without any sound keeps the next from nobody", async () => {
    stage.line.play(speech("a"), pieces());
    stage.line.play(speech("b"), pieces(400));
    await until(() => has("speechEnded", "b"));
    expect(has("speechEnded", "a")).toBe(true);
    expect(stage.heardMs("b")).toBe(400);
  });

  test("a key that is pressed while an offer plays is told", async () => {
    stage.pressDuring("a", "0");
    stage.line.play(speech("a", true), pieces(1_000));
    await until(() => events.some(({ type }) => type === "keyPressed"));
    expect(events.filter(({ type }) => type === "keyPressed")).toMatchObject([{ key: "0" }]);
  });

  test("the call is ended once everything has been heard, and not before", async () => {
    stage.line.play(speech("a"), late(300, 400));
    stage.line.end();
    await until(() => has("speechStarted", "a"));
    expect(stage.doings()).toEqual([]);
    await until(() => stage.doings().length > 0);
    expect(stage.doings()).toEqual(["end"]);
    expect(stage.heardMs("a")).toBe(400);
  });

  test("the person is called, with what they are to know, once everything has been heard", async () => {
    stage.line.play(speech("a"), pieces(400));
    stage.line.transfer("Wants a person.");
    await until(() => stage.doings().length > 0);
    expect(stage.doings()).toEqual(["Wants a person."]);
    expect(stage.heardMs("a")).toBe(400);
  });

  test("that the caller has hung up is told once and last, with when it was, and the events end", async () => {
    stage.line.play(speech("a"), pieces(2_000));
    await until(() => has("speechStarted", "a"));
    await passed(300);
    const atMs = stage.clock.now();
    stage.callerHangsUp();
    await stage.clock.run(following);
    expect(told().filter((type) => type === "callerHungUp")).toHaveLength(1);
    const last = events.at(-1);
    expect(last?.type).toBe("callerHungUp");
    expect(Math.abs((last?.atMs ?? 0) - atMs)).toBeLessThan(looseMs[grade]);
    expect(has("speechEnded", "a")).toBe(false);
  });

  test("an abort ends the events quietly", async () => {
    await passed(60);
    over.abort();
    await stage.clock.run(following);
    expect(events).toEqual([]);
  });

  test("whose turn it is may be shown at any time and as often as one likes", async () => {
    for (const state of ["greeting", "listening", "listening", "thinking"]) stage.line.show(state);
    stage.line.play(speech("a"), pieces(200));
    await until(() => has("speechEnded", "a"));
    expect(stage.heardMs("a")).toBe(200);
  });
}
