/** An event as EventBridge compares it (Amazon EventBridge user guide, "Creating event patterns"). */
export interface EventPattern {
  readonly source: readonly string[];
  readonly "detail-type": readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * S3 has a new recording of a conversation with a flow. Connect keeps those in a folder `ivr` of the place for recordings.
 *
 * @param bucket null: every bucket of the account, since the instance's owner has chosen it.
 */
export function recordingArrived(bucket: string | null): EventPattern {
  const key = { object: { key: [{ wildcard: "*ivr/*.wav" }] } };
  return {
    source: ["aws.s3"],
    "detail-type": ["Object Created"],
    detail: bucket === null ? key : { bucket: { name: [bucket] }, ...key },
  };
}

/** A transcription job of this stack is over. */
export function messageTranscribed(jobPrefix: string): EventPattern {
  return {
    source: ["aws.transcribe"],
    "detail-type": ["Transcribe Job State Change"],
    detail: {
      TranscriptionJobName: [{ prefix: jobPrefix }],
      TranscriptionJobStatus: ["COMPLETED", "FAILED"],
    },
  };
}

/** What is told when a job is over; and, in the same words, when the time for telling the owner is. */
export interface TranscriptionEnd {
  readonly TranscriptionJobName: string;
  readonly TranscriptionJobStatus: "COMPLETED" | "FAILED" | "OVERDUE";
}
