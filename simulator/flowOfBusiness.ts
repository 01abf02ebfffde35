import { renderContactFlow } from "../components/flow/render";
import type { ContactFlow } from "../components/flow/types";
import { flowSettingsOf, phoneOf } from "../components/routing/flowOfKnowledge";
import { fixedPromptsOf, toneKey } from "../functions/shared/fixedPrompts";
import type { Knowledge } from "../functions/shared/knowledge";
import { beepSamples } from "./sound/noiseSamples";
import { noiseDbfs, noiseSound, type SimSound, samplesPerMs } from "./sound/simSound";

/** Names that stand where the flow of a real stack has ARNs. */
export const placeholders = {
  screenCaller: "arn:aws:lambda:us-east-1:000000000000:function:screenCaller",
  startCall: "arn:aws:lambda:us-east-1:000000000000:function:startCall",
  nextAction: "arn:aws:lambda:us-east-1:000000000000:function:nextAction",
  noteVoicemail: "arn:aws:lambda:us-east-1:000000000000:function:noteVoicemail",
  instance: "arn:aws:connect:us-east-1:000000000000:instance/simulated",
  hours: "simulated-hours",
} as const;

/** The bucket that a stack's prompts lie in. */
export const promptBucket = "simulated-prompts";

/** Where the tone before a message lies. */
export const toneUri = `s3://${promptBucket}/${toneKey}`;

/** Half a second of a kilohertz, with samples, since what is recorded is cut by it. */
export function tone(): SimSound {
  const sound = noiseSound(500);
  return { ...sound, pcm: beepSamples(sound.durationMs * samplesPerMs, noiseDbfs) };
}

/** The name of the voice that speaks for every business here. */
export const voice = "Ruth";

/** The contact flow that the business's stack would have, rendered by the same function. */
export function flowOfBusiness(knowledge: Knowledge, line: "flow" | "duplex"): ContactFlow {
  const remembered = flows.get(knowledge)?.[line];
  if (remembered !== undefined) return remembered;
  const places = {
    line:
      line === "flow"
        ? { grade: "flow" as const }
        : {
            grade: "duplex" as const,
            assistantArn: "arn:aws:wisdom:us-east-1:000000000000:assistant/simulated",
            botAliasArn: "arn:aws:lex:us-east-1:000000000000:bot-alias/SIMULATED/SIMULATED",
            aiAgentArn: "arn:aws:wisdom:us-east-1:000000000000:ai-agent/simulated/simulated",
          },
    human: phoneOf(knowledge),
    functions: {
      screenCallerArn: placeholders.screenCaller,
      startCallArn: placeholders.startCall,
      nextActionArn: placeholders.nextAction,
      noteVoicemailArn: placeholders.noteVoicemail,
    },
    hoursOfOperationId: placeholders.hours,
    toneUri,
    promptBucket,
    voice,
  };
  const flow = renderContactFlow(flowSettingsOf(knowledge, places));
  flows.set(knowledge, { ...flows.get(knowledge), [line]: flow });
  return flow;
}

/** The sentence that was rendered under a uri when the stack was deployed; null where none was. */
export function fixedSentenceAt(uri: string, knowledge: Knowledge): string | null {
  return fixedPromptsOf(knowledge, voice).find(({ key }) => uri === `s3://${promptBucket}/${key}`)?.text ?? null;
}

const flows = new WeakMap<Knowledge, Partial<Record<"flow" | "duplex", ContactFlow>>>();
