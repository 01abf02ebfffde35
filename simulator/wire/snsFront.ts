import { randomUUID } from "node:crypto";
import type { Answerer } from "./forward";

/** The emulator of SNS knows topics only; what is published to a phone is taken here. */
export function snsFront(emulator: Answerer): Answerer {
  return async (asked) => {
    const form = new URLSearchParams(Buffer.from(asked.body).toString());
    if (form.get("Action") !== "Publish" || !form.has("PhoneNumber")) return emulator(asked);
    const answer = `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult></PublishResponse>`;
    return { status: 200, headers: { "content-type": "text/xml" }, body: Buffer.from(answer) };
  };
}
