import path from "node:path";
import type { Command } from "commander";
import { lossesOf, lossLine } from "../components/guard";
import { isSameLine, lineDifference, lineDifferenceLines, underHeading } from "../components/routing/lineDifference";
import { routingChangeText } from "../components/routing/routingChange";
import { localTime } from "../functions/shared/hours";
import { UserError } from "../functions/shared/userError";
import type { PlannedResource } from "../simulator/plan/plan";
import { isSamePlan, type PlanDifference, planDifference, planDifferenceLines } from "../simulator/plan/planDifference";
import { type Checkout, checkoutOf } from "./checkout";
import { type Run, readTextFile } from "./commandLine";
import { presentSide } from "./promotionSides";
import type { RoutingPlace } from "./routing";
import { fileSide, type Named, namedSide, type Side, stackSide, withPlannedFlows } from "./routingSides";
import { readStack, stackNames } from "./stack";

/** What a person named, with the files of its commit where it is one and they are needed. */
interface Opened {
  readonly named: Named;
  readonly checkout: Checkout | null;
}

/** `routing diff A B [--json]`: who would reach something else, and when; exit 1 where anything differs. */
export function routingDiff(program: Command, run: Run, { rootDir, now }: RoutingPlace): void {
  const side = "a knowledge file, a stack's name, or git:REF";
  program
    .command("diff")
    .description("says who would reach something else, and when, then what else differs; exit 1 where anything does")
    .argument("<A>", `what is: ${side}`)
    .argument(
      "<B>",
      `what would be: ${side}. A commit means its own version of the other side, two of them every stack`,
    )
    .option("--json", "one document, with two commits one for each stack")
    .action(async (a: string, b: string, { json }: { json?: true }) => {
      const opened: Opened[] = [];
      try {
        const named = bothNamed(a, b, rootDir);
        for (const each of named) opened.push({ named: each, checkout: checkoutFor(each, named, rootDir) });
        const [before, after] = opened;
        if (before === undefined || after === undefined) return;
        for (const stack of stacksOf(before, after)) {
          const sides = [
            await read(before, after, stack, rootDir, run),
            await read(after, before, stack, rootDir, run),
          ];
          const difference = differenceOf(sides[0] ?? null, sides[1] ?? null, stack, now());
          if (difference.differs) run.answerIsBad();
          if (json) run.json({ a, b, ...difference.document });
          else for (const line of difference.lines) run.say(line);
        }
      } finally {
        for (const { checkout } of opened) checkout?.remove();
      }
    });
}

function bothNamed(a: string, b: string, rootDir: string): readonly Named[] {
  const errors: string[] = [];
  const named = Object.entries({ A: a, B: b }).flatMap(([key, text]) => {
    try {
      return [namedSide(text, key, rootDir)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(...error.lines);
      return [];
    }
  });
  if (errors.length > 0) throw new UserError(errors);
  return named;
}

/** The files of a commit; null where only a knowledge file of it is read. */
function checkoutFor(named: Named, both: readonly Named[], rootDir: string): Checkout | null {
  const isOfFile = both.some(({ kind }) => kind === "file");
  return named.kind === "commit" && !isOfFile ? checkoutOf(named.ref, rootDir) : null;
}

/** The stacks that two commits have; else there is one comparison, of what the sides name themselves. */
function stacksOf(...opened: readonly Opened[]): readonly (string | null)[] {
  const folders = opened.flatMap(({ checkout }) => checkout?.folder ?? []);
  return folders.length === opened.length
    ? [...new Set(folders.flatMap((folder) => stackNames(folder)))].sort()
    : [null];
}

/** One side; null where a commit has no such stack. */
async function read(
  { named, checkout }: Opened,
  { named: other }: Opened,
  stack: string | null,
  rootDir: string,
  run: Run,
): Promise<Side | null> {
  const isPlanned = other.kind !== "file";
  if (named.kind === "file") return fileSide(named.file, null);
  if (named.kind === "stack") return presentStack(named.name, rootDir, isPlanned, run);
  if (other.kind === "file") return fileSide(other.file, named.ref);
  const name = other.kind === "stack" ? other.name : (stack ?? "");
  if (stack !== null && !stackNames(checkout?.folder).includes(name)) return null;
  return stackSide(name, { rootDir, checkout, ref: named.ref }, isPlanned, run);
}

/** A stack as it runs: as the files here have it, but for one that was promoted, which runs what it is pinned to. */
async function presentStack(name: string, rootDir: string, isPlanned: boolean, run: Run): Promise<Side> {
  const stack = readStack(name, rootDir);
  const { pin } = stack.settings;
  const text = readTextFile(path.join(rootDir, stack.file));
  const pinned = pin === null ? null : await presentSide(stack, text, rootDir, run);
  return pinned ?? stackSide(name, { rootDir, checkout: null, ref: null }, isPlanned, run);
}

/** What two sides differ in, for people and as a document; `stack` is named where there are several. */
export function differenceOf(before: Side | null, after: Side | null, stack: string | null, nowMs: number) {
  const named = stack === null ? "" : `${stack}: `;
  if (before === null || after === null) {
    const lines = [`${named}the stack is ${before === null ? "new" : "gone"}`];
    return { differs: true, lines, document: { stack, differs: true, isNew: before === null, isGone: after === null } };
  }
  const [was, is] = withPlannedFlows(before, after);
  const line = lineDifference(was.line, is.line, nowMs);
  const year = localTime(nowMs, is.line.knowledge.business.timezone).date.slice(0, 4);
  const plans = was.plan === null || is.plan === null ? null : { was: was.plan, is: is.plan };
  const resources = plans === null ? null : planDifference(plans.was, plans.is);
  const isOneStack = plans !== null && plans.was.stack === plans.is.stack;
  const losses = plans !== null && isOneStack ? lossesOf(plans.was, plans.is) : [];
  const differs = !isSameLine(line) || (resources !== null && !isSamePlan(resources));
  const lines = [
    ...(line.routing.length === 0 ? ["Nobody would reach anything else."] : []),
    ...lineDifferenceLines(line, year),
    ...underHeading("What would be lost", losses.map(lossLine)),
    ...underHeading("The resources", resources === null ? [] : resourceLines(resources, line.flow.length > 0)),
  ];
  const heading = stack === null ? [] : [`${stack}`];
  return {
    differs,
    lines: differs ? [...heading, ...lines] : [`${named}nothing differs`],
    document: {
      ...(stack === null ? {} : { stack }),
      differs,
      routing: line.routing.map((change) => ({ ...change, text: routingChangeText(change, year) })),
      flow: line.flow,
      knowledge: line.knowledge,
      resources: resources === null ? null : resourcesDocument(resources),
      losses,
    },
  };
}

/** Resources by their names: what they are made of stands in the plan. */
function resourcesDocument({ added, removed, changed }: PlanDifference) {
  const named = ({ name, type, urn }: PlannedResource) => ({ name, type, urn });
  return {
    added: added.map(named),
    removed: removed.map(named),
    changed: changed.map(({ after, changes }) => ({ ...named(after), changes })),
  };
}

/** The flow's own changes were said under the routing. */
function resourceLines(resources: PlanDifference, isFlowTold: boolean): readonly string[] {
  return planDifferenceLines(
    resources,
    ({ type }, { path }) => isFlowTold && type.endsWith(":ContactFlow") && path.startsWith("inputs.content."),
  );
}
