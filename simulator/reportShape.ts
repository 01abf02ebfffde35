import type { CallReport } from "./report";

/** The keys of `T`, and of what stands in it; a list is a list of one. */
type Shape<T> = T extends readonly (infer Item)[]
  ? readonly [Shape<Item>]
  : T extends object
    ? { readonly [Key in keyof T]-?: Shape<NonNullable<T[Key]>> }
    : "value";

/** Every key that a report can have, so that what is expected of one can be read before there is one. */
export const reportShape: Shape<CallReport> = {
  contactId: "value",
  scenario: "value",
  route: "value",
  outcome: "value",
  startedAt: "value",
  durationMs: "value",
  turns: [
    {
      index: "value",
      caller: "value",
      tool: "value",
      facts: ["value"],
      said: "value",
      heard: "value",
      interrupted: "value",
      blocked: { clause: "value", why: "value" },
      filler: "value",
      latencyMs: { listen: "value", think: "value", speak: "value", line: "value", total: "value" },
    },
  ],
  agentAudio: [{ startMs: "value", endMs: "value", text: "value", cut: "value" }],
  callerAudio: [{ startMs: "value", endMs: "value", text: "value" }],
  tools: [{ name: "value", status: "value", key: "value" }],
  booking: { service: "value", start: "value", name: "value", number: "value", key: "value", confirmation: "value" },
  voicemail: { from: "value", durationMs: "value", text: "value", endedBy: "value", recording: "value" },
  transfer: { to: "value", outcome: "value", summary: "value" },
  errors: [{ atMs: "value", service: "value", what: "value", did: "value" }],
  costUsd: {
    total: "value",
    transcribe: "value",
    bedrock: "value",
    polly: "value",
    lambda: "value",
    connect: "value",
    other: "value",
  },
  files: { recording: "value", transcript: "value", page: "value" },
};
