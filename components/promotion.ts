import { type Document, isMap, isScalar, parseDocument, type ToStringOptions } from "yaml";
import { isSamePin, type Pin, promotedKeys, type Running } from "./pin";
import type { StackSettings } from "./stackSettings";

/** A setting that promotion writes; `was` is what the stack had, by its file or by the project's default. */
export interface SettingChange {
  readonly key: (typeof promotedKeys)[number];
  readonly was: string;
  readonly becomes: string;
}

/** What promotion would make of a stack's settings. */
export interface Promotion {
  readonly pin: Pin;
  readonly settings: readonly SettingChange[];
  /** The stack runs this already: nothing would change for its callers. */
  readonly runsAlready: boolean;
  /** Nothing would be written. */
  readonly isDone: boolean;
}

/** What bringing `running`, which `pin` tells of, to a stack means for its settings. */
export function promotionTo(settings: StackSettings, pin: Pin): Promotion {
  const changes = promotedKeys.flatMap((key) =>
    settings[key] === pin[key] ? [] : [{ key, was: settings[key], becomes: pin[key] }],
  );
  const was = settings.pin;
  const runsAlready = was !== null && isSamePin(was, pin) && changes.length === 0;
  // The content that no commit held then may be in one now, and that is the way back to it.
  const findsCommit = was?.commit === undefined && pin.commit !== undefined;
  return { pin, settings: changes, runsAlready, isDone: runsAlready && !findsCommit };
}

/**
 * The text of a stack's file with the promoted settings and the pin in it. Everything else stays: other keys, their order, comments,
 * and how they are written as far as YAML's printer can. `project` is the prefix of the keys.
 */
export function promotedText(text: string, project: string, pin: Pin): string {
  const document = parseDocument(text);
  const options = writtenAs(text);
  const config = document.get("config");
  if (!isMap(config)) throw new Error("A stack's file that was read has its keys under config.");
  const keyOf = (key: string) => (config.has(key) ? key : `${project}:${key}`);
  for (const key of promotedKeys) document.setIn(["config", keyOf(key)], pin[key]);
  const node = document.createNode(pin, { flow: config.flow === true });
  const was = document.getIn(["config", keyOf("pin")], true);
  if (isScalar(was) || isMap(was)) Object.assign(node, { comment: was.comment, commentBefore: was.commentBefore });
  document.setIn(["config", keyOf("pin")], node);
  return print(document, options);
}

/** The text of a stack's file as if nothing had been promoted to it. */
export function unpinnedText(text: string, project: string): string {
  const document = parseDocument(text);
  for (const key of ["pin", `${project}:pin`]) document.deleteIn(["config", key]);
  return print(document, writtenAs(text));
}

/** How the text has to be printed to come out most nearly as it stands: people indent lists and pad braces in two ways. */
function writtenAs(text: string): ToStringOptions {
  const lines = new Set(text.split("\n"));
  const strange = (way: ToStringOptions) =>
    print(parseDocument(text), way)
      .split("\n")
      .filter((line) => !lines.has(line)).length;
  const ways: readonly ToStringOptions[] = [true, false].flatMap((indentSeq) =>
    [true, false].map((flowCollectionPadding) => ({ indentSeq, flowCollectionPadding })),
  );
  return ways.reduce((best, way) => (strange(way) < strange(best) ? way : best));
}

function print(document: Document, options: ToStringOptions): string {
  // A long line that a person wrote is not folded.
  return document.toString({ lineWidth: 0, ...options });
}

/** The parts of a pin that are content, in the words of whoever reads a promotion: which differ between two. */
export function changedContents(was: Running, is: Running): readonly string[] {
  return (
    [
      ["program", "the program"],
      ["functions", "the functions' code"],
      ["flow", "the contact flow"],
      ["knowledge", "the knowledge file"],
    ] as const
  ).flatMap(([key, name]) => (was[key] === is[key] ? [] : [name]));
}
