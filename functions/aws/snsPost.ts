import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import { NotSent, type Post } from "../shared/message";

/** SNS takes no longer subject, and none with a line break (Amazon SNS API reference, "Publish"). */
const longestSubject = 100;

/**
 * Messages over Amazon SNS: the owner's and those for programs through a topic each, callers' and people's as SMS.
 *
 * @param client must try once (`maxAttempts: 1`): what it would send again by itself might go out twice.
 * @param callsTopicArn null where nothing is sent to programs.
 */
export function snsPost(client: SNSClient, ownersTopicArn: string, callsTopicArn: string | null = null): Post {
  return {
    async send({ to, subject, text }) {
      const toTopic = (TopicArn: string | null) => {
        if (TopicArn === null) throw new NotSent("there is no topic for it");
        return { TopicArn, Subject: subjectOf(subject), Message: text };
      };
      const command = new PublishCommand(
        to.kind === "phone"
          ? { PhoneNumber: to.number, Message: text, MessageAttributes: transactional }
          : toTopic(to.kind === "owner" ? ownersTopicArn : callsTopicArn),
      );
      try {
        await client.send(command);
      } catch (error) {
        if (isRefusal(error)) throw new NotSent(nameOf(error));
        throw error;
      }
    },
  };
}

/** Delivered first, and never taken for advertising (Amazon SNS developer guide, "Publishing SMS messages"). */
const transactional = { "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" } };

/** Subjects are ASCII without line breaks, and begin with a letter, a digit or a mark. */
function subjectOf(subject: string): string {
  const plain = subject
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .trim();
  return plain.slice(0, longestSubject) || "A message from your phone line";
}

/** SNS has answered, and the answer was no. Without an answer, or with a fault of its own, it may have sent it. */
function isRefusal(error: unknown): boolean {
  const { $metadata, $fault } = error as { $metadata?: { httpStatusCode?: number }; $fault?: string };
  const status = $metadata?.httpStatusCode;
  return $fault === "client" || (status !== undefined && status >= 400 && status < 500);
}

/** A service's text may repeat what it was sent. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "refused";
}
