import { deskContract, deskKnowledge, deskNowMs } from "../../functions/voice/desk.contract";
import type { Desk } from "../../functions/voice/ports";
import { type SimClock, virtualClock } from "../clock";
import { bookingStore } from "../stores/bookingStore";
import { memoryDesk } from "./memoryDesk";
import { plannedFaults } from "./plannedFaults.fixture";

/** The desk with time going on while it is asked. */
function running(desk: Desk, clock: SimClock): Desk {
  return {
    checkSlot: (request) => clock.run(desk.checkSlot(request)),
    book: (request) => clock.run(desk.book(request)),
    bookingsOf: (number) => clock.run(desk.bookingsOf(number)),
    move: (key, request) => clock.run(desk.move(key, request)),
    cancel: (key) => clock.run(desk.cancel(key)),
    announce: (event) => clock.run(desk.announce(event)),
    keep: (record) => clock.run(desk.keep(record)),
  };
}

describe("the desk in this process", () => {
  deskContract((faults = []) => {
    const clock = virtualClock(deskNowMs);
    const plan = plannedFaults("dynamodb", faults, clock);
    return running(
      memoryDesk(deskKnowledge, bookingStore(), clock, plan, 50, () => undefined),
      clock,
    );
  });
});
