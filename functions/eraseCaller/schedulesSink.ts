import {
  DeleteScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from "@aws-sdk/client-scheduler";
import { idsIn, namesId, type Sink, sha256 } from "../shared/erasure";

/** A group of schedules, each named after the call or the booking that it is of. */
export function schedulesSink(name: string, client: SchedulerClient, GroupName: string): Sink {
  async function names(): Promise<readonly string[]> {
    const all: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(new ListSchedulesCommand({ GroupName, NextToken }));
      all.push(...(page.Schedules ?? []).map(({ Name = "" }) => Name));
      ({ NextToken } = page);
    } while (NextToken !== undefined);
    return all;
  }
  return {
    name,
    async find(traces) {
      const found = (await names()).filter((key) => namesId(key, traces));
      return found.map((key) => ({ key, sha256: sha256(key), ids: idsIn(key) }));
    },
    async remove({ key }) {
      try {
        await client.send(new DeleteScheduleCommand({ GroupName, Name: key }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}
