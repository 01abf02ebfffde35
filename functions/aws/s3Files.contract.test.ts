import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import { filesContract } from "../shared/files.contract";
import { s3Files } from "./s3Files";

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

filesContract(async () => s3Files(aws.s3, await aws.createBucket()));
