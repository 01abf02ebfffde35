import type { Invariant } from "../invariant";

/** What changes something is asked for again only after it failed, and is never left without its receipt. */
export const writesOnce: Invariant = {
  name: "no tool that writes is cancelled or run twice",
  broken({ happened, report, finished }) {
    const problems: string[] = [];
    const open = new Map<number, string>();
    const running = new Set<string>();
    for (const { event, effects } of happened) {
      if (event.type === "deskAnswered" || event.type === "deskFailed") {
        const key = open.get(event.task);
        if (key !== undefined) running.delete(key);
        open.delete(event.task);
      }
      for (const effect of effects) {
        if (effect.type !== "askDesk" || (effect.ask.type !== "book" && effect.ask.type !== "cancel")) continue;
        const key = effect.ask.type === "book" ? effect.ask.request.key : effect.ask.booking.key;
        if (running.has(key)) problems.push(`${event.atMs - finished.startMs} ms: ${effect.ask.type} asked for twice`);
        running.add(key);
        open.set(effect.task, key);
      }
    }
    const done = report.tools.filter(({ name, status }) => name === "book_appointment" && status === "done");
    for (const [index, { key }] of done.entries())
      if (done.findIndex((each) => each.key === key) < index && !hasCancel(happened))
        problems.push(`${key} done twice`);
    return problems;
  },
};

function hasCancel(happened: readonly { readonly event: { readonly type: string } }[]): boolean {
  return happened.some(({ event }) => event.type === "deskAnswered" && "ask" in event);
}
