import type { AudioStream, ConnectEvent } from "./connectEvent";

/** What Connect sends for the call `c-1`, for tests. */
export function connectEvent(
  call: {
    readonly address?: string | null;
    readonly audio?: AudioStream | null;
    readonly parameters?: Readonly<Record<string, string>>;
    readonly contactId?: string;
  } = {},
): ConnectEvent {
  const { address = "+15551230001", audio = null, parameters = {}, contactId = "c-1" } = call;
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: {},
        Channel: "VOICE",
        ContactId: contactId,
        InitialContactId: contactId,
        InitiationMethod: "INBOUND",
        InstanceARN: "arn:instance",
        CustomerEndpoint: address === null ? null : { Address: address, Type: "TELEPHONE_NUMBER" },
        SystemEndpoint: { Address: "+15035550100", Type: "TELEPHONE_NUMBER" },
        MediaStreams: { Customer: { Audio: audio } },
        LanguageCode: "en-US",
      },
      Parameters: parameters,
    },
  };
}
