import type { TurnReport } from "../report";
import { element } from "./element";

/** The goal for a reply's first sample after the caller's last, and the length of the bar. */
const goalMs = 1000;
const barMs = 1500;
const parts = ["listen", "think", "speak", "line"] as const;

/** How a turn came about: its latency against the goal, the tool, the facts cited, and what was stopped. */
export function turnLedger(turn: TurnReport, factText: (id: string) => string | undefined): HTMLElement {
  const node = element("div", "ledger");
  // It is there to be looked up; read aloud after every reply it would talk over the next.
  node.ariaLive = "off";
  if (turn.latencyMs !== null) node.append(...latency(turn.latencyMs));
  if (turn.heard !== "" && turn.heard !== turn.said)
    node.append(element("p", "aside", `Heard, and all that the model remembers: “${turn.heard}”`));
  if (turn.heard === "" && turn.said !== "") node.append(element("p", "aside", `Not heard: “${turn.said}”`));
  // Where words were heard, the filler is marked among them.
  if (turn.heard === "" && turn.filler !== null && turn.filler !== "")
    node.append(element("p", "aside", `Filler: ${turn.filler}`));
  if (turn.blocked !== null)
    node.append(element("p", "aside blocked", `Not said: “${turn.blocked.clause}” (${turn.blocked.why})`));
  node.append(grounds(turn, factText));
  return node;
}

function latency(times: NonNullable<TurnReport["latencyMs"]>): readonly HTMLElement[] {
  const scaleMs = Math.max(barMs, times.total);
  const bar = element("div", "bar");
  bar.setAttribute("aria-hidden", "true");
  for (const part of parts) {
    const piece = element("span", part);
    piece.style.width = `${(Math.max(0, times[part]) / scaleMs) * 100}%`;
    bar.append(piece);
  }
  const goal = element("span", "goal");
  goal.style.left = `${(goalMs / scaleMs) * 100}%`;
  bar.append(goal);

  const figures = element("div", "figures");
  const isOver = times.total > goalMs;
  const total = element("strong", isOver ? "over" : "", `${Math.round(times.total).toLocaleString("en")} ms`);
  figures.append(element("span", "", total, isOver ? " to the reply, over the goal of 1,000 ms" : " to the reply"));
  for (const part of parts) figures.append(element("span", `part ${part}`, `${part} ${Math.round(times[part])}`));
  return [bar, figures];
}

function grounds(turn: TurnReport, factText: (id: string) => string | undefined): HTMLElement {
  const tool = element("code", "tool", turn.tool ?? "no answer");
  if (turn.facts.length === 0) return element("p", "aside", tool);
  const count = turn.facts.length === 1 ? "1 fact" : `${turn.facts.length} facts`;
  const details = element("details", "", element("summary", "", tool, ` from ${count}: ${turn.facts.join(", ")}`));
  for (const id of turn.facts)
    details.append(element("p", "fact", element("code", "", id), ` ${factText(id) ?? "no such fact"}`));
  return details;
}
