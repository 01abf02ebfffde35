import { assumptions } from "../../connect/assumptions";
import { mostSilentMs } from "../bounds";
import type { Invariant } from "../invariant";
import type { PlayedCall } from "../playRandomCall";
import { gapsIn, type Span, spansOf } from "../soundSpans";

/** Dead air is what makes callers hang up. */
export const neverSilent: Invariant = {
  name: "nobody is silent for long",
  broken(played) {
    const { finished, report } = played;
    if (report.route !== "ai") return [];
    const { phone, startMs } = finished;
    const heard = [
      ...spansOf(phone.heardByCaller()),
      ...spansOf(phone.saidByCaller()),
      ...keysPressed(played),
      ...ringing(played),
      ...unplayed(played),
    ];
    // Whoever leaves a message may think.
    const endMs = played.messageFromMs ?? startMs + report.durationMs;
    const mostMs = mostSilentMs(played);
    return gapsIn(heard, startMs, endMs)
      .filter((gap) => gap.endMs - gap.startMs > mostMs)
      .map((gap) => `${gap.startMs - startMs} ms: silence of ${gap.endMs - gap.startMs} ms, ${mostMs} allowed`);
  },
};

/** Who presses a key hears its tone, and waits anew. */
function keysPressed({ happened }: PlayedCall): Span[] {
  return happened.flatMap(({ event }) =>
    event.type === "keyPressed" ? [{ startMs: event.atMs, endMs: event.atMs }] : [],
  );
}

function ringing({ finished: { connect } }: PlayedCall): Span[] {
  if (connect.transfer === null) return [];
  const { atMs } = connect.transfer;
  return [{ startMs: atMs - assumptions.personMs.best, endMs: atMs }];
}

/** What Connect itself could not play would have been heard then. */
function unplayed({ finished: { connect } }: PlayedCall): Span[] {
  return connect.faults.filter(({ service }) => service === "line").map(({ atMs }) => ({ startMs: atMs, endMs: atMs }));
}
