import type { TurnReport } from "../report";
import { type CallerItem, endOf, heardOf, type Spoken, type TranscriptItem } from "./callView";
import { element, setText } from "./element";
import { turnLedger } from "./turnLedger";

/** The transcript on the page. */
export interface TranscriptList {
  /** Brings the list up to what was said; `factText` says a fact's text by its id. */
  show(items: readonly TranscriptItem[], factText: (id: string) => string | undefined): void;
  /** Moves the words from coming to heard. `nowMs` is milliseconds from the answer. */
  advance(nowMs: number): void;
}

interface Row {
  readonly node: HTMLElement;
  item: TranscriptItem;
  update(item: TranscriptItem): void;
  advance(nowMs: number): void;
}

/** Rows are changed in place, so that a screen reader reads only what is new. */
export function transcriptList(list: HTMLElement): TranscriptList {
  let rows: Row[] = [];
  let nowMs = 0;
  return {
    show(items, factText) {
      for (const row of rows.splice(items.length)) row.node.remove();
      items.forEach((item, index) => {
        const row = rows[index];
        if (row?.item === item) return;
        if (row !== undefined && row.item.type === item.type) {
          row.update(item);
          row.item = item;
        } else {
          for (const stale of rows.splice(index)) stale.node.remove();
          const made = rowFor(item, factText);
          rows = [...rows, made];
          list.append(made.node);
        }
        rows[index]?.advance(nowMs);
      });
    },
    advance(atMs) {
      nowMs = atMs;
      for (const row of rows) row.advance(atMs);
    },
  };
}

function rowFor(item: TranscriptItem, factText: (id: string) => string | undefined): Row {
  switch (item.type) {
    case "agent":
      return agentRow(item, factText);
    case "caller":
      return callerRow(item);
    case "pressed":
      return fixedRow(item, element("li", "pressed", `Pressed ${item.key}`));
    case "turn":
      return fixedRow(item, element("li", "turn", turnLedger(item.turn, factText)));
  }
}

function fixedRow(item: TranscriptItem, node: HTMLElement): Row {
  return { node, item, update: () => undefined, advance: () => undefined };
}

type AgentItem = Extract<TranscriptItem, { type: "agent" }>;

function agentRow(first: AgentItem, factText: (id: string) => string | undefined): Row {
  const words = element("p", "words");
  const node = element("li", "agent", element("p", "who", "Agent"), words);
  const stretches: SpokenWords[] = [];
  let shownTurn: TurnReport | null = null;
  const update = (item: TranscriptItem) => {
    if (item.type !== "agent") return;
    for (const stale of stretches.splice(item.spoken.length)) stale.node.remove();
    item.spoken.forEach((spoken, index) => {
      const shown = stretches[index];
      if (shown !== undefined) shown.spoken = spoken;
      else {
        const made = spokenWords(spoken);
        if (index > 0) words.append(" ");
        words.append(made.node);
        stretches.push(made);
      }
    });
    stretches.forEach((stretch, index) => {
      stretch.next = stretches[index + 1]?.spoken.text ?? "";
    });
    if (item.turn !== null && item.turn !== shownTurn) {
      node.append(turnLedger(item.turn, factText));
      shownTurn = item.turn;
    }
  };
  update(first);
  return {
    node,
    item: first,
    update,
    advance(nowMs) {
      for (const stretch of stretches) stretch.advance(nowMs);
    },
  };
}

interface SpokenWords {
  readonly node: HTMLElement;
  spoken: Spoken;
  /** What the stretch after it says. */
  next: string;
  advance(nowMs: number): void;
}

/** A stretch as it is being heard: what was heard, and what is to come or was cut off. */
function spokenWords(spoken: Spoken): SpokenWords {
  const heard = element("span", "heard");
  const rest = element("span", "coming", spoken.text);
  const mark = element("span", "cut-mark");
  const node = element("span", spoken.isFiller === true ? "filler" : "", heard, rest, mark);
  if (spoken.isFiller === true) node.prepend(element("span", "filler-mark", "filler "));
  return {
    node,
    spoken,
    next: "",
    advance(nowMs) {
      const text = heardOf(this.spoken, nowMs);
      setText(heard, text);
      setText(rest, this.spoken.text.slice(text.length));
      const isCut = this.spoken.stoppedAtMs !== null && nowMs >= endOf(this.spoken) && rest.textContent !== "";
      const { end = null } = this.spoken.hold ?? {};
      // What was held back and went on is said in a stretch of its own, but for the word in which it was held.
      const isResumed = isCut && end === "wentOn";
      if (isResumed && rest.textContent?.endsWith(this.next)) setText(rest, withoutEnd(rest.textContent, this.next));
      rest.className = isCut && !isResumed && this.spoken.hold?.toMs !== null ? "cut" : "coming";
      setText(mark, markOf(this.spoken, isCut));
    },
  };
}

function withoutEnd(text: string, end: string): string {
  return text.slice(0, text.length - end.length);
}

/** What became of a stretch that the caller made a sound into. */
function markOf({ hold }: Spoken, isCut: boolean): string {
  if (hold === undefined) return isCut ? " cut off" : "";
  if (hold.toMs === null) return " held back";
  const heldMs = `${Math.round(hold.toMs - hold.fromMs)} ms`;
  if (hold.end === "wentOn") return ` held back ${heldMs}, went on`;
  return isCut ? ` held back ${heldMs}, then cut off` : ` gave way after ${heldMs}`;
}

function callerRow(first: CallerItem): Row {
  const understood = element("span", "");
  const rest = element("span", "coming");
  const said = element("p", "aside");
  said.hidden = true;
  const node = element("li", "caller", element("p", "who", "Caller"), element("p", "words", understood, rest), said);
  const update = (item: TranscriptItem) => {
    if (item.type !== "caller") return;
    const text = item.spoken.map((spoken) => spoken.text).join(" ");
    setText(understood, item.understood);
    setText(rest, item.isFinal ? "" : wordsAfter(text, item.understood));
    const differs = item.isFinal && text.trim() !== "" && plain(text) !== plain(item.understood);
    said.hidden = !differs;
    setText(said, differs ? `Said: ${text}` : "");
  };
  update(first);
  return { node, item: first, update, advance: () => undefined };
}

/** What of the text is not understood yet, going by the number of words. */
function wordsAfter(text: string, understood: string): string {
  if (understood === "") return text;
  const words = text.split(/\s+/);
  const rest = words.slice(understood.split(/\s+/).length);
  return rest.length === 0 ? "" : ` ${rest.join(" ")}`;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
