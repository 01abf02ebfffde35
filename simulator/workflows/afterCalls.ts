import { type ArchiveInput, type ArchivePorts, archiveCall } from "../../functions/archiveCall/archiveCall";
import { salvagedRecord } from "../../functions/archiveCall/salvagedRecord";
import type { ConfirmInput } from "../../functions/confirmBooking/confirmBooking";
import { confirmBooking } from "../../functions/confirmBooking/confirmBooking";
import { type GapsInput, listGaps } from "../../functions/listGaps/listGaps";
import type { CallRecords } from "../../functions/shared/callRecords";
import type { CallStore } from "../../functions/shared/callStore";
import { linkTo } from "../../functions/shared/fileLink";
import type { Files } from "../../functions/shared/files";
import type { Knowledge } from "../../functions/shared/knowledge";
import { deliverOnce, type Message, type MessageLedger, type Post } from "../../functions/shared/message";
import type { ScreenedCalls } from "../../functions/shared/screenedCalls";
import { isLeft } from "../../functions/shared/voicemail";
import type { SimClock } from "../clock";
import { clientRequest, type FaultPlan, faultPlan, pause, ServiceError } from "../standIns/faults";
import { memoryPost, type SentMessage } from "../standIns/memoryPost";
import type { BookingStore } from "../stores/bookingStore";
import { type MemoryCallers, memoryCallers } from "../stores/memoryCallers";
import { memoryCallRecords } from "../stores/memoryCallRecords";
import { memoryFiles } from "../stores/memoryFiles";
import { memoryMessageLedger } from "../stores/memoryMessageLedger";
import { memoryScreenedCalls } from "../stores/memoryScreenedCalls";
import { definitionOf, type WorkflowName } from "./definitions";
import { tasksIn } from "./doTask";
import { type Played, playWorkflow } from "./playWorkflow";
import { type Schedules, schedules } from "./schedules";
import { type CarryEvent, type Voicemails, voicemails } from "./voicemails";

/** What the calls to one business leave behind, and the workflows that carry it on, in this process. */
export interface AfterCalls {
  /** What went out, oldest first. */
  readonly outbox: readonly SentMessage[];
  readonly files: Files;
  readonly schedules: Schedules;
  readonly records: CallRecords;
  readonly screened: ScreenedCalls;
  readonly callers: MemoryCallers;
  readonly voicemails: Voicemails;
  /** How executions ended, oldest first. */
  readonly played: readonly PlayedWorkflow[];
  /** As `StartExecution`: accepted now, and run by `run`. */
  start(workflow: WorkflowName, name: string, input: unknown): void;
  /** As an asynchronous invocation of the function that sends a message: accepted now, and tried again where it was refused. */
  deliver(message: Message, world: Pick<AfterCallWorld, "clock" | "faults">): void;
  /** Runs everything that was started, one after the other. */
  run(world: AfterCallWorld): Promise<void>;
}

export interface PlayedWorkflow extends Played {
  readonly workflow: WorkflowName;
  readonly name: string;
  readonly input: unknown;
}

/** What the functions of the workflows act upon. */
export interface AfterCallWorld {
  readonly knowledge: Knowledge;
  readonly bookings: BookingStore;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  /** What the functions of the call have told one another. */
  readonly calls: Pick<CallStore, "read" | "saved">;
  readonly line: "flow" | "duplex";
  /** What goes wrong with an invocation. @default nothing */
  readonly invoke?: (functionName: string, act: () => Promise<unknown>) => Promise<unknown>;
}

/** As Pulumi.yaml has it. */
const keptDays = 90;
/** How long a message may take: see `functions/aws/snsPost.ts`. */
const postLimitMs = 5_000;
/** How often Lambda repeats an asynchronous invocation that failed. */
const invokedAgain = 2;
const filesUrl = "https://files.example";

/**
 * @param files where calls leave what they leave behind. @default in memory
 * @param carry what of an event reaches the rules. @default the event, once
 */
export function afterCalls(files: Files = memoryFiles(), carry?: CarryEvent): AfterCalls {
  const outbox: SentMessage[] = [];
  const records = memoryCallRecords();
  const screened = memoryScreenedCalls();
  const callers = memoryCallers(keptDays);
  const ledger = memoryMessageLedger();
  const planned = schedules();
  const played: PlayedWorkflow[] = [];
  const left = voicemails({ files, screened, schedules: planned }, start, carry);
  /** Of every call so far: one may run what another has left. */
  const known: AfterCallWorld["calls"][] = [];
  const waiting: { readonly workflow: WorkflowName; readonly name: string; readonly input: unknown }[] = [];

  function start(workflow: WorkflowName, name: string, input: unknown): void {
    // As it travels: nothing of it is shared.
    waiting.push({ workflow, name, input: JSON.parse(JSON.stringify(input)) });
  }

  /** What is planned to start a workflow, as if its time had come: nobody is told of the waiting. Null where nothing is. */
  function nextDue(): (typeof waiting)[number] | null {
    const due = planned.all().find(({ targetArn }) => targetArn.includes(":stateMachine:"));
    if (due === undefined) return null;
    planned.remove(due.name);
    const workflow = due.targetArn.split(":").at(-1) as WorkflowName;
    return { workflow, name: due.name, input: JSON.parse(due.input) };
  }

  /** The functions that the workflows call, by their names. */
  function functionsIn(world: AfterCallWorld) {
    const { knowledge, bookings, clock, faults, line } = world;
    const calls = callsOf(known);
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
    // What goes wrong is planned for the call, which is over.
    const voicemailNotes = left.notesIn({ knowledge, clock, faults: faultPlan([], clock, () => 0) });
    const archive: ArchivePorts = {
      knowledge: ports.knowledge,
      screened,
      calls,
      records,
      salvage: salvagedRecord({ calls, knowledge: ports.knowledge }),
      hasVoicemail: async (contactId) => isLeft(await voicemailNotes.of(contactId)),
      callers,
      files,
      line,
      link: ports.link,
    };
    return new Map<string, (payload: never) => Promise<unknown>>([
      [
        "deliver",
        async (message: Message) => ({ delivery: await deliverOnce(message, { ...ports, nowMs: clock.now() }) }),
      ],
      ["archiveCall", (input: ArchiveInput) => archiveCall(input, archive)],
      ["listGaps", (input: GapsInput) => listGaps(input, { knowledge: ports.knowledge, files })],
      ["confirmBooking", (input: ConfirmInput) => confirmBooking(input, ports)],
      ...left.functionsIn(world, ports.link),
    ]);
  }

  return {
    outbox,
    files,
    schedules: planned,
    records,
    screened,
    callers,
    voicemails: left,
    played,
    start,
    deliver(message, { clock, faults }) {
      const ports = {
        ledger: askedLedger(ledger, clock, faults),
        post: impatientPost(memoryPost(outbox, clock, faults), clock),
      };
      const attempt = async (left: number): Promise<void> => {
        try {
          await deliverOnce(message, { ...ports, nowMs: clock.now() });
        } catch {
          if (left > 0) await attempt(left - 1);
        }
      };
      void attempt(invokedAgain);
    },
    async run(world) {
      known.push(world.calls);
      const functions = functionsIn(world);
      const tasks = tasksIn({
        async invoke(name, payload) {
          const handler = functions.get(name);
          if (handler === undefined) throw new Error(`there is no function ${name}`);
          const act = () => handler(payload as never);
          return world.invoke === undefined ? act() : world.invoke(name, act);
        },
        schedules: planned,
        startJob: (job) => left.startJob(job, world),
      });
      for (let next = waiting.shift() ?? nextDue(); next !== null; next = waiting.shift() ?? nextDue()) {
        const { workflow, name, input } = next;
        const startedAtMs = world.clock.now();
        const outcome = await playWorkflow(definitionOf(workflow), { name, input, startedAtMs }, tasks);
        played.push({ workflow, name, input, ...outcome });
      }
    },
  };
}

/** Each call's functions have told one another in a store of their own. */
function callsOf(known: readonly AfterCallWorld["calls"][]): AfterCallWorld["calls"] {
  return {
    async read(contactId) {
      const states = await Promise.all(known.map((calls) => calls.read(contactId)));
      const [first] = states;
      if (first === undefined) throw new Error("no call has left anything behind");
      return states.find(({ start, lease }) => start !== null || lease !== null) ?? first;
    },
    async saved(contactId) {
      const all = await Promise.all(known.map((calls) => calls.saved(contactId)));
      return all.find((saved) => saved !== null) ?? null;
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
