import { z } from "zod";
import { readInstant } from "../functions/shared/instant";
import { defaultDelays, faultKinds, faultServices, personAnswers } from "./scriptedCall";

const durationPattern = /^(\d+(?:\.\d+)?)(ms|s)$/;
const duration = z
  .string({ error: "Write a time with its unit, such as 1500ms or 6s." })
  .regex(durationPattern, "Write a time with its unit, such as 1500ms or 6s.")
  .transform(durationMs);
const words = z.string({ error: "Write what is said, as text." }).trim().min(1, "Write what is said; it is empty.");
const delay = z
  .number({ error: "Write milliseconds as a number, 0 to 60000." })
  .min(0, "Write milliseconds, 0 to 60000.")
  .max(60_000, "Write milliseconds, 0 to 60000.")
  .optional();
const wholeNumber = z.int({ error: "Write a whole number from 1." }).min(1, "Write a whole number from 1.");

/** All of a call but its steps and its faults, which are read one by one. */
export const callShape = z.strictObject({
  at: z
    .string({ error: "Write when the call begins, such as 2026-11-23T10:00:00-08:00." })
    .refine(
      (text) => readInstant(text) !== null,
      "Write an ISO 8601 time with its offset, such as 2026-11-23T10:00:00-08:00.",
    ),
  from: z
    .string({ error: 'Write the caller\'s number in quotes, such as "+15551230001", or anonymous.' })
    .regex(/^(anonymous|\+[1-9]\d{6,14})$/, 'Write an E.164 number such as "+15551230001", or anonymous.'),
  knowledge: words.optional(),
  brain: z
    .array(
      z.strictObject(
        {
          tool: z.string({ error: "Write the tool's name." }).trim().min(1, "Write the tool's name; it is empty."),
          input: z.record(z.string(), z.unknown(), { error: "Write the tool's input as a mapping." }),
        },
        { error: "Write a tool call, { tool: end_call, input: { reply: Goodbye. } }." },
      ),
      { error: "Write a list of tool calls, { tool, input }." },
    )
    .nullish()
    .transform((entries) => entries ?? []),
  delays: z
    .strictObject(
      Object.fromEntries(Object.keys(defaultDelays).map((name) => [name, delay])) as Record<
        keyof typeof defaultDelays,
        typeof delay
      >,
      { error: "Write a mapping of names to milliseconds." },
    )
    .nullish()
    .transform((delays) => delays ?? {}),
  person: z.enum(personAnswers, { error: `Write one of ${personAnswers.join(", ")}.` }).default("answered"),
  expect: z.record(z.string(), z.unknown(), { error: "Write a mapping: any part of the report." }).nullish(),
});

/** Every kind of step under the key that tells it. */
export const stepShapes = {
  says: z.strictObject({ says: words, after: duration.optional() }),
  plays: z.strictObject({ plays: words, text: words, after: duration.optional() }),
  interrupts: z.strictObject({ interrupts: words, after: duration.optional() }),
  coughs: z.strictObject({ coughs: duration, after: duration.optional() }),
  hums: z.strictObject({ hums: words, after: duration.optional() }),
  waits: z.strictObject({ waits: duration }),
  presses: z.strictObject({
    presses: z
      .string({ error: 'Write the keys in quotes, such as "0".' })
      .regex(/^[0-9*#]+$/, "Write keys of a telephone: 0 to 9, * and #."),
    after: duration.optional(),
  }),
  hangsUp: z.strictObject({
    hangsUp: z.union([z.literal(true), duration], { error: "Write true, or a time such as 300ms." }),
  }),
};
export const stepNames = Object.keys(stepShapes) as (keyof typeof stepShapes)[];

export const faultShape = z.strictObject({
  service: z.enum(faultServices, { error: `Write one of ${faultServices.join(", ")}.` }),
  fault: z.enum(faultKinds, { error: `Write one of ${faultKinds.join(", ")}.` }),
  request: wholeNumber.optional(),
  utterance: wholeNumber.optional(),
  at: duration.optional(),
});

function durationMs(text: string): number {
  const [, figure, unit] = durationPattern.exec(text) ?? [];
  return Math.round(Number(figure) * (unit === "s" ? 1000 : 1));
}
