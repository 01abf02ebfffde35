import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import { callersContract } from "../shared/callers.contract";
import { callRecordsContract, screenedCallsContract } from "../shared/callRecords.contract";
import { recordOf } from "../voice/desk.contract";
import { dynamoCallers } from "./dynamoCallers";
import { dynamoCallRecords } from "./dynamoCallRecords";
import { dynamoScreenedCalls } from "./dynamoScreenedCalls";

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

describe("over DynamoDB's protocol", () => {
  callRecordsContract(
    (contactId) => ({ ...recordOf(null), contactId }),
    async () => dynamoCallRecords(aws.tables, await aws.createTable(), 90),
  );
  screenedCallsContract(async () => dynamoScreenedCalls(aws.tables, await aws.createTable()));
  callersContract(async (days) => dynamoCallers(aws.tables, await aws.createTable(), days));
});
