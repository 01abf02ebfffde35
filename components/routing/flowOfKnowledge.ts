import { promptKey } from "../../functions/shared/fixedPrompts";
import { type FlowTexts, flowTextsOf } from "../../functions/shared/flowTexts";
import type { Knowledge } from "../../functions/shared/knowledge";
import type { FlowSentences, FlowSettings, HumanSettings } from "../flow/types";

/** What of a flow's settings does not follow from the business. */
export interface FlowPlaces
  extends Pick<FlowSettings, "line" | "human" | "functions" | "hoursOfOperationId" | "toneUri"> {
  /** Name of the bucket in which the sentences' sounds lie. */
  readonly promptBucket: string;
  /** Name of the voice in which they are said. */
  readonly voice: string;
}

/** What a business's contact flow is rendered from; every flow, deployed or played here, comes of it. */
export function flowSettingsOf(knowledge: Knowledge, places: FlowPlaces): FlowSettings {
  const { promptBucket, voice, ...rest } = places;
  const said = Object.entries(flowTextsOf(knowledge)) as [keyof FlowTexts, string][];
  return {
    ...rest,
    language: knowledge.business.languages[0] ?? "en-US",
    voice: { name: voice, engine: "generative" },
    isRecorded: true,
    sentences: Object.fromEntries(
      said.map(([name, text]) => [name, { text, uri: `s3://${promptBucket}/${promptKey(text, voice)}` }]),
    ) as unknown as FlowSentences,
  };
}

/** The first of the business's people; nobody: voicemail. */
export function phoneOf({ people }: Pick<Knowledge, "people">): HumanSettings {
  return { kind: "phone", number: people[0]?.number ?? null };
}
