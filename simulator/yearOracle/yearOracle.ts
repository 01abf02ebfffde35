import { startFlow } from "../../components/flow/interpret";
import { type Circumstances, type PlayedRoute, routeOfFlow } from "../../components/flow/routeOfFlow";
import type { FlowContact } from "../../components/flow/types";
import { type ConnectHours, connectHours } from "../../components/routing/connectHours";
import { screenCaller } from "../../functions/screenCaller/screenCaller";
import { isOpen, localTime, nextChange } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import { systemPrompt } from "../../functions/voice/prompt";
import { isNativelyOpen } from "../connect/nativeHours";
import { flowOfBusiness, placeholders } from "../flowOfBusiness";
import { areClocksChanging, isOpenOnTheWall } from "./fileOnTheWall";
import { type HeardHours, hoursInPrompt, isOpenAsHeard } from "./heardHours";
import { openAnswer } from "./openAnswer";

/** Everybody who says whether a business is open; the first is who the others are held to. */
export const sayers = [
  "hours engine",
  "Connect's own hours",
  "flow",
  "flow without screening",
  "facts in the prompt",
  "answer to a caller",
] as const;
export type Sayer = (typeof sayers)[number];

/** Null: cannot be understood as open or closed. */
export type Says = Readonly<Partial<Record<Sayer, boolean | null>>>;

/** Minutes in a row in which the same is said, and not by all. */
export interface DifferingMinutes {
  /** Milliseconds since the epoch. */
  readonly fromMs: number;
  readonly minutes: number;
  readonly says: Says;
}

export interface YearReport {
  /** At each of which the engine and Connect's own hours were asked. */
  readonly minutes: number;
  /** At which all were asked: every hour, and each change with two minutes before and after. */
  readonly moments: number;
  readonly changes: number;
  readonly differences: readonly DifferingMinutes[];
  /**
   * Differences beside a change of clocks where the other reads the file by the clock on the wall: what Connect does there is believed,
   * and a spoken time cannot say which of two equal hours it means.
   */
  readonly believed: readonly DifferingMinutes[];
  /** Moments at which somebody said nothing that can be understood. */
  readonly notUnderstood: number;
}

const minuteMs = 60_000;
const minutesAround = 2;

/**
 * Asks everybody who says whether a business is open, for every minute from `fromMs` up to `untilMs`, and lists where they differ:
 * the hours engine, Connect's own hours as they are rendered, the rendered flow with the screening function and without it, the facts in
 * the model's prompt, and the answer to "Are you open now?". Both times are whole minutes, in milliseconds since the epoch.
 *
 * @param native what Connect has. @default what is rendered of the same file
 */
export async function yearOracle(
  knowledge: Knowledge,
  fromMs: number,
  untilMs: number,
  native: ConnectHours = connectHours(knowledge),
): Promise<YearReport> {
  const found = new Map<number, Says>();
  const moments = new Set<number>();
  const addChange = (atMs: number) => {
    for (let minutes = -minutesAround; minutes <= minutesAround; minutes += 1) moments.add(atMs + minutes * minuteMs);
  };
  let wasNativelyOpen: boolean | null = null;
  for (let atMs = fromMs; atMs < untilMs; atMs += minuteMs) {
    const says = { "hours engine": isOpen(knowledge, atMs), "Connect's own hours": isNativelyOpen(native, atMs) };
    if (says["hours engine"] !== says["Connect's own hours"]) found.set(atMs, says);
    if (wasNativelyOpen !== null && wasNativelyOpen !== says["Connect's own hours"]) addChange(atMs);
    wasNativelyOpen = says["Connect's own hours"];
    if (atMs % (60 * minuteMs) === 0) moments.add(atMs);
  }
  const changes = changesBetween(knowledge, fromMs, untilMs);
  for (const atMs of changes) addChange(atMs);

  const ask = momentAsker(knowledge);
  let notUnderstood = 0;
  for (const atMs of [...moments].filter((ms) => ms >= fromMs && ms < untilMs).sort((a, b) => a - b)) {
    const says = await ask(atMs, isNativelyOpen(native, atMs));
    if (Object.values(says).includes(null)) notUnderstood += 1;
    if (dissentersOf(says).length > 0) found.set(atMs, says);
  }
  const { timezone } = knowledge.business;
  const isBelieved = ([atMs, says]: readonly [number, Says]) => {
    const { date, minute } = localTime(atMs, timezone);
    const onTheWall = isOpenOnTheWall(knowledge, date, minute);
    return areClocksChanging(timezone, atMs) && dissentersOf(says).every((sayer) => says[sayer] === onTheWall);
  };
  const inOrder = [...found].sort(([a], [b]) => a - b);
  return {
    minutes: (untilMs - fromMs) / minuteMs,
    moments: moments.size,
    changes: changes.length,
    differences: inRows(inOrder.filter((each) => !isBelieved(each))),
    believed: inRows(inOrder.filter(isBelieved)),
    notUnderstood,
  };
}

/** `2026-11-01 01:00 sunday (2026-11-01T08:00Z), 60 minutes: open says hours engine; closed says Connect's own hours` */
export function differenceText({ fromMs, minutes, says }: DifferingMinutes, timezone: string): string {
  const { text, weekday } = localTime(fromMs, timezone);
  const who = (meant: boolean) => sayers.filter((sayer) => says[sayer] === meant).join(", ");
  const long = minutes === 1 ? "" : `, ${minutes} minutes`;
  return `${text.replace("T", " ")} ${weekday} (${new Date(fromMs).toISOString().slice(0, 16)}Z)${long}: open says ${who(true)}; closed says ${who(false)}`;
}

function changesBetween(knowledge: Knowledge, fromMs: number, untilMs: number): readonly number[] {
  const changes: number[] = [];
  for (let ms = nextChange(knowledge, fromMs); ms !== null && ms < untilMs; ms = nextChange(knowledge, ms))
    changes.push(ms);
  return changes;
}

function momentAsker(knowledge: Knowledge): (atMs: number, isNative: boolean) => Promise<Says> {
  const { business, people } = knowledge;
  const flow = flowOfBusiness(knowledge, "flow");
  const contact: FlowContact = { contactId: "c-1", from: null, to: business.phone, instanceArn: placeholders.instance };
  const functions = {
    screenCallerArn: placeholders.screenCaller,
    startCallArn: placeholders.startCall,
    nextActionArn: placeholders.nextAction,
    noteVoicemailArn: placeholders.noteVoicemail,
  };
  const { request } = startFlow(flow, contact);
  if (request.type !== "invokeLambda" || request.arn !== placeholders.screenCaller)
    throw new Error("The flow does not begin with its screening.");
  const ports = {
    knowledge: async () => knowledge,
    calls: { countCall: () => Promise.reject(new Error("a withheld number is not counted")) },
    screened: { note: async () => undefined },
  };
  // The flow sees nothing of a moment but these answers, so it is played once for each that there is.
  const played = new Map<string, PlayedRoute>();
  const play = (circumstances: Circumstances) => {
    const key = JSON.stringify(circumstances);
    const route = played.get(key) ?? routeOfFlow(flow, contact, functions, circumstances);
    played.set(key, route);
    return route;
  };
  let factsDate = "";
  let facts: HeardHours = new Map();
  return async (atMs, isNative) => {
    const { date, minute, text, weekday } = localTime(atMs, business.timezone);
    if (date !== factsDate) facts = hoursInPrompt(systemPrompt(knowledge, "grounded", atMs));
    factsDate = date;
    const screening = await screenCaller(request.event, { ...ports, clock: { now: () => atMs } });
    const screened = play({ screening });
    const unscreened = play({ screening: null, isOpen: isNative });
    // Where nobody is to be called, open and closed both end in a voicemail, with other words before it.
    const hasReachedClosed = unscreened.passed.includes("closed");
    return {
      "hours engine": isOpen(knowledge, atMs),
      "Connect's own hours": isNative,
      flow: screened.outcome === "ai" ? true : screened.outcome === "voicemail" ? false : null,
      "flow without screening":
        unscreened.outcome === (people.length === 0 || hasReachedClosed ? "voicemail" : "human")
          ? !hasReachedClosed
          : null,
      "facts in the prompt": isOpenAsHeard(facts, date, minute),
      "answer to a caller": openAnswer(knowledge, `${text} ${weekday}`),
    };
  };
}

function dissentersOf(says: Says): readonly Sayer[] {
  return sayers.filter((sayer) => typeof says[sayer] === "boolean" && says[sayer] !== says["hours engine"]);
}

/** Minutes in a row become one where nobody who is asked in both says something else. */
function inRows(found: readonly (readonly [atMs: number, says: Says])[]): readonly DifferingMinutes[] {
  const rows: { fromMs: number; minutes: number; says: Says }[] = [];
  for (const [atMs, says] of found) {
    const row = rows.at(-1);
    const together = { ...row?.says, ...says };
    const isOne = JSON.stringify(together) === JSON.stringify({ ...together, ...row?.says });
    if (row !== undefined && isOne && atMs === row.fromMs + row.minutes * minuteMs) {
      row.minutes += 1;
      row.says = together;
    } else rows.push({ fromMs: atMs, minutes: 1, says });
  }
  return rows;
}
