/** A one-off schedule of EventBridge Scheduler. */
export interface Schedule {
  readonly name: string;
  /** `at(2026-11-23T10:30:00)`, wall-clock time of `timezone`. */
  readonly at: string;
  readonly timezone: string;
  readonly targetArn: string;
  readonly input: string;
}

/** EventBridge Scheduler in this process: what is planned, and nothing runs by itself. */
export interface Schedules {
  /** False where there is one of this name already. */
  create(schedule: Schedule): boolean;
  /** False where there is none. */
  remove(name: string): boolean;
  all(): readonly Schedule[];
}

export function schedules(): Schedules {
  const planned = new Map<string, Schedule>();
  return {
    create(schedule) {
      if (planned.has(schedule.name)) return false;
      planned.set(schedule.name, schedule);
      return true;
    },
    remove: (name) => planned.delete(name),
    all: () => [...planned.values()],
  };
}
