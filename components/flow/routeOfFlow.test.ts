import { renderContactFlow } from "./render";
import { type Circumstances, routeOfFlow } from "./routeOfFlow";
import { settings } from "./settings.fixture";
import type { ContactFlow, FlowSettings } from "./types";

const contact = { contactId: "c-1", from: "+15551230001", to: "+15035550100", instanceArn: "arn:instance" };
const duplex: FlowSettings["line"] = {
  grade: "duplex",
  assistantArn: "arn:assistant",
  botAliasArn: "arn:alias",
  aiAgentArn: "arn:agent",
};
const queue: FlowSettings["human"] = { kind: "queue", queueId: "queue-1", queueFlowArn: "arn:queueFlow" };

const routed = (circumstances: Circumstances, more: Partial<FlowSettings> = {}) =>
  routeOfFlow(renderContactFlow({ ...settings, ...more }), contact, settings.functions, circumstances);

test.each<[string, Circumstances, Partial<FlowSettings>, string]>([
  ["an open business's caller has the agent", { screening: { route: "ai" } }, {}, "ai"],
  ["so it is on the duplex line", { screening: { route: "ai" } }, { line: duplex }, "ai"],
  ["a VIP has the person", { screening: { route: "human" } }, {}, "human"],
  ["a VIP has the people of a queue", { screening: { route: "human" } }, { human: queue }, "human"],
  [
    "a VIP leaves a message where nobody is to be called",
    { screening: { route: "human" } },
    { human: { kind: "phone", number: null } },
    "voicemail",
  ],
  [
    "a VIP whom nobody answers leaves a message",
    { screening: { route: "human" }, person: "noAnswer" },
    {},
    "voicemail",
  ],
  ["a closed business's caller leaves a message", { screening: { route: "voicemail" } }, {}, "voicemail"],
  ["a blocked number is told so", { screening: { route: "blocked" } }, {}, "blocked"],
  ["open by Connect's hours, a failed screening has the person", { screening: null, isOpen: true }, {}, "human"],
  ["closed by them, it leaves a message", { screening: null, isOpen: false }, {}, "voicemail"],
  ["where they fail too, it has the person", { screening: null }, {}, "human"],
  ["an answer that is no route is a failed screening", { screening: { route: "?" }, isOpen: false }, {}, "voicemail"],
  ["an agent that cannot be had is a person", { screening: { route: "ai" }, agent: "fails" }, {}, "human"],
  ["an agent passes on to the person", { screening: { route: "ai" }, agent: "passesOn" }, {}, "human"],
  ["so it does on the duplex line", { screening: { route: "ai" }, agent: "passesOn" }, { line: duplex }, "human"],
  [
    "what the agent passes on and nobody answers is a message",
    { screening: { route: "ai" }, agent: "passesOn", person: "failed" },
    {},
    "voicemail",
  ],
])("%s", (_, circumstances, more, outcome) => {
  expect(routed(circumstances, more)).toMatchObject({ outcome, why: null });
});

test("the way is told station by station, with the number that is called", () => {
  expect(routed({ screening: null, isOpen: true, person: "noAnswer" })).toEqual({
    outcome: "voicemail",
    why: null,
    stations: [
      { type: "asksFunction", action: "screenCaller", arn: settings.functions.screenCallerArn },
      { type: "asksHours", action: "hours", hoursId: "hours-1" },
      { type: "hears", action: "person", prompt: { type: "text", text: "One moment, please." } },
      { type: "phone", action: "callPerson", number: "+15035550101" },
      {
        type: "hears",
        action: "unreached",
        prompt: { type: "text", text: "Nobody can take your call. Leave a message after the tone." },
      },
      { type: "asksFunction", action: "note", arn: settings.functions.noteVoicemailArn },
      { type: "hears", action: "tone", prompt: { type: "ssml", ssml: expect.stringContaining("beep") } },
      { type: "voicemail", action: "listen", limitMs: 179_000 },
      { type: "asksFunction", action: "noteAgain", arn: settings.functions.noteVoicemailArn },
      { type: "hears", action: "thanks", prompt: { type: "text", text: "Thank you. Goodbye." } },
    ],
    passed: expect.arrayContaining(["log", "voice", "screenCaller", "hours", "person", "callPerson", "goodbye"]),
  });
});

test("the way is the flow's own: a branch that is bent leads elsewhere", () => {
  const bent = structuredClone(renderContactFlow(settings)) as unknown as {
    Actions: { Identifier: string; Transitions: { Conditions: { NextAction: string }[] } }[];
  };
  const route = bent.Actions.find(({ Identifier }) => Identifier === "route");
  for (const condition of route?.Transitions.Conditions ?? []) condition.NextAction = "goodbye";
  const flow = bent as unknown as ContactFlow;
  expect(routeOfFlow(flow, contact, settings.functions, { screening: { route: "ai" } }).outcome).toBe("silence");
});

test("a flow that goes round for ever, or leads nowhere, is broken", () => {
  const say = (NextAction: string): ContactFlow => ({
    Version: "2019-10-30",
    StartAction: "say",
    Metadata: {},
    Actions: [
      { Identifier: "say", Type: "MessageParticipant", Parameters: { Text: "Hi." }, Transitions: { NextAction } },
    ],
  });
  const played = (flow: ContactFlow) => routeOfFlow(flow, contact, settings.functions, { screening: null });
  expect(played(say("say"))).toMatchObject({ outcome: "broken", why: "it goes round for ever" });
  expect(played(say("gone"))).toMatchObject({ outcome: "broken", why: 'there is no action "gone"' });
});
