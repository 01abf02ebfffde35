import { newConversation, next, recordOf } from "./conversation";
import { deskKnowledge, deskNowMs } from "./desk.contract";
import type { Conversation, Utterance } from "./state";
import { turnTakingDefaults } from "./turnTaking";

const booking = {
  service: "haircut",
  start: "2026-11-25T10:30",
  name: "Dana Reyes",
  number: "+15551230001",
  key: "booking-0123456789abcdef01234567",
};

const speech = (id: string, text: string, status: Utterance["status"]): Utterance => ({
  id,
  turn: 1,
  kind: "reply",
  text,
  isOffer: false,
  askedAtMs: deskNowMs,
  readyAtMs: deskNowMs,
  status,
  startedAtMs: status === "heard" ? deskNowMs : null,
  heardMs: status === "heard" ? 900 : 0,
  durationMs: 900,
  attempt: 1,
});
const first = speech("s1", "You are booked: Haircut,", "heard");
const second = speech("s2", "Wednesday at ten thirty.", "given");

/** Its agent was lost when it had said the first half of a confirmation. */
function lost(mouth: readonly Utterance[]): Conversation {
  const fresh = newConversation({
    contactId: "c-1",
    from: booking.number,
    startedAtMs: deskNowMs,
    knowledge: deskKnowledge,
    facts: [],
    grade: "flow",
    rendered: new Set(),
    isRecorded: false,
    taking: turnTakingDefaults,
  });
  return { ...fresh, state: "speaking", mouth, bookings: [{ booking, saidBy: ["s1", "s2"], isAnnounced: true }] };
}

const confirmationOf = (c: Conversation) => recordOf(c, deskNowMs + 5_000).bookings.map((each) => each.confirmation);

test("what a lost agent had not said of a confirmation is owed by its successor, and counts as heard when that has said it", () => {
  const [resumed] = next(lost([first]), { type: "callResumed", atMs: deskNowMs, unsaid: [second] });
  const [, anew] = resumed.mouth;
  expect(anew).toMatchObject({ text: second.text });
  expect(resumed.bookings.map(({ saidBy }) => saidBy)).toEqual([["s1", anew?.id]]);
  expect(confirmationOf(resumed)).toEqual(["message"]);
  const heard = resumed.mouth.map((each) => ({ ...each, status: "heard" as const }));
  expect(confirmationOf({ ...resumed, mouth: heard })).toEqual(["heard"]);
});

test("a confirmation of which a part is no longer to be said was not heard", () => {
  expect(confirmationOf(lost([first]))).toEqual(["message"]);
  expect(confirmationOf(lost([first, { ...second, status: "heard" }]))).toEqual(["heard"]);
});
