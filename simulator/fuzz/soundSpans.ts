import type { Heard } from "../phoneNetwork";

/** A stretch of sound at the caller's end, ms since the epoch. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** Each sound as it was on the wire, oldest first. */
export function spansOf(heard: readonly Heard[]): Span[] {
  return heard
    .map(({ startMs, playedMs }) => ({ startMs, endMs: startMs + playedMs }))
    .sort((a, b) => a.startMs - b.startMs);
}

/** Where none of `spans` is, between two times. */
export function gapsIn(spans: readonly Span[], fromMs: number, toMs: number): Span[] {
  const gaps: Span[] = [];
  let coveredMs = fromMs;
  for (const { startMs, endMs } of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    if (startMs > coveredMs) gaps.push({ startMs: coveredMs, endMs: Math.min(startMs, toMs) });
    coveredMs = Math.max(coveredMs, endMs);
  }
  if (toMs > coveredMs) gaps.push({ startMs: coveredMs, endMs: toMs });
  return gaps.filter(({ startMs, endMs }) => endMs > startMs);
}

/** How long both are heard at once. */
export function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
}
