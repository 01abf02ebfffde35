import type { Command } from "commander";
import { datesWithoutOverride } from "../components/routing/connectHours";
import { datedWarnings } from "../functions/shared/datedWarnings";
import { factsOf } from "../functions/shared/facts";
import { localTime } from "../functions/shared/hours";
import type { Fact, Knowledge } from "../functions/shared/knowledge";
import { parseKnowledge, readKnowledge } from "../functions/shared/knowledgeFile";
import { type Problem, problemLine, problemsError } from "../functions/shared/userError";
import { contradictions } from "../functions/voice/contradictions";
import { promptCharacters } from "../functions/voice/prompt";
import { callsIn, type Place } from "./calls";
import { type Run, readTextFile, runCommand } from "./commandLine";
import { gapsByBusiness, knowledgeIn, mostCalls, sayGaps } from "./gaps";

/** Whether the model keeps the unchanging part of the prompt between turns; it does so only from `minimum` tokens on. */
interface Caching {
  readonly active: boolean;
  /** Estimated: the tools and the facts, four characters a token. */
  readonly tokens: number;
  readonly minimum: number;
}

/** Claude Haiku 4.5 on Bedrock caches nothing shorter. */
const leastCachedTokens = 4096;
const charactersPerToken = 4;

/** `npm run knowledge -- check|facts FILE [--json]`, `npm run knowledge -- gaps [--store DIR | --stack NAME] [--json]`. `now` gives milliseconds since the epoch. */
export function knowledgeCommand(program: Command, run: Run, now: () => number = Date.now): void {
  program.description("Checks a business's knowledge file, and lists what the agent may say of it.");
  program
    .command("check")
    .description("says everything that is wrong with a knowledge file, and how to mend it")
    .argument("<file>", "a knowledge file, YAML or JSON")
    .option("--json", "print { errors, warnings, caching } as JSON")
    .action((file: string, { json }: { json?: true }) => check(file, json === true, run, now()));
  program
    .command("facts")
    .description("lists the facts in a knowledge file with their ids")
    .argument("<file>", "a knowledge file, YAML or JSON")
    .option("--json", "print a list of { id, text } as JSON")
    .action((file: string, { json }: { json?: true }) => {
      const facts = currentFacts(parseKnowledge(readTextFile(file), file), now());
      if (json === true) return run.json(facts);
      const width = Math.max(...facts.map(({ id }) => id.length));
      for (const { id, text } of facts) run.say(`${id.padEnd(width)}  ${text}`);
    });
  program
    .command("gaps")
    .description("lists the questions that nobody could answer, ready to be answered in the knowledge file")
    .option("--store <dir>", "a folder that calls were kept in (default: .local)")
    .option("--stack <name>", "the calls of a deployed stack")
    .option("--json", "print a list of { business, phone, groups, faqs } as JSON")
    .action(async (place: Place) => {
      const found = gapsByBusiness(await (await callsIn(place)).list(mostCalls), knowledgeIn(process.cwd()));
      if (place.json === true) run.json(found);
      else sayGaps(found, run);
    });
}

function check(file: string, asJson: boolean, run: Run, nowMs: number): void {
  const { knowledge, errors, warnings: unwise } = readKnowledge(readTextFile(file), file);
  const warnings = knowledge === null ? unwise : [...unwise, ...furtherWarnings(knowledge, file, nowMs)];
  const caching = knowledge === null ? null : cachingOf(knowledge, nowMs);
  if (asJson) run.json({ errors: errors.map(shown), warnings: warnings.map(shown), caching });
  else for (const warning of warnings) run.warn(`warning: ${problemLine(warning)}`);
  if (errors.length > 0) throw problemsError(errors);
  if (asJson || caching === null) return;
  run.say(`${file}: no errors, ${warnings.length} ${warnings.length === 1 ? "warning" : "warnings"}`);
  run.say(
    caching.active
      ? `prompt caching: active, about ${caching.tokens} tokens`
      : `prompt caching: not active, about ${caching.tokens} of ${caching.minimum} tokens; turns cost more but work the same`,
  );
}

/** What is seen only by today's date, by the words of the facts, and by what Connect has room for. */
function furtherWarnings(knowledge: Knowledge, file: string, nowMs: number): readonly Problem[] {
  const { date } = localTime(nowMs, knowledge.business.timezone);
  return [
    ...datedWarnings(knowledge, date, file),
    ...contradictions(knowledge, nowMs, file),
    ...overrideWarnings(knowledge, file),
  ];
}

/** Holidays that Connect's own hours would not know; they decide where screening fails. */
function overrideWarnings(knowledge: Knowledge, file: string): readonly Problem[] {
  const dates = datesWithoutOverride(knowledge);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined) return [];
  const value = first === last ? first : `${dates.length} dates from ${first} to ${last}`;
  const cure =
    "Connect keeps the hours of 50 weeks with holidays, the latest ones, for calls whose screening fails. Leave out holidays that are past.";
  return [{ file, key: "holidays", value, cure }];
}

function currentFacts(knowledge: Knowledge, nowMs: number): readonly Fact[] {
  return factsOf(knowledge, localTime(nowMs, knowledge.business.timezone).date);
}

function cachingOf(knowledge: Knowledge, nowMs: number): Caching {
  const tokens = Math.ceil(promptCharacters(knowledge, nowMs) / charactersPerToken);
  return { active: tokens >= leastCachedTokens, tokens, minimum: leastCachedTokens };
}

/** A problem as JSON has it: what is missing is null. */
function shown({ file, key, value, cure }: Problem): Problem {
  return { file, key, value: value ?? null, cure };
}

if (require.main === module) void runCommand("knowledge", knowledgeCommand);
