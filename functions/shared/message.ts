/** A message to somebody, sent once however often it is asked for. */
export interface Message {
  /** What makes it this message and no other; holds nothing of a person. */
  readonly id: string;
  readonly to: Addressee;
  /** One line; an SMS has none. */
  readonly subject: string;
  readonly text: string;
}

export type Addressee =
  /** Whoever reads the stack's topic: the owner's e-mail, and what else they have subscribed. */
  | { readonly kind: "owner" }
  /** Programs that the business has subscribed to the stack's topic of calls. */
  | { readonly kind: "listeners" }
  /** By SMS. */
  | { readonly kind: "phone"; readonly number: string };

/**
 * `sent` now, or `sentBefore`. `unsure`: it was given away and nobody knows what became of it; it is never sent again, since a
 * caller who is told twice believes in two bookings, so that somebody else must be told of it.
 */
export type Delivery = "sent" | "sentBefore" | "unsure";

/** The way out for messages. */
export interface Post {
  /** Throws `NotSent` where the message has certainly not gone out, and anything else where that is not known. */
  send(message: Message): Promise<void>;
}

/** The service has refused the message: it may be tried again. */
export class NotSent extends Error {
  override readonly name = "NotSent";
}

/** Which messages went out. Kept as long as a workflow may be delivered twice, and longer than anybody tries again. */
export interface MessageLedger {
  /** Makes the message ours to send. `sending`: somebody began to send it and has not said how it ended. */
  claim(id: string, nowMs: number): Promise<"ours" | "sending" | "sent">;
  /** It went out. */
  settle(id: string): Promise<void>;
  /** It did not go out: the next one may claim it. */
  release(id: string): Promise<void>;
}

/**
 * Sends a message at most once. Throws `NotSent` where it has not gone out and may be tried again, and whatever the ledger throws
 * before anything was sent.
 */
export async function deliverOnce(
  message: Message,
  { ledger, post, nowMs }: { readonly ledger: MessageLedger; readonly post: Post; readonly nowMs: number },
): Promise<Delivery> {
  const claim = await ledger.claim(message.id, nowMs);
  if (claim !== "ours") return claim === "sent" ? "sentBefore" : "unsure";
  try {
    await post.send(message);
  } catch (error) {
    if (!(error instanceof NotSent)) return "unsure";
    await ledger.release(message.id);
    throw error;
  }
  // It is out: what the ledger says of it can only keep it from going out again.
  await ledger.settle(message.id).catch(() => undefined);
  return "sent";
}
