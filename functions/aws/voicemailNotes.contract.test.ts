import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import { voicemailNotesContract } from "../shared/voicemailNotes.contract";
import { dynamoVoicemailNotes } from "./dynamoVoicemailNotes";

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

describe("over DynamoDB's protocol", () => {
  voicemailNotesContract(async () => dynamoVoicemailNotes(aws.tables, await aws.createTable(), 90));
});
