import { postContract } from "../../functions/shared/message.contract";
import { virtualClock } from "../clock";
import { memoryPost, type SentMessage } from "./memoryPost";
import { plannedFaults } from "./plannedFaults.fixture";

postContract((faults = []) => {
  const outbox: SentMessage[] = [];
  const clock = virtualClock(0);
  const post = memoryPost(outbox, clock, plannedFaults("sns", faults, clock));
  return { post, toOwner: async () => outbox.filter(({ to }) => to.kind === "owner").map(({ text }) => text) };
});
