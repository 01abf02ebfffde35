import type { FaultKind, FaultService } from "../scriptedCall";
import { randomFrom } from "../standIns/faults";
import { afterCalls } from "./afterCalls";
import type { BusEvent } from "./eventRules";
import { type LeftVoicemail, leaveVoicemail, runAfter } from "./leaveVoicemail.fixture";

const voicemailCount = 200;
const services = [
  "dynamodb",
  "s3",
  "transcribe",
  "bedrock",
  "lambda",
  "sns",
] as const satisfies readonly FaultService[];
const kinds = ["throttle", "error", "timeout", "drop", "slow", "garbage"] as const satisfies readonly FaultKind[];
const sentences = [
  "Please call me back about Tuesday.",
  "It's urgent, my car does not start.",
  "I would like to move my appointment to the afternoon.",
  "This is Sam. I left my umbrella with you.",
];

test("of 200 voicemails, whatever fails, is lost, comes twice or late, each is told or announced as missing, and none is told twice", async () => {
  const random = randomFrom(20_261_122);
  const oneOf = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;
  const late: BusEvent[] = [];
  const fate = { lost: 0, twice: 0, late: 0 };
  const after = afterCalls(undefined, (event) => {
    const drawn = random();
    if (drawn < 0.05) {
      fate.lost += 1;
      return [];
    }
    if (drawn < 0.15) {
      fate.late += 1;
      late.push(event);
      return [];
    }
    if (drawn > 0.8) fate.twice += 1;
    return drawn > 0.8 ? [event, event] : [event];
  });
  const failing = () =>
    Object.fromEntries(
      services.map((service) => [service, Array.from({ length: 12 }, () => (random() < 0.12 ? oneOf(kinds) : null))]),
    );

  const ids: string[] = [];
  for (let index = 0; index < voicemailCount; index += 1) {
    const contactId = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
    const left: LeftVoicemail = { contactId, words: oneOf(sentences), failing: failing(), seed: index };
    ids.push(contactId);
    await leaveVoicemail(after, left);
  }
  // What came late comes in any order, and some of it again.
  for (const event of late.reverse()) after.voicemails.deliver(event);
  await runAfter(after);

  const alarmed = new Set(
    after.played.flatMap(({ error, input }) =>
      error?.startsWith("Owner") ? ids.filter((contactId) => JSON.stringify(input).includes(contactId)) : [],
    ),
  );
  const subjectsOf = (contactId: string) =>
    after.outbox
      .filter(({ id }) => id.startsWith(`voicemail-${contactId}`))
      .map(({ subject }) => subject.split(" from ")[0]);
  const toldOf = (contactId: string): string => {
    const subjects = subjectsOf(contactId);
    if (subjects.length === 0) return alarmed.has(contactId) ? "alarm" : "LOST";
    return subjects.length === 1 ? "told" : subjects[0] === "Missed voicemail" ? "missed, then told" : "TWICE";
  };
  const count = { told: 0, "missed, then told": 0, alarm: 0, LOST: 0, TWICE: 0 } as Record<string, number>;
  for (const contactId of ids) count[toldOf(contactId)] = (count[toldOf(contactId)] ?? 0) + 1;
  expect(after.outbox).toHaveLength(new Set(after.outbox.map(({ id }) => id)).size);
  expect(count).toMatchObject({ LOST: 0, TWICE: 0 });
  // Most are told: an alarm is for when SNS itself left it open.
  expect(count.told).toBeGreaterThan(voicemailCount / 2);
  for (const happened of [...Object.values(fate), count.alarm, count["missed, then told"]]) {
    expect(happened).toBeGreaterThan(0);
  }
}, 120_000);
