import type { CallReport } from "./report";

/** A report as a page of its own: the recording, who spoke when, and each turn's latency. */
export function callPage(report: CallReport, recording: string): string {
  const { contactId, scenario, route, outcome, durationMs, costUsd, startedAt } = report;
  const title = `Call ${scenario ?? contactId}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
audio, svg { width: 100%; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #8884; vertical-align: top; }
.agent { fill: #2563eb; } .caller { fill: #d97706; } .cut { opacity: .6; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(startedAt)}: ${route}, ${outcome}, ${(durationMs / 1000).toFixed(1)} s, ${costUsd.total.toFixed(3)} USD</p>
<audio controls src="${escaped(encodeURI(recording))}"></audio>
${picture(report)}
<h2>What was said</h2>
<table><tr><th>s</th><th>who</th><th>what</th></tr>${transcriptOf(report)
    .map(
      ({ startMs, who, text, cut }) =>
        `<tr><td>${(startMs / 1000).toFixed(1)}</td><td>${who}</td><td${cut ? ' class="cut"' : ""}>${escaped(text)}${cut ? " (cut off)" : ""}</td></tr>`,
    )
    .join("\n")}</table>
<h2>Turns</h2>
<table><tr><th>turn</th><th>tool</th><th>facts</th><th>ms to the reply</th></tr>${report.turns
    .map(
      ({ index, tool, facts, latencyMs }) =>
        `<tr><td>${index}</td><td>${tool ?? ""}</td><td>${escaped(facts.join(", "))}</td><td>${latencyMs?.total ?? ""}</td></tr>`,
    )
    .join("\n")}</table>
</body>
</html>
`;
}

/** A line of a transcript; `text` is "[noise]" where the caller made a sound without words. */
export interface SaidLine {
  readonly startMs: number;
  readonly endMs: number;
  readonly who: "agent" | "caller";
  readonly text: string;
  readonly cut: boolean;
}

/** Both sides of a call in the order in which they began. */
export function transcriptOf({ agentAudio, callerAudio }: CallReport): readonly SaidLine[] {
  return [
    ...agentAudio.map((stretch) => ({ ...stretch, who: "agent" as const })),
    ...callerAudio.map(({ startMs, endMs, text }) => ({
      startMs,
      endMs,
      text: text || "[noise]",
      who: "caller" as const,
      cut: false,
    })),
  ].sort((a, b) => a.startMs - b.startMs);
}

function picture({ agentAudio, callerAudio, durationMs }: CallReport): string {
  const bar = (who: "agent" | "caller", y: number) => (stretch: { startMs: number; endMs: number; text: string }) =>
    `<rect class="${who}" x="${stretch.startMs}" width="${stretch.endMs - stretch.startMs}" y="${y}" height="40"><title>${escaped(stretch.text || "noise")}</title></rect>`;
  return `<svg viewBox="0 0 ${Math.max(1, durationMs)} 100" height="100" preserveAspectRatio="none" role="img" aria-label="Who spoke when: caller above, agent below">
${callerAudio.map(bar("caller", 5)).join("")}${agentAudio.map(bar("agent", 55)).join("")}</svg>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
