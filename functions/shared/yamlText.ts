import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
} from "yaml";
import type { Problem } from "./userError";

/** A YAML (or JSON) text as plain values, or what is wrong with it. */
export interface YamlText {
  /** Null where `errors` has a fault of the syntax. */
  readonly value: unknown;
  /** The same for messages: a number that was written as one is a number. */
  readonly shown: unknown;
  readonly errors: readonly Problem[];
}

/** A file for a person to write is far smaller; what is larger is an attack by aliases. */
const mostNodes = 50_000;
const mostDepth = 50;
const mostSyntaxErrors = 10;

/**
 * Reads YAML 1.2, and so JSON. Text is what was written: a plain scalar becomes a number or a boolean only under a key of
 * `typedKeys` (`minutes: 30`), so that `+15035550100`, `007`, `1.10` and `09:00` arrive as they stand. `<<: *other` merges, as YAML 1.1 has it. A key written twice is an error with
 * its path, beside all others. Never throws.
 */
export function readYaml(text: string, file: string, typedKeys: ReadonlySet<string>): YamlText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text)) {
    return failed([{ file, key: "", value: undefined, cure: "It is not text in UTF-8. Write YAML or JSON." }]);
  }
  const lines = new LineCounter();
  const document = parsed(text.replace(/^\ufeff/, ""), lines);
  if (document === null) return failed([tooMuch(file)]);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return failed(syntaxProblems(faults, text, file, lines));
  const { value, errors } = plainValues(document, file, (node, key) => plainScalar(node, typedKeys.has(key)));
  if (value === null) return failed(errors);
  return { value, errors, shown: plainValues(document, file, shownScalar).value };
}

/** One a line of the file: what follows on a line is mostly an effect of the first. */
function syntaxProblems(
  faults: readonly { readonly message: string; readonly pos: readonly [number, number] }[],
  text: string,
  file: string,
  counter: LineCounter,
): Problem[] {
  const lines = text.split(/\r?\n/);
  const byLine = new Map<number, { readonly column: number; readonly message: string }>();
  for (const { message, pos } of faults) {
    const { line, col } = counter.linePos(pos[0]);
    if (!byLine.has(line)) byLine.set(line, { column: col, message });
  }
  return [...byLine].slice(0, mostSyntaxErrors).map(([line, { column, message }]) => {
    const key = `line ${line}, column ${column}`;
    return { file, key, value: lines[line - 1]?.trim() ?? "", cure: syntaxCure(message) };
  });
}

/** Null where the text is nested so deep that the parser gives up. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { schema: "core", uniqueKeys: false, prettyErrors: false, lineCounter });
  } catch {
    return null;
  }
}

function tooMuch(file: string): Problem {
  const cure = `It holds more than ${mostNodes} values, or more than ${mostDepth} within one another. Write less.`;
  return { file, key: "", value: undefined, cure };
}

function failed(errors: readonly Problem[]): YamlText {
  return { value: null, errors, shown: null };
}

function syntaxCure(message: string): string {
  if (message.includes("multiple documents")) return "Write one document: leave the lines --- between two out.";
  const sentence = message.trim().replace(/\.?$/, ".");
  return `${sentence} Write valid YAML; text that holds ": ", "#" or a leading symbol goes in quotes.`;
}

function plainValues(
  document: Document.Parsed,
  file: string,
  scalar: (node: WrittenScalar, key: string) => unknown,
): Omit<YamlText, "shown"> {
  const errors: Problem[] = [];
  const within = new Set<ParsedNode>();
  let nodes = 0;
  let isTooMuch = false;

  const plain = (node: ParsedNode | null, path: string, key: string, depth: number): unknown => {
    nodes++;
    if (nodes > mostNodes || depth > mostDepth) isTooMuch = true;
    if (node === null || isTooMuch) return null;
    if (isAlias(node)) return plainAlias(node, path, key, depth);
    within.add(node);
    const value = plainNode(node, path, key, depth);
    within.delete(node);
    return value;
  };

  const plainNode = (node: ParsedNode, path: string, key: string, depth: number): unknown => {
    if (isSeq(node)) {
      return node.items.map((item, index) => plain(item as ParsedNode, `${path}[${index}]`, key, depth + 1));
    }
    if (isMap(node)) return plainMap(node.items, path, depth);
    return isScalar(node) ? scalar(node, key) : null;
  };

  const plainAlias = (alias: Alias.Parsed, path: string, key: string, depth: number): unknown => {
    const node = alias.resolve(document) as ParsedNode | undefined;
    const isAround = node !== undefined && within.has(node);
    if (node !== undefined && !isAround) return plain(node, path, key, depth + 1);
    const cure = isAround
      ? `*${alias.source} refers to what it stands in. Write the value itself.`
      : `*${alias.source} refers to nothing. Write text that begins with * in quotes.`;
    errors.push({ file, key: path, value: `*${alias.source}`, cure });
    return null;
  };

  const plainMap = (pairs: readonly { key: unknown; value: unknown }[], path: string, depth: number): unknown => {
    const entries = new Map<string, unknown>();
    const merged: unknown[] = [];
    for (const pair of pairs) {
      const key = keyText(pair.key);
      const where = path === "" ? key : `${path}.${key}`;
      const value = plain(pair.value as ParsedNode | null, where, key, depth + 1);
      const isMerged = key === "<<" && [value].flat().every((each) => typeof each === "object" && each !== null);
      if (isMerged) merged.push(...[value].flat());
      else if (entries.has(key))
        errors.push({ file, key: where, value, cure: "It is written twice. Leave one of the two." });
      else entries.set(key, value);
    }
    // What is merged in fills only what is not written here, the first of several before the others.
    const given = merged.flatMap((each) => Object.entries(each as object)).filter(([key]) => !entries.has(key));
    return Object.fromEntries([...given.reverse(), ...entries]);
  };

  const value = plain(document.contents, "", "", 0);
  return isTooMuch ? { value: null, errors: [tooMuch(file)] } : { value, errors };
}

interface WrittenScalar {
  readonly value: unknown;
  readonly source?: string;
}

function shownScalar(node: WrittenScalar): unknown {
  // 007 and 1.10 are shown as they stand.
  return plainScalar(node, typeof node.value === "number" && String(node.value) === node.source);
}

function plainScalar({ value, source }: WrittenScalar, isTyped: boolean): unknown {
  if (value === null || typeof value === "string" || isTyped) return value;
  return source ?? String(value);
}

function keyText(key: unknown): string {
  if (isScalar(key)) return key.source ?? String(key.value);
  return String(key);
}
