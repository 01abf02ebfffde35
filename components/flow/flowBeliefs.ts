/** What the linter and the interpreter take for granted of Connect, and how sure it is. */
export interface FlowBelief {
  readonly says: string;
  /** Verified: read in AWS's documentation, seen in published flows, or recorded by others as the service's own answer. */
  readonly basis: "verified" | "believed";
  readonly source: string;
}

const reference = "Amazon Connect API reference, Flow language";

/** How flows are read and played here. */
export const flowBeliefs = {
  refusals: {
    says: "The service refuses what the linter calls an error: unknown parameters, empty texts, scalars that are no text, targets that do not exist.",
    basis: "verified",
    source: "the service's answers to CreateContactFlow as recorded by the authors of a published flow library",
  },
  missingBranches: {
    says: "The service takes actions without some of their error branches, but not without those of a key that is awaited, of flow attributes and of a metric's NoMatchingCondition.",
    basis: "verified",
    source: "published exports leave branches out; the needed ones are recorded refusals",
  },
  flowTypes: {
    says: "Which types of flow take an action. EndFlowExecution is taken everywhere, and outside queues and whispers ends the call.",
    basis: "verified",
    source: `${reference}, "Restrictions" of each action; administrator guide, "End flow / Resume"`,
  },
  thirdPartyTypes: {
    says: "A call to a third party is taken by inbound, transfer and customer queue flows.",
    basis: "believed",
    source: "administrator guide, by analogy with the blocks beside it",
  },
  functionsInARow: {
    says: "Functions may run 20 s in a row before something is played; the error branch is taken then.",
    basis: "believed",
    source: "administrator guide, invoke multiple functions",
  },
  lambdaAnswer: {
    says: "An answer that is no object, over 32 KB, or nested where a flat one was asked for takes the error branch.",
    basis: "believed",
    source: "administrator guide, invoke Lambda functions: the limit; the branch is inferred",
  },
  keysInTime: {
    says: 'Where no key comes, a stored input is the word "Timeout" on the way of success; an awaited key takes InputTimeLimitExceeded.',
    basis: "verified",
    source: "administrator guide, Store customer input",
  },
  phoneNumbers: {
    says: "A stored input that is to be a phone number, and is none, takes InvalidPhoneNumber; without a plus sign E.164 is still a number.",
    basis: "believed",
    source: "administrator guide, Store customer input; no phone has a key for the plus sign",
  },
  loops: {
    says: "A loop is counted for its action; it continues as often as it says, is done once, and may then be entered anew.",
    basis: "verified",
    source: `${reference}, Loop`,
  },
  emptyReferences: {
    says: "A reference that leads nowhere makes an action fail where it is a whole parameter, and is nothing within a text.",
    basis: "believed",
    source: "nothing published",
  },
  otherErrors: {
    says: "An error without a branch of its own takes NoMatchingError; without that either, the call is dropped.",
    basis: "verified",
    source: `${reference}, "NoMatchingError: if no other Error matches"; that the call is dropped is believed`,
  },
  thirdParty: {
    says: "With ContinueFlowExecution the flow goes on when the other side has hung up; without, its success ends the flow.",
    basis: "verified",
    source: `${reference}, TransferParticipantToThirdParty`,
  },
  queues: {
    says: "Once the contact is in the queue the flow is over; the queue's own flow is another one.",
    basis: "verified",
    source: `${reference}, TransferContactToQueue`,
  },
  waits: {
    says: "A wait that goes on meanwhile takes Continue at once, and WaitCompleted when its time has passed.",
    basis: "believed",
    source: "its shape is a recorded answer of the service; what it does when is not published",
  },
  modules: {
    says: "A module is given $.Modules.Input; its Result chooses the branch, and its ResultData is $.Modules.ResultData.",
    basis: "verified",
    source: "administrator guide, contact attributes; the service's answers as recorded by others",
  },
  moduleScope: {
    says: "A module has loops and flow attributes of its own; the contact's attributes and $.External are shared.",
    basis: "believed",
    source: "administrator guide: flow attributes are restricted to their flow; of loops nothing is said",
  },
  moduleErrors: {
    says: "An error without a branch inside a module takes NoMatchingError of the action that invoked it.",
    basis: "believed",
    source: "nothing published",
  },
  relatedContacts: {
    says: "Attributes written to the related contact are not seen by this one.",
    basis: "believed",
    source: `${reference}, UpdateContactAttributes: TargetContact`,
  },
  encryptedInput: {
    says: "A stored input that is encrypted is kept here as it was pressed: nothing but a function with the key reads it.",
    basis: "believed",
    source: "administrator guide, Encrypt sensitive customer input",
  },
} as const satisfies Record<string, FlowBelief>;
