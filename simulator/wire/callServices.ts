import { knowledgeInForce } from "../../functions/voice/prompt";
import type { SimClock } from "../clock";
import type { Assumed } from "../connect/assumptions";
import type { SimulatedCall } from "../simulateCall";
import type { FaultPlan } from "../standIns/faults";
import { cachedFromTokens, scriptedAnswers, tokenCharacters, warmedUsage, writtenOut } from "../standIns/scriptedBrain";
import type { CallVoices } from "../voices";
import { bedrockServer, type ConverseRequest, type WrittenCall } from "./bedrockServer";
import { kvsServer } from "./kvsServer";
import type { KvsStreams } from "./kvsStreams";
import { markedVoice } from "./markedVoice";
import { markRecogniser } from "./markRecogniser";
import { pollyServer } from "./pollyServer";
import { messageCharacters, prefixCharacters, readConverse } from "./readConverse";
import { transcribeServer } from "./transcribeServer";
import type { Marks } from "./watermark";
import type { WireFault } from "./wireFault";
import type { WireService } from "./wireServer";

/** What the services of sound and of the model need to know of a call. */
export interface CallServicesSettings {
  readonly call: SimulatedCall;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  readonly assumed: Assumed;
  readonly voices: CallVoices;
  readonly marks: Marks;
  readonly streams: KvsStreams;
  /** Where AWS is. */
  readonly url: string;
  /** Told of each answer of the recogniser. */
  readonly transcribed: (text: string, isFinal: boolean) => void;
}

/** Transcribe, Bedrock, Polly and Kinesis Video as one call meets them: with its words, its times and its faults. */
export function callServices(settings: CallServicesSettings): readonly WireService[] {
  const { call, clock, faults, assumed, voices, marks, streams, url, transcribed } = settings;
  const { delays } = call;
  const recogniserTimes = {
    wordMs: delays.transcribe,
    finalMs: assumed.transcribeFinalMs,
    stableMs: assumed.transcribeStableMs,
  };
  return [
    transcribeServer({
      recognise: (_parameters, tell) =>
        markRecogniser(marks, clock, recogniserTimes, (results) => {
          for (const { Alternatives, IsPartial } of results)
            transcribed(Alternatives?.[0]?.Transcript ?? "", IsPartial === false);
          tell(results);
        }),
      nextFault: () => faults.next("transcribe"),
      clock,
    }),
    model(call, clock, faults),
    pollyServer({
      voice: markedVoice(voices.agent, marks),
      nextFault: () => faults.next("polly"),
      firstByteMs: delays.speakerFirstByte,
      clock,
    }),
    kvsServer({ streams, nextFault: () => faults.next("kvs"), clock, lateMs: delays.kvs, url: () => url }),
  ];
}

/** The model answers with the script's entries, then with the offline brain's own. */
function model(call: SimulatedCall, clock: SimClock, faults: FaultPlan): WireService {
  const { brain, decide, delays } = call;
  const knowledge = knowledgeInForce(call.knowledge, call.prices ?? "grounded");
  const answerTo = scriptedAnswers(brain, (request) => decide(knowledge, request));
  let isCached = false;

  async function write(request: ConverseRequest, isGarbage: boolean): Promise<WrittenCall> {
    const entry = answerTo(readConverse(request));
    const whole = writtenOut(entry);
    const prefixTokens = Math.ceil(prefixCharacters(request) / tokenCharacters);
    const isRead = isCached && prefixTokens >= cachedFromTokens;
    isCached = true;
    const newTokens = Math.ceil(messageCharacters(request.messages ?? []) / tokenCharacters);
    return {
      tool: entry.tool,
      // What does not parse is a whole answer all the same.
      json: isGarbage ? `{"reply": ${whole.slice(0, whole.length / 2)}` : whole,
      usage: {
        inputTokens: newTokens + (isRead ? 0 : prefixTokens),
        cacheReadInputTokens: isRead ? prefixTokens : 0,
        outputTokens: Math.ceil(whole.length / tokenCharacters),
      },
    };
  }

  return (exchange) => {
    let fault: WireFault | null = null;
    const server = bedrockServer({
      answer: (request) => write(request, fault === "garbage"),
      warmed(request) {
        const { cachedTokens, ...usage } = warmedUsage(Math.ceil(prefixCharacters(request) / tokenCharacters), () => {
          isCached = true;
        });
        return { ...usage, cacheReadInputTokens: cachedTokens };
      },
      nextFault() {
        fault = faults.next("bedrock");
        return fault === "garbage" ? null : fault;
      },
      firstTokenMs: delays.brainFirstToken,
      tokenMs: delays.brainToken,
      clock,
    });
    return server(exchange);
  };
}
