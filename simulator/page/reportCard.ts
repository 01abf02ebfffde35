import type { CallReport, Outcome } from "../report";
import { element } from "./element";

const outcomeWords: Readonly<Record<Outcome, string>> = {
  blocked: "refused: the number is blocked",
  failed: "failed",
  booked: "booked",
  transferred: "transferred to a person",
  voicemail: "voicemail left",
  answered: "answered",
  endedOnSilence: "ended on silence",
  callerHungUp: "caller hung up",
};

/** What the call came to, as the page shows it at its end. */
export function showReport(card: HTMLElement, report: CallReport): void {
  const { booking, transfer, voicemail } = report;
  card.replaceChildren(
    element("h2", "", `Call over: ${outcomeWords[report.outcome]}`),
    facts([
      ["Length", seconds(report.durationMs)],
      ["Turns", String(report.turns.length)],
      ["Started", report.startedAt],
      ["Call", report.contactId],
    ]),
  );
  if (booking !== null)
    card.append(
      element("h3", "", "Booking"),
      facts([
        ["Service", booking.service],
        ["Start", booking.start.replace("T", " ")],
        ["Name", booking.name],
        ["Number", booking.number ?? "withheld"],
        ["Confirmation", booking.confirmation],
      ]),
    );
  if (transfer !== null)
    card.append(
      element("h3", "", "Transfer"),
      facts([
        ["To", transfer.to ?? "nobody to call"],
        ["Outcome", transfer.outcome],
        ["Summary", transfer.summary],
      ]),
    );
  if (voicemail !== null)
    card.append(
      element("h3", "", "Voicemail"),
      facts([
        ["From", voicemail.from ?? "withheld"],
        ["Length", seconds(voicemail.durationMs)],
        ["Ended by", voicemail.endedBy],
        ["Text", voicemail.text],
      ]),
    );
  const { total, ...lines } = report.costUsd;
  card.append(
    element("h3", "", "Cost"),
    facts([
      ["Total", dollars(total)],
      ...Object.entries(lines)
        .filter(([, usd]) => usd > 0)
        .map(([name, usd]): [string, string] => [name, dollars(usd)]),
    ]),
  );
  if (report.errors.length > 0)
    card.append(
      element("h3", "", "Faults met"),
      facts(report.errors.map((error) => [`${seconds(error.atMs)} ${error.service}`, `${error.what}: ${error.did}`])),
    );
  card.hidden = false;
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    "dl",
    "",
    ...rows.map(([name, value]) => element("div", "", element("dt", "", name), element("dd", "", value))),
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function dollars(usd: number): string {
  return `$${usd.toFixed(4)}`;
}
