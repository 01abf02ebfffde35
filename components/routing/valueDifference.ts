/** One place at which two values differ. */
export interface ValueChange {
  /** `rules[versions].expiration.days`; empty where the values themselves differ. */
  readonly path: string;
  /** Undefined where it is new. */
  readonly before: unknown;
  /** Undefined where it is gone. */
  readonly after: unknown;
}

/** What the entries of a list are told apart by, the first that all of them have and no two share. */
const naturalKeys: readonly (readonly string[])[] = [
  ["Identifier"],
  ["Sid"],
  ["id"],
  ["OverrideName"],
  ["Day", "StartTime"],
  ["name"],
  ["Name"],
  ["key"],
  ["Key"],
  ["ErrorType"],
];

/** What a text of the former value reads as in the latter, where both mean the same. */
export type Renamed = (text: string) => string;

const asItIs: Renamed = (text) => text;

/**
 * Where two values as JSON has them differ, as deep as it can be said. Entries of lists are compared with those of the same name,
 * wherever they stand; texts and numbers of a list as a set.
 */
export function valueDifference(before: unknown, after: unknown, path = "", renamed = asItIs): readonly ValueChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      valueDifference(before[key], after[key], path === "" ? key : `${path}.${key}`, renamed),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) return listDifference(before, after, path, renamed);
  return meansSame(before, after, renamed) ? [] : [{ path, before, after }];
}

/** `"a" → "b"`, `new: "b"`, `gone: "a"`; long values are cut. */
export function valueChangeText({ path, before, after }: ValueChange): string {
  const place = path === "" ? "" : `${path} `;
  if (before === undefined) return `${place}is new: ${shownValue(after)}`;
  if (after === undefined) return `${place}is gone: ${shownValue(before)}`;
  return `${path === "" ? "" : `${path}: `}${shownValue(before)} → ${shownValue(after)}`;
}

const longestValue = 160;

function shownValue(value: unknown): string {
  // As much of a hash as tells two apart.
  const text = (JSON.stringify(value) ?? "nothing").replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, "$1…");
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}

function listDifference(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  renamed: Renamed,
): readonly ValueChange[] {
  if (sameText(before, after)) return [];
  const key = naturalKeys.find((names) => [before, after].every((list) => areTold(list, names)));
  if (key !== undefined) {
    const is = new Map(after.map((entry) => [nameOf(entry, key), entry]));
    const was = new Map(
      before.map((entry) => {
        const name = nameOf(entry, key);
        return [is.has(name) ? name : renamed(name), entry];
      }),
    );
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
      valueDifference(was.get(name), is.get(name), `${path}[${name}]`, renamed),
    );
  }
  const isSet = [before, after].every((list) => list.every((entry) => !isRecord(entry) && !Array.isArray(entry)));
  if (isSet) {
    const gone = before.filter((entry) => !after.some((other) => meansSame(entry, other, renamed)));
    const added = after.filter((entry) => !before.some((other) => meansSame(other, entry, renamed)));
    if (gone.length + added.length === 0)
      return sameText(before.map(renamedIn(renamed)), after) ? [] : [{ path, before, after }];
    if (gone.length === 1 && added.length === 1) return [{ path, before: gone[0], after: added[0] }];
    return [
      ...gone.map((entry) => ({ path, before: entry, after: undefined })),
      ...added.map((entry) => ({ path, before: undefined, after: entry })),
    ];
  }
  return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, index) =>
    valueDifference(before[index], after[index], `${path}[${index}]`, renamed),
  );
}

function meansSame(before: unknown, after: unknown, renamed: Renamed): boolean {
  return sameText(before, after) || (typeof before === "string" && renamed(before) === after);
}

function renamedIn(renamed: Renamed): (value: unknown) => unknown {
  return (value) => (typeof value === "string" ? renamed(value) : value);
}

function areTold(list: readonly unknown[], names: readonly string[]): boolean {
  if (!list.every((entry) => isRecord(entry) && names.every((name) => entry[name] !== undefined))) return false;
  return new Set(list.map((entry) => nameOf(entry, names))).size === list.length;
}

function nameOf(entry: unknown, names: readonly string[]): string {
  const values = isRecord(entry) ? names.map((name) => entry[name]) : [];
  return values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
