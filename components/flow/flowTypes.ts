/** Where a flow runs, as published exports name it in their metadata. */
export const flowTypes = [
  "contactFlow",
  "customerQueue",
  "customerHold",
  "customerWhisper",
  "outboundWhisper",
  "agentHold",
  "agentWhisper",
  "agentTransfer",
  "queueTransfer",
] as const;
export type FlowType = (typeof flowTypes)[number];

const main: readonly FlowType[] = ["contactFlow", "agentTransfer", "queueTransfer"];
const withQueue: readonly FlowType[] = [...main, "customerQueue"];
const hold: readonly FlowType[] = ["customerHold", "agentHold"];
const noHold: readonly FlowType[] = flowTypes.filter((type) => !hold.includes(type));

/** Actions that not every type of flow takes. Source: "Restrictions" of each in the Amazon Connect API reference. */
const takenBy: Readonly<Record<string, readonly FlowType[]>> = {
  CheckHoursOfOperation: withQueue,
  CheckMetricData: withQueue,
  CompleteOutboundCall: ["outboundWhisper"],
  ConnectParticipantWithLexBot: withQueue,
  DequeueContactAndTransferToQueue: ["customerQueue"],
  DisconnectParticipant: withQueue,
  DistributeByPercentage: withQueue,
  GetParticipantInput: withQueue,
  MessageParticipant: noHold,
  MessageParticipantIteratively: ["customerQueue", ...hold],
  TransferContactToQueue: main,
  TransferParticipantToThirdParty: withQueue,
  TransferToFlow: main,
  UpdateContactCallbackNumber: withQueue,
  UpdateContactMediaStreamingBehavior: noHold,
  UpdatePreviousContactParticipantState: main,
};

/** The types of flow that take an action. */
export function typesThatTake(action: string): readonly FlowType[] {
  return Object.hasOwn(takenBy, action) ? (takenBy[action] ?? flowTypes) : flowTypes;
}

/** `CONTACT_FLOW`, `contactFlow` or `contact flow` as one of the types; null where it is none. */
export function flowTypeOf(written: unknown): FlowType | null {
  const plain = (text: string) => text.replace(/[^a-z]/gi, "").toLowerCase();
  return typeof written === "string" ? (flowTypes.find((type) => plain(type) === plain(written)) ?? null) : null;
}
