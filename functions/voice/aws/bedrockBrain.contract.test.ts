import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { bedrockServer } from "../../../simulator/wire/bedrockServer";
import { connectionsLeft } from "../../../simulator/wire/localAws.fixture";
import { sharingClientOf } from "../../../simulator/wire/testClients";
import { faultsInOrder } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import { systemClock } from "../../aws/systemClock";
import { brainAnswer, brainContract } from "../brain.contract";
import { deskKnowledge, deskNowMs } from "../desk.contract";
import { systemPrompt } from "../prompt";
import { againstAws } from "../stage.fixture";
import { bedrockBrain } from "./bedrockBrain";

const model = "global.anthropic.claude-haiku-4-5-20251001-v1:0";
const clock = { ...systemClock, run: <T>(until: Promise<T>) => until };
const prompt = systemPrompt(deskKnowledge, "grounded", deskNowMs);

describe("the brain over Bedrock's protocol", () => {
  const servers: WireServer[] = [];
  const clients: BedrockRuntimeClient[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    for (const server of servers.splice(0)) {
      expect(await connectionsLeft(() => server.connections().open)).toBe(0);
      await server.close();
    }
  });

  brainContract(async (faults = []) => {
    const usage = { inputTokens: 80, cacheReadInputTokens: 5_000, outputTokens: 40 };
    const server = await wireServer([
      bedrockServer({
        answer: async () => ({ tool: brainAnswer.tool, json: JSON.stringify(brainAnswer.input), usage }),
        nextFault: faultsInOrder(faults),
        firstTokenMs: 0,
        tokenMs: 1,
        clock: systemClock,
      }),
    ]);
    servers.push(server);
    const client = new BedrockRuntimeClient(sharingClientOf(server.url));
    clients.push(client);
    return { brain: bedrockBrain(client, model, prompt), clock };
  });
});

againstAws("AWS_REGION")(
  "the brain over Amazon Bedrock (AWS_CONTRACT=1, AWS_REGION; BRAIN_MODEL where another)",
  () => {
    brainContract(
      async () => ({
        brain: bedrockBrain(new BedrockRuntimeClient({}), process.env.BRAIN_MODEL ?? model, prompt),
        clock,
      }),
      "aws",
    );
  },
);
