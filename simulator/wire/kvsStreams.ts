import { fragmentHead, fragmentTail, simpleBlock } from "./matroskaWriter";

/** What calls have said into their streams, in fragments, and who is reading them. */
export interface KvsStreams {
  /** The caller's next samples, 8 kHz. A stream that another call had before goes on with this one. */
  put(stream: string, contactId: string, atMs: number, pcm: Int16Array): void;
  /** The call is over: its last fragment ends, the stream stays. */
  finish(stream: string): void;
  /** Nothing more comes into the stream, and its readers are told. */
  end(stream: string): void;
  /** Gives all bytes from a place on, then what comes, until `done` is called or the answer's function is. */
  read(stream: string, from: StartPlace, give: (bytes: Uint8Array) => void, done: () => void): () => void;
  /** Readers of all streams right now. */
  readers(): number;
}

/** Where a reader begins. */
export type StartPlace =
  | { readonly type: "now" }
  | { readonly type: "earliest" }
  /** The fragment that holds this moment, or the next. */
  | { readonly type: "time"; readonly atMs: number }
  | { readonly type: "after"; readonly number: string };

interface Fragment {
  readonly number: string;
  readonly startMs: number;
  readonly contactId: string;
  endMs: number;
  isOver: boolean;
  readonly pieces: Uint8Array[];
}

interface Stream {
  readonly fragments: Fragment[];
  readonly readers: Set<Reader>;
  isEnded: boolean;
}

interface Reader {
  readonly give: (bytes: Uint8Array) => void;
  readonly done: () => void;
}

/** As Connect cuts them: 64 ms a block, about a second a fragment. */
const blockSamples = 512;
const blockMs = 64;
const blocksInFragment = 16;
const samplesPerMs = 8;
const track = { number: 1, name: "AUDIO_FROM_CUSTOMER" };

/**
 * Streams in this process.
 *
 * @param isBurst a fragment reaches its readers as a whole, when it is over; else block by block.
 */
export function kvsStreams(isBurst = false): KvsStreams {
  const streams = new Map<string, Stream>();
  const rests = new Map<string, Int16Array>();
  let count = 0;

  const open = (name: string): Stream => {
    const known = streams.get(name) ?? { fragments: [], readers: new Set(), isEnded: false };
    streams.set(name, known);
    return known;
  };

  function write(stream: Stream, fragment: Fragment, bytes: Uint8Array): void {
    fragment.pieces.push(bytes);
    if (!isBurst) for (const { give } of stream.readers) give(bytes);
    else if (fragment.isOver) for (const { give } of stream.readers) give(Buffer.concat(fragment.pieces));
  }

  function begin(stream: Stream, contactId: string, startMs: number): Fragment {
    count += 1;
    const number = String(count).padStart(47, "9");
    const fragment = { number, startMs, contactId, endMs: startMs, isOver: false, pieces: [] };
    stream.fragments.push(fragment);
    write(stream, fragment, fragmentHead({ number, serverMs: startMs, producerMs: startMs, tracks: [track] }));
    return fragment;
  }

  function close(stream: Stream, fragment: Fragment): void {
    fragment.isOver = true;
    write(stream, fragment, fragmentTail(fragment.contactId));
  }

  function addBlock(stream: Stream, contactId: string, atMs: number, pcm: Int16Array): void {
    const last = stream.fragments.at(-1);
    const goesOn = last !== undefined && !last.isOver && last.contactId === contactId && last.endMs === atMs;
    if (last !== undefined && !last.isOver && !goesOn) close(stream, last);
    const fragment = goesOn ? last : begin(stream, contactId, atMs);
    write(stream, fragment, simpleBlock(track.number, atMs - fragment.startMs, pcm));
    fragment.endMs = atMs + blockMs;
    if (fragment.endMs - fragment.startMs >= blocksInFragment * blockMs) close(stream, fragment);
  }

  return {
    put(name, contactId, atMs, pcm) {
      const before = rests.get(name) ?? new Int16Array(0);
      const samples = Int16Array.from([...before, ...pcm]);
      let at = 0;
      const startMs = atMs - before.length / samplesPerMs;
      for (; at + blockSamples <= samples.length; at += blockSamples) {
        addBlock(open(name), contactId, startMs + at / samplesPerMs, samples.subarray(at, at + blockSamples));
      }
      rests.set(name, samples.slice(at));
    },
    finish(name) {
      rests.delete(name);
      const stream = open(name);
      const last = stream.fragments.at(-1);
      if (last !== undefined && !last.isOver) close(stream, last);
    },
    end(name) {
      this.finish(name);
      const stream = open(name);
      stream.isEnded = true;
      for (const { done } of stream.readers) done();
      stream.readers.clear();
    },
    read(name, from, give, done) {
      const stream = open(name);
      for (const fragment of placed(stream.fragments, from)) {
        if (fragment.isOver || !isBurst) for (const piece of fragment.pieces) give(piece);
      }
      const reader = { give, done };
      if (stream.isEnded) done();
      else stream.readers.add(reader);
      return () => stream.readers.delete(reader);
    },
    readers: () => [...streams.values()].reduce((sum, { readers }) => sum + readers.size, 0),
  };
}

function placed(fragments: readonly Fragment[], from: StartPlace): readonly Fragment[] {
  switch (from.type) {
    case "now":
      return [];
    case "earliest":
      return fragments;
    case "time":
      return fragments.filter(({ endMs, isOver }) => endMs > from.atMs || !isOver);
    case "after":
      return fragments.filter(({ number }) => number > from.number);
  }
}
