import { renderContactFlow } from "../flow/render";
import { settings } from "../flow/settings.fixture";
import type { ContactFlow, FlowAction } from "../flow/types";
import { flowDifference } from "./flowDifference";

const flow = renderContactFlow(settings);
const texts = (before: ContactFlow, after: ContactFlow) => flowDifference(before, after).map(({ text }) => text);

/** The flow with one action changed. */
function bent(identifier: string, change: (action: FlowAction) => FlowAction): ContactFlow {
  return { ...flow, Actions: flow.Actions.map((each) => (each.Identifier === identifier ? change(each) : each)) };
}

test("where actions stand, in the editor or in the list, is no difference", () => {
  expect(texts(flow, { ...flow, Metadata: {}, Actions: [...flow.Actions].reverse() })).toEqual([]);
});

test("a branch that leads elsewhere, one that is new and one that is gone", () => {
  const after = bent("route", (route) => ({
    ...route,
    Transitions: {
      ...route.Transitions,
      Conditions: [
        ...(route.Transitions.Conditions ?? []).flatMap((each) => {
          const [operand] = each.Condition.Operands;
          if (operand === "blocked") return [];
          return [operand === "human" ? { ...each, NextAction: "closed" } : each];
        }),
        { NextAction: "person", Condition: { Operator: "NumberGreaterThan", Operands: ["3"] } },
      ],
    },
  }));
  expect(texts(flow, after)).toEqual([
    'route on "human": person → closed',
    'route on "blocked" is gone: to blocked',
    'route on NumberGreaterThan "3" is new: to person',
  ]);
});

test("actions that come and go, and one that does something else", () => {
  const other: FlowAction = { Identifier: "pause", Type: "Wait", Parameters: {}, Transitions: {} };
  const without = { ...flow, Actions: flow.Actions.filter(({ Identifier }) => Identifier !== "tellFailed") };
  expect(texts(flow, { ...without, Actions: [...without.Actions, other] })).toEqual([
    "tellFailed is gone (InvokeLambdaFunction)",
    "pause is new (Wait)",
  ]);
  expect(
    texts(
      flow,
      bent("goodbye", (action) => ({ ...action, Type: "EndFlowExecution" })),
    ),
  ).toEqual(["goodbye is another action: DisconnectParticipant → EndFlowExecution"]);
});

test("a sentence is told once, as its words and not as the address of its sound", () => {
  const said = (text: string, key: string) =>
    renderContactFlow({
      ...settings,
      sentences: { ...settings.sentences, closed: { text, uri: `s3://b/${key}.wav` } },
    });
  expect(texts(said("We are closed.", "1"), said("We are shut.", "2"))).toEqual([
    'closedInWords says "We are closed." → "We are shut."',
  ]);
  expect(texts(said("We are closed.", "1"), said("We are closed.", "2"))).toEqual([
    'closed Media.Uri: "s3://b/1.wav" → "s3://b/2.wav"',
  ]);
});

test("another voice is told once, though every sentence sounds otherwise", () => {
  const spoken = (name: string) => {
    const closed = { text: "We are closed.", uri: `s3://b/${name}.wav` };
    const voice = { name, engine: "generative" } as const;
    return renderContactFlow({ ...settings, voice, sentences: { ...settings.sentences, closed } });
  };
  expect(texts(spoken("Ruth"), spoken("Amy"))).toEqual(['voice TextToSpeechVoice: "Ruth" → "Amy"']);
});

test("a number that is called, and where the flow begins", () => {
  const other = renderContactFlow({ ...settings, human: { kind: "phone", number: "+15035550111" } });
  expect(texts(flow, { ...other, StartAction: "voice" })).toEqual([
    "the flow starts at: log → voice",
    'transfer calls "+15035550101" → "+15035550111"',
    'callPerson calls "+15035550101" → "+15035550111"',
  ]);
});
