import { relative, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { bundleFunction } from "../components/bundle";
import type { StackSettings } from "../components/stackSettings";
import { fixedPieces } from "../functions/shared/fixedSpeech";
import type { Knowledge } from "../functions/shared/knowledge";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { withOverrides } from "../functions/shared/stackOverrides";
import { UserError } from "../functions/shared/userError";
import { promptCharacters } from "../functions/voice/prompt";
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
  readonly aws?: true;
  readonly region?: string;
}

const root = resolve(__dirname, "..");
const defaultPort = 4300;

type ServiceSettings = Pick<StackSettings, "brainModel" | "voice" | "prices">;

/** Where no stack is named: as Pulumi.yaml has them. */
const defaultServices: ServiceSettings = {
  brainModel: "global.anthropic.claude-haiku-4-5-20251001-v1:0",
  voice: "Ruth",
  prices: "grounded",
};

/**
 * `npm start [-- --port 4300] [--knowledge FILE] [--stack NAME] [--wire | --aws [--region R]]`: the whole system on this machine, behind a page on which a
 * person calls. Ends when `stopped` settles.
 */
export function startCommand(program: Command, run: Run, stopped: Promise<void> = interrupted()): void {
  program
    .description("Starts the whole system on this machine and serves the phone page.")
    .option("--port <port>", "where the page is served; 0: any that is free", wholeNumber(0, 65_535), defaultPort)
    .option("--knowledge <file>", "the business that is called first, instead of the stack's")
    .option("--stack <name>", "the stack whose business and settings are used (default: dev)")
    .option("--wire", "over the real protocols, with the built functions in processes of their own")
    .option("--aws", "with real Transcribe, Bedrock and Polly, your own AWS credentials and the browser's microphone")
    .option("--region <region>", "where --aws finds its services (default: your profile's, else us-east-1)", regionName)
    .action(async (options: StartOptions) => {
      const server = await serve(options, run);
      run.say(`phone: ${server.url}`);
      await stopped;
      await server.close();
    });
}

function regionName(text: string): string {
  if (!/^[a-z]{2,3}(-[a-z]+)+-\d$/.test(text))
    throw new InvalidArgumentError("Write the name of an AWS region, for example us-east-1.");
  return text;
}

async function serve(options: StartOptions, run: Run): Promise<Pick<PhoneServer, "url" | "close">> {
  if (options.wire && options.aws)
    throw new UserError([
      "--wire and --aws exclude one another: write --wire for the simulated AWS, --aws for the real one.",
    ]);
  if (options.region !== undefined && !options.aws)
    throw new UserError([`--region is "${options.region}", which only --aws uses: write --aws too, or leave it out.`]);
  const { first, line, services } = firstBusiness(options, run);
  const knowledge = first.read();
  const others = sourcesIn(relative(process.cwd(), resolve(root, "knowledge")) || ".");
  const sources = [first, ...others.filter(({ file }) => resolve(file) !== resolve(first.file))];
  const store = openLocalStore(resolve(".local"));
  const place = await placeFor(options, services, knowledge, store, run);
  let server: PhoneServer | null = null;
  const close = async () => {
    await server?.close();
    await place.close();
  };
  try {
    server = await servePhone({
      port: options.port,
      line: place.lines.includes(line) ? line : "flow",
      businesses: () => readBusinesses(sources),
      hasMicrophone: options.aws === true,
      startCall: place.startCall,
      kept: store.files,
      now: Date.now,
    });
    await place.prepare({ id: first.file, knowledge });
    return { url: server.url, close };
  } catch (error) {
    await close();
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

function placeFor(
  options: StartOptions,
  services: ServiceSettings,
  knowledge: Knowledge,
  store: LocalStore,
  run: Run,
): CallPlace | Promise<CallPlace> {
  if (options.wire) return wirePlace(services, store, run);
  return options.aws ? awsPlace(options, services, knowledge, store, run) : inProcessPlace(services, store);
}

function inProcessPlace({ prices }: ServiceSettings, store: LocalStore): CallPlace {
  return {
    lines: ["flow", "duplex"],
    startCall: ({ business, ...call }, onEvent) =>
      startLiveCall(
        { ...call, knowledge: business.knowledge, prices, stores: store.storesOf(business), keep: store.keep },
        onEvent,
      ),
    async prepare({ knowledge }) {
      await speakSamples(knowledge.say.greeting, "agent");
    },
    close: async () => undefined,
  };
}

async function wirePlace({ prices }: ServiceSettings, store: LocalStore, run: Run): Promise<CallPlace> {
  // The clients of AWS take longer to load than everything else here.
  const { openWirePhone } = await import("../simulator/wire/wirePhone");
  const phone = await openWirePhone((name) => bundleFunction(name).file, store, prices);
  run.warn(`AWS is simulated at ${phone.url}`);
  return { ...phone, lines: ["flow"] };
}

async function awsPlace(
  { region }: StartOptions,
  { prices, ...services }: ServiceSettings,
  knowledge: Knowledge,
  store: LocalStore,
  run: Run,
): Promise<CallPlace> {
  const { openRealAws } = await import("../simulator/realAws/realAws");
  const { costLines, realCalls } = await import("../simulator/realAws/realCalls");
  const aws = await openRealAws({ region: region ?? null, ...services });
  for (const each of costLines(aws, promptCharacters(knowledge, Date.now(), prices))) run.warn(each);
  return {
    lines: ["flow", "duplex"],
    startCall: realCalls(aws, prices, store),
    async prepare({ knowledge }) {
      const [greeting = ""] = fixedPieces(knowledge.say.greeting, "duplex");
      await aws.speak(greeting).catch((error: Error) => {
        throw new UserError([
          `--aws: Polly in ${aws.region} does not speak as ${aws.voice} for you (${error.name}: ${error.message}). Check your permissions, --region and the stack's voice.`,
        ]);
      });
    },
    close: async () => aws.close(),
  };
}

/**
 * The business that is called first, its line and what its stack says of the services. A stack's settings count where a
 * stack is named or no file is.
 */
function firstBusiness(
  { knowledge: file, stack: name }: StartOptions,
  run: Run,
): { first: BusinessSource; line: "flow" | "duplex"; services: ServiceSettings } {
  const read = (named: string) => parseKnowledge(readTextFile(named), named);
  if (file !== undefined && name === undefined)
    return { first: { file, read: () => read(file) }, line: "flow", services: defaultServices };
  const stack = readStack(name ?? "dev");
  for (const note of stack.notes) run.warn(note);
  const { settings, callers, knowledgeFile } = stack;
  const first: BusinessSource =
    file === undefined
      ? { file: knowledgeFile, read: () => readStackKnowledge(stack) }
      : { file, read: () => withOverrides(read(file), settings, callers) };
  const { line, brainModel, voice, prices } = settings;
  return { first, line, services: { brainModel, voice, prices } };
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
