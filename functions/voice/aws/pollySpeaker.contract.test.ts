import { PollyClient } from "@aws-sdk/client-polly";
import { connectionsLeft } from "../../../simulator/wire/localAws.fixture";
import { pollyServer } from "../../../simulator/wire/pollyServer";
import { clientOf } from "../../../simulator/wire/testClients";
import { faultsInOrder, type WireFault } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import { systemClock } from "../../aws/systemClock";
import { speakerContract } from "../speaker.contract";
import { againstAws, all, noAbort, type StageFault } from "../stage.fixture";
import { type PollySpeaker, pollySpeaker } from "./pollySpeaker";

const clock = { ...systemClock, run: <T>(until: Promise<T>) => until };
const fixed = async () => null;

describe("the speaker over Polly's protocol", () => {
  const servers: WireServer[] = [];
  const clients: PollyClient[] = [];
  const speakers: PollySpeaker[] = [];

  afterEach(async () => {
    for (const speaker of speakers.splice(0)) speaker.close();
    for (const client of clients.splice(0)) client.destroy();
    for (const server of servers.splice(0)) {
      expect(await connectionsLeft(() => server.connections().open)).toBe(0);
      await server.close();
    }
  });

  async function open(faults: readonly (WireFault | null)[]) {
    const voice = async (text: string) =>
      Int16Array.from({ length: text.length * 480 }, (_, index) => (index % 2 === 0 ? 4_000 : -4_000));
    const nextFault = faultsInOrder(faults);
    const server = await wireServer([pollyServer({ voice, nextFault, firstByteMs: 0, clock: systemClock })]);
    servers.push(server);
    const client = new PollyClient(clientOf(server.url));
    clients.push(client);
    const speaker = pollySpeaker({ client, voice: "Ruth", clock, fixed });
    speakers.push(speaker);
    return { speaker, clock };
  }

  describe("by streams", () => {
    speakerContract((faults: readonly StageFault[] = []) => open(faults));
  });

  describe("sentence by sentence, after a stream has failed", () => {
    speakerContract(async (faults: readonly StageFault[] = []) => {
      const stage = await open(["silentEnd", ...faults]);
      await expect(all(stage.speaker.speak("Hello.", noAbort()))).rejects.toThrow("broke off");
      return stage;
    });
  });
});

againstAws("AWS_REGION")("the speaker over Amazon Polly (AWS_CONTRACT=1, AWS_REGION)", () => {
  const speakers: PollySpeaker[] = [];
  afterEach(() => {
    for (const speaker of speakers.splice(0)) speaker.close();
  });

  speakerContract(async () => {
    const speaker = pollySpeaker({ client: new PollyClient({ maxAttempts: 1 }), voice: "Ruth", clock, fixed });
    speakers.push(speaker);
    return { speaker, clock };
  }, "aws");
});
