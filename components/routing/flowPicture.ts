import { groupsOf, waysOf } from "../flow/flowGraph";
import type { ContactFlow, FlowAction } from "../flow/types";
import type { NumberText } from "./destination";

/** An arrow between two boxes of the picture. */
interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
  /** Only what fails goes this way. */
  readonly isFailure: boolean;
}

const errorWords: Readonly<Record<string, string>> = {
  NoMatchingError: "fails",
  NoMatchingCondition: "else",
  ConnectionTimeLimitExceeded: "no answer",
  CallFailed: "fails",
  InputTimeLimitExceeded: "no key",
};

/**
 * A flow as lines of a Mermaid flowchart. What only sets something on the way is left out, words that stand in for a sound are one box
 * with it, and a circle, in which the agent's conversation goes round, is one box. The same flow gives the same lines.
 */
export function flowPicture(flow: ContactFlow, shown: NumberText): readonly string[] {
  const boxOf = boxes(flow);
  const drawn = new Map<string, readonly FlowAction[]>();
  for (const each of flow.Actions) {
    const box = boxOf(each.Identifier);
    drawn.set(box, [...(drawn.get(box) ?? []), each]);
  }
  return [
    "flowchart TD",
    ...[...drawn].map(([box, actions]) => `  ${box}${boxText(box, actions, shown)}`),
    ...arrows(flow, boxOf).map(({ from, to, labels, isFailure }) => {
      const label = labels.length === 0 ? "" : `|${labels.join(", ")}|`;
      return `  ${from} ${isFailure ? "-.->" : "-->"}${label} ${to}`;
    }),
  ];
}

/** The box in which an action is drawn, by an action's name. */
function boxes(flow: ContactFlow): (identifier: string) => string {
  const byName = new Map(flow.Actions.map((each) => [each.Identifier, each]));
  const targets = (identifier: string) => [
    ...new Set(waysOf(fieldsOf(byName.get(identifier))).map(({ target }) => String(target))),
  ];
  const circleOf = new Map(
    groupsOf([...byName.keys()], targets)
      .filter((group) => group.length > 1)
      .flatMap((circle) => {
        const first = flow.Actions.find(({ Identifier }) => circle.includes(Identifier))?.Identifier ?? "";
        return circle.map((identifier) => [identifier, first] as const);
      }),
  );
  const cameFrom = new Map<string, string[]>();
  for (const { Identifier } of flow.Actions) {
    for (const target of targets(Identifier)) cameFrom.set(target, [...(cameFrom.get(target) ?? []), Identifier]);
  }
  const isStandIn = (identifier: string) => {
    const [only, ...others] = cameFrom.get(identifier) ?? [];
    const [one, other] = [byName.get(identifier), only === undefined ? undefined : byName.get(only)];
    const isSentence = one?.Parameters.Text !== undefined && other?.Parameters.Media !== undefined;
    return only !== undefined && others.length === 0 && isSentence ? only : null;
  };
  const boxOf = (identifier: string, seen: readonly string[] = []): string => {
    const circle = circleOf.get(identifier);
    if (circle !== undefined) return circle;
    const sound = isStandIn(identifier);
    if (sound !== null) return sound;
    const [next, ...others] = targets(identifier);
    const isPassing = byName.get(identifier)?.Type.startsWith("Update") && next !== undefined && others.length === 0;
    return isPassing && !seen.includes(identifier) ? boxOf(next, [...seen, identifier]) : identifier;
  };
  return (identifier) => boxOf(identifier);
}

function arrows(flow: ContactFlow, boxOf: (identifier: string) => string): readonly Arrow[] {
  const found = new Map<string, Arrow>();
  for (const each of flow.Actions) {
    for (const { kind, label, target } of waysOf(fieldsOf(each))) {
      const [from, to] = [boxOf(each.Identifier), boxOf(String(target))];
      if (from === to) continue;
      const isFailure = kind === "error" && label !== "NoMatchingCondition";
      const words = kind === "next" ? [] : [kind === "error" ? (errorWords[label] ?? label) : quoted(label)];
      const known = found.get(`${from} ${to}`);
      // A way that is taken in any case needs no other label.
      const isPlain = kind === "next" || (known !== undefined && known.labels.length === 0);
      const labels = isPlain ? [] : [...new Set([...(known?.labels ?? []), ...words])];
      found.set(`${from} ${to}`, { from, to, labels, isFailure: isFailure && (known?.isFailure ?? true) });
    }
  }
  return [...found.values()];
}

/** In seconds; what lasts longer is a message that is recorded until a key. */
const longestForKeys = 30;

function boxText(box: string, actions: readonly FlowAction[], shown: NumberText): string {
  const own = actions.find(({ Identifier }) => Identifier === box) ?? actions[0];
  if (own === undefined) return `["${box}"]`;
  const functions = actions.flatMap(({ Parameters }) =>
    typeof Parameters.LambdaFunctionARN === "string" ? [lastName(Parameters.LambdaFunctionARN)] : [],
  );
  if (functions.includes("nextAction")) return `(["the agent talks"])`;
  switch (own.Type) {
    case "InvokeLambdaFunction":
      return `["asks ${quoted(functions[0] ?? "")}"]`;
    case "Compare":
      return `{"${quoted(own.Identifier)}?"}`;
    case "CheckHoursOfOperation":
      return `{"open by Connect's hours?"}`;
    case "MessageParticipant":
      return own.Parameters.SSML === undefined
        ? `["says: ${quoted(own.Identifier)}"]`
        : `["${quoted(own.Identifier)}"]`;
    case "TransferParticipantToThirdParty":
      return `(["calls ${quoted(shown(String(own.Parameters.ThirdPartyPhoneNumber)))}"])`;
    case "TransferContactToQueue":
      return `(["waits in the queue"])`;
    case "GetParticipantInput":
      // Nobody has so long for a key.
      return Number(own.Parameters.InputTimeLimitSeconds) > longestForKeys
        ? `(["records the message"])`
        : `["asks for keys: ${quoted(own.Identifier)}"]`;
    case "UpdateContactMediaStreamingBehavior":
      return `["streams the caller's voice"]`;
    case "DisconnectParticipant":
      return `["hangs up"]`;
    default:
      return `["${quoted(own.Identifier)}"]`;
  }
}

function lastName(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}

function quoted(text: string): string {
  return text.replaceAll('"', "#quot;").replaceAll("|", "#124;");
}

function fieldsOf(action: FlowAction | undefined) {
  return { Transitions: { ...action?.Transitions } } as unknown as Parameters<typeof waysOf>[0];
}
