import type { ActionRule } from "./actionRule";
import { callerRules } from "./callerRules";
import { contactRules } from "./contactRules";
import { anything } from "./shapes";
import type { FlowAction } from "./types";

/**
 * The actions of Amazon Connect's flow language as the service checks them. Sources: the Amazon Connect API reference ("Flow
 * language"), published exports, and the service's own refusals as others have recorded them.
 */
const rules = { ...contactRules, ...callerRules };

/** Actions that the language has and whose parameters are not checked here. */
const others: readonly string[] = [
  "AssociateContactToCustomerProfile",
  "AuthenticateParticipant",
  "CheckOutboundCallStatus",
  "CheckVoiceId",
  "CompleteOutboundCall",
  "CreateCase",
  "CreateCustomerProfile",
  "CreatePersistentContactAssociation",
  "CreateTask",
  "DequeueContactAndTransferToQueue",
  "GetCalculatedAttributesForCustomerProfile",
  "GetCase",
  "GetCustomerProfile",
  "GetCustomerProfileObject",
  "LoadContactContent",
  "Resume",
  "ResumeContact",
  "SendMessage",
  "SetVoiceId",
  "StartOutboundChatContact",
  "StartVoiceIdStream",
  "TransferContactToAgent",
  "UpdateCase",
  "UpdateContactMediaProcessing",
  "UpdateContactRecordingAndAnalyticsBehavior",
  "UpdateCustomerProfile",
  "UpdatePreviousContactParticipantState",
];

const unchecked: ActionRule = { parameters: { "*": anything }, errors: "any", operands: "any", operators: "all" };

/** Those of them after which the contact is elsewhere. */
const leaving: readonly string[] = ["DequeueContactAndTransferToQueue", "TransferContactToAgent"];

export const actionTypes: readonly string[] = [...Object.keys(rules), ...others];

/** Whether an action is of the language, and no more is known of it here. */
export function isUnplayed(type: string): boolean {
  return others.includes(type);
}

/** The rule for an action; null where the language has no such action. */
export function ruleOf({ Type, Parameters }: Pick<FlowAction, "Type" | "Parameters">): ActionRule | null {
  if (others.includes(Type)) return leaving.includes(Type) ? { ...unchecked, ends: "may" } : unchecked;
  const rule = Object.hasOwn(rules, Type) ? rules[Type] : undefined;
  if (rule === undefined) return null;
  return typeof rule === "function" ? rule(Parameters) : rule;
}
