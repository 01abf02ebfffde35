import { createHash } from "node:crypto";
import type { Knowledge, Service } from "./knowledge";

export interface SlotRequest {
  /** Id of a service. */
  readonly service: string;
  /** Local, `2026-11-24T10:30`. */
  readonly start: string;
  readonly nowMs: number;
}

export type SlotAnswer =
  | { readonly isFree: true }
  /** `others`: up to three free local starts near the wish. */
  | { readonly isFree: false; readonly why: SlotRefusal; readonly others: readonly string[] };

export type SlotRefusal =
  | "taken"
  | "closed"
  | "past"
  | "tooSoon"
  | "tooFar"
  | "notOnGrid"
  | "notBookable"
  | "noSuchService";
