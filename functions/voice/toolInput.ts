/**
 * Reads a tool's input, a JSON object, while it is still being written. Fields come out as soon as they are complete, and the
 * text of `reply` character by character, so that its first clause can be checked and spoken before the last is there.
 */
export interface ToolReading {
  /** All that was written so far. */
  readonly json: string;
  /** The complete fields, `reply` among them once it is closed. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The text of `reply` so far. */
  readonly reply: string;
  readonly isReplyOpen: boolean;
  readonly isReplyDone: boolean;
  /** Where reading goes on, and inside what. */
  readonly position: number;
  /** The text is no JSON object; nothing more is read. */
  readonly isBroken: boolean;
}

export const emptyReading: ToolReading = {
  json: "",
  fields: {},
  reply: "",
  isReplyOpen: false,
  isReplyDone: false,
  position: 0,
  isBroken: false,
};

/** The reading with one more piece. Pieces may split the text anywhere, inside an escape too. */
export function readPiece(reading: ToolReading, piece: string): ToolReading {
  if (reading.isBroken) return reading;
  const json = reading.json + piece;
  let { position, reply, isReplyOpen, isReplyDone } = reading;
  let isBroken: boolean = reading.isBroken;
  let fields = reading.fields;
  for (;;) {
    if (isReplyOpen) {
      const text = readString(json, position);
      reply += text.decoded;
      position = text.end;
      if (!text.isClosed) break;
      isReplyOpen = false;
      isReplyDone = true;
      fields = { ...fields, reply };
      continue;
    }
    const start = /^[\s,{]*"((?:[^"\\]|\\.)*)"\s*:\s*/.exec(json.slice(position));
    if (!start) {
      isBroken = !/^[\s,{}]*("|$)/.test(json.slice(position));
      break;
    }
    const [whole, key = ""] = start;
    const valueAt = position + whole.length;
    // What was read of the first may have been spoken already: a second of the same name would say something else.
    if (Object.hasOwn(fields, key)) {
      isBroken = true;
      break;
    }
    if (key === "reply" && json[valueAt] === '"') {
      position = valueAt + 1;
      isReplyOpen = true;
      continue;
    }
    const end = endOfValue(json, valueAt);
    if (end === null) break;
    try {
      fields = { ...fields, [key]: JSON.parse(json.slice(valueAt, end)) };
    } catch {
      isBroken = true;
      break;
    }
    position = end;
  }
  return { json, fields, reply, isReplyOpen, isReplyDone, position, isBroken };
}

/** The text of a string from inside it, as far as it can be decoded. */
function readString(json: string, from: number): { decoded: string; end: number; isClosed: boolean } {
  let at = from;
  while (at < json.length) {
    if (json[at] === '"') return { decoded: decode(json.slice(from, at)), end: at + 1, isClosed: true };
    if (json[at] === "\\") {
      const length = json[at + 1] === "u" ? 6 : 2;
      // Half an escape, or the first half of a surrogate pair, waits for the rest.
      if (at + length > json.length) break;
      if (/^\\ud[89ab]/i.test(json.slice(at, at + 4)) && at + 12 > json.length) break;
      at += length;
    } else at++;
  }
  return { decoded: decode(json.slice(from, at)), end: at, isClosed: false };
}

function decode(raw: string): string {
  try {
    // A raw line break inside a string is not JSON, yet models write it.
    return JSON.parse(`"${raw.replace(/\p{Cc}/gu, " ")}"`) as string;
  } catch {
    return "";
  }
}

/** Where the value that starts at `from` ends, null while it is not known to be complete. */
function endOfValue(json: string, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = from; at < json.length; at++) {
    const character = json[at];
    if (inString) {
      if (character === "\\") at++;
      else if (character === '"') {
        inString = false;
        if (depth === 0) return at + 1;
      }
    } else if (character === '"') inString = true;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && character === ",") return at;
  }
  return null;
}
