import { considerDraft, decide } from "./answering";
import { isOwedReceipt } from "./appointment";
import { isBackchannel } from "./backchannels";
import { isPassedOn, wait } from "./closing";
import { completenessOf } from "./completeness/completeness";
import type { TranscribedWord, Transcript } from "./ports";
import { hasBegun, heardBy, hold, isSpeaking, saidIn, stopSpeaking, watch } from "./speaking";
import type { Conversation, Hearing, Step } from "./state";
import { change, changeTurn, clearTimer, enter, setTimer } from "./state";
import { closeTurn, dropTurn } from "./turn";
import { patienceMs } from "./turnTaking";

/** The caller's side: sounds, words, when an utterance is over, and when it interrupts. */

/** How soon it is looked again whether a caller still speaks. */
const lookAgainMs = 100;

export const nothingHeard: Hearing = {
  segments: [],
  takenUntilMs: 0,
  isSounding: false,
  heardUntilMs: 0,
  turnedAtMs: 0,
  pausedAtMs: 0,
  lastSoundMs: 0,
  completeFromMs: 0,
};

/** Words of one segment may overlap the last of the one before by this much. */
const overlapMs = 20;
/** Sound comes in pieces of about this length. */
const blockMs = 80;
/** What has not come by then does not come. */
const mostLateMs = 3000;
/** A word that ends this close to the end of the sound is the last one: its end may be weak. */
const lastWordMs = 120;
/** From here on a single word is meant. */
const meantMs = 300;
/** From the end of a sound without words to the agent's going on. */
const resumeAfterMs = 230;
/** A word is known at most so long after it was learnt that its sound is over. */
const wordsAfterSoundMs = 80;
/** Sound that goes on this long after the last word is noise, not speech. */
const noiseAfterWordsMs = 1500;
/** From the beginning of a sound to its first word's being known: "quatre-vingt-dix-huit" takes 1,300 ms. */
const longWordMs = 1400;
/** Noise that comes and goes does not hold the agent back for longer than this. */
const mostNoiseMs = 2500;

/** The caller's words since the last turn was taken. */
export function utterance(c: Conversation): TranscribedWord[] {
  return unfinished(c.hearing);
}

function unfinished({ segments, takenUntilMs }: Hearing): TranscribedWord[] {
  return segments
    .flatMap(({ words }) => words)
    .filter((word) => word.startMs >= takenUntilMs - overlapMs)
    .sort((a, b) => a.startMs - b.startMs);
}

export function onCallerSaid(step: Step, transcript: Transcript): void {
  const { hearing, turn } = step.c;
  // The caller may go on with a turn that was taken for whole: its words are still needed.
  const neededFromMs = Math.min(hearing.takenUntilMs, turn?.tookFromMs ?? hearing.takenUntilMs) - overlapMs;
  const others = hearing.segments.filter(
    ({ segment, words }) => segment !== transcript.segment && words.some(({ startMs }) => startMs >= neededFromMs),
  );
  change(step, { hearing: { ...hearing, segments: [...others, transcript] } });
  settle(step);
}

export function onSoundStarted(step: Step): void {
  change(step, { hearing: { ...step.c.hearing, isSounding: true, turnedAtMs: step.atMs } });
  duck(step);
  settle(step);
}

/** The agent speaks on when it is clear that nothing was said; what it is about to say does not begin either. */
function duck(step: Step): void {
  const { state } = step.c;
  const hasTheWord = state === "greeting" || state === "thinking" || state === "speaking";
  if (hasTheWord || (state === "waiting" && isSpeaking(step.c))) hold(step, step.atMs + step.c.call.taking.noiseMs);
}

/** How far the caller's sound has come in; a word may have become long enough to be meant. */
export function onCallerHeard(step: Step, untilMs: number): void {
  change(step, { hearing: { ...step.c.hearing, heardUntilMs: untilMs } });
  if (step.c.isHeld) settle(step);
}

/** The caller may have finished: the answer is drafted at once, and thrown away if not. */
export function onSoundPaused(step: Step, soundAtMs: number): void {
  change(step, { hearing: { ...step.c.hearing, pausedAtMs: soundAtMs } });
  if (step.c.state === "listening") draftWhatMayBeAll(step);
}

export function onSoundStopped(step: Step, soundAtMs: number): void {
  change(step, { hearing: { ...step.c.hearing, isSounding: false, turnedAtMs: step.atMs, lastSoundMs: soundAtMs } });
  settle(step);
}

/** Looks at all that was heard and does what it calls for. */
export function settle(step: Step): void {
  const words = utterance(step.c);
  // What was written is told first; what the caller said before that is answered after it.
  if (words.length === 0 || isOwedReceipt(step.c, words.at(-1)?.startMs) || isPassedOn(step.c)) return planResume(step);
  switch (step.c.state) {
    case "greeting":
    case "speaking":
      if (!isMeant(step.c, words)) return planResume(step);
      return isUnheard(step) ? goOn(step) : interrupt(step);
    case "waiting":
      stopSpeaking(step);
      change(step, { silence: null, afterwards: null });
      clearTimer(step, "silence");
      enter(step, "listening");
      return planEndOfTurn(step);
    case "thinking":
      return goOn(step);
    case "listening":
      return planEndOfTurn(step);
  }
}

/** Two words that are certain, speech that goes on, or a short word with silence after it, that are not just "uh-huh". */
function isMeant(c: Conversation, words: readonly TranscribedWord[]): boolean {
  const { hearing } = c;
  if (isGoingOn(c, words)) return false;
  const last = words.at(-1);
  const first = words[0];
  if (!first || !last) return false;
  if (words.filter(({ isStable }) => isStable).length >= 2) return true;
  if (!hearing.isSounding) return last.isStable;
  return Math.max(last.endMs, hearing.heardUntilMs) - first.startMs >= meantMs;
}

/** The words only tell the agent to go on. */
function isGoingOn({ call }: Conversation, words: readonly TranscribedWord[]): boolean {
  return isBackchannel(
    words.map(({ text }) => text),
    call.knowledge.business.languages,
  );
}

/** No word of the reply was heard, and nothing was written: the caller only went on, they did not interrupt. */
function isUnheard({ c, atMs }: Step): boolean {
  const { turn, call } = c;
  if (!turn || turn.decidedAtMs === null || turn.task !== null) return false;
  return !hasBegun(c, turn.index) || (call.grade === "duplex" && heardBy(c, turn.index, atMs) === "");
}

/** The same turn begins again with all of its words. */
function goOn(step: Step): void {
  if (step.c.turn) change(step, { hearing: { ...step.c.hearing, takenUntilMs: step.c.turn.tookFromMs } });
  change(step, { afterwards: null });
  stopSpeaking(step);
  dropTurn(step);
  enter(step, "listening");
  planEndOfTurn(step);
}

function interrupt(step: Step): void {
  changeTurn(step, { isInterrupted: true });
  change(step, { afterwards: null });
  stopSpeaking(step);
  closeTurn(step);
  enter(step, "listening");
  planEndOfTurn(step);
}

/** Where the caller made a sound while the agent spoke: when the agent goes on if no words come. */
function planResume(step: Step): void {
  if (!step.c.isHeld) return;
  const { hearing, call } = step.c;
  if (hearing.isSounding) return setTimer(step, "resume", hearing.turnedAtMs + call.taking.noiseMs);
  // Where the sound itself is late its words are as late, and a little more.
  setTimer(step, "resume", Math.max(hearing.lastSoundMs + resumeAfterMs, hearing.turnedAtMs + wordsAfterSoundMs));
}

/** It was a cough, a hum, or noise that goes on; words that are meant interrupt even if they come late. */
export function onResumeTimer(step: Step): void {
  const { state } = step.c;
  if (!step.c.isHeld || (state !== "greeting" && state !== "speaking" && state !== "waiting" && state !== "thinking"))
    return;
  const all = utterance(step.c);
  const isSettled = isOwedReceipt(step.c, all.at(-1)?.startMs) || isPassedOn(step.c);
  // Nobody is told what was written, or that a person comes, while they speak.
  if (isSettled && isTalking(step.c, all)) return setTimer(step, "resume", step.atMs + lookAgainMs);
  const words = isSettled ? [] : all;
  if (words.length > 0 && !isGoingOn(step.c, words)) return interrupt(step);
  const last = words.at(-1);
  if (last) change(step, { hearing: { ...step.c.hearing, takenUntilMs: last.endMs } });
  change(step, { isHeld: false });
  step.effects.push({ type: "resume" });
  watch(step);
}

/** Words that are meant are being said, and what sounds is not just noise that goes on after them. */
function isTalking(c: Conversation, words: readonly TranscribedWord[]): boolean {
  const { hearing } = c;
  const last = words.at(-1);
  if (!hearing.isSounding || last === undefined || isGoingOn(c, words)) return false;
  return hearing.heardUntilMs - last.endMs <= noiseAfterWordsMs;
}

/** Sets when the utterance is over, and starts a draft of the answer where it may be over already. */
function planEndOfTurn(step: Step): void {
  const overAtMs = utteranceOverAtMs(step.c);
  if (overAtMs === null) return;
  setTimer(step, "endOfTurn", Math.max(overAtMs, step.atMs, step.c.hearing.completeFromMs));
  draftWhatMayBeAll(step);
}

/** Until when the caller must be silent for the utterance to be over; null where there are no words. */
function utteranceOverAtMs(c: Conversation): number | null {
  const { hearing, call } = c;
  const words = unfinished(hearing);
  const last = words.at(-1);
  if (!last) return null;
  if (hearing.isSounding) return wordsDueMs(hearing, last);
  const patience = patienceWith(c, textOf(words));
  // A sound after the last word is noise once its words would be known.
  if (hearing.lastSoundMs > last.endMs + lastWordMs)
    return Math.max(last.endMs + patience, hearing.lastSoundMs + call.taking.wordsLateMs);
  return Math.max(last.endMs, hearing.lastSoundMs) + patience;
}

/** Until when sound that goes on, or began anew, is waited for: a long word in it is known so late. */
function wordsDueMs({ turnedAtMs }: Hearing, last: TranscribedWord): number {
  const dueMs = last.endMs + noiseAfterWordsMs;
  return turnedAtMs < last.endMs ? dueMs : Math.min(Math.max(dueMs, turnedAtMs + longWordMs), last.endMs + mostNoiseMs);
}

/** How long the caller may be silent after these words: it depends on what they were asked for. */
function patienceWith(c: Conversation, text: string): number {
  const { business } = c.call.knowledge;
  const completeness = completenessOf({
    text,
    earlier: c.pastTurns.map(({ callerSaid }) => callerSaid).join(" "),
    agentSaid: saidIn(c, c.pastTurns.at(-1)?.index ?? 0),
    languages: business.languages,
    near: business.phone,
  });
  return patienceMs(completeness, c.call.taking, c.call.grade);
}

/** Starts to answer where the words so far reach to where the sound paused or stopped. */
function draftWhatMayBeAll(step: Step): void {
  const words = utterance(step.c);
  const last = words.at(-1);
  if (!last || words.some(({ isStable }) => !isStable)) return;
  const { isSounding, pausedAtMs, lastSoundMs } = step.c.hearing;
  const quietSinceMs = isSounding ? pausedAtMs : Math.max(pausedAtMs, lastSoundMs);
  if (quietSinceMs < last.endMs - lastWordMs || quietSinceMs > last.endMs + lastWordMs) return;
  considerDraft(step, textOf(words));
}

export function onEndOfTurnTimer(step: Step): void {
  if (step.c.state !== "listening") return;
  const words = utterance(step.c);
  const last = words.at(-1);
  if (!last) {
    // The words were taken back, for instance by a recogniser that had to begin again.
    dropTurn(step);
    return wait(step);
  }
  const { hearing } = step.c;
  const overAtMs = utteranceOverAtMs(step.c) ?? step.atMs;
  // Sound that is late is waited for, but not for ever: the stream may be dead.
  const missingMs = overAtMs - blockMs - hearing.heardUntilMs;
  if (missingMs > 0 && step.atMs < overAtMs + mostLateMs) return setTimer(step, "endOfTurn", step.atMs + missingMs);
  // Sound that goes on is noise by now, so the last word was the last of the turn.
  const endedAtMs = hearing.isSounding ? last.endMs : Math.max(last.endMs, hearing.lastSoundMs);
  const tookFromMs = hearing.takenUntilMs;
  change(step, { hearing: { ...hearing, takenUntilMs: last.endMs } });
  decide(step, { callerSaid: textOf(words), callerEndedAtMs: endedAtMs, tookFromMs });
}

function textOf(words: readonly TranscribedWord[]): string {
  return words.map(({ text }) => text).join(" ");
}
