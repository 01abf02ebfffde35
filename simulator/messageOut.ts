import type { Message } from "../functions/shared/message";

/** A message as it went out, for whoever looks at what calls have led to. */
export interface MessageOut {
  /** `owner`, `listeners`, or a number, E.164. */
  readonly to: string;
  /** Empty where it is an SMS. */
  readonly subject: string;
  readonly text: string;
}

export function messageOut({ to, subject, text }: Pick<Message, "to" | "subject" | "text">): MessageOut {
  return { to: to.kind === "phone" ? to.number : to.kind, subject, text };
}
