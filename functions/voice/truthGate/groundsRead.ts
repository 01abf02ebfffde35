import type { ToolName } from "../../shared/callRecord";
import { localTime } from "../../shared/hours";
import type { Fact, Knowledge } from "../../shared/knowledge";
import { type CallerClaim, claimOfCaller } from "./callerClaim";
import { type CallerWords, readCaller } from "./callerWords";
import { dateOf } from "./dates";
import { type Evidence, evidenceOf, selfId } from "./evidence";
import { type Figure, follows } from "./figure";
import type { HoursGrounds } from "./hoursTruth";
import { isClock } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import { readText } from "./readText";

/** What a reply is held against. */
export interface Grounds {
  readonly tool: ToolName;
  readonly knowledge: Knowledge;
  /** Every fact that may be said today. */
  readonly facts: readonly Fact[];
  /** The ids that the reply cites. */
  readonly cited: readonly string[];
  readonly isSure: boolean;
  /** The words that the reply answers. */
  readonly callerSaid: string;
  /** What the caller said before in this call. */
  readonly callerSaidBefore: readonly string[];
  /** What the program told the model in this call: slots that are free, bookings that were made. */
  readonly receipts: readonly string[];
  /** The caller's name as the tool's input has it. */
  readonly callerName: string | null;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}

/** The grounds, read once for a reply. */
export interface GroundsRead {
  readonly grounds: Grounds;
  readonly lexicon: Lexicon;
  /** Everything that the business says of itself, and what of it the reply cites. */
  readonly all: readonly Evidence[];
  readonly cited: readonly Evidence[];
  /** Words that claim nothing here. */
  readonly known: ReadonlySet<string>;
  readonly caller: CallerWords;
  readonly hours: HoursGrounds;
  /** Every figure that the caller named in this call. */
  readonly callerFigures: readonly Figure[];
  /** Figures that may be given back: the caller's own times, days and numbers, and those of receipts. */
  readonly givenBack: readonly Figure[];
  /** The sentences of the cited facts, without punctuation: read out as they stand they are true. */
  readonly sentences: ReadonlySet<string>;
  claim(): CallerClaim;
}

/** A text in its words, for sentences that are said as they are written. */
export function wordsOnly(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}$€£%]+/gu, " ").trim();
}

const leastWordsOfASentence = 2;

function sentencesOf(cited: readonly Fact[], lexicon: Lexicon): ReadonlySet<string> {
  const sentences = cited.flatMap(({ text }) => readText(text, lexicon).map(({ whole }) => wordsOnly(whole)));
  return new Set(sentences.filter((sentence) => sentence.split(" ").length >= leastWordsOfASentence));
}

export function readGrounds(grounds: Grounds, lexicon: Lexicon): GroundsRead {
  const { knowledge, facts, callerSaid, callerSaidBefore, tool, atMs } = grounds;
  const all = evidenceOf(knowledge, facts, lexicon);
  const cited =
    tool === "answer_from_knowledge"
      ? all.filter(({ id }) => id === selfId || grounds.cited.includes(id))
      : all.filter(({ id }) => id === selfId);
  const known = knownWords(grounds, all, lexicon);
  const caller = readCaller(callerSaid, lexicon);
  const before =
    caller.days.length > 0 ? [] : callerSaidBefore.slice(-1).flatMap((said) => readCaller(said, lexicon).days);
  const { date, minute } = localTime(atMs, knowledge.business.timezone);
  const citedHours = cited.filter(({ kind }) => kind === "hours").length;
  const hours: HoursGrounds = {
    knowledge,
    cited: tool === "answer_from_knowledge" ? grounds.cited : [],
    today: date,
    minute,
    atMs,
    spokenOf: caller.days.length > 0 ? caller.days : isShort(callerSaid) ? before : [],
    askedVerb: caller.verb,
    isList: citedHours >= 3,
    isAskedWhen: isAskedWhen(callerSaid, caller, lexicon),
    isAskedNow: caller.keys.has("now") || caller.days.some((days) => dateOf(days, date, null) === date),
    askedTimes: askedTimesOf(caller),
    isAskedOfBreak: caller.keys.has("lunch"),
    isAskedUntil:
      caller.keys.has("late") ||
      caller.keys.has("until") ||
      (caller.verb === "isOpen" && (caller.keys.has("long") || caller.keys.has("length"))),
    isAskedHowLong: caller.verb !== null,
    isUsual: caller.keys.has("usual"),
  };
  let claim: CallerClaim | null = null;
  const callerFigures = [...callerSaidBefore, callerSaid].flatMap((each) => figuresIn(each, lexicon));
  return {
    grounds,
    lexicon,
    all,
    cited,
    known,
    caller,
    hours,
    callerFigures,
    givenBack: tool === "answer_from_knowledge" ? [] : givenBackOf(grounds, callerFigures),
    sentences: sentencesOf(
      tool === "answer_from_knowledge" ? facts.filter(({ id }) => grounds.cited.includes(id)) : [],
      lexicon,
    ),
    claim() {
      claim ??= claimOfCaller(callerSaid, lexicon, cited, known, hours);
      return claim;
    },
  };
}

/** The times that a caller named, and what lies between two of them. */
function askedTimesOf({ items }: CallerWords): readonly (readonly number[])[] {
  const times = items.flatMap((item) => {
    const clock = item.kind === "figure" ? item.figure.readings.find(({ unit }) => unit === "clock") : undefined;
    return clock?.unit === "clock" ? [clock.minutes] : [];
  });
  const [from, to] = times;
  if (times.length !== 2 || from === undefined || to === undefined) return times;
  const start = from[0] ?? 0;
  const end = to.filter((minute) => minute > start).sort((a, b) => a - b)[0];
  return end === undefined ? times : [[start], [Math.floor((start + end) / 2)], [end - 1]];
}

/** "When can I come by?", where no time was named. */
function isAskedWhen(said: string, { items }: CallerWords, { vocabulary }: Lexicon): boolean {
  return vocabulary.openQuestion.test(said.toLowerCase()) && !items.some(isClock);
}

/** "And until when?" goes on with what was asked before. */
function isShort(said: string): boolean {
  return said.trim().split(/\s+/).length <= 6;
}

function knownWords(grounds: Grounds, all: readonly Evidence[], lexicon: Lexicon): ReadonlySet<string> {
  const { knowledge, tool, callerName, callerSaid, callerSaidBefore } = grounds;
  const known = new Set<string>();
  const add = (text: string) => {
    for (const { items } of readText(text, lexicon))
      for (const item of items) if (item.kind === "word") known.add(item.text).add(item.key);
  };
  const addNames = (text: string) => {
    for (const word of text.toLowerCase().match(/[\p{L}]+/gu) ?? []) known.add(word);
  };
  if (tool === "answer_from_knowledge") return known;
  if (tool !== "book_appointment") known.add("now").add("again");
  for (const { name } of knowledge.people) if (tool === "transfer_to_human") addNames(name);
  if (callerName !== null) addNames(callerName);
  const said = [...callerSaidBefore, callerSaid].join(" ");
  // A name that the caller gave is given back; what else they named is no claim of ours only where it is one of our services.
  for (const [, name = ""] of said.matchAll(/(?<=[\p{L},] )(\p{Lu}[\p{Ll}'-]+)/gu))
    if (!isOffered(name, all, lexicon)) addNames(name);
  if (tool === "book_appointment") {
    for (const { name } of knowledge.services) add(name);
    for (const key of ["person", "kid", "adult", "day", "morning", "afternoon", "evening", "week"]) known.add(key);
  }
  if (grounds.receipts.some((receipt) => /^\S+ is free$/.test(receipt)))
    for (const word of ["free", "available"]) known.add(word);
  if (grounds.receipts.some((receipt) => receipt.startsWith("booked")))
    for (const word of ["book", "appointment"]) known.add(word);
  return known;
}

function isOffered(word: string, all: readonly Evidence[], lexicon: Lexicon): boolean {
  const key = lexicon.keyOf(word.toLowerCase());
  return all.some(({ topic }) => topic.has(key));
}

function figuresIn(said: string, lexicon: Lexicon): Figure[] {
  return readText(said, lexicon).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === "figure" ? [item.figure] : [])),
  );
}

function givenBackOf(grounds: Grounds, figures: readonly Figure[]): Figure[] {
  const own = figures
    .map((figure) => ({
      ...figure,
      readings: figure.readings.filter(({ unit }) => ["clock", "days", "digits", "count", "ordinal"].includes(unit)),
    }))
    .filter(({ readings }) => readings.length > 0);
  const starts = grounds.receipts.flatMap((receipt) => [
    ...receipt.matchAll(/(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/g),
  ]);
  const received = starts.flatMap(([text, year, month, day, hour, minute]): Figure[] => [
    {
      text,
      bound: "is",
      per: null,
      readings: [
        { unit: "clock", minutes: [Number(hour) * 60 + Number(minute)] },
        { unit: "days", days: { by: "date", year: Number(year), month: Number(month), day: Number(day) } },
      ],
    },
  ]);
  return [...own, ...received];
}

/** Whether a figure is one that may be given back. */
export function isGivenBack(figure: Figure, { givenBack }: GroundsRead): boolean {
  return givenBack.some((each) => follows(figure, each));
}
