import { callersContract } from "../../functions/shared/callers.contract";
import { memoryCallers } from "./memoryCallers";

callersContract(memoryCallers);
