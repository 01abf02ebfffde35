/** What Connect hands to a function that its flow invokes: the part of the event that is documented and that we read. */
export interface ConnectEvent {
  readonly Name: "ContactFlowEvent";
  readonly Details: {
    readonly ContactData: {
      readonly Attributes: Readonly<Record<string, string>>;
      readonly Channel: "VOICE";
      readonly ContactId: string;
      readonly InitialContactId: string;
      readonly InitiationMethod: "INBOUND";
      readonly InstanceARN: string;
      /** Null, or not a telephone number, where the caller withheld theirs. */
      readonly CustomerEndpoint: { readonly Address: string; readonly Type: "TELEPHONE_NUMBER" } | null;
      readonly SystemEndpoint: { readonly Address: string; readonly Type: "TELEPHONE_NUMBER" } | null;
      readonly MediaStreams: { readonly Customer: { readonly Audio: AudioStream | null } };
      readonly LanguageCode: string;
    };
    readonly Parameters: Readonly<Record<string, string>>;
  };
}

/** Where the caller's voice is streamed to, all strings. */
export interface AudioStream {
  readonly StreamARN: string;
  readonly StartFragmentNumber: string;
  /** Milliseconds since the epoch. */
  readonly StartTimestamp: string;
}

/** What networks send in place of a withheld number: `+266696687` spells ANONYMOUS. */
const withheld = "+266696687";

/** The caller's number, E.164; null where they withheld it. */
export function callerNumber(event: ConnectEvent): string | null {
  const address = event.Details.ContactData.CustomerEndpoint?.Address ?? "";
  return /^\+[1-9]\d{6,14}$/.test(address) && address !== withheld ? address : null;
}
