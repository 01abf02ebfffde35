import type { Booking } from "../../../functions/shared/callRecord";
import { speakStart } from "../../../functions/shared/speakable";
import { filledIn } from "../bookingSentences";
import type { Invariant } from "../invariant";
import type { PlayedCall } from "../playRandomCall";

/** Heard on the wire, sent to their phone, given to somebody who rings them up, or what an alarm is about. */
export const bookingsAreTold: Invariant = {
  name: "every booking is told to its caller, or to somebody who tells them",
  broken: (played) =>
    played.left.bookings
      .filter((booking) => !isHeard(booking, played) && !isSent(booking, played))
      .filter(({ key }) => !played.left.alarms.includes(key))
      .map(({ key, start }) => `${key}, ${start}`),
};

function isHeard(booking: Booking, { call: { knowledge }, left }: PlayedCall): boolean {
  const sentence = filledIn(knowledge.say.booked, booking, knowledge);
  // Speech that was held back goes on as a stretch of its own.
  return left.audio.some(({ text, cut }) => !cut && text.length > 12 && sentence.includes(text));
}

function isSent({ key, start, name, number }: Booking, { left: { outbox } }: PlayedCall): boolean {
  const spoken = speakStart(start, "en-US");
  return outbox.some(
    ({ id, to, text }) =>
      (id.startsWith(key) && to.kind === "phone" && to.number === number) ||
      (to.kind === "owner" && text.includes("call") && text.includes(name) && text.includes(spoken)) ||
      (to.kind === "owner" && id.startsWith(key) && text.includes("could NOT be told")),
  );
}
