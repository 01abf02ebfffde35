import type { FlowSettings } from "./types";

const said = (text: string) => ({ text, uri: null });

/** A business on the flow line with a person behind it, for tests. */
export const settings: FlowSettings = {
  line: { grade: "flow" },
  human: { kind: "phone", number: "+15035550101" },
  language: "en-US",
  voice: { name: "Ruth", engine: "generative" },
  functions: {
    screenCallerArn: "arn:aws:lambda:us-east-1:111122223333:function:screenCaller",
    startCallArn: "arn:aws:lambda:us-east-1:111122223333:function:startCall",
    nextActionArn: "arn:aws:lambda:us-east-1:111122223333:function:nextAction",
    noteVoicemailArn: "arn:aws:lambda:us-east-1:111122223333:function:noteVoicemail",
  },
  hoursOfOperationId: "hours-1",
  isRecorded: false,
  sentences: {
    transfer: said("One moment, please."),
    closed: said("We are closed. Leave a message after the tone."),
    unreached: said("Nobody can take your call. Leave a message after the tone."),
    anotherNumber: said("To be called back on another number, press 1."),
    typeNumber: said("Type the number, then press pound."),
    typeAgain: said("That is no number. Type it again, then press pound."),
    thanks: said("Thank you. Goodbye."),
    blocked: said("We cannot take your call. Goodbye."),
    recording: said("This call is recorded."),
    queued: said("You are in the queue."),
  },
  toneUri: null,
};
