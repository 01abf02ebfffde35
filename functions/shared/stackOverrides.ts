import type { Knowledge, Person } from "./knowledge";

/** What a stack says of a business in place of its knowledge file, so that it is never carried from one stage to the next. */
export interface StackOverrides {
  /** Empty: the knowledge file's. */
  readonly people: readonly Person[];
  /** E.164; null: the knowledge file's. */
  readonly phone: string | null;
}

/** Numbers, E.164, that a stack adds to the knowledge file's own lists. */
export interface StackCallers {
  readonly vip: readonly string[];
  readonly blocked: readonly string[];
}

/** A business as a stack runs it: its own people and phone take the place of the file's, its callers are added. */
export function withOverrides(
  knowledge: Knowledge,
  overrides: StackOverrides,
  callers: StackCallers = { vip: [], blocked: [] },
): Knowledge {
  return {
    ...knowledge,
    business: { ...knowledge.business, phone: overrides.phone ?? knowledge.business.phone },
    people: overrides.people.length > 0 ? overrides.people : knowledge.people,
    callers: {
      ...knowledge.callers,
      vip: [...new Set([...knowledge.callers.vip, ...callers.vip])],
      blocked: [...new Set([...knowledge.callers.blocked, ...callers.blocked])],
    },
  };
}
