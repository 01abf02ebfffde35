import { isPlaceholder, isReference, leadsToLeaf } from "./reference";
import type { Json } from "./types";

/** What a parameter may be. Every check gives what is wrong, in words that follow "is": one for each fault. */
export type Shape = (value: Json, name: string) => readonly string[];

/** Any text. */
export const text: Shape = (value, name) => {
  if (typeof value === "string") return [];
  const isScalar = typeof value === "number" || typeof value === "boolean";
  return [`${name} is ${shown(value)}. ${isScalar ? `Write it as text: "${value}".` : "Write a text."}`];
};

/** One of some words, or a JSONPath. */
export function word(...words: readonly string[]): Shape {
  return (value, name) =>
    typeof value === "string" && (words.includes(value) || isReference(value))
      ? []
      : [`${name} is ${shown(value)}. Write ${words.map((each) => `"${each}"`).join(" or ")}.`];
}

/** One of some words, never a JSONPath. */
export function fixedWord(...words: readonly string[]): Shape {
  return (value, name) =>
    typeof value === "string" && words.includes(value)
      ? []
      : [`${name} is ${shown(value)}. Write ${words.map((each) => `"${each}"`).join(" or ")}.`];
}

export const trueOrFalse = word("True", "False", "true", "false");

/** A number in E.164, a JSONPath, or what a template puts in their place. */
export const e164: Shape = (value, name) =>
  typeof value === "string" && (isReference(value) || isPlaceholder(value) || /^\+[1-9]\d{6,14}$/.test(value))
    ? []
    : [`${name} is ${shown(value)}. Write it as "+15035550100", or as a JSONPath.`];

/** A whole number as text between two bounds, or a JSONPath. */
export function number(least: number, most: number): Shape {
  return (value, name) => {
    if (typeof value === "string" && isReference(value)) return [];
    const isWhole = typeof value === "string" && /^-?\d+$/.test(value);
    return isWhole && Number(value) >= least && Number(value) <= most
      ? []
      : [`${name} is ${shown(value)}. Write a whole number from "${least}" to "${most}", as text.`];
  };
}

/** A whole number as text between two bounds, never a JSONPath. */
export function fixedNumber(least: number, most: number): Shape {
  const inBounds = number(least, most);
  return (value, name) =>
    typeof value === "string" && isReference(value)
      ? [`${name} is ${shown(value)}. It must stand in the flow itself: write a whole number, as text.`]
      : inBounds(value, name);
}

/** A JSONPath with a leaf, never a literal. */
export const path: Shape = (value, name) =>
  typeof value === "string" && leadsToLeaf(value)
    ? []
    : [`${name} is ${shown(value)}. Write a JSONPath such as "$.Attributes.name".`];

interface MapBounds {
  readonly least?: number;
  readonly most?: number;
  /** Left out: any. */
  readonly names?: readonly string[];
}

/** An object of any names, or of some, whose values have one shape. */
export function map(shape: Shape, { least = 0, most = Number.POSITIVE_INFINITY, names }: MapBounds = {}): Shape {
  return (value, name) => {
    if (!isObject(value)) return [`${name} is ${shown(value)}. Write an object.`];
    const entries = Object.entries(value);
    if (entries.length < least || entries.length > most) {
      const wanted = least === most ? `exactly ${least}` : `at least ${least}`;
      return [`${name} has ${entries.length} entries. Write ${wanted}.`];
    }
    const strange = names === undefined ? [] : entries.filter(([key]) => !names.includes(key));
    return [
      ...strange.map(([key]) => `${name} has "${key}". Write one of ${(names ?? []).join(", ")}.`),
      ...entries.flatMap(([key, each]) => shape(each, `${name}.${key}`)),
    ];
  };
}

/** An object with exactly one of these fields. */
export function onlyOne(fields: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.fromEntries(Object.entries(fields).map(([field, shape]) => [field.replace(/\?$/, ""), shape]));
  const names = Object.keys(shapes).join(", ");
  return (value, name) => {
    if (!isObject(value)) return [`${name} is ${shown(value)}. Write an object.`];
    const given = Object.keys(shapes).filter((key) => value[key] !== undefined);
    if (given.length !== 1) return [`${name} has ${given.length} of ${names}. Write exactly one.`];
    return given.flatMap((key) => shapes[key]?.(value[key] ?? null, `${name}.${key}`) ?? []);
  };
}

export function list(shape: Shape, least = 0): Shape {
  return (value, name) => {
    if (!Array.isArray(value)) return [`${name} is ${shown(value)}. Write a list.`];
    if (value.length < least) return [`${name} is empty. Write at least ${least}.`];
    return value.flatMap((each, index) => shape(each as Json, `${name}[${index}]`));
  };
}

/** An object of these fields; a name that ends in `?` may be left out, and others pass. */
export function object(fields: Readonly<Record<string, Shape>>): Shape {
  return (value, name) => {
    if (!isObject(value)) return [`${name} is ${shown(value)}. Write an object.`];
    return Object.entries(fields).flatMap(([field, shape]) => {
      const key = field.replace(/\?$/, "");
      const found = value[key];
      if (found !== undefined) return shape(found, `${name}.${key}`);
      const miswritten = Object.keys(value).find((each) => each.toLowerCase() === key.toLowerCase());
      if (miswritten !== undefined) return [`${name} has "${miswritten}". Write "${key}".`];
      return field === key ? [`${name}.${key} is missing. Add it.`] : [];
    });
  };
}

/** Whatever it is, only the rules for all parameters hold. */
export const anything: Shape = () => [];

export function isObject(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value that is a text; "" of any other, which is never written where one is wanted. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The number that a value is or is written as; NaN where it is none. */
export function numberOf(value: unknown): number {
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? Number(value) : Number.NaN;
}

/** A value as it came, short. */
export function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? "nothing";
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}
