import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCallStore } from "../aws/dynamoCallStore";
import { readEnvironment } from "../aws/environment";
import { quickly } from "../aws/quickly";
import { systemClock } from "../aws/systemClock";
import type { ConnectEvent } from "../shared/connectEvent";
import { type BrokenOff, resumeCall } from "./resumeCall";
import { type Started, type StartPorts, startCall } from "./startCall";

const environment = readEnvironment(["CALLS_TABLE", "VOICE_FUNCTION"]);
const table = DynamoDBDocumentClient.from(new DynamoDBClient(quickly()));
const lambda = new LambdaClient(quickly());
const ports: StartPorts = {
  clock: systemClock,
  calls: dynamoCallStore(table, environment.CALLS_TABLE, systemClock),
  async startVoice(call) {
    const request = {
      FunctionName: environment.VOICE_FUNCTION,
      InvocationType: "Event",
      Payload: JSON.stringify(call),
    } as const;
    await lambda.send(new InvokeCommand(request));
  },
};

/** Invoked by the contact flow, and by Lambda where the hot function broke off. */
export function handler(event: ConnectEvent | BrokenOff): Promise<Started | boolean> {
  return "Details" in event ? startCall(event, ports) : resumeCall(event, ports);
}
