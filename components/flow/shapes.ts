import { isReference } from "./reference";
import type { Json } from "./types";

/** What a parameter may be. Every check gives what is wrong, in words that follow "is": one for each fault. */
export type Shape = (value: Json, name: string) => readonly string[];

/** Any text. */
export const text: Shape = (value, name) =>
  typeof value === "string" ? [] : [`${name} is ${shown(value)}. Write a text.`];

/** One of some words, or a JSONPath. */
export function word(...words: readonly string[]): Shape {
  return (value, name) =>
    typeof value === "string" && (words.includes(value) || isReference(value))
      ? []
      : [`${name} is ${shown(value)}. Write ${words.map((each) => `"${each}"`).join(" or ")}.`];
}

export const trueOrFalse = word("True", "False", "true", "false");

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

/** A JSONPath with a leaf, never a literal. */
export const path: Shape = (value, name) =>
  typeof value === "string" && isReference(value)
    ? []
    : [`${name} is ${shown(value)}. Write a JSONPath such as "$.Attributes.name".`];

/** An object of any names whose values have one shape. */
export function map(shape: Shape, { least = 0, most = Number.POSITIVE_INFINITY } = {}): Shape {
  return (value, name) => {
    if (!isObject(value)) return [`${name} is ${shown(value)}. Write an object.`];
    const entries = Object.entries(value);
    if (entries.length < least || entries.length > most) {
      const wanted = least === most ? `exactly ${least}` : `at least ${least}`;
      return [`${name} has ${entries.length} entries. Write ${wanted}.`];
    }
    return entries.flatMap(([key, each]) => shape(each, `${name}.${key}`));
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
      return field === key ? [`${name}.${key} is missing.`] : [];
    });
  };
}

/** Whatever it is, only the rules for all parameters hold. */
export const anything: Shape = () => [];

export function isObject(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as it came, short. */
export function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? "nothing";
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}
