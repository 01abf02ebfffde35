import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { FlowAction } from "../flow/types";
import { flowPicture } from "./flowPicture";
import { unreviewed } from "./reviewedRouting";
import { lineOfKnowledge, type RoutedLine } from "./routedLine";
import { routingChangeText } from "./routingChange";
import { routingDifference } from "./routingDifference";
import { routingPage } from "./routingPage";

const nowMs = Date.parse("2026-11-28T20:00:00Z");
const text = `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
people: [{ id: desk, name: the desk, number: "+15035550101" }]
callers: { vip: ["+15551230007"] }
`;
const line = lineOfKnowledge(parseKnowledge(text, "shop.yaml"), { human: "phone", voice: "Ruth" });

/** The line with one action's ways changed, wherever one of them led to `from`. */
function bent(identifier: string, from: string, to: string): RoutedLine {
  const turned = <T extends { readonly NextAction: string }>(way: T): T =>
    way.NextAction === from ? { ...way, NextAction: to } : way;
  const bend = (action: FlowAction): FlowAction => {
    const { NextAction, Errors = [], Conditions = [] } = action.Transitions;
    const Transitions = {
      ...(NextAction === undefined ? {} : { NextAction: NextAction === from ? to : NextAction }),
      Errors: Errors.map(turned),
      Conditions: Conditions.map(turned),
    };
    return { ...action, Transitions };
  };
  const Actions = line.flow.Actions.map((each) => (each.Identifier === identifier ? bend(each) : each));
  return { ...line, flow: { ...line.flow, Actions } };
}

const told = (after: RoutedLine) =>
  routingDifference(line, after, nowMs).map((change) => routingChangeText(change, "2026"));

describe("where a call goes is what the flow does with it", () => {
  test.each<[string, RoutedLine, readonly string[]]>([
    [
      "to the message in place of the agent",
      bent("route", "stream", "closed"),
      ["while open, anyone: agent → voicemail"],
    ],
    [
      "to the message in place of the person, but for those whom the agent passes on",
      bent("person", "callPerson", "unreached"),
      [
        "at any hour, VIPs: the desk (+15035550101) → voicemail",
        "while open, anyone where the agent fails: the desk (+15035550101) → voicemail",
        "while open, anyone where screening fails: the desk (+15035550101) → voicemail",
        "at any hour, anyone where screening and Connect's hours fail: the desk (+15035550101) → voicemail",
      ],
    ],
    [
      "for VIPs only",
      bent("route", "person", "blocked"),
      [
        "at any hour, VIPs: the desk (+15035550101) → turned away",
        "at any hour, VIPs whom nobody answers: voicemail → turned away",
      ],
    ],
    [
      "where screening fails while closed",
      bent("hours", "closed", "person"),
      ["while closed, anyone where screening fails: voicemail → the desk (+15035550101)"],
    ],
    [
      "where the agent cannot be had",
      bent("startCall", "leaveForPerson", "leaveForMessage"),
      ["while open, anyone where the agent fails: the desk (+15035550101) → voicemail"],
    ],
    ["nowhere", bent("route", "closed", "goodbye"), ["while closed, anyone: voicemail → hung up on without a word"]],
    [
      "to an action that is not there",
      bent("route", "blocked", "nobody"),
      ['at any hour, blocked numbers: turned away → dropped, since there is no action "nobody"'],
    ],
  ])("%s", (_, after, changes) => {
    expect(told(after)).toEqual(changes);
  });

  test("what the caller never notices is no difference of routing", () => {
    expect(told(bent("log", "voice", "language"))).toEqual([]);
  });
});

test("the flow's picture has each way once, with what leads there", () => {
  const picture = flowPicture(line.flow, (number) => `…${number.slice(-2)}`);
  expect(picture[0]).toBe("flowchart TD");
  expect(picture).toEqual(
    expect.arrayContaining([
      "  route -->|voicemail| closed",
      "  screenCaller -.->|fails| hours",
      '  callPerson(["calls …01"])',
    ]),
  );
  expect(new Set(picture).size).toBe(picture.length);
  expect(flowPicture(bent("route", "stream", "closed").flow, String)).toContain("  route -->|ai, voicemail| closed");
});

test("a page that was edited by hand is no reviewed one, line ends apart", () => {
  const page = routingPage(line, "x");
  expect(unreviewed(page, page.replaceAll("\n", "\r\n"), "x")).toEqual([]);
  expect(unreviewed(page, `${page}\n`, "x")).toEqual([
    expect.stringMatching(/^Routing.x.md: It was edited by hand. Accept it with: npm run /),
  ]);
  expect(unreviewed(page, page.replace("09:00–17:30", "09:00–18:30"), "x")).toEqual([
    expect.stringMatching(/^Routing.x.md: This routing is not the reviewed one/),
    expect.stringMatching(/^Routing.x.md: reviewed: Mon .*09:00–18:30$/),
    expect.stringMatching(/^Routing.x.md: now: {6}Mon .*09:00–17:30$/),
  ]);
});
