import { UserError } from "../../functions/shared/userError";
import type { PriceRule } from "../../functions/voice/prompt";
import { realClock } from "../clock";
import type { LiveCall } from "../liveCall";
import type { Business } from "../page/businessCard";
import type { StartCall } from "../page/callSocket";
import type { LocalStore } from "../page/localStore";
import { startLiveCall } from "../startLiveCall";
import { businessStores } from "../stores/businessStores";
import { copyFiles } from "../stores/folderFiles";
import { callVoices } from "../voices";
import { wireGround } from "./wireGround";
import { openWireWorld, type WireStack } from "./wireWorld";

/** The phone page's calls over the wire: the built functions in processes of their own, AWS on a port. */
export interface WirePhone {
  /** Where AWS is. */
  readonly url: string;
  readonly startCall: StartCall;
  /** Deploys a business and starts its functions, so that a call to it is answered at once. Rejects where that fails. */
  prepare(business: Business): Promise<void>;
  /** Lets calls that are being hung up come to their end, then ends every process and closes every port. */
  close(): Promise<void>;
}

interface Deployed {
  /** The knowledge that it was deployed with, JSON. */
  readonly text: string;
  readonly stack: Promise<WireStack>;
  /** Calls to it that are not over. */
  readonly calls: Set<Promise<unknown>>;
  /** The keys of the bookings that are, or have been, in its tables. */
  readonly booked: Set<string>;
}

/** How long calls may take to come to their end when the phone is closed. */
const farewellMs = 3_000;

/**
 * @param bundleOf builds a function and gives its file, absolute.
 * @param store gets the reports and the bookings; bookings that it has are in the tables before the first call.
 */
export async function openWirePhone(
  bundleOf: (name: string) => string,
  store: LocalStore,
  prices: PriceRule = "grounded",
): Promise<WirePhone> {
  const voices = callVoices("samples", realClock(0));
  const world = await openWireWorld(bundleOf, voices.agent);
  /** By the business's number. */
  const deployed = new Map<string, Deployed>();
  const underWay = new Set<Promise<unknown>>();
  /** Files that are in the store, or were taken out of it. */
  const copied = new Set<string>();

  /** A business whose file has changed is deployed anew, over its own tables. */
  function deployedOf(business: Business): Deployed {
    const { knowledge } = business;
    const { phone } = knowledge.business;
    const text = JSON.stringify(knowledge);
    const known = deployed.get(phone);
    if (known?.text === text) return known;
    const booked = known?.booked ?? new Set();
    const stack = deploy(business, booked, known);
    const made = { text, stack, calls: new Set<Promise<unknown>>(), booked };
    deployed.set(phone, made);
    // What could not be deployed is tried again with the next call.
    stack.catch(() => deployed.get(phone) === made && deployed.delete(phone));
    return made;
  }

  async function deploy(business: Business, booked: Set<string>, known: Deployed | undefined): Promise<WireStack> {
    const before = await known?.stack.catch(() => undefined);
    const stack = await world.ownStackOf(business.knowledge, before, prices);
    if (known !== undefined && before !== undefined) {
      // Nobody calls the old one any more.
      void Promise.all(known.calls).then(before.close);
      return stack;
    }
    for (const booking of store.storesOf(business).bookings.all())
      if (await stack.restore(booking)) booked.add(booking.key);
    return stack;
  }

  async function warm({ stack }: Deployed, { knowledge }: Business): Promise<WireStack> {
    const [made] = await Promise.all([stack, voices.agent(knowledge.say.greeting)]);
    await made.warm();
    return made;
  }

  /** The tables say what is booked; of what never came into them they say nothing. */
  async function keep(business: Business, { booked }: Deployed, stack: WireStack): Promise<void> {
    const { bookings } = store.storesOf(business);
    const now = await stack.bookings();
    const keys = new Set(now.map(({ key }) => key));
    for (const key of booked) if (!keys.has(key)) bookings.remove(key);
    for (const booking of now) {
      bookings.add(booking, business.knowledge);
      bookings.confirm(booking.key, booking.confirmation);
      booked.add(booking.key);
    }
    await copyFiles(world.files, store.files, copied);
    store.keep();
  }

  return {
    url: world.url,
    async prepare(business) {
      await warm(deployedOf(business), business);
    },
    startCall(placed, onEvent) {
      if (placed.line === "duplex") throw new UserError([duplexRefusal]);
      const { business, from, atMs, line } = placed;
      const own = deployedOf(business);
      const made = warm(own, business).then((stack) =>
        startLiveCall(
          {
            knowledge: business.knowledge,
            from,
            atMs,
            line,
            prices,
            // The tables have what outlives the call.
            stores: businessStores(),
            keep: () => keep(business, own, stack),
            lay: wireGround(world, stack),
            agentVoice: world.agentVoice,
          },
          onEvent,
        ),
      );
      const call = callToCome(made);
      const over = call.ended.catch(() => undefined);
      for (const calls of [underWay, own.calls]) {
        calls.add(over);
        void over.then(() => calls.delete(over));
      }
      return call;
    },
    async close() {
      let stop: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        stop = setTimeout(resolve, farewellMs);
      });
      await Promise.race([Promise.all(underWay), patience]);
      clearTimeout(stop);
      await world.close();
    },
  };
}

/** What is answered to who wants the other line. */
export const duplexRefusal =
  "The duplex line cannot be had over the wire yet: choose the flow line, or start without --wire.";

/** A call that is answered as soon as its business is there. Until then nobody hears the caller. */
function callToCome(made: Promise<LiveCall>): LiveCall {
  let call: LiveCall | null = null;
  let isGivenUp = false;
  const ended = made.then((answered) => {
    call = answered;
    if (isGivenUp) answered.hangUp();
    return answered.ended;
  });
  return {
    say: (text) => call?.say(text),
    press: (key) => call?.press(key),
    hangUp() {
      isGivenUp = true;
      call?.hangUp();
    },
    ended,
  };
}
