import { messageLedgerContract } from "../../functions/shared/message.contract";
import { memoryMessageLedger } from "./memoryMessageLedger";

messageLedgerContract(memoryMessageLedger);
