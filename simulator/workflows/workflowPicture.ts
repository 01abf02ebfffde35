import type { State, StateMachineDefinition } from "../../functions/shared/stateMachine";

/**
 * A definition as a picture in Mermaid's language: a box for each thing that is done, with the function or service that does it, a
 * rhomb for each choice, dotted lines for what is caught.
 */
export function workflowPicture({ StartAt, States }: StateMachineDefinition): string {
  const lines = Object.entries(States).flatMap(([name, state]) => [
    `  ${name}${shapeOf(name, state)}`,
    ...waysFrom(name, state),
  ]);
  return ["flowchart TD", `  start((" ")) --> ${StartAt}`, ...lines].join("\n");
}

/** The page with the picture of each definition in the place that is kept for it: `<!-- picture: name -->`, and the block after it. */
export function withPictures(page: string, definitionOf: (name: string) => StateMachineDefinition): string {
  return page.replace(
    /(<!-- picture: (\w+) -->\n)(?:```mermaid\n[\s\S]*?\n```\n)?/g,
    (_, place: string, name: string) => `${place}\`\`\`mermaid\n${workflowPicture(definitionOf(name))}\n\`\`\`\n`,
  );
}

function shapeOf(name: string, state: State): string {
  const words = inWords(name);
  switch (state.Type) {
    case "Choice":
      return `{"${words}?"}`;
    case "Succeed":
      return `(["${words}"])`;
    case "Fail":
      return `[["${words}: fails, and an alarm tells"]]`;
    case "Wait":
      return `("${words}<br/>${state.Seconds ?? 0} s")`;
    default:
      return `["${words}<br/><i>${doerOf(state)}</i>"]`;
  }
}

/** The function's name, or the service and what it is asked. */
function doerOf({ Resource = "", Parameters }: State): string {
  const { FunctionName } = (Parameters ?? {}) as { readonly FunctionName?: string };
  if (FunctionName !== undefined) return FunctionName.split(":").at(-1) ?? FunctionName;
  return Resource.split(":").slice(-2).join(": ");
}

function waysFrom(name: string, { Next, Default, Choices = [], Catch = [] }: State): string[] {
  return [
    ...(Next === undefined ? [] : [`  ${name} --> ${Next}`]),
    ...Choices.flatMap((choice) =>
      choice.Next === undefined ? [] : [`  ${name} -- "${conditionOf(choice)}" --> ${choice.Next}`],
    ),
    ...(Default === undefined ? [] : [`  ${name} -- else --> ${Default}`]),
    ...Catch.map(({ ErrorEquals, Next: next }) => `  ${name} -. "${caught(ErrorEquals)}" .-> ${next}`),
  ];
}

interface Comparison {
  readonly Variable?: string;
  readonly And?: readonly Comparison[];
  readonly [operator: string]: unknown;
}

function conditionOf(choice: object): string {
  const { Variable = "", And, Next: _, ...operators } = choice as Comparison;
  if (And !== undefined) return conditionOf(And.at(-1) ?? {});
  const what = Variable.split(".").at(-1) ?? Variable;
  const [operator = "", value] = Object.entries(operators)[0] ?? [];
  if (operator === "IsNull") return `no ${what}`;
  if (operator === "IsPresent") return what;
  return `${what} is ${String(value)}`;
}

function caught(errors: readonly string[]): string {
  return errors.includes("States.ALL") ? "fails for good" : errors.map((error) => error.split(".").at(-1)).join(", ");
}

/** `IsOwnerTold` as "Is owner told". */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
