import type { MatroskaEvent } from "./matroska";

/** A stretch of the caller's samples, dated by Connect. */
export interface HeardBlock {
  readonly atMs: number;
  readonly pcm: Int16Array;
}

/** What of a call's stream has been read; made by `newFragments`. All of it is remembered when the connection breaks. */
export interface Fragments {
  readonly contactId: string;
  /** The last fragment that was read to its end: from the next one on the stream is read again. Null before the first. */
  readonly lastNumber: string | null;
  /** Something of this call has been heard. */
  readonly isOurs: boolean;
  /** The stream has gone on to another call. */
  readonly isOver: boolean;
  /** What AWS says is wrong with the stream. */
  readonly fault: string | null;
  /** End of the caller's last block; null before the first. */
  readonly endMs: number | null;
  readonly current: Fragment | null;
}

interface Fragment {
  readonly number: string | null;
  readonly tracks: readonly { readonly number: number; readonly name: string }[];
  /** Null while its tag has not come, which is after the sound. */
  readonly contactId: string | null;
  /** Sound of which it is not known yet whose it is; null where it is known. */
  readonly held: readonly HeardBlock[] | null;
}

const samplesPerMs = 8;
/** Between two calls of one stream lies at least the time to take a call. */
const sameCallMs = 200;

export function newFragments(contactId: string): Fragments {
  return { contactId, lastNumber: null, isOurs: false, isOver: false, fault: null, endMs: null, current: null };
}

/** The same stream read over a new connection. */
export function reopened(fragments: Fragments): Fragments {
  return { ...fragments, current: null, fault: null };
}

/**
 * What a piece of the stream means: the caller's sound in it, and what is known from now on.
 *
 * Connect gives a stream to later calls, and whose a fragment is stands behind its sound. So sound passes at once only where it
 * follows this call's own without a break; after a break, and at the beginning, it is held back until the fragment's tag has come.
 * A fragment without such a tag is taken to be this call's.
 */
export function follow(before: Fragments, event: MatroskaEvent): [Fragments, HeardBlock[]] {
  if (before.isOver) return [before, []];
  switch (event.type) {
    case "fragment": {
      const [after, heard] = closed(before);
      const current: Fragment = { number: null, tracks: [], contactId: null, held: after.isOurs ? null : [] };
      return [{ ...after, current }, heard];
    }
    case "track": {
      const { number, name } = event;
      return [
        inCurrent(before, ({ tracks }) => ({
          tracks: [...tracks.filter((each) => each.number !== number), { number, name }],
        })),
        [],
      ];
    }
    case "tag":
      return onTag(before, event.name, event.value);
    case "block":
      return onBlock(before, event);
  }
}

function onBlock(
  before: Fragments,
  { track, atMs, pcm }: Extract<MatroskaEvent, { type: "block" }>,
): [Fragments, HeardBlock[]] {
  const { current, endMs } = before;
  if (current === null || track !== customerTrack(current)) return [before, []];
  const block = { atMs, pcm };
  const isBreak = endMs !== null && Math.abs(atMs - endMs) > sameCallMs && current.contactId === null;
  const after = { ...before, endMs: atMs + pcm.length / samplesPerMs };
  if (current.held === null && !isBreak) return [after, [block]];
  return [{ ...after, current: { ...current, held: [...(current.held ?? []), block] } }, []];
}

function onTag(before: Fragments, name: string, value: string): [Fragments, HeardBlock[]] {
  switch (name) {
    case "AWS_KINESISVIDEO_FRAGMENT_NUMBER":
      return [inCurrent(before, () => ({ number: value })), []];
    case "AWS_KINESISVIDEO_ERROR_CODE":
    case "AWS_KINESISVIDEO_EXCEPTION_ERROR_CODE":
      return [{ ...before, fault: value }, []];
    case "ContactId":
      return onContact(before, value);
    default:
      return [before, []];
  }
}

function onContact(before: Fragments, contactId: string): [Fragments, HeardBlock[]] {
  const { current } = before;
  if (current === null) return [before, []];
  if (contactId !== before.contactId) {
    // What was left of the call before ours is passed over; what comes after ours is nobody's business here.
    if (before.isOurs) return [{ ...before, isOver: true, current: null }, []];
    return [{ ...before, endMs: null, current: { ...current, contactId, held: [] } }, []];
  }
  return [{ ...before, isOurs: true, current: { ...current, contactId, held: null } }, [...(current.held ?? [])]];
}

/** The fragment under way is over. */
function closed(before: Fragments): [Fragments, HeardBlock[]] {
  const { current } = before;
  if (current === null) return [before, []];
  const lastNumber = current.number ?? before.lastNumber;
  const isAnothers = current.contactId !== null && current.contactId !== before.contactId;
  if (isAnothers) return [{ ...before, lastNumber, current: null }, []];
  const isOurs = before.isOurs || (current.held?.length ?? 0) > 0;
  return [{ ...before, lastNumber, isOurs, current: null }, [...(current.held ?? [])]];
}

/** Connect names it; older streams have one track without a telling name. */
function customerTrack({ tracks }: Fragment): number | undefined {
  const named = tracks.find(({ name }) => name === "AUDIO_FROM_CUSTOMER");
  if (named !== undefined) return named.number;
  return tracks.length === 0 ? undefined : Math.min(...tracks.map(({ number }) => number));
}

function inCurrent(before: Fragments, patch: (current: Fragment) => Partial<Fragment>): Fragments {
  const { current } = before;
  return current === null ? before : { ...before, current: { ...current, ...patch(current) } };
}
