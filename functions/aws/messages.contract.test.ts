import { randomUUID } from "node:crypto";
import { CreateTopicCommand, SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import { clientOf } from "../../simulator/wire/testClients";
import { messageLedgerContract, postContract } from "../shared/message.contract";
import { dynamoMessageLedger } from "./dynamoMessageLedger";
import { snsPost } from "./snsPost";

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

describe("the ledger over DynamoDB's protocol", () => {
  messageLedgerContract(async () => dynamoMessageLedger(aws.tables, await aws.createTable()));
});

describe("messages over SNS's protocol", () => {
  postContract(async (faults = []) => {
    const sns = new SNSClient(clientOf(aws.url));
    const sqs = new SQSClient(clientOf(aws.url));
    const name = `owner-${randomUUID()}`;
    const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: name }));
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
    const Endpoint = `arn:aws:sqs:us-east-1:000000000000:${name}`;
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint }));
    aws.failNext("sns", faults);
    return {
      post: snsPost(sns, TopicArn),
      async toOwner() {
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
        return Messages.map(({ Body = "" }) => (JSON.parse(Body) as { Message: string }).Message);
      },
    };
  });
});
