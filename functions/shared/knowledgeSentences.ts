import { canJudgeGreeting, greetingFaults } from "./greeting";
import type { Sentences } from "./knowledge";
import { defaultSentencesOf, fillIn } from "./sentences";
import type { Problem } from "./userError";

/** Said in a caller's silence, these last at most two seconds: 33 characters at 60 ms each. */
const briefSentences = ["waiting", "offerCallback"] as const;
const mostBriefCharacters = 33;
/** The sentences in which `{name}` is the caller's. */
const callerSentences: readonly string[] = ["readBack", "booked"];

/** The sentences as a file has them. */
type WrittenSentences = { readonly [K in keyof Sentences]?: Sentences[K] | null | undefined };

/** All sentences, defaults where none is written, the business's name filled in everywhere but in readBack and booked. */
export function sentencesOf(written: WrittenSentences, businessName: string, languages: readonly string[]): Sentences {
  const { say } = defaultSentencesOf(languages);
  const named = (sentence: string) => fillIn(sentence, { name: businessName });
  return {
    greeting: named(written.greeting ?? say.greeting),
    recording: named(written.recording ?? say.recording),
    closed: named(written.closed ?? say.closed),
    readBack: written.readBack ?? say.readBack,
    booked: written.booked ?? say.booked,
    taken: named(written.taken ?? say.taken),
    transfer: named(written.transfer ?? say.transfer),
    waiting: named(written.waiting ?? say.waiting),
    offerCallback: named(written.offerCallback ?? say.offerCallback),
    farewell: named(written.farewell ?? say.farewell),
    fillers: (written.fillers ?? say.fillers).map(named),
  };
}

/** What is wrong with the sentences of a file as it was read, whatever else is wrong in it. */
export function checkSentences(
  root: unknown,
  file: string,
): { errors: readonly Problem[]; warnings: readonly Problem[] } {
  const say = property(root, "say");
  const business = property(root, "business");
  const name = textOf(property(business, "name"));
  const languages = [property(business, "language")].flat().map(textOf);
  const sentences = Object.entries(typeof say === "object" && say !== null ? say : {}).flatMap(([key, value]) =>
    [value]
      .flat()
      .map((part, index) => ({ key: Array.isArray(value) ? `${key}[${index}]` : key, value: part as unknown })),
  );
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  for (const { key, value } of sentences) {
    if (typeof value !== "string" || value.trim() === "") continue;
    const at = { file, key: `say.${key}`, value };
    errors.push(...placeholderFaults(key, value).map((cure) => ({ ...at, cure })));
    if (key === "readBack" && !(value.includes("{service}") && value.includes("{start}"))) {
      warnings.push({ ...at, cure: "Without {service} and {start} the caller cannot hear what is booked." });
    }
    const length = fillIn(value, { name }).trim().length;
    if ((briefSentences as readonly string[]).includes(key) && length > mostBriefCharacters) {
      errors.push({
        ...at,
        cure: `It has ${length} characters. Write at most ${mostBriefCharacters}, so that it lasts at most 2 seconds.`,
      });
    }
    if (key === "greeting") judgeGreeting(value, name, languages, at, errors, warnings);
  }
  const { language } = defaultSentencesOf(languages);
  const first = languages[0]?.split("-", 1)[0]?.toLowerCase() ?? "";
  if (first !== "" && first !== language) {
    const cure = `There are no default sentences in ${first}; those left out are said in ${language}. Write all of them.`;
    warnings.push({ file, key: "say", value: undefined, cure });
  }
  return { errors, warnings };
}

function judgeGreeting(
  greeting: string,
  businessName: string,
  languages: readonly string[],
  at: Omit<Problem, "cure">,
  errors: Problem[],
  warnings: Problem[],
): void {
  const cures = greetingFaults(greeting, businessName).map((fault) =>
    fault === "saysNoAi"
      ? "It does not say that it is an AI. Write so, for example: this is the AI assistant of {name}."
      : "It does not say how to reach a person. Write so, for example: To speak to a person, say representative.",
  );
  const language = languages[0] ?? "";
  const found = language === "" || canJudgeGreeting(language.toLowerCase()) ? errors : warnings;
  found.push(...cures.map((cure) => ({ ...at, cure })));
}

function placeholderFaults(key: string, sentence: string): string[] {
  const known = callerSentences.includes(key) ? ["{service}", "{start}", "{name}"] : ["{name}"];
  const unknown = [...new Set(sentence.match(/\{[^{}]*\}?|\}/g) ?? [])].filter(
    (placeholder) => !known.includes(placeholder),
  );
  return unknown.map((placeholder) => `${placeholder} stands for nothing here. Known are ${known.join(", ")}.`);
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
