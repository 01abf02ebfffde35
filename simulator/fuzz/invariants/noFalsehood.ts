import type { Booking } from "../../../functions/shared/callRecord";
import { bookingKey } from "../../../functions/shared/slots";
import { bookingTexts } from "../../../functions/voice/wording";
import { filledIn } from "../bookingSentences";
import type { Invariant } from "../invariant";
import type { Happened, PlayedCall } from "../playRandomCall";

/** What the caller hears of a booking is what the store has. */
export const noFalsehood: Invariant = {
  name: "nobody is told of a booking what is not so",
  broken: (played) => [...confirmedInVain(played), ...cancelledInVain(played), ...refusedInVain(played)],
};

/** Confirmed, and never stored. */
function confirmedInVain(played: PlayedCall): readonly string[] {
  const { knowledge } = played.call;
  const [before = ""] = knowledge.say.booked.split("{service}");
  return played.report.agentAudio
    .filter(({ text }) => text.startsWith(before))
    .filter(({ text, startMs }) => {
      const stood = stoodBefore(played, startMs);
      return !stood.some((booking) => filledIn(knowledge.say.booked, booking, knowledge).startsWith(text));
    })
    .map(({ text, startMs }) => `"${text}" at ${startMs} ms, and nothing was stored`);
}

/** Said to be cancelled, and nothing was taken away. */
function cancelledInVain(played: PlayedCall): readonly string[] {
  const { cancelled } = bookingTexts(played.call.knowledge.business.languages[0] ?? "en-US");
  return played.report.agentAudio
    .filter(({ text }) => text.length > 8 && cancelled.startsWith(text))
    .filter(({ startMs }) => {
      const stood = stoodBefore(played, startMs).filter(({ number }) => number === played.call.from);
      const now = played.left.writes.filter(({ atMs }) => atMs <= played.finished.startMs + startMs).at(-1);
      return !stood.some(({ key }) => now?.standing.has(key) === false);
    })
    .map(({ startMs }) => `said to be cancelled at ${startMs} ms, and nothing was`);
}

/** Said to be taken, and it is the caller who has it. */
function refusedInVain(played: PlayedCall): readonly string[] {
  return played.happened
    .filter((each, index) => {
      const turn = played.happened[index - 1]?.conversation.turn;
      // Nothing is said of what a turn that is over had asked.
      if (each.event.type !== "deskAnswered" || turn?.task?.id !== each.event.task || turn.isConcluded) return false;
      const key = refusedKey(each, played);
      const now = played.left.writes.filter(({ atMs }) => atMs <= each.event.atMs).at(-1);
      return key !== null && now?.standing.has(key) === true;
    })
    .map(({ event }) => `said to be taken at ${event.atMs - played.finished.startMs} ms by the caller's own booking`);
}

function refusedKey({ event, conversation, effects }: Happened, { call }: PlayedCall): string | null {
  if (event.type !== "deskAnswered") return null;
  const { ask, answer } = event;
  if (ask.type === "book") return answer.type === "book" && answer.answer === "taken" ? ask.request.key : null;
  if (ask.type !== "checkSlot" || answer.type !== "checkSlot" || answer.answer.isFree) return null;
  // Asked once more before anything is said.
  if (effects.some(({ type }) => type === "askDesk")) return null;
  const name = conversation.turn?.reading.fields.name;
  if (answer.answer.why !== "taken" || typeof name !== "string" || conversation.turn?.reading.fields.change === "move")
    return null;
  const { service, start } = ask.request;
  return bookingKey({ business: call.knowledge.business.phone, number: call.from, service, start, name });
}

/** Every booking that stood at some moment of the call before a time in it. */
function stoodBefore({ left, finished }: PlayedCall, ms: number): readonly Booking[] {
  const writes = left.writes.filter(({ atMs }) => atMs <= finished.startMs + ms);
  return writes.flatMap(({ standing }) => [...standing.values()]);
}
