import { type ActionRule, failure, type RuleOfType, saysYes } from "./actionRule";
import {
  anything,
  e164,
  list,
  map,
  number,
  object,
  onlyOne,
  type Shape,
  text,
  textOf,
  trueOrFalse,
  word,
} from "./shapes";
import type { FlowAction } from "./types";

const prompts = {
  "Text?": text,
  "SSML?": text,
  "PromptId?": text,
  "Media?": object({ Uri: text, SourceType: word("S3"), MediaType: word("Audio") }),
};
const onePrompt = Object.keys(prompts).map((name) => name.replace("?", ""));
const keys = [..."1234567890*#"];

const inputValidation = onlyOne({
  CustomValidation: object({ MaximumLength: number(1, 255) }),
  PhoneNumberValidation: object({ NumberFormat: word("Local", "E164"), "CountryCode?": text }),
});
const participantInput: Readonly<Record<string, Shape>> = {
  ...prompts,
  StoreInput: trueOrFalse,
  InputTimeLimitSeconds: number(1, 180),
  "InputEncryption?": object({ EncryptionKeyId: text, Key: text }),
  "DTMFConfiguration?": object({
    "InputTerminationSequence?": text,
    "DisableCancelKey?": trueOrFalse,
    "InterdigitTimeLimitSeconds?": number(1, 20),
  }),
};

/** What a caller hears, presses and says, and whom they are joined with. */
export const callerRules: Readonly<Record<string, RuleOfType>> = {
  MessageParticipant: {
    parameters: { ...prompts, "SkipWhenDTMFBufferEnabled?": trueOrFalse },
    oneOf: onePrompt,
    errors: [],
    optionalErrors: failure,
  },
  MessageParticipantIteratively: {
    parameters: {
      Messages: list(onlyOne(prompts), 1),
      "InterruptFrequencySeconds?": number(1, 604_800),
      "ContinueMessagingDuringInterrupt?": trueOrFalse,
    },
    errors: [],
    optionalErrors: failure,
    operands: ["MessagesInterrupted"],
    // Flows heard on hold play on for ever.
    ends: "may",
  },
  GetParticipantInput: (parameters) => (saysYes(parameters.StoreInput) ? storedInput : branchInput),
  ConnectParticipantWithLexBot: {
    parameters: {
      ...prompts,
      "LexV2Bot?": object({ AliasArn: text }),
      "LexBot?": object({ Name: text, Region: text, Alias: text }),
      "LexSessionAttributes?": map(text),
      "LexTimeoutSeconds?": anything,
      "LexInitializationData?": anything,
      "*": anything,
    },
    oneOf: ["LexV2Bot", "LexBot"],
    together(parameters) {
      const given = onePrompt.filter((name) => parameters[name] !== undefined).length;
      if (given > 1) return [`${given} of ${onePrompt.join(", ")} are given. Write one.`];
      const begins = given === 1 || Object.keys(parameters).some((name) => /^LexInit\w*Data$/.test(name));
      return begins ? [] : [`None of ${onePrompt.join(", ")} is given. Write one; " " says nothing.`];
    },
    errors: ["NoMatchingCondition", "NoMatchingError"],
    optionalErrors: ["InputTimeLimitExceeded"],
    operands: "any",
    operators: "all",
  },
  ShowView: {
    parameters: {
      ViewResource: object({ Id: text, "Version?": text }),
      "InvocationTimeLimitSeconds?": number(1, 604_800),
      "ViewData?": anything,
      "SensitiveDataConfiguration?": anything,
      "*": anything,
    },
    errors: ["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"],
    operands: "any",
  },
  TransferParticipantToThirdParty: transferRule,
};

/** One key is awaited, and chooses the branch. */
const branchInput: ActionRule = {
  parameters: { ...participantInput, "InputValidation?": inputValidation },
  oneOf: onePrompt,
  errors: ["NoMatchingCondition", "NoMatchingError", "InputTimeLimitExceeded"],
  neededErrors: ["NoMatchingCondition", "NoMatchingError", "InputTimeLimitExceeded"],
  operands: keys,
};

/** Keys are kept as `$.StoredCustomerInput`; where none comes that is "Timeout", on the way of success. */
const storedInput: ActionRule = {
  parameters: { ...participantInput, InputValidation: inputValidation },
  oneOf: onePrompt,
  together({ InputEncryption, InputValidation }) {
    const isPhone =
      typeof InputValidation === "object" && Object.hasOwn(InputValidation ?? {}, "PhoneNumberValidation");
    return InputEncryption !== undefined && isPhone
      ? ["InputEncryption does not go with PhoneNumberValidation. Write CustomValidation with MaximumLength."]
      : [];
  },
  errors: failure,
  optionalErrors: ["InvalidPhoneNumber"],
};

function transferRule(parameters: FlowAction["Parameters"]): ActionRule {
  const resumes = textOf(parameters.ContinueFlowExecution).toLowerCase() !== "false";
  return {
    parameters: {
      "ThirdPartyPhoneNumber?": e164,
      "VoiceConnector?": anything,
      ThirdPartyConnectionTimeLimitSeconds: number(1, 600),
      ContinueFlowExecution: trueOrFalse,
      "CallerId?": object({ Number: e164, "Name?": text }),
      "ThirdPartyDTMFDigits?": text,
    },
    oneOf: ["ThirdPartyPhoneNumber", "VoiceConnector"],
    errors: resumes ? ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"] : failure,
    ends: resumes ? undefined : "may",
  };
}
