import { eventQueue } from "../eventQueue";
import type { Line, LineEvent } from "../ports";
import { leavingLine } from "./leavingLine";

function lineOf(events: AsyncIterable<LineEvent>): Line {
  const nothing = () => undefined;
  return {
    grade: "flow",
    play: nothing,
    hold: nothing,
    resume: nothing,
    stop: nothing,
    show: nothing,
    transfer: nothing,
    end: nothing,
    events: () => events,
  };
}

async function readAll(events: AsyncIterable<LineEvent>): Promise<LineEvent[]> {
  const read: LineEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

const signal = new AbortController().signal;
const started: LineEvent = { type: "speechStarted", id: "s1", atMs: 5 };

test("what happens on the line is passed on", async () => {
  const events = eventQueue<LineEvent>();
  events.push(started);
  events.close();
  const line = leavingLine(lineOf(events), new AbortController().signal, () => 9);
  expect(await readAll(line.events(signal))).toEqual([started]);
});

test("when the call goes to another, for us the caller has gone", async () => {
  const events = eventQueue<LineEvent>();
  const lost = new AbortController();
  const line = leavingLine(lineOf(events), lost.signal, () => 9);
  const reading = readAll(line.events(signal));
  events.push(started);
  await new Promise(setImmediate);
  lost.abort();
  expect(await reading).toEqual([started, { type: "callerHungUp", atMs: 9 }]);
});

test("a failure of the line is passed on", async () => {
  async function* broken(): AsyncGenerator<LineEvent> {
    yield started;
    throw new Error("the line is gone");
  }
  const line = leavingLine(lineOf(broken()), new AbortController().signal, () => 9);
  await expect(readAll(line.events(signal))).rejects.toThrow("the line is gone");
});
