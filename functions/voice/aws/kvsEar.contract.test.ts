import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { kvsServer } from "../../../simulator/wire/kvsServer";
import { kvsStreams } from "../../../simulator/wire/kvsStreams";
import { connectionsLeft } from "../../../simulator/wire/localAws.fixture";
import { clientOf } from "../../../simulator/wire/testClients";
import { faultsInOrder } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import { systemClock } from "../../aws/systemClock";
import { callerHeard, earContract } from "../ear.contract";
import { againstAws } from "../stage.fixture";
import { kvsEar } from "./kvsEar";

const arn = "arn:aws:kinesisvideo:us-east-1:111122223333:stream/voice-connect-shop-contact-1/1";
const startMs = Date.UTC(2026, 10, 23, 18);
const clock = { ...systemClock, run: <T>(until: Promise<T>) => until };

describe.each([
  ["block by block", false],
  ["in bursts of a fragment", true],
])("the ear over Kinesis Video's protocol, %s", (_, isBurst) => {
  const servers: WireServer[] = [];
  const clients: KinesisVideoClient[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    for (const server of servers.splice(0)) {
      expect(await connectionsLeft(() => server.connections().open)).toBe(0);
      await server.close();
    }
  });

  earContract(async (faults = []) => {
    const streams = kvsStreams(isBurst);
    const server = await wireServer([
      kvsServer({ streams, nextFault: faultsInOrder(faults), clock: systemClock, url: () => server.url }),
    ]);
    servers.push(server);
    const { loudFromMs, loudUntilMs, goneMs } = callerHeard;
    const pcm = Int16Array.from({ length: goneMs * 8 }, (__, index) => {
      const isLoud = index >= loudFromMs * 8 && index < loudUntilMs * 8;
      return isLoud ? (index % 2 === 0 ? 8_000 : -8_000) : 0;
    });
    streams.put(arn, "contact-1", startMs, pcm);
    streams.end(arn);
    const client = new KinesisVideoClient(clientOf(server.url));
    clients.push(client);
    return {
      ear: kvsEar({ client, contactId: "contact-1", stream: { arn, startFragment: "1", startMs }, clock }),
      clock,
      startMs,
    };
  });
});

againstAws(
  "KVS_STREAM_ARN",
  "KVS_CONTACT_ID",
  "KVS_START_MS",
)(
  "the ear over Kinesis Video Streams (AWS_CONTRACT=1, a call that is over: KVS_STREAM_ARN, KVS_CONTACT_ID, KVS_START_MS)",
  () => {
    const { KVS_STREAM_ARN = "", KVS_CONTACT_ID = "", KVS_START_MS } = process.env;
    earContract(async () => {
      const stream = { arn: KVS_STREAM_ARN, startFragment: "", startMs: Number(KVS_START_MS) };
      const client = new KinesisVideoClient({});
      return { ear: kvsEar({ client, contactId: KVS_CONTACT_ID, stream, clock }), clock, startMs: stream.startMs };
    }, "aws");
  },
);
