import type { StageFault } from "../voice/stage.fixture";
import { type Message, type MessageLedger, NotSent, type Post } from "./message";

const nowMs = Date.UTC(2026, 10, 23, 18);

/** What every `MessageLedger` promises. `open` gives an empty one. */
export function messageLedgerContract(open: () => MessageLedger | Promise<MessageLedger>): void {
  let ledger: MessageLedger;
  beforeEach(async () => {
    ledger = await open();
  });

  test("a message is one sender's, until it is known how it ended", async () => {
    expect(await ledger.claim("a", nowMs)).toBe("ours");
    expect(await ledger.claim("a", nowMs)).toBe("sending");
    expect(await ledger.claim("b", nowMs)).toBe("ours");
    await ledger.settle("a");
    expect(await ledger.claim("a", nowMs)).toBe("sent");
  });

  test("a message that did not go out can be claimed again", async () => {
    await ledger.claim("a", nowMs);
    await ledger.release("a");
    expect(await ledger.claim("a", nowMs)).toBe("ours");
  });

  test("of many who claim a message at once one has it", async () => {
    const claims = await Promise.all(Array.from({ length: 8 }, () => ledger.claim("a", nowMs)));
    expect(claims.filter((claim) => claim === "ours")).toHaveLength(1);
  });
}

/** A message for tests. */
export const bookedMessage: Message = {
  id: "booking-1#new",
  to: { kind: "phone", number: "+15551230001" },
  subject: "",
  text: "Cedar Barbers: Haircut on Tuesday, November 24 at 10:30 am for Bob.",
};

/** What stands behind a `Post` on trial. */
export interface PostStage {
  readonly post: Post;
  /** The texts that went out to the owner, oldest first. */
  toOwner(): Promise<readonly string[]>;
}

/** What every `Post` promises. `open` gives one of whose requests those of `faults` fail. */
export function postContract(open: (faults?: readonly StageFault[]) => PostStage | Promise<PostStage>): void {
  const toOwner: Message = { ...bookedMessage, to: { kind: "owner" }, subject: "Réservé – 10:30" };

  test("the owner and a phone are written to", async () => {
    const { post, ...stage } = await open();
    await post.send(toOwner);
    await post.send(bookedMessage);
    expect(await stage.toOwner()).toEqual([toOwner.text]);
  });

  test("a message that was refused at once has not gone out", async () => {
    const { post, ...stage } = await open(["throttle"]);
    await expect(post.send(toOwner)).rejects.toThrow(NotSent);
    expect(await stage.toOwner()).toEqual([]);
    await post.send(toOwner);
    expect(await stage.toOwner()).toEqual([toOwner.text]);
  });

  test.each(["error", "drop"] as const)("of a message without an answer nobody knows: %s", async (fault) => {
    const { post } = await open([fault]);
    const error = await post.send(toOwner).catch((caught) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(NotSent);
  });
}
