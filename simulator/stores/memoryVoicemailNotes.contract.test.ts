import { voicemailNotesContract } from "../../functions/shared/voicemailNotes.contract";
import { memoryVoicemailNotes } from "./memoryVoicemailNotes";

voicemailNotesContract(memoryVoicemailNotes);
