import type { FlowRequest } from "../../components/flow/types";
import type { VoicemailReport } from "../report";
import { pause } from "../standIns/faults";
import { type PromptSetting, takeInput } from "./prompts";

/** A message as Connect's recording holds it. */
export interface RecordedMessage extends Pick<VoicemailReport, "text" | "durationMs" | "endedBy"> {
  /** Milliseconds since the epoch. */
  readonly startMs: number;
}

type InputRequest = Extract<FlowRequest, { type: "getInput" }>;

/** Where a flow listens for a key for so long while it records, it takes a message. */
const messageLimitMs = 60_000;

export function isVoicemail(request: InputRequest): boolean {
  return request.timeLimitMs >= messageLimitMs;
}

interface VoicemailSetting extends PromptSetting {
  readonly show: (state: string) => void;
}

/**
 * Records what the caller says until a key, the time limit or the end of the call. The message is null where no word was said:
 * nothing is kept of it. `onHangUp` gets it where the caller ends it by hanging up, since then nobody waits for the answer any more.
 */
export async function recordVoicemail(
  request: InputRequest,
  setting: VoicemailSetting,
  onHangUp: (message: RecordedMessage | null) => void,
): Promise<{ readonly message: RecordedMessage | null; readonly keys: string | null }> {
  const { phone, clock } = setting;
  const startMs = clock.now();
  setting.show("recording");
  let isOver = false;
  void phone.over.then(() => {
    if (!isOver) onHangUp(messageSince(startMs, setting, "hangUp"));
  });
  const keys = await takeInput({ ...request, mode: "branch", maxLength: 1 }, setting, startMs, () => undefined);
  await pause(clock, 0);
  isOver = true;
  const message = messageSince(startMs, setting, keys === null || keys === "failed" ? "limit" : "key");
  return { message, keys: keys === "failed" ? null : keys };
}

function messageSince(
  startMs: number,
  { phone, clock }: VoicemailSetting,
  endedBy: RecordedMessage["endedBy"],
): RecordedMessage | null {
  const endMs = (phone.endedAtMs() ?? clock.now()) + phone.lineMs;
  const sounds = phone.saidByCaller().filter((each) => each.startMs + each.playedMs + phone.lineMs > startMs);
  const words = sounds.flatMap((each) =>
    each.sound.words.filter((word) => {
      const atMs = each.startMs + phone.lineMs;
      return word.endMs <= each.playedMs && atMs + word.startMs >= startMs && atMs + word.endMs <= endMs;
    }),
  );
  if (words.length === 0) return null;
  const text = words.map((word) => word.text).join(" ");
  return { startMs, durationMs: Math.max(0, Math.round(Math.min(endMs, clock.now()) - startMs)), text, endedBy };
}
