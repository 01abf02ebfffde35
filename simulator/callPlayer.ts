import type { Booking } from "../functions/shared/callRecord";
import type { Files } from "../functions/shared/files";
import type { Knowledge } from "../functions/shared/knowledge";
import type { PriceRule } from "../functions/voice/prompt";
import type { FinishedCall } from "./makeReport";
import type { MessageOut } from "./messageOut";
import { type PlaySettings, playScriptedCall } from "./playScriptedCall";
import type { ScriptedCall } from "./scriptedCall";
import { storesByBusiness } from "./stores/businessStores";

/** Plays scripted calls; those to one business share its bookings and counts of calls. */
export interface CallPlayer {
  /** @param nth how often the very same call was played before: each is a call of its own. */
  play(call: ScriptedCall, business: PlayedBusiness, nth: number): Promise<FinishedCall>;
  bookings(): Promise<readonly Booking[]>;
  /** What was sent to owners, callers and programs because of the calls. */
  messages(): Promise<readonly MessageOut[]>;
  /** Copies what the calls have left behind as files. */
  copyFiles(to: Pick<Files, "putNew">): Promise<void>;
  close(): Promise<void>;
}

/** The business that is called, and what its stack lets be said of prices. */
export interface PlayedBusiness {
  readonly knowledge: Knowledge;
  readonly prices: PriceRule;
}

/** In this process, on a virtual clock. */
export function inProcessPlayer(settings: PlaySettings): CallPlayer {
  const stores = storesByBusiness();
  return {
    play: (call, { knowledge, prices }, nth) =>
      playScriptedCall(call, knowledge, { ...settings, prices }, stores.of(knowledge.business.phone), nth),
    bookings: async () => stores.bookings(),
    messages: async () => stores.messages(),
    copyFiles: stores.copyFiles,
    close: async () => undefined,
  };
}
