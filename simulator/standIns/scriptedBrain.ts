import type { Usage } from "../../functions/shared/callRecord";
import type { Brain, BrainPiece, BrainRequest } from "../../functions/voice/ports";
import { toolSpecs } from "../../functions/voice/tools";
import type { SimClock } from "../clock";
import type { BrainEntry } from "../scriptedCall";
import { type FaultPlan, pause, refuse, ServiceError, slowMs, untilAborted } from "./faults";

export interface BrainTimes {
  readonly firstTokenMs: number;
  readonly tokenMs: number;
}

/** The stand-ins count four characters as a token. */
export const tokenCharacters = 4;
/** The model caches a prefix only from this length on (Claude Haiku 4.5). */
export const cachedFromTokens = 4096;
const greetingTokens = 8;

/**
 * Bedrock's stand-in: writes its tool calls token by token. The script's entries come first, one for each turn of the caller,
 * the same again for drafts, retries and repairs of that turn; then `decide` answers.
 *
 * @param prefixCharacters how much the model reads before every question: tools, rules and facts.
 */
export function scriptedBrain(
  clock: SimClock,
  faults: FaultPlan,
  times: BrainTimes,
  entries: readonly BrainEntry[],
  decide: (request: BrainRequest) => BrainEntry,
  prefixCharacters: number,
): Brain {
  const answer = scriptedAnswers(entries, decide);
  let isCached = false;

  async function* think(request: BrainRequest, signal: AbortSignal): AsyncIterable<BrainPiece> {
    const entry = answer(request);
    const fault = faults.next("bedrock");
    if (fault !== null) refuse(fault, "bedrock");
    if (fault === "timeout") return untilAborted(signal);
    const firstAtMs = clock.now() + times.firstTokenMs + (fault === "slow" ? slowMs : 0);
    await pause(clock, firstAtMs - clock.now(), signal);
    if (signal.aborted) return;
    yield { type: "tool", name: entry.tool };
    const whole = writtenOut(entry);
    const json = fault === "garbage" ? `{"reply": ${whole.slice(0, whole.length / 2)}` : whole;
    for (let at = 0; at < json.length; at += tokenCharacters) {
      // By the clock, so that timers that come late do not add up.
      const dueMs = firstAtMs + (at / tokenCharacters) * times.tokenMs;
      if (dueMs > clock.now()) await pause(clock, dueMs - clock.now(), signal);
      if (signal.aborted) return;
      if (fault === "drop" && at * 2 >= json.length)
        throw new ServiceError("bedrock", "ECONNRESET", "the stream broke off");
      yield { type: "input", json: json.slice(at, at + tokenCharacters) };
    }
    const prefixTokens = Math.ceil(prefixCharacters / tokenCharacters);
    const isRead = isCached && prefixTokens >= cachedFromTokens;
    isCached = true;
    yield {
      type: "usage",
      usage: {
        inputTokens: Math.ceil(questionCharacters(request) / tokenCharacters) + (isRead ? 0 : prefixTokens),
        cachedTokens: isRead ? prefixTokens : 0,
        outputTokens: Math.ceil(json.length / tokenCharacters),
      },
    };
  }
  /** Asks nothing of the model, so no fault is counted against it. */
  async function warm(signal: AbortSignal): Promise<Partial<Usage>> {
    await pause(clock, times.firstTokenMs, signal);
    const prefixTokens = Math.ceil(prefixCharacters / tokenCharacters);
    return warmedUsage(prefixTokens, () => {
      isCached = true;
    });
  }
  return { think, warm };
}

/** What opening the connection costs: a prefix that is long enough is read and kept, of another nothing is read. */
export function warmedUsage(
  prefixTokens: number,
  keep: () => void,
): Pick<Usage, "inputTokens" | "cachedTokens" | "outputTokens"> {
  const isKept = prefixTokens >= cachedFromTokens;
  if (isKept) keep();
  return { inputTokens: (isKept ? prefixTokens : 0) + greetingTokens, cachedTokens: 0, outputTokens: 1 };
}

/** What the model answers: the script's entries first, one for each turn that is asked about, then what `decide` says. */
export function scriptedAnswers(
  entries: readonly BrainEntry[],
  decide: (request: BrainRequest) => BrainEntry,
): (request: BrainRequest) => BrainEntry {
  const turnsAsked: number[] = [];
  return (request) => {
    if (!turnsAsked.includes(request.turn)) turnsAsked.push(request.turn);
    return entries[turnsAsked.indexOf(request.turn)] ?? decide(request);
  };
}

/** A tool's input as the model writes it: in the order of the tool's schema; what the schema does not know comes last. */
export function writtenOut({ tool, input }: BrainEntry): string {
  const known = toolSpecs.find((spec) => spec.name === tool)?.schema.required ?? [];
  const names = [
    ...known.filter((name) => name in input),
    ...Object.keys(input).filter((name) => !known.includes(name)),
  ];
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, input[name]])));
}

function questionCharacters({ history, callerSaid, notes }: BrainRequest): number {
  const before = history.reduce((sum, { callerSaid, input, result }) => sum + (callerSaid + input + result).length, 0);
  return before + callerSaid.length + notes.join("").length;
}
