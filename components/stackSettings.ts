import type { Person } from "../functions/shared/knowledge";
import { isE164 } from "../functions/shared/phoneNumber";
import type { StackCallers, StackOverrides } from "../functions/shared/stackOverrides";
import type { Problem } from "../functions/shared/userError";
import { type Pin, readPin } from "./pin";

/** What a stack says of itself, checked. Defaults are Pulumi.yaml's. The lists of callers are secret and so stand apart. */
export interface StackSettings extends StackOverrides {
  /** Name of the knowledge file without `.yaml`. */
  readonly customer: string;
  readonly stage: "dev" | "prod";
  readonly line: "flow" | "duplex";
  readonly human: "phone" | "queue";
  /** Null: the stack owns its instance. */
  readonly connectInstanceId: string | null;
  /** Null: the stack claims its number. */
  readonly phoneNumberId: string | null;
  /** ISO 3166 alpha-2. */
  readonly phoneNumberCountry: string;
  readonly phoneNumberType: "DID" | "TOLL_FREE" | "UIFN";
  readonly ownerEmail: string | null;
  readonly brainModel: string;
  readonly voice: string;
  readonly prices: "grounded" | "never";
  readonly monthlyBudgetUsd: number;
  readonly logRetentionDays: number;
  readonly recordingRetentionDays: number;
  /** What promotion wrote; null where nothing was promoted. */
  readonly pin: Pin | null;
}

/** The days that CloudWatch Logs offers, up to a year. */
const logDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365];
/** Recordings are personal data: they are kept for three months at the longest. */
const longestRecordingDays = 90;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const e164Cure = 'Write a number as "+15035550100", in quotes.';
const personCure = 'Write { id: front-desk, name: the front desk, number: "+15035550101" }.';

/** What a value is read as, or what to write instead. */
type Reading<T> = { readonly value: T } | { readonly cure: string; readonly at?: string; readonly came?: unknown };
type Reader<T> = (value: unknown) => Reading<T>;

const readers: { readonly [K in keyof StackSettings]: Reader<StackSettings[K]> } = {
  customer: text(
    /^[A-Za-z0-9][\w.-]*$/,
    "Write the name of a file in knowledge/ without .yaml, for example cedar-and-main.",
  ),
  stage: oneOf("dev", "prod"),
  line: oneOf("flow", "duplex"),
  human: oneOf("phone", "queue"),
  connectInstanceId: orNull(
    text(uuid, "Write the instance's id, the last part of its ARN, or leave it out to own one."),
  ),
  phoneNumberId: orNull(text(uuid, "Write the number's id, the last part of its ARN, or leave it out to claim one.")),
  phoneNumberCountry: text(/^[A-Z]{2}$/, "Write two capitals as ISO 3166 has them, for example US."),
  phoneNumberType: oneOf("DID", "TOLL_FREE", "UIFN"),
  ownerEmail: orNull(
    text(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "Write an address such as owner@example.com, or leave it out."),
  ),
  brainModel: text(
    /^(?!.*opus)[a-z0-9][\w.:-]+$/i,
    "Write the id of a fast Bedrock model or inference profile, for example global.anthropic.claude-haiku-4-5-20251001-v1:0; Opus is too slow for a call.",
  ),
  voice: text(/^[A-Z][A-Za-z]+$/, "Write the name of a generative voice of Amazon Polly, for example Ruth."),
  prices: oneOf("grounded", "never"),
  monthlyBudgetUsd: whole((usd) => usd >= 1 && usd <= 1_000_000, "Write whole US dollars from 1 up, for example 80."),
  logRetentionDays: whole((days) => logDays.includes(days), `Write one of ${logDays.join(", ")}.`),
  recordingRetentionDays: whole(
    (days) => days >= 1 && days <= longestRecordingDays,
    `Write days from 1 to ${longestRecordingDays}.`,
  ),
  people: readPeople,
  phone: orNull<string>((value) => (typeof value === "string" && isE164(value) ? { value } : { cure: e164Cure })),
  pin: (came) => {
    const value = readPin(came);
    return value === undefined ? { cure: "Take the key out and let `npm run promote` write it." } : { value };
  },
};

/** The keys of `StackSettings`, in the order of Pulumi.yaml. */
export const settingKeys = Object.keys(readers) as (keyof StackSettings)[];
/** The keys of `StackCallers`. */
export const secretKeys = ["vip", "blocked"] as const satisfies readonly (keyof StackCallers)[];

/**
 * Reads a stack's settings from values as YAML or Pulumi's config give them (a number may have come as text). `file` is the
 * stack's file, for the problems. `settings` is null where there are problems; all of them are found in one run.
 */
export function checkSettings(
  values: Readonly<Record<string, unknown>>,
  file: string,
): { readonly settings: StackSettings | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const settings = Object.fromEntries(
    settingKeys.map((key) => {
      const reading = readers[key](values[key]);
      if ("value" in reading) return [key, reading.value];
      problems.push(problemOf(file, key, values[key], reading));
      return [key, undefined];
    }),
  );
  return { settings: problems.length > 0 ? null : (settings as unknown as StackSettings), problems };
}

/** Reads a list of numbers, E.164, of the key `vip` or `blocked`. */
export function checkNumbers(
  value: unknown,
  key: keyof StackCallers,
  file: string,
): { readonly numbers: readonly string[]; readonly problems: readonly Problem[] } {
  if (!Array.isArray(value)) {
    return { numbers: [], problems: [{ file, key, value, cure: 'Write a list of numbers as ["+15035550199"].' }] };
  }
  const isNumber = (item: unknown): item is string => typeof item === "string" && isE164(item);
  const problems = value.flatMap((item, index) =>
    isNumber(item) ? [] : [{ file, key: `${key}[${index}]`, value: item, cure: e164Cure }],
  );
  return { numbers: value.filter(isNumber), problems };
}

function problemOf(
  file: string,
  key: string,
  value: unknown,
  refusal: Exclude<Reading<never>, { value: never }>,
): Problem {
  const { cure, at = "" } = refusal;
  return { file, key: `${key}${at}`, value: "came" in refusal ? refusal.came : value, cure };
}

function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  const cure = `Write ${words.slice(0, -1).join(", ")} or ${words.at(-1)}.`;
  return (value) => {
    const word = words.find((candidate) => candidate === value);
    return word === undefined ? { cure } : { value: word };
  };
}

function text(pattern: RegExp, cure: string): Reader<string> {
  return (value) => (typeof value === "string" && pattern.test(value) ? { value } : { cure });
}

function whole(isGood: (value: number) => boolean, cure: string): Reader<number> {
  return (came) => {
    const value = typeof came === "string" && /^\d+$/.test(came) ? Number(came) : came;
    return typeof value === "number" && Number.isInteger(value) && isGood(value) ? { value } : { cure };
  };
}

/** An empty text stands for "not set": Pulumi knows no other default for a key that may be left out. */
function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value) => (value === "" ? { value: null } : reader(value));
}

function readPeople(value: unknown): Reading<readonly Person[]> {
  if (!Array.isArray(value)) return { cure: `Write a list of people. ${personCure}` };
  const bad = value.findIndex((person) => !isPerson(person));
  if (bad >= 0) return { cure: personCure, at: `[${bad}]`, came: value[bad] };
  const people = value as Person[];
  const twice = people.findIndex(({ id }, index) => people.findIndex((other) => other.id === id) < index);
  if (twice >= 0)
    return { cure: "Give every person an id of their own.", at: `[${twice}].id`, came: people[twice]?.id };
  return { value: people };
}

function isPerson(value: unknown): value is Person {
  if (!isRecord(value) || Object.keys(value).sort().join() !== "id,name,number") return false;
  const { id, name, number } = value;
  return isText(id) && isText(name) && typeof number === "string" && isE164(number);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
