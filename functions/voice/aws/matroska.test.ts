import fc from "fast-check";
import { element, fragmentHead, fragmentTail, simpleBlock } from "../../../simulator/wire/matroskaWriter";
import { type MatroskaEvent, matroskaReader } from "./matroska";

const tracks = [
  { number: 1, name: "AUDIO_FROM_CUSTOMER" },
  { number: 2, name: "AUDIO_TO_CUSTOMER" },
];
const startMs = Date.UTC(2026, 10, 23, 18);

function samples(seed: number, count = 80): Int16Array {
  return Int16Array.from({ length: count }, (_, index) => ((seed * 7_919 + index * 31) % 65_536) - 32_768);
}

/** A fragment of two tracks whose samples follow from its number. */
function fragment(index: number, blocks = 3): Uint8Array {
  const producerMs = startMs + index * 1_024;
  const sound = Array.from({ length: blocks }, (_, block) => [
    simpleBlock(1, block * 10, samples(index * 100 + block)),
    simpleBlock(2, block * 10, samples(index * 100 + block + 50)),
  ]);
  return Buffer.concat([
    fragmentHead({
      number: `9134385233318150000000000000000000000000000000${index}`,
      serverMs: producerMs,
      producerMs,
      tracks,
    }),
    ...sound.flat(),
    fragmentTail("contact-1"),
  ]);
}

function readAll(bytes: Uint8Array, cuts: readonly number[] = []): MatroskaEvent[] {
  const reader = matroskaReader();
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  return places.slice(1).flatMap((end, index) => reader.read(bytes.slice(places[index], end)));
}

const blocksOf = (events: readonly MatroskaEvent[]) => events.filter((event) => event.type === "block");
const stream = Buffer.concat([fragment(0), fragment(1), fragment(2)]);

/** Tests are repeatable: the seed is fixed. */
const seeded = { seed: 20_261_120, numRuns: 150 };

test("a call's stream gives its tracks, samples with their times, and tags", () => {
  const events = readAll(fragment(4, 2));
  expect(events.filter((event) => event.type === "tag").map(({ name }) => name)).toEqual(
    expect.arrayContaining(["AWS_KINESISVIDEO_FRAGMENT_NUMBER", "ContactId"]),
  );
  expect(events).toContainEqual({ type: "track", number: 1, name: "AUDIO_FROM_CUSTOMER" });
  expect(blocksOf(events)).toEqual([
    { type: "block", track: 1, atMs: startMs + 4_096, pcm: samples(400) },
    { type: "block", track: 2, atMs: startMs + 4_096, pcm: samples(450) },
    { type: "block", track: 1, atMs: startMs + 4_106, pcm: samples(401) },
    { type: "block", track: 2, atMs: startMs + 4_106, pcm: samples(451) },
  ]);
});

test("a fragment's number keeps all of its digits", () => {
  expect(readAll(fragment(4))).toContainEqual({
    type: "tag",
    name: "AWS_KINESISVIDEO_FRAGMENT_NUMBER",
    value: "91343852333181500000000000000000000000000000004",
  });
});

test("however the bytes are split, the samples and tags are the same", () => {
  const whole = readAll(stream);
  expect(blocksOf(whole)).toHaveLength(18);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 40 }), (cuts) => {
      expect(readAll(stream, cuts)).toEqual(whole);
    }),
    seeded,
  );
  const everyByte = Array.from({ length: stream.length }, (_, index) => index);
  expect(readAll(stream, everyByte)).toEqual(whole);
});

test("samples that were given out do not change when the bytes are overwritten", () => {
  const bytes = Uint8Array.from(fragment(0));
  const events = matroskaReader().read(bytes);
  bytes.fill(0);
  expect(blocksOf(events)[0]).toMatchObject({ pcm: samples(0) });
});

test("elements that nobody knows are passed over", () => {
  const unknown = element("1941a469", Buffer.alloc(3_000, 7));
  const small = Buffer.from("ec820000", "hex");
  const inside = Buffer.concat([
    fragmentHead({ number: "1", serverMs: startMs, producerMs: startMs, tracks }),
    unknown,
    simpleBlock(1, 0, samples(1)),
    small,
    simpleBlock(1, 64, samples(2)),
    unknown,
    fragmentTail("contact-1"),
  ]);
  expect(blocksOf(readAll(inside)).map(({ pcm }) => pcm)).toEqual([samples(1), samples(2)]);
});

test("masters may have a size, and a block may stand in a group", () => {
  const bytes = Buffer.concat([
    element("1a45dfa3", element("4286", Buffer.from([1]))),
    element(
      "18538067",
      element(
        "1654ae6b",
        element("ae", element("d7", Buffer.from([3])), element("536e", Buffer.from("AUDIO_FROM_CUSTOMER"))),
      ),
      element(
        "1f43b675",
        element("e7", Buffer.from([100])),
        element("a0", renamed(simpleBlock(3, 5, samples(9)), 0xa1)),
      ),
    ),
  ]);
  expect(blocksOf(readAll(bytes))).toEqual([{ type: "block", track: 3, atMs: 105, pcm: samples(9) }]);
});

test("another scale of time is honoured", () => {
  const bytes = Buffer.concat([
    element("1a45dfa3"),
    element("1549a966", element("2ad7b1", Buffer.from("0f4240", "hex"))),
    element("1549a966", element("2ad7b1", Buffer.from("1e8480", "hex"))),
    element("1f43b675", element("e7", Buffer.from([100])), simpleBlock(1, 5, samples(9))),
  ]);
  expect(blocksOf(readAll(bytes))).toMatchObject([{ atMs: 210 }]);
});

test("each fragment has its own tracks and begins anew", () => {
  expect(readAll(stream).filter((event) => event.type === "fragment")).toHaveLength(3);
  const another = fragmentHead({
    number: "2",
    serverMs: startMs,
    producerMs: startMs,
    tracks: [{ number: 5, name: "" }],
  });
  const events = readAll(Buffer.concat([fragment(0), another]));
  const last = events.slice(events.findLastIndex((event) => event.type === "fragment"));
  expect(new Set(last.filter((event) => event.type === "track").map(({ number }) => number))).toEqual(new Set([5]));
});

test("after noise of any kind the next whole fragment is read", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 0, maxLength: 2_000 }), fc.array(fc.nat(4_000)), (noise, cuts) => {
      const bytes = Buffer.concat([fragment(0), noise, fragment(1)]);
      const events = readAll(
        bytes,
        cuts.filter((cut) => cut < bytes.length),
      );
      expect(blocksOf(events).slice(-6)).toEqual(blocksOf(readAll(fragment(1))));
    }),
    seeded,
  );
});

test("64 KiB of noise cost nothing but themselves", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      let state = seed | 1;
      const noise = Uint8Array.from({ length: 65_536 }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
        return state >>> 24;
      });
      const events = readAll(Buffer.concat([noise, fragment(1)]), [1_000, 20_000, 65_000]);
      expect(blocksOf(events).slice(-6)).toEqual(blocksOf(readAll(fragment(1))));
    }),
    { ...seeded, numRuns: 40 },
  );
});

test("where a fragment breaks off, the next is read from its beginning", () => {
  const whole = blocksOf(readAll(fragment(1)));
  const first = fragment(0);
  fc.assert(
    fc.property(fc.nat(first.length), (length) => {
      const events = readAll(Buffer.concat([first.subarray(0, length), fragment(1)]));
      expect(blocksOf(events).slice(-6)).toEqual(whole);
    }),
    { ...seeded, numRuns: 400 },
  );
});

test("a size beyond all reason does not stop the reader", () => {
  const huge = Buffer.from("a30fffffffffffff00", "hex");
  const events = readAll(Buffer.concat([fragment(0), huge, fragment(1)]));
  expect(blocksOf(events)).toHaveLength(12);
});

test("bytes of any kind never make it throw", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
      const reader = matroskaReader();
      for (const piece of pieces) reader.read(piece);
    }),
    seeded,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(stream.length - 1), fc.nat(255)), { maxLength: 30 }), (hits) => {
      const bytes = Uint8Array.from(stream);
      for (const [at, value] of hits) bytes[at] = value;
      matroskaReader().read(bytes);
    }),
    seeded,
  );
});

/** The same element under another id of one byte. */
function renamed(bytes: Uint8Array, id: number): Uint8Array {
  return Uint8Array.from([id, ...bytes.slice(1)]);
}
