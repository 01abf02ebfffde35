import path from "node:path";
import type { ToolName } from "../../functions/shared/callRecord";
import { judgeReply } from "../../functions/voice/truthGate/truthGate";
import { english } from "../brain/english";
import { french } from "../brain/french";
import { german } from "../brain/german";
import type { Phrase } from "../brain/language";
import { spanish } from "../brain/spanish";
import { readTruthSet } from "./truthSets";

/** Sentences without a fact, and with which tool they are said. */
const said: Readonly<Record<string, ToolName>> = {
  howCanIHelp: "answer_from_knowledge",
  hello: "answer_from_knowledge",
  hereIAm: "answer_from_knowledge",
  welcome: "answer_from_knowledge",
  goAhead: "answer_from_knowledge",
  sayAgainPlease: "answer_from_knowledge",
  whichPrice: "answer_from_knowledge",
  whichOne: "answer_from_knowledge",
  dontKnow: "answer_from_knowledge",
  personForTheRest: "answer_from_knowledge",
  whichService: "book_appointment",
  whichDayAndTime: "book_appointment",
  whichTime: "book_appointment",
  whichDay: "book_appointment",
  whichName: "book_appointment",
  isThatRight: "book_appointment",
  whatToChange: "book_appointment",
  notThen: "book_appointment",
  shallICancel: "book_appointment",
  moveToWhen: "book_appointment",
  allRightElse: "book_appointment",
  toPerson: "transfer_to_human",
  toPersonSorry: "transfer_to_human",
  goodbye: "end_call",
};

test.each([
  ["English", english, "barber"],
  ["French", french, "bakery"],
  ["German", german, "praxis"],
  ["Spanish", spanish, "taller"],
] as const)("what the offline brain says in %s beside facts claims nothing", (_, { phrases }, set) => {
  const grounds = readTruthSet(path.join(__dirname, "sets", `${set}.yaml`))[0]?.grounds;
  if (grounds === undefined) throw new Error(`the set ${set} is empty`);
  const stopped = Object.entries(said).flatMap(([name, tool]) => {
    const reply = phrases[name as Phrase];
    const { why } = judgeReply(reply, { ...grounds, cited: [], tool, callerSaid: "" });
    return why === null ? [] : [`${reply} (${why})`];
  });
  expect(stopped).toEqual([]);
});
