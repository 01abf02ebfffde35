import { type Message, NotSent, type Post } from "../../functions/shared/message";
import type { SimClock } from "../clock";
import { type FaultPlan, request, ServiceError } from "./faults";

/** A message that went out, and when. */
export interface SentMessage extends Message {
  readonly atMs: number;
}

/** Amazon SNS in this process: what goes out is put into `outbox`. */
export function memoryPost(outbox: SentMessage[], clock: SimClock, faults: FaultPlan): Post {
  return {
    async send(message) {
      try {
        await request(faults, "sns", clock, 0, () => void outbox.push({ ...message, atMs: clock.now() }));
      } catch (error) {
        const isRefused = error instanceof ServiceError && error.name === "ThrottlingException";
        throw isRefused ? new NotSent(error.name) : error;
      }
    },
  };
}
