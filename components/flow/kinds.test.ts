import { callerRules } from "./callerRules";
import { contactRules } from "./contactRules";
import { customerHold, customerQueue, inbound, kinds, module } from "./flows.fixture";
import { advance, startFlow } from "./interpret";
import { lintFlow } from "./lint";
import { mutantsOf } from "./mutants.fixture";
import { anyAnswers, drawing, playAtRandom } from "./randomPlayer.fixture";
import type { ContactFlow, FlowAnswer, FlowRun } from "./types";

const contact = { contactId: "c-1", from: "+15551230001", to: "+15035550100", instanceArn: "arn:instance" };
const flows = Object.values(kinds);
const named = Object.entries(kinds);

test("together they have every action that is checked closely", () => {
  const types = new Set(flows.flatMap(({ Actions }) => Actions.map(({ Type }) => Type)));
  expect(Object.keys({ ...contactRules, ...callerRules }).filter((type) => !types.has(type))).toEqual([]);
});

test.each(named)("a sound %s flow has no error and no warning", (_, flow) => {
  expect(lintFlow(flow)).toEqual({ errors: [], warnings: [] });
});

test.each(named)("each fault in a %s flow is found at its action", (_, flow) => {
  const missed = mutantsOf(flow).filter(({ flow: mutant, action }) => {
    const { errors } = lintFlow(mutant);
    return !errors.some((error) => action === null || error.action === action);
  });
  expect(missed.map(({ name }) => name)).toEqual([]);
});

test("whatever is answered, a flow is played to an end or a request, and nothing is thrown", () => {
  const ways = new Set<string>();
  for (const [name, flow] of named) {
    for (let seed = 0; seed < 200; seed += 1) {
      const { request } = playAtRandom(startFlow(flow, contact), drawing(seed), { flows, steps: 60 });
      ways.add(`${name} ${request.type}`);
      if (request.type === "broken") expect(request.why).toMatch(/has no branch for|ends where none was invoked/);
    }
  }
  expect([...ways]).toEqual(expect.arrayContaining(["inbound disconnect", "inbound end", "guide disconnect"]));
});

test("a document with any fault is played without a throw", () => {
  for (const { flow } of flows.flatMap(mutantsOf)) {
    playAtRandom(startFlow(flow as ContactFlow, contact), drawing(7), { flows, steps: 20 });
  }
});

/** Plays on with the answers in turn; prompts and switches answer themselves. */
function play(start: FlowRun, ...answers: FlowAnswer[]): FlowRun {
  let run = start;
  for (;;) {
    const isQuick = ["play", "setRecording", "setStreaming"].includes(run.request.type);
    const answer = isQuick ? anyAnswers(run.request, [])[0] : answers.shift();
    if (answer === undefined) return run;
    run = advance(run, answer);
  }
}

const told = (result: object): FlowAnswer => ({ type: "lambdaResult", result });
const menu = (key: string): readonly FlowAnswer[] => [
  told({ queue: "queue/1" }),
  { type: "hours", isOpen: true },
  { type: "keys", keys: key },
];

test("a module is told its input, and its result chooses the branch of the flow that invoked it", () => {
  const invoked = play(startFlow(inbound, contact), ...menu("2"));
  expect(invoked.request).toEqual({ type: "invokeModule", moduleId: "module-1", input: { name: "+15551230001" } });
  const inside = play(invoked, { type: "flow", flow: module });
  expect(inside.request).toMatchObject({ event: { Details: { Parameters: { name: "+15551230001" } } } });
  const said = advance(inside, told({ name: "Dana" }));
  expect(said.request).toMatchObject({ prompt: { text: "One moment, module." } });
  const back = advance(said, { type: "done" });
  expect(back.request).toMatchObject({ prompt: { text: "Hello Dana." } });
  expect([back.callers, back.data.FlowAttributes]).toEqual([[], { try: "first" }]);
});

test("a module without a result goes on at the next action, and one that fails at the error branch", () => {
  const invoked = play(startFlow(inbound, contact), ...menu("2"));
  const inside = play(invoked, { type: "flow", flow: module });
  const none = advance(inside, { type: "error", errorType: "NoMatchingError" });
  expect(none.action).toBe("sorry");
  const withoutErrors = module.Actions.map((each) => ({ ...each, Transitions: { ...each.Transitions, Errors: [] } }));
  const bare = { ...module, Actions: withoutErrors };
  const failed = advance(play(invoked, { type: "flow", flow: bare }), { type: "error", errorType: "NoMatchingError" });
  expect([failed.action, failed.request.type]).toEqual(["sorry", "play"]);
});

test("another flow is played from its start, and the module's way back is forgotten", () => {
  const asked = play(
    startFlow(inbound, contact),
    told({}),
    { type: "hours", isOpen: false },
    { type: "number", value: 50 },
  );
  expect(asked.request).toEqual({ type: "transferToFlow", flowId: "arn:other" });
  expect(advance(asked, { type: "flow", flow: customerQueue }).request.type).toBe("playOnAndOn");
  expect(advance(asked, { type: "done" }).request).toEqual({ type: "end" });
});

test("one call in ten goes another way, by an action that is only named here", () => {
  const asked = play(
    startFlow(inbound, contact),
    told({}),
    { type: "hours", isOpen: false },
    { type: "number", value: 10 },
  );
  expect(asked.request).toMatchObject({ type: "other", actionType: "GetCustomerProfile" });
  expect(advance(asked, { type: "error", errorType: "NoneFound" }).action).toBe("transfer");
});

test("a queue is entered with its priority and hooks, once agents are there and its length is said", () => {
  const staffed = play(startFlow(inbound, contact), ...menu("1"));
  expect(staffed.request).toEqual({ type: "checkMetric", metric: "NumberOfAgentsStaffed", queueId: null });
  expect(advance(staffed, { type: "number", value: 0 }).action).toBe("phone");
  const metrics = advance(staffed, { type: "number", value: 2 });
  const long = advance(metrics, { type: "values", values: { Queue: { Size: 3 } } });
  expect(long.request).toMatchObject({ prompt: { text: "There are 3 before you." } });
  const queue = advance(long, { type: "done" });
  expect(queue.request).toEqual({ type: "queue", queueId: "queue/1", queueFlowArn: null });
  expect(advance(queue, { type: "error", errorType: "QueueAtCapacity" }).action).toBe("phone");
});

test("what is heard in the queue knows the caller's attributes, and gives up after three turns", () => {
  const queued = play(startFlow(inbound, contact), ...menu("1"));
  const start = startFlow(customerQueue, contact, queued.data);
  expect(start.data.Attributes).toEqual({ from: "+15551230001" });
  const interrupted: FlowAnswer = { type: "interrupted" };
  expect(play(start, interrupted, interrupted, interrupted).action).toBe("music");
  expect(play(start, interrupted, interrupted, interrupted, interrupted).request).toEqual({ type: "disconnect" });
});

test("a hold plays on, and an error of it is the end", () => {
  const start = startFlow(customerHold, contact);
  expect(start.request).toMatchObject({ type: "playOnAndOn", interruptMs: null });
  expect(advance(start, { type: "error", errorType: "NoMatchingError" }).request.type).toBe("broken");
});

test.each<[string, string, string]>([
  ["as it is dialled in the country", "02079460123", "number"],
  ["that is too short", "123", "sorry"],
])("a number %s is kept or refused", (_, keys, action) => {
  const asked = play(startFlow(inbound, contact), told({ kind: "account" }));
  expect(asked.request).toMatchObject({ type: "getInput", phone: { country: "GB" } });
  const after = advance(asked, { type: "keys", keys });
  expect(after.passed).toContain(action);
});

test("a call back goes to the number that was given, or else to the caller's", () => {
  const asked = play(startFlow(inbound, contact), told({ kind: "account" }));
  const local = advance(asked, { type: "keys", keys: "02079460123" });
  // What is dialled in a country is no international number.
  expect(local.request).toMatchObject({ type: "callBack", number: "+15551230001", delayMs: 60_000, attempts: 2 });
});

test("a bot's slots are known afterwards, its silence is an error, and an old bot is named by its alias", () => {
  const bot = play(startFlow(inbound, contact), told({ kind: "bot" }));
  expect(bot.request).toEqual({
    type: "joinBot",
    aliasArn: "arn:alias",
    prompt: { type: "text", text: "What is it about?" },
    attributes: { a: "+15551230001" },
  });
  const yes = advance(bot, { type: "botEnded", intent: "yes", attributes: {}, slots: { day: "Monday" } });
  expect(yes.request).toMatchObject({ prompt: { text: "You said Monday." } });
  expect(advance(bot, { type: "timeout" }).action).toBe("sorry");
  const old = advance(bot, { type: "botEnded", intent: "other", attributes: {} });
  expect(old.request).toMatchObject({ aliasArn: "YesNo:live" });
});

test("a wait ends with its time or with an event that it waits for", () => {
  const bot = play(startFlow(inbound, contact), told({ kind: "bot" }));
  const none: FlowAnswer = { type: "botEnded", intent: null, attributes: {} };
  const waiting = play(bot, none, none);
  expect(waiting.request).toEqual({ type: "wait", timeLimitMs: 60_000, events: ["CustomerReturned"] });
  expect(advance(waiting, { type: "event", name: "CustomerReturned" }).action).toBe("menu");
  expect(advance(waiting, { type: "done" }).action).toBe("sorry");
  expect(() => advance(waiting, { type: "event", name: "Lunch" })).toThrow('"event" is no answer to "wait"');
});

test("a view gives what was chosen and written", () => {
  const view = startFlow(kinds.guide, contact);
  const after = advance(view, { type: "chosen", name: "Next", values: { name: "Dana" } });
  expect(after.data.Attributes).toEqual({ note: "Dana" });
});
