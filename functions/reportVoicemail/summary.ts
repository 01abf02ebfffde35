/** A message in few words. */
export interface Summary {
  /** One or two. */
  readonly lines: readonly string[];
  readonly isUrgent: boolean;
}

const mostLines = 2;
const longestLine = 160;

/**
 * What a model has made of a message; null where that is no summary of it: another shape, too long, or with a figure that nobody said.
 *
 * @param raw `{ lines, urgent }`, where it is right.
 * @param words the message.
 */
export function readSummary(raw: unknown, words: string): Summary | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { lines, urgent } = raw as { readonly lines?: unknown; readonly urgent?: unknown };
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > mostLines || typeof urgent !== "boolean")
    return null;
  const texts = lines.map((line) => (typeof line === "string" ? line.replace(/\s+/g, " ").trim() : ""));
  if (texts.some((text) => text === "" || text.length > longestLine)) return null;
  const said = figuresIn(words);
  if (figuresIn(texts.join("\n")).some((figure) => !said.includes(figure))) return null;
  return { lines: texts, isUrgent: urgent };
}

/** A message's own first words, for where no model has made anything of it. */
export function firstWords(words: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of words.split(/\s+/).filter((each) => each !== "")) {
    const line = lines.at(-1) ?? "";
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= longestLine) lines[lines.length - 1] = longer;
    else if (lines.length < mostLines) lines.push(word.slice(0, longestLine));
    else return [...lines.slice(0, -1), `${line} …`];
  }
  return lines;
}

/** Every run of digits, whatever separates them as people write them. */
function figuresIn(text: string): readonly string[] {
  return (text.match(/\d[\d.,:/-]*\d|\d/g) ?? []).map((figure) => figure.replace(/\D/g, ""));
}
