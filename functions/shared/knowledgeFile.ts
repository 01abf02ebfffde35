import type { z } from "zod";
import { isDate } from "./hours";
import { type Knowledge, type Weekday, weekdays } from "./knowledge";
import { knowledgeSchema, numberKeys, type WrittenKnowledge } from "./knowledgeSchema";
import { checkSentences, sentencesOf } from "./knowledgeSentences";
import { knowledgeWarnings } from "./knowledgeWarnings";
import { nearestWord } from "./nearestWord";
import { type Problem, problemsError } from "./userError";
import { readYaml } from "./yamlText";

/** What a knowledge file came to. */
export interface KnowledgeReading {
  /** Null where there are errors. */
  readonly knowledge: Knowledge | null;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads a knowledge file (YAML or JSON) whole and gives everything that is wrong with it at once. `file` is its name for messages.
 * Never throws, whatever the text is.
 */
export function readKnowledge(text: string, file: string): KnowledgeReading {
  const yaml = readYaml(text, file, numberKeys);
  if (yaml.value === null) {
    const empty = { file, key: "", value: undefined, cure: "It is empty. Write at least business and hours." };
    return { knowledge: null, errors: yaml.errors.length > 0 ? yaml.errors : [empty], warnings: [] };
  }
  const parsed = knowledgeSchema.safeParse(yaml.value);
  const sentences = checkSentences(yaml.value, file);
  const errors = [
    ...yaml.errors,
    ...(parsed.success ? [] : schemaProblems(parsed.error.issues, yaml.shown, file)),
    ...badHolidays(yaml.value, file),
    ...duplicateIds(yaml.value, file),
    ...sentences.errors,
  ];
  if (!parsed.success || errors.length > 0) return { knowledge: null, errors, warnings: sentences.warnings };
  const knowledge = withDefaults(parsed.data);
  return { knowledge, errors: [], warnings: [...sentences.warnings, ...knowledgeWarnings(knowledge, file)] };
}

/** The knowledge in a file's text. Throws `UserError` with a line for every error. */
export function parseKnowledge(text: string, file: string): Knowledge {
  const { knowledge, errors } = readKnowledge(text, file);
  if (knowledge === null) throw problemsError(errors);
  return knowledge;
}

function withDefaults(written: WrittenKnowledge): Knowledge {
  const { business, hours, holidays, bookings, callers } = written;
  const languages = [business.language ?? "en-US"].flat();
  return {
    business: {
      name: business.name,
      timezone: business.timezone,
      languages: [...new Set(languages)],
      address: business.address ?? null,
      phone: business.phone,
    },
    hours: Object.fromEntries(weekdays.map((day) => [day, hours[day] ?? []])) as Record<
      Weekday,
      Knowledge["hours"][Weekday]
    >,
    holidays: holidays ?? {},
    services: (written.services ?? []).map(({ id, name, price, minutes, about, until }) => ({
      id,
      name,
      price: price ?? null,
      minutes: minutes ?? null,
      about: about ?? null,
      until: until ?? null,
    })),
    faqs: (written.faqs ?? []).map(({ id, question, answer, until }) => ({
      id,
      question,
      answer,
      until: until ?? null,
    })),
    people: written.people ?? [],
    bookings: {
      everyMinutes: bookings?.every ?? 30,
      noticeMinutes: bookings?.notice ?? 120,
      horizonDays: bookings?.horizonDays ?? 60,
      chairs: bookings?.chairs ?? 1,
    },
    callers: { vip: callers?.vip ?? [], blocked: callers?.blocked ?? [], perDay: callers?.perDay ?? 20 },
    say: sentencesOf(written.say ?? {}, business.name, languages),
  };
}

type Issue = z.core.$ZodIssue;

function schemaProblems(issues: readonly Issue[], root: unknown, file: string): Problem[] {
  return issues.flatMap((issue) => issueProblems(issue, issue.path, root, file));
}

function issueProblems(issue: Issue, path: readonly PropertyKey[], root: unknown, file: string): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(path);
    return issue.keys.map((key) => ({
      file,
      key: pathText([...path, key]),
      value: valueAt(root, [...path, key]),
      cure: unknownKeyCure(key, known, valueAt(root, [...path, key])),
    }));
  }
  // Of several ways to write a value, the message of the one that came nearest is the cure.
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const value = valueAt(root, path);
    const branch = issue.errors[Array.isArray(value) ? issue.errors.length - 1 : 0] ?? [];
    if (branch.length > 0 && issue.message === "Invalid input") {
      return branch.flatMap((inner) => issueProblems(inner, [...path, ...inner.path], root, file));
    }
  }
  return [{ file, key: pathText(path), value: valueAt(root, path), cure: issue.message }];
}

function unknownKeyCure(key: string, known: readonly string[], value: unknown): string {
  const nearest = nearestWord(key, known);
  if (nearest !== null) return `This key is unknown. Write ${nearest}, or leave it out.`;
  // Between braces a comma ends a value, and what follows becomes a key without one.
  const torn = value === null ? "If it is part of the value before it, put that in quotes; if not, leave" : "Leave";
  return `This key is unknown. ${torn} it out; known here are ${known.join(", ")}.`;
}

/** The keys that the schema has at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = knowledgeSchema;
  for (const step of path) schema = inside(unwrapped(schema), step);
  const shape = (unwrapped(schema) as { shape?: object } | undefined)?.shape;
  return Object.keys(shape ?? {});
}

function unwrapped(schema: unknown): unknown {
  let inner = schema as { unwrap?: () => unknown; shape?: object; element?: unknown } | undefined;
  while (
    inner !== undefined &&
    inner.shape === undefined &&
    inner.element === undefined &&
    inner.unwrap !== undefined
  ) {
    inner = inner.unwrap() as typeof inner;
  }
  return inner;
}

function inside(schema: unknown, step: PropertyKey): unknown {
  const { shape, element } = (schema ?? {}) as { shape?: Record<PropertyKey, unknown>; element?: unknown };
  return typeof step === "number" ? element : shape?.[step];
}

function badHolidays(root: unknown, file: string): Problem[] {
  const holidays = valueAt(root, ["holidays"]);
  if (!isMap(holidays)) return [];
  return Object.keys(holidays)
    .filter((date) => !isDate(date))
    .map((date) => ({
      file,
      key: pathText(["holidays", date]),
      value: date,
      cure: 'Write a date that exists as YYYY-MM-DD, for example "2026-12-24".',
    }));
}

/** Ids are unique within their list, since each is named by a fact or a booking. */
function duplicateIds(root: unknown, file: string): Problem[] {
  return ["services", "faqs", "people"].flatMap((name) => {
    const items = valueAt(root, [name]);
    const seen = new Set<unknown>();
    return (Array.isArray(items) ? items : []).flatMap((item, index) => {
      const id = valueAt(item, ["id"]);
      if (typeof id !== "string" || !seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        { file, key: `${name}[${index}].id`, value: id, cure: "Another one has this id. Write one that no other has." },
      ];
    });
  });
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}${text === "" ? "" : "."}${String(step)}`),
    "",
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
