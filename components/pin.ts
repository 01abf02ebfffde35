import { z } from "zod";
import type { Problem } from "../functions/shared/userError";
import type { StackSettings } from "./stackSettings";

/** The settings that promotion carries from one stage to the next, beside what the checkout itself holds. */
export const promotedKeys = [
  "line",
  "brainModel",
  "voice",
  "prices",
] as const satisfies readonly (keyof StackSettings)[];
/** The settings that say which number and which instance are a stack's own: another value would release or leave them. */
export const keptKeys = [
  "connectInstanceId",
  "phoneNumberId",
  "phoneNumberCountry",
  "phoneNumberType",
] as const satisfies readonly (keyof StackSettings)[];

const contents = {
  program: "The program (index.ts, components, stateMachines)",
  functions: "The functions' code",
  flow: "The contact flow",
  knowledge: "The knowledge file",
} as const;
type Content = keyof typeof contents;
const contentKeys = Object.keys(contents) as readonly Content[];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const pinShape = z.strictObject({
  /** The stack that was promoted. */
  from: z.string().min(1),
  /** The commit that holds what was promoted; left out where none did. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  program: sha256,
  functions: sha256,
  flow: sha256,
  knowledge: sha256,
  line: z.string(),
  brainModel: z.string(),
  voice: z.string(),
  prices: z.string(),
  /** The stack's own number and instance as they were; an empty text where the stack owns it. */
  kept: z.partialRecord(z.enum([...keptKeys, "region"]), z.string()),
});

/** What promotion wrote into a stack's settings: what the stack runs, and nothing else. */
export type Pin = Readonly<z.infer<typeof pinShape>>;
/** What promotion carries: hashes of all that a checkout deploys, and the promoted settings. */
export type Running = Readonly<Pick<Pin, Content | (typeof promotedKeys)[number]>>;
/** What promotion leaves as it is. */
export type Kept = Pin["kept"];

/** Reads the key `pin`: null where nothing was promoted, undefined where somebody else than promotion wrote it. */
export function readPin(value: unknown): Pin | null | undefined {
  if (JSON.stringify(value) === "{}") return null;
  return pinShape.safeParse(value).data;
}

/** The number and the instance of a stack as its settings name them. */
export function keptOf(settings: Pick<StackSettings, (typeof keptKeys)[number]>, region: string): Kept {
  return { ...Object.fromEntries(keptKeys.map((key) => [key, settings[key] ?? ""])), region };
}

/** Whether two pins make a stack run the same. A commit that holds the same content as another is no difference. */
export function isSamePin(a: Pin, b: Pin): boolean {
  const runsSame = [...contentKeys, ...promotedKeys].every((key) => a[key] === b[key]);
  const keeps = [...new Set([...Object.keys(a.kept), ...Object.keys(b.kept)])] as (keyof Kept)[];
  return runsSame && a.from === b.from && keeps.every((key) => a.kept[key] === b.kept[key]);
}

/** What of a pin this checkout does not run, as problems of the stack's file; none where it is what was promoted. */
export function unpinned(pin: Pin, running: Running, stack: string): readonly Problem[] {
  const file = `Pulumi.${stack}.yaml`;
  const again = `promote again: npm run promote -- ${pin.from} ${stack}`;
  const back = pin.commit === undefined ? "Put back what was promoted" : `Check out commit ${pin.commit}`;
  return [
    ...contentKeys
      .filter((key) => pin[key] !== running[key])
      .map((key): Problem => {
        const here = `${contents[key]} here is ${shortened(running[key])}.`;
        return { file, key: `pin.${key}`, value: shortened(pin[key]), cure: `${here} ${back}, or ${again}` };
      }),
    ...promotedKeys
      .filter((key) => pin[key] !== running[key])
      .map((key): Problem => {
        const cure = `The pin says ${JSON.stringify(pin[key])}. Write that, or set it in ${pin.from} and ${again}`;
        return { file, key, value: running[key], cure };
      }),
  ];
}

/** What a stack no longer keeps of the number and the instance with which it was promoted, as problems of its file. */
export function unkept(pin: Pin, now: Kept, stack: string): readonly Problem[] {
  return (Object.keys(pin.kept) as (keyof Kept)[])
    .filter((key) => pin.kept[key] !== now[key])
    .map((key): Problem => {
      const was = pin.kept[key] === "" ? "with its own" : `with ${JSON.stringify(pin.kept[key])}`;
      const back = pin.kept[key] === "" ? "Take it out" : "Write that again";
      const meant = `where the change is meant and nothing is lost by it, take ${key} out of pin.kept and promote again`;
      return {
        file: `Pulumi.${stack}.yaml`,
        key: key === "region" ? "aws:region" : key,
        value: now[key] ?? "",
        cure: `${stack} was promoted ${was}: another would leave, or release, the number that callers know. ${back}; ${meant}.`,
      };
    });
}

/** As much of a hash as tells two apart for a person. */
function shortened(hash: string): string {
  return hash.slice(0, 12);
}
