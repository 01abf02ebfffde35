/** Amazon Connect's contact event, as EventBridge delivers it: the part that is documented and that a stack's rule compares. */
export interface ContactEvent {
  readonly source: "aws.connect";
  readonly "detail-type": "Amazon Connect Contact Event";
  readonly detail: {
    readonly eventType: "DISCONNECTED";
    readonly contactId: string;
    readonly channel: "VOICE";
    readonly initiationMethod: "INBOUND";
    readonly instanceArn: string;
    /** ISO 8601, UTC. */
    readonly initiationTimestamp: string;
    readonly disconnectTimestamp: string;
  };
}

/** The event that Connect sends when a call is over. */
export function callOverEvent(
  call: { readonly contactId: string; readonly startMs: number; readonly endMs: number },
  instanceArn: string,
): ContactEvent {
  return {
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    detail: {
      eventType: "DISCONNECTED",
      contactId: call.contactId,
      channel: "VOICE",
      initiationMethod: "INBOUND",
      instanceArn,
      initiationTimestamp: new Date(call.startMs).toISOString(),
      disconnectTimestamp: new Date(Math.round(call.endMs)).toISOString(),
    },
  };
}
