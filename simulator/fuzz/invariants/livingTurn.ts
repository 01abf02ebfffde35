import type { Conversation, Effect } from "../../../functions/voice/state";
import type { Invariant } from "../invariant";
import type { Happened } from "../playRandomCall";

/** Nothing is done for a turn that is over, and nothing that lasts for a draft. */
export const livingTurn: Invariant = {
  name: "every effect belongs to the living turn",
  broken: ({ happened, finished }) =>
    happened.flatMap(({ event, conversation, effects }, index) =>
      effects
        .map((effect) => strayOf(effect, conversation, happened[index - 1]))
        .filter((stray) => stray !== null)
        .map((stray) => `${event.atMs - finished.startMs} ms: after ${event.type}, ${stray}`),
    ),
};

const asksOfATurn: ReadonlySet<string> = new Set(["checkSlot", "findBookings", "book", "cancel"]);

function strayOf(effect: Effect, after: Conversation, before: Happened | undefined): string | null {
  const { turn, mouth } = after;
  switch (effect.type) {
    case "think":
      return turn?.thought === effect.thought ? null : `a thought that no turn waits for`;
    case "askDesk": {
      // News of what is stored is owed whatever becomes of the turn.
      if (!asksOfATurn.has(effect.ask.type)) return null;
      if (turn?.task?.id !== effect.task) return "a request to the desk that no turn waits for";
      const isWrite = effect.ask.type === "book" || effect.ask.type === "cancel";
      return isWrite && turn.decidedAtMs === null ? `a ${effect.ask.type} for a draft` : null;
    }
    case "play": {
      const speech = mouth.find(({ id }) => id === effect.speech.id);
      if (speech === undefined) return `"${effect.speech.text}" played and forgotten`;
      if (speech.turn === 0) return null;
      const index = turn?.index ?? after.pastTurns.at(-1)?.index;
      if (speech.turn !== index) return `"${speech.text}" of turn ${speech.turn} played in turn ${index}`;
      return turn !== null && turn.decidedAtMs === null ? `"${speech.text}" of a draft played` : null;
    }
    case "end":
    case "transfer": {
      const unheard = mouth.filter(({ status }) => status !== "heard" && status !== "cut");
      const isLost = after.faults.length > (before?.conversation.faults.length ?? 0);
      return unheard.length === 0 || isLost ? null : `${effect.type} before "${unheard[0]?.text}" was heard`;
    }
    default:
      return null;
  }
}
