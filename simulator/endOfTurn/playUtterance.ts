import { fixedSpeech } from "../../functions/shared/fixedSpeech";
import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { runCall } from "../../functions/voice/runCall";
import type { TurnTaking } from "../../functions/voice/turnTaking";
import { agentFloor } from "../agentFloor";
import { playCaller } from "../caller";
import { virtualClock } from "../clock";
import { assumedIn, type Column } from "../connect/assumptions";
import { phoneNetwork } from "../phoneNetwork";
import { type BrainEntry, type Delays, defaultDelays, type Step } from "../scriptedCall";
import { type SimSound, speechSound } from "../sound/simSound";
import { duplexLine } from "../standIns/duplexLine";
import { faultPlan, randomFrom } from "../standIns/faults";
import { kvsEar } from "../standIns/kvsEar";
import { memoryDesk } from "../standIns/memoryDesk";
import { pollySpeaker } from "../standIns/pollySpeaker";
import { renderedSpeaker } from "../standIns/renderedSpeaker";
import { scriptedBrain } from "../standIns/scriptedBrain";
import { wordTranscriber } from "../standIns/wordTranscriber";
import { storesByBusiness } from "../stores/businessStores";
import { callVoices } from "../voices";
import type { PausedUtterance } from "./utterances";

/** How one utterance was answered. */
export interface UtteranceHeard {
  /** Something of the agent was heard inside the utterance, or it answered less than the whole of it. */
  readonly isCutOff: boolean;
  /** From the last spoken sample to the first of the agent's, both at the caller's end; null where it was cut off. */
  readonly delayMs: number | null;
  /** What the agent took for the whole turn. */
  readonly answered: string;
  /** How many drafts of an answer were begun for it. */
  readonly drafts: number;
}

export interface StageSettings {
  readonly taking: Partial<TurnTaking>;
  readonly delays: Partial<Delays>;
  readonly column: Column;
}

const startedAtMs = Date.parse("2026-11-23T18:00:00Z");
const businesses: Readonly<Record<PausedUtterance["language"], Knowledge>> = {
  "en-US": business(
    "en-US",
    "America/Los_Angeles",
    "+15035550100",
    "Hi, I am the AI. Say representative for a person.",
  ),
  "fr-FR": business(
    "fr-FR",
    "Europe/Paris",
    "+33140000000",
    "Bonjour, je suis l'IA. Dites conseiller pour une personne.",
  ),
};
const openers = { "en-US": "I would like to book a haircut.", "fr-FR": "Je voudrais une coupe." } as const;
const replies = { "en-US": "Is there anything else?", "fr-FR": "Autre chose ?" } as const;

/** One call on the duplex line in which the caller says the utterance, with `sound`, and waits for the answer. */
export async function playUtterance(
  utterance: PausedUtterance,
  sound: SimSound,
  settings: StageSettings,
): Promise<UtteranceHeard> {
  const { language, asked } = utterance;
  const knowledge = businesses[language];
  const delays = { ...defaultDelays, ...settings.delays };
  const assumed = assumedIn(settings.column);
  const clock = virtualClock(startedAtMs);
  const phone = phoneNetwork(clock, delays.line);
  const floor = agentFloor();
  const faults = faultPlan([], clock, randomFrom(1));
  const voices = callVoices("symbols", clock);
  const hangUp = () => phone.hangUp();
  const line = duplexLine(
    phone,
    clock,
    faults,
    { transferred: hangUp, ended: hangUp, failed: hangUp },
    new AbortController().signal,
  );
  const entries = [...(asked === null ? [] : [question(asked)]), question(replies[language])];
  const brain = scriptedBrain(
    clock,
    faults,
    { firstTokenMs: delays.brainFirstToken, tokenMs: delays.brainToken },
    entries,
    () => question(replies[language]),
    0,
  );
  const text = utterance.pieces.map((piece) => piece.text).join(" ");
  let drafts = 0;
  const steps: Step[] = [
    ...(asked === null ? [] : [{ type: "says", text: openers[language], afterMs: null } as const]),
    { type: "plays", sound, text, afterMs: null },
    { type: "hangsUp", afterWordsMs: null },
  ];
  const record = await clock.run(
    Promise.all([
      runCall(
        {
          contactId: "utterance",
          from: "+15551230001",
          startedAtMs,
          knowledge,
          isRecorded: false,
          taking: settings.taking,
        },
        {
          clock,
          line: {
            ...line,
            show(state) {
              floor.show(state);
              line.show(state);
            },
          },
          ear: kvsEar(
            phone,
            clock,
            faults,
            { blockMs: assumed.kvsBlockMs, burstMs: assumed.kvsBurstMs, lateMs: delays.kvs },
            startedAtMs,
          ),
          transcriber: wordTranscriber(clock, faults, {
            wordMs: delays.transcribe,
            finalMs: assumed.transcribeFinalMs,
            stableMs: assumed.transcribeStableMs,
          }),
          brain: {
            think(request, signal) {
              if (request.turn === entries.length) drafts += 1;
              return brain.think(request, signal);
            },
          },
          speaker: renderedSpeaker(
            pollySpeaker(clock, faults, delays.speakerFirstByte, voices.agent),
            fixedSpeech(knowledge.say, "duplex"),
            async (said) => speechSound(said),
          ),
          desk: memoryDesk(
            knowledge,
            storesByBusiness().of(knowledge.business.phone).bookings,
            clock,
            faults,
            delays.tool,
            () => undefined,
            () => undefined,
          ),
        },
      ),
      playCaller(steps, phone, floor, clock, voices.caller),
    ]).then(([kept]) => kept),
  );
  if (asked !== null && record.turns[0]?.heard !== asked)
    throw new Error(`the agent did not ask "${asked}": ${record.turns[0]?.blocked?.why ?? "nothing was heard"}`);
  const said = phone.saidByCaller().at(-1);
  const firstMs = (said?.startMs ?? 0) + (sound.words[0]?.startMs ?? 0);
  const lastMs = (said?.startMs ?? 0) + (sound.words.at(-1)?.endMs ?? 0);
  const heard = phone.heardByCaller().filter(({ startMs, playedMs }) => startMs + playedMs > firstMs);
  const answerMs = heard[0]?.startMs ?? null;
  const answered = record.turns[entries.length - 1]?.caller ?? "";
  const isCutOff = answerMs === null || answerMs < lastMs || answered !== text;
  return { isCutOff, delayMs: isCutOff || answerMs === null ? null : answerMs - lastMs, answered, drafts };
}

function question(reply: string): BrainEntry {
  return { tool: "answer_from_knowledge", input: { facts: [], sure: true, reply } };
}

function business(language: string, timezone: string, phone: string, greeting: string): Knowledge {
  const yaml = `
business: { name: Cedar, timezone: ${timezone}, phone: "${phone}", language: ${language} }
hours: { monday: 09:00-17:30 }
services: [{ id: haircut, name: Haircut, price: $35, minutes: 30 }]
say: { greeting: "${greeting}" }
`;
  return parseKnowledge(yaml, "utterances.yaml");
}
