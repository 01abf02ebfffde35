import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { Message } from "../../shared/message";
import type { VoiceCall } from "../../shared/voiceCall";

/** Gives a message to the function that sends it, which Lambda asks again where it could not. Throws where Lambda has not taken it. */
export function lambdaTell(client: LambdaClient, FunctionName: string): (message: Message) => Promise<void> {
  return async (message) => {
    await client.send(new InvokeCommand({ FunctionName, InvocationType: "Event", Payload: JSON.stringify(message) }));
  };
}

/** Starts whoever follows in a call, and waits only until Lambda has taken it. Throws where it has not. */
export function lambdaSuccessor(client: LambdaClient, FunctionName: string): (call: VoiceCall) => Promise<void> {
  return async (call) => {
    await client.send(new InvokeCommand({ FunctionName, InvocationType: "Event", Payload: JSON.stringify(call) }));
  };
}
