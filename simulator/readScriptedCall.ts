import { dirname, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { type Document, parseDocument } from "yaml";
import { z } from "zod";
import { problemLine, UserError } from "../functions/shared/userError";
import { faultsOfExpected } from "./expected";
import {
  type BrainEntry,
  defaultDelays,
  type Fault,
  type FaultMoment,
  type ScriptedCall,
  type Step,
} from "./scriptedCall";
import { callShape, faultShape, stepNames, stepShapes } from "./scriptedCallShapes";
import type { SimSound } from "./sound/simSound";

/** A scripted call, or everything that is wrong with it, a line each. */
export type ScriptedCallRead =
  | { readonly call: ScriptedCall; readonly errors: readonly [] }
  | { readonly call: null; readonly errors: readonly string[] };

/** A recording as sound that says `text`; throws a `UserError` where the file is no such recording. */
export type ReadRecording = (path: string, text: string, asked: Asked) => SimSound;

/** Where a recording was named, for errors. */
export interface Asked {
  readonly file: string;
  readonly key: string;
  readonly value: string;
}

/**
 * Reads a scripted call (YAML, and so JSON) and names everything that is wrong with it in one go. Never throws for what stands
 * in the file.
 *
 * @param file as it is to be named in errors; paths inside the file are relative to it.
 */
export function readScriptedCall(text: string, file: string, readRecording: ReadRecording): ScriptedCallRead {
  const errors: string[] = [];
  const complain = (key: string, value: unknown, cure: string) => {
    errors.push(problemLine({ file, key, value: written(value), cure }));
  };
  const document = parseDocument(text, { prettyErrors: true });
  for (const error of document.errors) complain("", firstLine(error.message), "Write valid YAML or JSON.");
  if (errors.length > 0) return { call: null, errors };
  const raw = attemptToJs(document);
  if (holdsItself(raw)) {
    complain("", undefined, "An alias (*) refers to what it stands in. Write the value itself.");
    return { call: null, errors };
  }
  if (!isObject(raw) || Array.isArray(raw)) {
    complain("", raw, "Write a scripted call: at least `at`, `from` and `caller`.");
    return { call: null, errors };
  }

  const { caller: rawSteps, faults: rawFaults, ...rest } = raw;
  const shell = check(callShape, rest, "", complain);
  const steps = readList(rawSteps, "caller", "Write a list of what the caller does, in order.", complain, (step, key) =>
    readStep(step, key, complain, (name, words) => {
      try {
        return readRecording(resolve(dirname(file), name), words, { file, key: `${key}.plays`, value: name });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        errors.push(...error.lines);
        return null;
      }
    }),
  );
  steps.forEach((step, index) => {
    if (step?.type === "hangsUp" && index < steps.length - 1)
      complain(`caller[${index}].hangsUp`, true, "Make it the last step: nothing comes after it.");
  });
  const faults = readList(rawFaults ?? [], "faults", "Write a list of faults.", complain, (fault, key) =>
    readFault(fault, key, complain),
  );
  for (const { key, value, cure } of faultsOfExpected(raw.expect)) complain(key, value, cure);
  if (shell === null || errors.length > 0) return { call: null, errors };
  return {
    errors: [],
    call: {
      file,
      text,
      startMs: Temporal.Instant.from(shell.at).epochMilliseconds,
      from: shell.from === "anonymous" ? null : shell.from,
      knowledge: shell.knowledge === undefined ? null : resolve(dirname(file), shell.knowledge),
      steps: steps.filter((step) => step !== null),
      brain: shell.brain satisfies readonly BrainEntry[],
      delays: { ...defaultDelays, ...withoutUndefined(shell.delays) },
      faults: faults.filter((fault) => fault !== null),
      person: shell.person,
      expect: shell.expect ?? null,
    },
  };
}

/** Null where its aliases would make it endless. */
function attemptToJs(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

function holdsItself(value: unknown, above: readonly object[] = []): boolean {
  if (!isObject(value)) return false;
  return above.includes(value) || Object.values(value).some((part) => holdsItself(part, [...above, value]));
}

type Complain = (key: string, value: unknown, cure: string) => void;

function readStep(
  raw: unknown,
  key: string,
  complain: Complain,
  readRecording: (name: string, text: string) => SimSound | null,
): Step | null {
  const names = isObject(raw) ? stepNames.filter((name) => name in raw) : [];
  const [name] = names;
  if (name === undefined || names.length > 1) {
    complain(key, raw, `Write one step with exactly one of ${stepNames.join(", ")}.`);
    return null;
  }
  switch (name) {
    case "says": {
      const step = check(stepShapes.says, raw, key, complain);
      return step && { type: "says", text: step.says, afterMs: step.after ?? null };
    }
    case "interrupts": {
      const step = check(stepShapes.interrupts, raw, key, complain);
      return step && { type: "interrupts", text: step.interrupts, afterMs: step.after ?? null };
    }
    case "hums": {
      const step = check(stepShapes.hums, raw, key, complain);
      return step && { type: "hums", text: step.hums, afterMs: step.after ?? null };
    }
    case "plays": {
      const step = check(stepShapes.plays, raw, key, complain);
      if (step === null) return null;
      const sound = readRecording(step.plays, step.text);
      return sound && { type: "plays", sound, text: step.text, afterMs: step.after ?? null };
    }
    case "coughs": {
      const step = check(stepShapes.coughs, raw, key, complain);
      return step && { type: "coughs", lengthMs: Math.max(20, step.coughs), afterMs: step.after ?? null };
    }
    case "waits": {
      const step = check(stepShapes.waits, raw, key, complain);
      return step && { type: "waits", forMs: step.waits };
    }
    case "presses": {
      const step = check(stepShapes.presses, raw, key, complain);
      return step && { type: "presses", keys: step.presses, afterMs: step.after ?? null };
    }
    case "hangsUp": {
      const step = check(stepShapes.hangsUp, raw, key, complain);
      return step && { type: "hangsUp", afterWordsMs: step.hangsUp === true ? null : step.hangsUp };
    }
  }
}

function readFault(raw: unknown, key: string, complain: Complain): Fault | null {
  const fault = check(faultShape, raw, key, complain);
  if (fault === null) return null;
  const moments: FaultMoment[] = [];
  if (fault.request !== undefined) moments.push({ type: "request", number: fault.request });
  if (fault.utterance !== undefined) moments.push({ type: "utterance", number: fault.utterance });
  if (fault.at !== undefined) moments.push({ type: "at", ms: fault.at });
  const [when] = moments;
  if (when === undefined || moments.length > 1) {
    complain(key, raw, "Write exactly one of request, utterance and at.");
    return null;
  }
  return { service: fault.service, fault: fault.fault, when };
}

/** Checks against a shape; every fault is complained of under its own key. */
function check<T>(shape: z.ZodType<T>, raw: unknown, key: string, complain: Complain): T | null {
  const result = shape.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.reduce<string>((above, part) => keyOf(above, part), key);
    const value = issue.path.reduce<unknown>((above, part) => (isObject(above) ? above[String(part)] : undefined), raw);
    if (issue.code === "unrecognized_keys") {
      const known = shapeKeys(shape, issue.path);
      for (const unknown of issue.keys)
        complain(
          keyOf(path, unknown),
          isObject(value) ? value[unknown] : undefined,
          known === null ? "Take it away: it is not known here." : `Write one of ${known}.`,
        );
    } else complain(path, value, issue.message);
  }
  return null;
}

function shapeKeys(shape: z.ZodType, path: readonly PropertyKey[]): string | null {
  if (path.length === 0 && shape instanceof z.ZodObject) {
    const keys = Object.keys(shape.shape);
    return (shape === (callShape as z.ZodType) ? [...keys, "caller", "faults"] : keys).join(", ");
  }
  return path[0] === "delays" ? Object.keys(defaultDelays).join(", ") : null;
}

function readList<T>(
  raw: unknown,
  key: string,
  cure: string,
  complain: Complain,
  read: (item: unknown, key: string) => T,
): T[] {
  if (Array.isArray(raw)) return raw.map((item, index) => read(item, `${key}[${index}]`));
  complain(key, raw, cure);
  return [];
}

/** A number that JSON has no word for is shown in the words of YAML. */
function written(value: unknown): unknown {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
}

function keyOf(above: string, part: PropertyKey): string {
  if (typeof part === "number") return `${above}[${part}]`;
  return above === "" ? String(part) : `${above}.${String(part)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function withoutUndefined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
