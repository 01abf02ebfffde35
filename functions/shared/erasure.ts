import { createHash } from "node:crypto";

/** A place where something of a caller may be kept. */
export interface Sink {
  readonly name: string;
  /** Everything in it that is the caller's. */
  find(traces: Traces): Promise<readonly Found[]>;
  /** Takes it out for good; nothing happens where it is gone already. */
  remove(found: Found): Promise<void>;
}

/** By what something is known as a caller's. */
export interface Traces {
  /** E.164. */
  readonly number: string;
  /** Their calls' and bookings' ids. */
  readonly ids: ReadonlySet<string>;
}

export interface Found {
  /** Where it is in its sink. */
  readonly key: string;
  /** SHA-256 of what it is, hexadecimal. */
  readonly sha256: string;
  /** Ids that make more things the caller's. */
  readonly ids: readonly string[];
}

/** What was erased; it names nobody. */
export interface Receipt {
  /** ISO 8601, UTC. */
  readonly erasedAt: string;
  readonly sinks: readonly ErasedSink[];
  /** How much was deleted in all. */
  readonly deleted: number;
  /** How much was found when all of it was looked for once more. */
  readonly left: number;
  /** What could not be reached from here, and when it is gone. */
  readonly elsewhere: readonly string[];
}

export interface ErasedSink {
  readonly name: string;
  readonly deleted: number;
  /** SHA-256 over what each deleted thing was, in the order of their hashes; null where nothing was deleted. */
  readonly sha256: string | null;
  readonly left: number;
}

/** Ids lead to ids: a number to its calls, a call to its booking. A chain is never longer. */
const mostRounds = 5;

/**
 * Deletes all that the sinks hold of a caller, looks for it once more, and says what was deleted and what is left. Safe to repeat.
 * Throws where a sink does; what was deleted until then is gone.
 */
export async function eraseCaller(
  number: string,
  sinks: readonly Sink[],
  elsewhere: readonly string[],
  nowMs: number,
): Promise<Receipt> {
  const first = await findAll(number, sinks);
  for (const { sink, found } of first.results) for (const each of found) await sink.remove(each);
  const again = await findAll(number, sinks, first.ids);
  const erased = first.results.map(({ sink, found }, index) => ({
    name: sink.name,
    deleted: found.length,
    sha256: found.length === 0 ? null : sha256(found.map((each) => each.sha256).sort()),
    left: again.results[index]?.found.length ?? 0,
  }));
  const sum = (key: "deleted" | "left") => erased.reduce((total, each) => total + each[key], 0);
  return {
    erasedAt: new Date(nowMs).toISOString(),
    sinks: erased,
    deleted: sum("deleted"),
    left: sum("left"),
    elsewhere,
  };
}

async function findAll(number: string, sinks: readonly Sink[], known: ReadonlySet<string> = new Set()) {
  let ids = known;
  for (let round = 1; ; round += 1) {
    const traces = { number, ids };
    const results = await Promise.all(sinks.map(async (sink) => ({ sink, found: await sink.find(traces) })));
    const more = new Set([...ids, ...results.flatMap(({ found }) => found.flatMap((each) => each.ids))]);
    if (more.size === ids.size || round === mostRounds) return { results, ids };
    ids = more;
  }
}

/** SHA-256 of a text, or of several one after the other, hexadecimal. */
export function sha256(content: string | Uint8Array | readonly string[]): string {
  const hash = createHash("sha256");
  if (typeof content === "string" || content instanceof Uint8Array) return hash.update(content).digest("hex");
  for (const part of content) hash.update(`${part}\n`);
  return hash.digest("hex");
}

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|booking-[0-9a-f]{24}/g;

/** The ids of calls and bookings in a text. */
export function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(idPattern) ?? [])];
}

/** True where a text holds one of the ids. */
export function namesId(text: string, { ids }: Traces): boolean {
  return idsIn(text).some((id) => ids.has(id));
}

/** True where a text holds the caller's number, with or without its plus sign, and not as a part of another. */
export function namesNumber(text: string, { number }: Traces): boolean {
  return new RegExp(`(?<!\\d)${number.replace(/^\+/, "")}(?!\\d)`).test(text);
}

/**
 * True where a value says that it is the caller's: a text in it that is their number. What they are only mentioned in is not theirs.
 */
export function isOfNumber(value: unknown, { number }: Pick<Traces, "number">): boolean {
  if (typeof value !== "object" || value === null) return value === number;
  const parts = value instanceof Set ? [...value] : Object.values(value);
  return parts.some((part) => isOfNumber(part, { number }));
}

/** A value as text, sets as lists. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each instanceof Set ? [...each] : each));
}
