import type { ContactFlow, FlowSettings } from "./types";

/** The contact flow of a business: every branch ends with a person, a voicemail, a queue or a goodbye. */
export function renderContactFlow(settings: FlowSettings): ContactFlow {
  throw new Error(`not written yet: ${settings.language}`);
}

/** What a caller hears in the queue; voicemail where no agent comes. */
export function renderQueueFlow(settings: FlowSettings): ContactFlow {
  throw new Error(`not written yet: ${settings.language}`);
}
