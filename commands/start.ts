import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { bundleFunction } from "../components/bundle";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { withOverrides } from "../functions/shared/stackOverrides";
import type { Business } from "../simulator/page/businessCard";
import { type BusinessSource, readBusinesses, sourcesIn } from "../simulator/page/businesses";
import type { StartCall } from "../simulator/page/callSocket";
import { type LocalStore, openLocalStore } from "../simulator/page/localStore";
import { type PhoneServer, servePhone } from "../simulator/phoneServer";
import { speakSamples } from "../simulator/sound/voices";
import { startLiveCall } from "../simulator/startLiveCall";
import { type Run, readTextFile, runCommand, wholeNumber } from "./commandLine";
import { readStack, readStackKnowledge } from "./stack";

interface StartOptions {
  readonly port: number;
  readonly knowledge?: string;
  readonly stack?: string;
  readonly wire?: true;
}

const root = resolve(__dirname, "..");
const defaultPort = 4300;

/**
 * `npm start [-- --port 4300] [--knowledge FILE] [--stack NAME] [--wire]`: the whole system on this machine, behind a page on which a
 * person calls. Ends when `stopped` settles.
 */
export function startCommand(program: Command, run: Run, stopped: Promise<void> = interrupted()): void {
  program
    .description("Starts the whole system on this machine and serves the phone page.")
    .option("--port <port>", "where the page is served; 0: any that is free", wholeNumber(0, 65_535), defaultPort)
    .option("--knowledge <file>", "the business that is called first, instead of the stack's")
    .option("--stack <name>", "the stack whose business and settings are used (default: dev)")
    .option("--wire", "over the real protocols, with the built functions in processes of their own")
    .action(async (options: StartOptions) => {
      const server = await serve(options, run);
      run.say(`phone: ${server.url}`);
      await stopped;
      await server.close();
    });
}

async function serve(options: StartOptions, run: Run): Promise<Pick<PhoneServer, "url" | "close">> {
  const { first, line } = firstBusiness(options, run);
  const knowledge = first.read();
  const others = sourcesIn(relative(process.cwd(), resolve(root, "knowledge")) || ".");
  const sources = [first, ...others.filter(({ file }) => resolve(file) !== resolve(first.file))];
  const store = openLocalStore(resolve(".local"));
  const place = options.wire ? await wirePlace(store, run) : inProcessPlace(store);
  try {
    const server = await servePhone({
      port: options.port,
      line: place.lines.includes(line) ? line : "flow",
      businesses: () => readBusinesses(sources),
      startCall: place.startCall,
      now: Date.now,
    });
    await place.prepare({ id: first.file, knowledge });
    return {
      url: server.url,
      async close() {
        await server.close();
        await place.close();
      },
    };
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Where the page's calls take place. */
interface CallPlace {
  readonly lines: readonly ("flow" | "duplex")[];
  readonly startCall: StartCall;
  /** The first words that anybody will hear are ready when a call can be made. */
  prepare(business: Business): Promise<void>;
  close(): Promise<void>;
}

function inProcessPlace(store: LocalStore): CallPlace {
  return {
    lines: ["flow", "duplex"],
    startCall: ({ business, ...call }, onEvent) =>
      startLiveCall(
        { ...call, knowledge: business.knowledge, stores: store.storesOf(business), keep: store.keep },
        onEvent,
      ),
    async prepare({ knowledge }) {
      await speakSamples(knowledge.say.greeting, "agent");
    },
    close: async () => undefined,
  };
}

async function wirePlace(store: LocalStore, run: Run): Promise<CallPlace> {
  // The clients of AWS take longer to load than everything else here.
  const { openWirePhone } = await import("../simulator/wire/wirePhone");
  const phone = await openWirePhone((name) => bundleFunction(name).file, store);
  run.warn(`AWS is simulated at ${phone.url}`);
  return { ...phone, lines: ["flow"] };
}

/** The business that is called first and its line; a stack's settings count where a stack is named or no file is. */
function firstBusiness(
  { knowledge: file, stack: name }: StartOptions,
  run: Run,
): { first: BusinessSource; line: "flow" | "duplex" } {
  const read = (named: string) => parseKnowledge(readTextFile(named), named);
  if (file !== undefined && name === undefined) return { first: { file, read: () => read(file) }, line: "flow" };
  const stack = readStack(name ?? "dev");
  for (const note of stack.notes) run.warn(note);
  const { settings, callers, knowledgeFile } = stack;
  const first: BusinessSource =
    file === undefined
      ? { file: knowledgeFile, read: () => readStackKnowledge(stack) }
      : { file, read: () => withOverrides(read(file), settings, callers) };
  return { first, line: settings.line };
}

/** Settles at Ctrl-C, or when the process is asked to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

// Calls that were under way leave timers behind; nobody is left to hear them.
if (require.main === module) void runCommand("start", startCommand).then(() => process.exit());
