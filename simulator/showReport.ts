import { factsOf } from "../functions/shared/facts";
import { localTime } from "../functions/shared/hours";
import type { Knowledge } from "../functions/shared/knowledge";
import { replyStyle, styleLine } from "./replyStyle";
import type { CallReport, TurnReport } from "./report";

/** A report as a person reads it: what it came to, then who said what when. */
export function showReport(report: CallReport, knowledge: Knowledge): readonly string[] {
  const { scenario, contactId, route, outcome, durationMs, costUsd } = report;
  const head = `${scenario ?? contactId}: ${route}, ${outcome}, ${seconds(durationMs)} s, ${costUsd.total.toFixed(3)} USD`;
  return [head, ...spokenLines(report), ...styleLines(report, knowledge), ...endLines(report)];
}

function spokenLines(report: CallReport): readonly string[] {
  const agent = report.agentAudio.map((stretch) => ({
    atMs: stretch.startMs,
    text: `agent   ${stretch.text}${stretch.cut ? " [cut off]" : ""}`,
  }));
  const caller = report.callerAudio.map((stretch) => ({
    atMs: stretch.startMs,
    text: `caller  ${stretch.text || "[noise]"}`,
  }));
  const spoken = [...agent, ...caller].sort((a, b) => a.atMs - b.atMs);
  const turns = report.turns.map((turn) => `  turn ${turn.index}: ${turnLine(turn)}`);
  return [...spoken.map(({ atMs, text }) => `${seconds(atMs).padStart(7)}  ${text}`), ...turns];
}

function turnLine({ tool, facts, latencyMs, interrupted, filler, blocked }: TurnReport): string {
  const parts = [
    facts.length === 0 ? `${tool ?? "no tool"}` : `${tool} (${facts.join(", ")})`,
    latencyMs === null
      ? null
      : `${latencyMs.total} ms (listen ${latencyMs.listen}, think ${latencyMs.think}, speak ${latencyMs.speak}, line ${latencyMs.line})`,
    interrupted ? "interrupted" : null,
    filler === null ? null : `filler "${filler}"`,
    blocked === null ? null : `stopped at "${blocked.clause}": ${blocked.why}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function styleLines({ turns, startedAt }: CallReport, knowledge: Knowledge): readonly string[] {
  const { timezone, languages } = knowledge.business;
  const facts = factsOf(knowledge, localTime(Date.parse(startedAt), timezone).date);
  const line = styleLine(replyStyle(turns, facts, languages));
  return line === null ? [] : [`  ${line}`];
}

function endLines({ booking, voicemail, transfer, errors }: CallReport): readonly string[] {
  return [
    ...(booking === null
      ? []
      : [`  booking: ${booking.service} ${booking.start} for ${booking.name}, confirmation ${booking.confirmation}`]),
    ...(voicemail === null
      ? []
      : [
          `  voicemail: ${seconds(voicemail.durationMs)} s, ended by ${voicemail.endedBy}: ${voicemail.text || "[noise]"}`,
        ]),
    ...(transfer === null ? [] : [`  transfer: ${transfer.to ?? "nobody to call"}, ${transfer.outcome}`]),
    ...errors.map(({ atMs, service, what, did }) => `  ${seconds(atMs)} ${service}: ${what}; ${did}`),
  ];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
