/**
 * The times that the contact flow, `nextAction` and the line agree on. A caller hears nothing while Connect waits for a function
 * that hangs, so the hold is kept well below Connect's own limits (8 s a function, 20 s of functions in a row).
 */
export const flowLineTimes = {
  /** How long `nextAction` waits for something to say before it answers "wait". */
  holdMs: 2_800,
  /** How long `nextAction` tries to note that the flow asks, before a person is called. */
  notedWithinMs: 2_000,
  /** When Connect gives `nextAction` up; 1 to 8. */
  holdLimitSeconds: 4,
  /**
   * How long functions may run in a row before a short silence is played: the flow asks three times and plays one then in any
   * case. Connect allows 20 s.
   */
  inARowMs: 11_000,
  /** How long the flow listens for a key after an offer; Connect's smallest. */
  keyLimitSeconds: 1,
  /** How long the person's phone rings. */
  transferLimitSeconds: 30,
  /** How soon after the start of a call somebody must have taken it, before a person is called. */
  takenWithinMs: 3_000,
  /** A lease that was not renewed for this long is lost. */
  leaseMs: 3_000,
  /** How long after a lease has run out a successor may still take the call, before a person is called. */
  graceMs: 1_000,
  /** How often a lease is renewed. */
  renewEveryMs: 1_000,
  /** From our answer to the prompt's first sample at the caller, as far as we can tell without hearing it. */
  promptLatencyMs: 350,
  /** How long keeping a clause may take before Connect's own voice says it. */
  promptPutMs: 800,
  /** How often a store is asked whether there is something new. */
  pollEveryMs: 30,
  /** The same where a caller waits for it. */
  pollSoonMs: 10,
  /** The same while nothing can be new but that the caller has hung up. */
  pollSeldomMs: 120,
  /** The flow asks again within this time after its prompt, or the caller is gone. */
  goneAfterMs: 6_000,
} as const;
