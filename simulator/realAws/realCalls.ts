import type { PriceRule } from "../../functions/voice/prompt";
import { inProcessGround } from "../inProcessGround";
import type { StartCall } from "../page/callSocket";
import type { LocalStore } from "../page/localStore";
import { startLiveCall } from "../startLiveCall";
import { type Microphone, openMicrophone } from "./microphone";
import { minuteCost } from "./minuteCost";
import type { RealAws } from "./realAws";
import { realServices } from "./realServices";

/** The phone page's calls with a microphone: line, flow and desk are in this process, the services are AWS's own. */
export function realCalls(aws: RealAws, prices: PriceRule, store: LocalStore): StartCall {
  return ({ business, from, atMs, line }, onEvent) => {
    let microphone: Microphone | null = null;
    const call = startLiveCall(
      {
        knowledge: business.knowledge,
        prices,
        from,
        atMs,
        line,
        stores: store.storesOf(business),
        keep: store.keep,
        agentVoice: aws.speak,
        lay(setting) {
          const { phone, clock } = setting;
          microphone = openMicrophone(phone, clock, (pcm, startMs) =>
            onEvent({ type: "callerSpoke", text: "", pcm, atMs: startMs - phone.answeredAtMs }),
          );
          return inProcessGround(setting, realServices(aws, prices, clock, microphone));
        },
      },
      onEvent,
    );
    return { ...call, hear: (pcm) => microphone?.hear(pcm) };
  };
}

/** What a person should know before they call, a line each. */
export function costLines({ region, brainModel, voice }: RealAws, characters: number): readonly string[] {
  const { total, transcribe, bedrock, polly } = minuteCost(characters);
  const cents = (usd: number) => (usd * 100).toFixed(1);
  return [
    `AWS in ${region}: Transcribe, ${brainModel} on Bedrock, the generative voice ${voice} of Polly; with your own credentials, nothing is deployed`,
    `a minute of conversation costs you about ${cents(total)} US cents: Transcribe ${cents(transcribe)}, Bedrock ${cents(bedrock)}, Polly ${cents(polly)} (list prices in us-east-1)`,
  ];
}
