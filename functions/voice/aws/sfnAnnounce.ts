import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { announcementName } from "../../shared/bookingEvent";
import type { Desk } from "../ports";

/** Starts the workflow `bookingConfirmation`. A change that is announced twice has one name, and its messages go out once. */
export function sfnAnnounce(client: SFNClient, stateMachineArn: string): Desk["announce"] {
  return async (event) => {
    const execution = { name: announcementName(event), input: JSON.stringify(event) };
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, ...execution }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
}
