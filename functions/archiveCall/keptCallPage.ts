import { localTime } from "../shared/hours";
import type { KeptCall, KeptTurn } from "../shared/keptCall";
import type { Knowledge } from "../shared/knowledge";

/** A kept call as a page of its own, which a mail links to. */
export function keptCallPage(call: KeptCall, { business }: Pick<Knowledge, "business">): string {
  const title = `Call to ${call.business}, ${localTime(Date.parse(call.startedAt), business.timezone).text.replace("T", " ")}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } p { margin: .15rem 0; overflow-wrap: anywhere; } li { margin-bottom: .75rem; } .how { font-size: .85rem; opacity: .7; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<dl>${factsOf(call)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
    .join("\n")}</dl>
<h2>What was said</h2>
${call.turns.length === 0 ? "<p>The agent and the caller did not speak.</p>" : turnsOf(call.turns)}
</body>
</html>
`;
}

/** What is worth knowing of a call, as a list of names and values. */
export function factsOf(call: KeptCall): readonly (readonly [string, string])[] {
  const { transfer, consent, versions } = call;
  return [
    ["From", call.from ?? "number withheld"],
    ["Route", call.route],
    ["Outcome", call.outcome],
    ["Length", `${(call.durationMs / 1_000).toFixed(1)} s`],
    ["Cost", `${call.costUsd.total.toFixed(4)} USD`],
    ...call.bookings.map(
      ({ service, start, confirmation }) =>
        ["Booking", `${service}, ${start.replace("T", " ")} (told: ${confirmation})`] as const,
    ),
    ...(transfer === null
      ? []
      : [["Transfer", `${transfer.outcome ?? "not waited for"}: ${transfer.summary || transfer.reason}`] as const]),
    ...(call.hasVoicemail ? [["Voicemail", "left"] as const] : []),
    ...(consent === null ? [] : [["Told of the recording", `${consent.at}: ${consent.wording}`] as const]),
    ...call.errors.map(
      ({ atMs, service, what, did }) =>
        [`Fault after ${(atMs / 1_000).toFixed(1)} s`, `${service}: ${what}; ${did}`] as const,
    ),
    ...(versions === null
      ? []
      : [["Versions", `knowledge ${versions.knowledge}, model ${versions.model}, code ${versions.code}`] as const]),
    ["Id", call.contactId],
  ];
}

function turnsOf(turns: readonly KeptTurn[]): string {
  return `<ol>${turns
    .map(({ caller, said, heard, tool, facts, latencyMs, blocked }) => {
      const how = [[tool ?? "no tool", ...facts].join(" "), ...(latencyMs === null ? [] : [`${latencyMs.total} ms`])];
      const stopped =
        blocked === null ? "" : `<p class="how">stopped at: ${escaped(`${blocked.clause} (${blocked.why})`)}</p>`;
      return `<li><p><b>Caller</b> ${escaped(caller)}</p><p><b>Agent</b> ${escaped(heard)}${heard === said ? "" : " (cut off)"}</p><p class="how">${escaped(how.join(", "))}</p>${stopped}</li>`;
    })
    .join("\n")}</ol>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
