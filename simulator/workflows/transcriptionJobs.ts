import { readWave } from "../../functions/prepareVoicemail/wave";
import type { Files } from "../../functions/shared/files";
import { type Marks, markReader } from "../wire/watermark";
import { failure } from "./doTask";
import type { BusEvent } from "./eventRules";

/** What `StartTranscriptionJob` is asked, as far as our definitions say it. */
export interface JobRequest {
  readonly TranscriptionJobName: string;
  readonly LanguageCode?: string;
  readonly IdentifyLanguage?: boolean;
  readonly LanguageOptions?: readonly string[];
  readonly Media: { readonly MediaFileUri: string };
  readonly OutputBucketName: string;
  readonly OutputKey: string;
}

export interface TranscriptionJobs {
  /** Throws as the service does: where there is a job of this name, or what is asked for makes no sense. */
  start(request: JobRequest): Promise<void>;
}

/**
 * Amazon Transcribe's jobs on this machine: each is done at once. The words are those that are marked in the sound, so that what was
 * not cut out of a recording is not heard either.
 *
 * @param files those of the only bucket there is.
 * @param tell gets the event of a job's end.
 */
export function transcriptionJobs(
  files: Pick<Files, "get" | "put">,
  marks: Marks,
  nowMs: () => number,
  tell: (event: BusEvent) => void,
): TranscriptionJobs {
  const names = new Set<string>();
  return {
    async start({ TranscriptionJobName, Media, OutputBucketName, OutputKey, ...language }) {
      const { LanguageCode, IdentifyLanguage, LanguageOptions = [] } = language;
      const isOne = LanguageCode !== undefined && IdentifyLanguage === undefined;
      const isOneOf = LanguageCode === undefined && IdentifyLanguage === true && LanguageOptions.length > 1;
      if (!isOne && !isOneOf) throw failure("Transcribe.BadRequestException", "say one language, or two and more");
      if (names.has(TranscriptionJobName)) throw failure("Transcribe.ConflictException");
      names.add(TranscriptionJobName);
      const key = Media.MediaFileUri.replace(`s3://${OutputBucketName}/`, "");
      const words = wordsIn(await files.get(key), marks);
      if (words !== null) {
        const transcription = {
          jobName: TranscriptionJobName,
          status: "COMPLETED",
          results: { transcripts: [{ transcript: words }] },
        };
        await files.put(OutputKey, JSON.stringify(transcription), "application/json");
      }
      tell({
        source: "aws.transcribe",
        "detail-type": "Transcribe Job State Change",
        time: new Date(nowMs()).toISOString(),
        detail: { TranscriptionJobName, TranscriptionJobStatus: words === null ? "FAILED" : "COMPLETED" },
      });
    },
  };
}

/** Null where it is no sound that could be written down. */
function wordsIn(file: Uint8Array | null, marks: Marks): string | null {
  const [samples] = (file === null ? null : readWave(file))?.channels ?? [];
  if (samples === undefined) return null;
  return markReader(marks)
    .read(samples)
    .map(({ text }) => text)
    .join(" ");
}
