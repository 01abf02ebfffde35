import type { FlowRequest, Prompt } from "../../components/flow/types";
import type { SimClock } from "../clock";
import type { PhoneNetwork, Playing } from "../phoneNetwork";
import { joinSounds } from "../sound/cutSound";
import { noiseSound, type SimSound, silenceDbfs, silenceSound } from "../sound/simSound";
import { type FaultPlan, pause } from "../standIns/faults";
import type { Assumed } from "./assumptions";

/** Where Connect gets the sound of its prompts from. */
export interface PromptSounds {
  /** The sound under an `s3://` uri; null where there is none. */
  stored(uri: string): Promise<SimSound | null>;
  /** Connect's own voice. */
  spoken(text: string): Promise<SimSound>;
  /** From an answer of a function to a stored prompt's first sample. */
  readonly storedMs: number;
}

export interface PromptSetting {
  readonly phone: PhoneNetwork;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  readonly assumed: Assumed;
  readonly prompts: PromptSounds;
}

/**
 * Plays a prompt to its end: nothing interrupts it but the end of the call. False where it cannot be had.
 *
 * @param answeredAtMs when the function before it answered; a stored prompt's delay counts from then.
 */
export async function playPrompt(prompt: Prompt, setting: PromptSetting, answeredAtMs: number): Promise<boolean> {
  const begun = await beginPrompt(prompt, setting, answeredAtMs);
  await begun?.ended;
  return begun !== null;
}

/**
 * Plays a prompt and takes keys while it plays and for the request's time after. The first key stops the prompt. Null where none
 * came in time; where several may come, each gives time for the next.
 */
export async function takeInput(
  request: Extract<FlowRequest, { type: "getInput" }>,
  setting: PromptSetting,
  answeredAtMs: number,
  onListening: () => void,
): Promise<string | null | "failed"> {
  const { phone, clock, assumed } = setting;
  let keys = "";
  let lastKeyMs: number | null = null;
  const enough = new AbortController();
  let playing: Playing | null = null;
  const unwatch = phone.watch((event) => {
    if (event.type !== "keyPressed") return;
    const isTerminator = request.mode === "store" && event.key === "#";
    if (!isTerminator) keys += event.key;
    lastKeyMs = event.atMs;
    playing?.stop();
    if (isTerminator || keys.length >= request.maxLength) enough.abort();
  });
  try {
    playing = await beginPrompt(request.prompt, setting, answeredAtMs);
    if (playing === null) return "failed";
    if (keys !== "") playing.stop();
    await playing.ended;
    onListening();
    // The limit is for the first key; whoever has begun to type has a while for each of the next.
    const untilMs = clock.now() + request.timeLimitMs;
    const dueMs = () => (lastKeyMs === null ? untilMs : Math.max(lastKeyMs + assumed.interdigitMs, clock.now()));
    while (!enough.signal.aborted && clock.now() < dueMs()) await pause(clock, dueMs() - clock.now(), enough.signal);
    return keys === "" ? null : keys;
  } finally {
    unwatch();
  }
}

async function beginPrompt(prompt: Prompt, setting: PromptSetting, answeredAtMs: number): Promise<Playing | null> {
  const { phone, clock, assumed, prompts, faults } = setting;
  const fault = faults.next("line");
  if (fault !== null && fault !== "slow") return null;
  const sound = await soundOf(prompt, prompts);
  if (sound === null) return null;
  const isStored = prompt.type === "media" || prompt.type === "promptId";
  const delayMs = isStored
    ? answeredAtMs + prompts.storedMs + assumed.slowPromptMs - clock.now()
    : isSilent(sound)
      ? 0
      : assumed.textPromptMs;
  await pause(clock, Math.max(0, delayMs) + (fault === "slow" ? 1500 : 0));
  if (isSilent(sound)) return { extend: () => false, stop: () => 0, ended: pause(clock, sound.durationMs) };
  return phone.play(sound, sourceOf(prompt));
}

/** What a prompt is called in the log of what was heard. */
export function sourceOf(prompt: Prompt): string {
  return prompt.type === "media" ? prompt.uri : prompt.type;
}

async function soundOf(prompt: Prompt, prompts: PromptSounds): Promise<SimSound | null> {
  switch (prompt.type) {
    case "media":
      return prompts.stored(prompt.uri);
    case "promptId":
      return prompts.stored(prompt.promptId);
    case "text":
      return prompts.spoken(prompt.text.trim());
    case "ssml":
      return markedUp(prompt.ssml, prompts);
  }
}

/** Connect's own voice says a censored word as a tone. */
const toneMs = 500;

/** SSML as far as flows use it: words, breaks and the tone. */
async function markedUp(ssml: string, prompts: PromptSounds): Promise<SimSound> {
  const parts: SimSound[] = [];
  for (const part of ssml.split(/(<break\b[^>]*>|<say-as\b.*?<\/say-as>)/)) {
    const pauseMs = /<break\b[^>]*\btime="(\d+(?:\.\d+)?)(ms|s)"/.exec(part);
    if (part.includes('interpret-as="expletive"')) {
      parts.push(noiseSound(toneMs));
      continue;
    }
    const text = part
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (pauseMs !== null) parts.push(silenceSound(Number(pauseMs[1]) * (pauseMs[2] === "s" ? 1000 : 1)));
    else if (text !== "") parts.push(await prompts.spoken(text));
  }
  return joinSounds(parts);
}

function isSilent(sound: SimSound): boolean {
  return sound.words.length === 0 && sound.levels.every((level) => level <= silenceDbfs + 10);
}
