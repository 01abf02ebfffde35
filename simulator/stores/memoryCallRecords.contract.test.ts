import { callRecordsContract, screenedCallsContract } from "../../functions/shared/callRecords.contract";
import { recordOf } from "../../functions/voice/desk.contract";
import { memoryCallRecords } from "./memoryCallRecords";
import { memoryScreenedCalls } from "./memoryScreenedCalls";

callRecordsContract((contactId) => ({ ...recordOf(null), contactId }), memoryCallRecords);
screenedCallsContract(memoryScreenedCalls);
