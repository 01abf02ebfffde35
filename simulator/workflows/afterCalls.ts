import type { ConfirmInput } from "../../functions/confirmBooking/confirmBooking";
import { confirmBooking } from "../../functions/confirmBooking/confirmBooking";
import { linkTo } from "../../functions/shared/fileLink";
import type { Files } from "../../functions/shared/files";
import type { Knowledge } from "../../functions/shared/knowledge";
import { deliverOnce, type Message, type MessageLedger, type Post } from "../../functions/shared/message";
import type { SimClock } from "../clock";
import { clientRequest, type FaultPlan, pause, ServiceError } from "../standIns/faults";
import { memoryPost, type SentMessage } from "../standIns/memoryPost";
import type { BookingStore } from "../stores/bookingStore";
import { memoryFiles } from "../stores/memoryFiles";
import { memoryMessageLedger } from "../stores/memoryMessageLedger";
import { definitionOf, type WorkflowName } from "./definitions";
import { tasksIn } from "./doTask";
import { type Played, playWorkflow } from "./playWorkflow";
import { type Schedules, schedules } from "./schedules";

/** What the calls to one business leave behind, and the workflows that carry it on, in this process. */
export interface AfterCalls {
  /** What went out, oldest first. */
  readonly outbox: readonly SentMessage[];
  readonly files: Files;
  readonly schedules: Schedules;
  /** How executions ended, oldest first. */
  readonly played: readonly PlayedWorkflow[];
  /** As `StartExecution`: accepted now, and run by `run`. */
  start(workflow: WorkflowName, name: string, input: unknown): void;
  /** Runs everything that was started, one after the other. */
  run(world: AfterCallWorld): Promise<void>;
}

export interface PlayedWorkflow extends Played {
  readonly workflow: WorkflowName;
  readonly name: string;
}

/** What the functions of the workflows act upon. */
export interface AfterCallWorld {
  readonly knowledge: Knowledge;
  readonly bookings: BookingStore;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
}

/** How long a message may take: see `functions/aws/snsPost.ts`. */
const postLimitMs = 5_000;
const filesUrl = "https://files.example";

export function afterCalls(): AfterCalls {
  const outbox: SentMessage[] = [];
  const files = memoryFiles();
  const ledger = memoryMessageLedger();
  const planned = schedules();
  const played: PlayedWorkflow[] = [];
  const waiting: { readonly workflow: WorkflowName; readonly name: string; readonly input: unknown }[] = [];

  /** The functions that the workflows call, by their names. */
  function functionsIn({ knowledge, bookings, clock, faults }: AfterCallWorld) {
    const ports = {
      ledger: askedLedger(ledger, clock, faults),
      post: impatientPost(memoryPost(outbox, clock, faults), clock),
      knowledge: async () => knowledge,
      files: {
        put: (...asked: Parameters<Files["put"]>) => clientRequest(faults, "s3", clock, 0, () => files.put(...asked)),
      },
      find: async (key: string) => bookings.all().find((booking) => booking.key === key) ?? null,
      nowMs: clock.now,
      link: (key: string) => linkTo(filesUrl, key),
    };
    return new Map<string, (payload: never) => Promise<unknown>>([
      [
        "deliver",
        async (message: Message) => ({ delivery: await deliverOnce(message, { ...ports, nowMs: clock.now() }) }),
      ],
      ["confirmBooking", (input: ConfirmInput) => confirmBooking(input, ports)],
    ]);
  }

  return {
    outbox,
    files,
    schedules: planned,
    played,
    start(workflow, name, input) {
      // As it travels: nothing of it is shared.
      waiting.push({ workflow, name, input: JSON.parse(JSON.stringify(input)) });
    },
    async run(world) {
      const functions = functionsIn(world);
      const tasks = tasksIn({
        async invoke(name, payload) {
          const handler = functions.get(name);
          if (handler === undefined) throw new Error(`there is no function ${name}`);
          return handler(payload as never);
        },
        schedules: planned,
      });
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { workflow, name, input } = next;
        const startedAtMs = world.clock.now();
        const outcome = await playWorkflow(definitionOf(workflow), { name, input, startedAtMs }, tasks);
        played.push({ workflow, name, ...outcome });
      }
    },
  };
}

/** A ledger whose requests take part in what goes wrong. */
function askedLedger(ledger: MessageLedger, clock: SimClock, faults: FaultPlan): MessageLedger {
  const ask = <T>(act: () => Promise<T>) => clientRequest(faults, "dynamodb", clock, 0, act);
  return {
    claim: (...asked) => ask(() => ledger.claim(...asked)),
    settle: (id) => ask(() => ledger.settle(id)),
    release: (id) => ask(() => ledger.release(id)),
  };
}

/** What is never answered is given up. */
function impatientPost(post: Post, clock: SimClock): Post {
  return {
    async send(message) {
      const limit = new AbortController();
      const late = pause(clock, postLimitMs, limit.signal).then(() => {
        throw new ServiceError("sns", "TimeoutError", "no answer in time");
      });
      late.catch(() => undefined);
      try {
        await Promise.race([post.send(message), late]);
      } finally {
        limit.abort();
      }
    },
  };
}
