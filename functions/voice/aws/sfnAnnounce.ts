import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import type { Desk } from "../ports";

/** Starts the workflow `bookingConfirmation`. A change that is announced twice has one name, and its messages go out once. */
export function sfnAnnounce(client: SFNClient, stateMachineArn: string): Desk["announce"] {
  return async (event) => {
    const name = `${event.booking.key}-${event.change}-${event.atMs}`;
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(event) }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
}
