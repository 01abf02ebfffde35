import type { Usage } from "./callRecord";

/** What AWS asks by use, in USD, us-east-1. Believed from the public price pages unless a remark says more; taxes not included. */
export const unitPricesUsd = {
  /** Connect voice, basic tier (the `flow` line); https://aws.amazon.com/connect/pricing/ */
  connectMinute: 0.018,
  /** Connect Customer tier, which agent-to-agent audio (the `duplex` line) needs; page read 2026-10-07. */
  connectCustomerMinute: 0.038,
  /** Inbound call on a US direct number. */
  inboundMinute: 0.0022,
  /** A call to a person, outbound within the US. */
  outboundMinute: 0.0048,
  /** A US direct number, a day. */
  numberDay: 0.03,
  /** Transcribe streaming, first tier of 250,000 minutes a month. */
  transcribeMinute: 0.024,
  /** Claude Haiku 4.5 by the global inference profile, a million tokens. */
  inputMillionTokens: 1,
  /** Read from the prompt cache. */
  cachedMillionTokens: 0.1,
  outputMillionTokens: 5,
  /** Polly generative voices, a million characters. */
  pollyMillionCharacters: 30,
  /** Lambda on arm64. */
  lambdaGbSecond: 0.000_013_333_4,
  lambdaMillionRequests: 0.2,
  /** Kinesis Video Streams, a GB written and read once. */
  videoStreamGb: 0.017,
  /** DynamoDB on demand. */
  dynamoMillionWrites: 0.625,
  dynamoMillionReads: 0.125,
  /** S3 standard. */
  s3ThousandPuts: 0.005,
  s3ThousandGets: 0.0004,
  /** API Gateway WebSocket messages. */
  webSocketMillionMessages: 1,
} as const;

/** What a call cost, in USD; `total` is the sum of the rest. */
export type CostUsd = Readonly<
  Record<"total" | "transcribe" | "bedrock" | "polly" | "lambda" | "connect" | "other", number>
>;

export interface CallUse {
  /** From answer to hang-up. */
  readonly durationMs: number;
  readonly line: "flow" | "duplex";
  /** What the conversation used; null where no agent took part (VIP, voicemail, blocked). */
  readonly usage: Usage | null;
  /** The hot function's time; `durationMs` where it is left out and an agent took part. */
  readonly hotMs?: number;
  /** Time on which a person was connected. */
  readonly personMs?: number;
  /** How often the flow asked for its next action. */
  readonly asks?: number;
}

/** Memory of the functions as deployed. */
const hotGb = 1;
const askGb = 0.25;
const screenMs = 50;
/** µ-law-like 8 kHz 16-bit sound of one side as Connect stores it, with its container. */
const soundBytesPerMs = 17;
const holdMs = 900;

/** The cost of one call by what it used, to a hundredth of a cent's hundredth (six decimals). */
export function costOf(call: CallUse): CostUsd {
  const price = unitPricesUsd;
  const minutes = call.durationMs / 60_000;
  const usage = call.usage;
  const hotMs = usage === null ? 0 : (call.hotMs ?? call.durationMs);
  const asks = call.asks ?? 0;
  const gbSeconds = (hotMs * hotGb + (screenMs + asks * holdMs) * askGb) / 1000;
  const requests = 1 + asks + (usage === null ? 0 : 2);

  const costs = {
    transcribe: ((usage?.transcribeMs ?? 0) / 60_000) * price.transcribeMinute,
    bedrock:
      ((usage?.inputTokens ?? 0) * price.inputMillionTokens +
        (usage?.cachedTokens ?? 0) * price.cachedMillionTokens +
        (usage?.outputTokens ?? 0) * price.outputMillionTokens) /
      1e6,
    polly: ((usage?.spokenCharacters ?? 0) / 1e6) * price.pollyMillionCharacters,
    lambda: gbSeconds * price.lambdaGbSecond + (requests / 1e6) * price.lambdaMillionRequests,
    connect:
      minutes * ((call.line === "duplex" ? price.connectCustomerMinute : price.connectMinute) + price.inboundMinute) +
      ((call.personMs ?? 0) / 60_000) * price.outboundMinute,
    other: otherCost(call, asks),
  };
  const rounded = {
    transcribe: toMicro(costs.transcribe),
    bedrock: toMicro(costs.bedrock),
    polly: toMicro(costs.polly),
    lambda: toMicro(costs.lambda),
    connect: toMicro(costs.connect),
    other: toMicro(costs.other),
  };
  return { total: toMicro(Object.values(rounded).reduce((sum, cost) => sum + cost, 0)), ...rounded };
}

/** The stream of the caller's sound, the stores, and what carries the agent's sound. */
function otherCost({ durationMs, line, usage }: CallUse, asks: number): number {
  const price = unitPricesUsd;
  const stores = (3 * price.dynamoMillionWrites + 2 * price.dynamoMillionReads) / 1e6;
  if (usage === null) return stores;
  const stream = ((durationMs * soundBytesPerMs) / 1e9) * price.videoStreamGb;
  const sound =
    line === "duplex"
      ? ((durationMs / 20) * price.webSocketMillionMessages) / 1e6
      : (asks / 1000) * (price.s3ThousandPuts + price.s3ThousandGets) +
        (asks * (2 * price.dynamoMillionWrites + 20 * price.dynamoMillionReads)) / 1e6;
  return stores + stream + sound;
}

function toMicro(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}
