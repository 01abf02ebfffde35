import { replyStyle, styleLine } from "../replyStyle";
import type { CallReport } from "../report";
import type { SentText } from "./callView";
import { element } from "./element";
import type { BusinessCard } from "./pageMessages";

const outcomeWords: Readonly<Record<CallReport["outcome"], string>> = {
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
export function showReport(
  card: HTMLElement,
  report: CallReport,
  business: BusinessCard | null,
  messages: readonly SentText[],
): void {
  card.replaceChildren(
    element("h2", "", `Call over: ${outcomeWords[report.outcome]}`),
    element("div", "sections", ...sectionsOf(report, business), ...messageSection(messages)),
  );
  card.hidden = false;
}

function* sectionsOf(report: CallReport, business: BusinessCard | null): Generator<HTMLElement> {
  const { booking, transfer, voicemail } = report;
  const style = business && styleLine(replyStyle(report.turns, business.facts, [business.language]));
  yield section("Call", [
    ["Route", report.route],
    ["Length", seconds(report.durationMs)],
    ["Turns", String(report.turns.length)],
    ...(style === null ? [] : [["Replies", style] as const]),
    ["Id", report.contactId],
  ]);
  if (booking !== null)
    yield section("Booking", [
      ["Service", booking.service],
      ["Start", booking.start.replace("T", " ")],
      ["Name", booking.name],
      ["Number", booking.number ?? "withheld"],
      ["Confirmation", booking.confirmation],
    ]);
  if (transfer !== null)
    yield section("Transfer", [
      ["To", transfer.to ?? "nobody to call"],
      ["Outcome", transfer.outcome],
      ["Summary", transfer.summary],
    ]);
  if (voicemail !== null)
    yield section("Voicemail", [
      ["From", voicemail.from ?? "withheld"],
      ["Length", seconds(voicemail.durationMs)],
      ["Ended by", voicemail.endedBy],
      ["Text", voicemail.text],
    ]);
  const { total, ...lines } = report.costUsd;
  yield section("Cost", [
    ["Total", dollars(total)],
    ...Object.entries(lines)
      .filter(([, usd]) => usd > 0)
      .map(([name, usd]): [string, string] => [name, dollars(usd)]),
  ]);
  if (report.errors.length > 0)
    yield section(
      "Faults met",
      report.errors.map((error) => [`${seconds(error.atMs)} ${error.service}`, `${error.what}: ${error.did}`]),
    );
}

const addressees: Readonly<Record<string, string>> = { owner: "To the owner", listeners: "To programs" };

/** What went out when the call was over. */
function messageSection(messages: readonly SentText[]): readonly HTMLElement[] {
  if (messages.length === 0) return [];
  const sent = messages.map(({ to, subject, text }) => {
    const addressee = element("h4", "", addressees[to] ?? `SMS to ${to}`);
    // What is for programs is long, and nobody's to read.
    if (to === "listeners")
      return element(
        "div",
        "",
        addressee,
        element("details", "", element("summary", "", subject), element("p", "", text)),
      );
    return element(
      "div",
      "",
      addressee,
      ...(subject === "" ? [] : [element("p", "subject", subject)]),
      element("p", "", text),
    );
  });
  return [element("section", "messages", element("h3", "", "Messages that went out"), ...sent)];
}

function section(title: string, rows: readonly (readonly [string, string])[]): HTMLElement {
  const pairs = rows.map(([name, value]) => element("div", "", element("dt", "", name), element("dd", "", value)));
  return element("section", "", element("h3", "", title), element("dl", "", ...pairs));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function dollars(usd: number): string {
  return `$${usd.toFixed(4)}`;
}
