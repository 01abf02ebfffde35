import { filesContract } from "../../functions/shared/files.contract";
import { memoryFiles } from "./memoryFiles";

filesContract(memoryFiles);
