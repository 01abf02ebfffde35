import { byId, element } from "./element";
import type { KeptCallEntry } from "./pageMessages";

/** Shows the calls that were kept, latest first, each with its page; nothing where there are none. */
export async function showKeptCalls(): Promise<void> {
  const answer = await fetch("/kept");
  const calls = (await answer.json()) as readonly KeptCallEntry[];
  byId("kept", HTMLElement).replaceChildren(...calls.map(itemOf));
  byId("kept-box", HTMLElement).hidden = calls.length === 0;
}

function itemOf({ startedAt, from, outcome, durationMs, business, timezone, page }: KeptCallEntry): HTMLElement {
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: timezone });
  const link = element("a", "", `${when.format(new Date(startedAt))}, ${business}`);
  link.href = page;
  link.target = "_blank";
  link.rel = "noreferrer";
  const what = `${outcome}, ${from ?? "number withheld"}, ${Math.round(durationMs / 1_000)} s`;
  return element("li", "", link, element("div", "quiet", what));
}
