import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { VoiceCall } from "../../shared/voiceCall";

/** Starts whoever follows in a call, and waits only until Lambda has taken it. Throws where it has not. */
export function lambdaSuccessor(client: LambdaClient, FunctionName: string): (call: VoiceCall) => Promise<void> {
  return async (call) => {
    await client.send(new InvokeCommand({ FunctionName, InvocationType: "Event", Payload: JSON.stringify(call) }));
  };
}
