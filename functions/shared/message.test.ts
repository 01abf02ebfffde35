import { deliverOnce, type MessageLedger, NotSent, type Post } from "./message";
import { bookedMessage } from "./message.contract";

/** A ledger of one message; `calls` are what was asked of it. */
function ledgerIn(state: "none" | "sending" | "sent" = "none") {
  const calls: string[] = [];
  let now = state;
  const ledger: MessageLedger = {
    async claim() {
      calls.push("claim");
      if (now !== "none") return now;
      now = "sending";
      return "ours";
    },
    async settle() {
      calls.push("settle");
      now = "sent";
    },
    async release() {
      calls.push("release");
      now = "none";
    },
  };
  return { ledger, calls };
}
const postThat = (send: Post["send"]): Post => ({ send });
const sent: string[] = [];
const goodPost = postThat(async ({ text }) => void sent.push(text));
beforeEach(() => sent.splice(0));

const deliver = (ledger: MessageLedger, post: Post) => deliverOnce(bookedMessage, { ledger, post, nowMs: 0 });

test("a message goes out once, however often it is delivered", async () => {
  const { ledger } = ledgerIn();
  expect([await deliver(ledger, goodPost), await deliver(ledger, goodPost)]).toEqual(["sent", "sentBefore"]);
  expect(sent).toEqual([bookedMessage.text]);
});

test("a message that was refused can be sent again", async () => {
  const { ledger, calls } = ledgerIn();
  const refusing = postThat(async () => {
    throw new NotSent("Rate exceeded");
  });
  await expect(deliver(ledger, refusing)).rejects.toThrow("Rate exceeded");
  expect(calls).toEqual(["claim", "release"]);
  expect(await deliver(ledger, goodPost)).toBe("sent");
});

test("a message of which nobody knows whether it went out is not sent again", async () => {
  const { ledger } = ledgerIn();
  const lost = postThat(async () => {
    throw new Error("socket hang up");
  });
  expect([await deliver(ledger, lost), await deliver(ledger, goodPost)]).toEqual(["unsure", "unsure"]);
  expect(sent).toEqual([]);
});

test("a ledger that fails after the message went out takes nothing back", async () => {
  const { ledger } = ledgerIn();
  const failing = { ...ledger, settle: () => Promise.reject(new Error("table down")) };
  expect(await deliver(failing, goodPost)).toBe("sent");
  expect(await deliver(failing, goodPost)).toBe("unsure");
  expect(sent).toHaveLength(1);
});
