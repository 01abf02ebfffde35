import type { ToolName } from "../shared/callRecord";
import type { Fact } from "../shared/knowledge";

/** What a clause is checked against. */
export interface Grounds {
  readonly tool: ToolName;
  /** Every fact there is. */
  readonly facts: readonly Fact[];
  /** The ids that the reply cites. */
  readonly cited: readonly string[];
  readonly isSure: boolean;
  /** What the caller said in this call: supports only what is given back as theirs. */
  readonly callerSaid: string;
}

/**
 * Why a clause must not be spoken, null where it may. A reply rests on the facts that it cites: each figure in it stands in one
 * of them as it is written there. Outside an answer no figure is spoken but one that the caller named.
 */
export function whyNotSpoken(clause: string, grounds: Grounds): string | null {
  if (grounds.tool === "answer_from_knowledge") {
    if (!grounds.isSure) return "the model was not sure";
    const unknown = grounds.cited.find((id) => !grounds.facts.some((fact) => fact.id === id));
    if (unknown !== undefined) return `there is no fact ${unknown}`;
    if (grounds.cited.length === 0) return whyNoClarifyingQuestion(clause);
  }
  const cited = grounds.facts.filter((fact) => grounds.cited.includes(fact.id)).map((fact) => fact.text);
  const support = grounds.tool === "answer_from_knowledge" ? cited : [grounds.callerSaid];
  const known = new Set(support.flatMap(figuresOf));
  const unfounded = figuresOf(clause).find((figure) => !known.has(figure));
  return unfounded === undefined ? null : `${unfounded} stands in no cited fact`;
}

function whyNoClarifyingQuestion(clause: string): string | null {
  const figure = figuresOf(clause)[0];
  if (figure !== undefined) return `${figure} in a reply that cites no fact`;
  return null;
}

/** The figures of a text, normalised: `$18.50` and `18,50` are 18.5, `5:30 pm` is 5:30. */
function figuresOf(text: string): string[] {
  // 1,200 and 1.200 are twelve hundred; 1.20 is not.
  const plain = text.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "");
  return [...plain.matchAll(/\d+(?::\d{2})?(?:[.,]\d+)*/g)].map(([figure]) =>
    figure.includes(":")
      ? figure.replace(/:00$/, "")
      : figure
          .replace(",", ".")
          .replace(/\.0+$/, "")
          .replace(/(\.\d*?)0+$/, "$1"),
  );
}
