import { randomUUID } from "node:crypto";
import type { MessageOut } from "../messageOut";
import type { Answerer } from "./forward";

/**
 * The emulator of SNS knows topics only; what is published to a phone is taken here.
 *
 * @param published gets every message, with a topic's name in place of its address.
 */
export function snsFront(emulator: Answerer, published: (message: MessageOut) => void = () => undefined): Answerer {
  return async (asked) => {
    const form = new URLSearchParams(Buffer.from(asked.body).toString());
    if (form.get("Action") !== "Publish") return emulator(asked);
    const to = form.get("PhoneNumber") ?? form.get("TopicArn")?.split(":").at(-1) ?? "";
    published({ to, subject: form.get("Subject") ?? "", text: form.get("Message") ?? "" });
    if (!form.has("PhoneNumber")) return emulator(asked);
    const answer = `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult></PublishResponse>`;
    return { status: 200, headers: { "content-type": "text/xml" }, body: Buffer.from(answer) };
  };
}
