import { checkCall, checkSeed } from "./checkSeed";
import { fuzzCalls } from "./fuzzCalls";
import { bookingCall } from "./randomBooking";
import { everydayCall, randomCall } from "./randomCall";

/** The same in every run; `npm run fuzz` plays twenty times as many. */
const firstSeed = 1;
const calls = 500;
/** Outside of Jest, in which they take five times as long. */
const processes = 2;

test("what must hold of every call holds in five hundred random ones", async () => {
  const checked = await fuzzCalls(firstSeed, calls, processes, () => undefined);
  const lines = { flow: 0, duplex: 0 };
  for (const { line } of checked) lines[line] += 1;
  const turns = checked.reduce((sum, each) => sum + each.turns, 0);
  const faults = checked.reduce((sum, each) => sum + each.faults, 0);
  const broken = checked.filter((each) => each.broken.length > 0).map(({ seed, broken }) => ({ seed, broken }));
  expect(broken).toEqual([]);
  // They are calls in which something happens.
  expect(Math.min(lines.flow, lines.duplex)).toBeGreaterThan(calls / 3);
  expect(turns).toBeGreaterThan(calls);
  expect(faults).toBeGreaterThan(calls / 2);
}, 900_000);

/** Calls that something was found in, by their seeds, with what it was. */
const found: readonly (readonly [seed: number, what: string])[] = [
  [1018, "a line that was given up said in voicemail what was still being sent on it"],
  [62, "a key that ended an offer counted as all of it heard"],
  [69, "a sound in the caller's own turn held the line for ever"],
  [104, "the reply began over a caller who had just begun to speak"],
  [106, "nobody was offered while a reply waited for its sound"],
  [127, "a lease that was taken and whose answer was lost left the line without an agent"],
  [166, "the flow went on without an agent that was still speaking"],
  [174, "a sentence of which nothing was sent counted as heard"],
  [371, "a caller who left before the line was open left no record"],
  [1584, "a filler that was cut short kept the call waiting for its end"],
  [1892, "a request to the store that was done late took the call from the agent that led it"],
  [2150, "an agent that Connect never reached was in charge all the same"],
  [2342, "words said while 0 was pressed took the caller away from the person"],
  [2867, "after an offer the next sentence of a silence came late"],
  [3013, "a filler went out into a word that had just begun"],
  [5766, "no filler was said where an older sentence was just ending"],
  [7001, "the words before a person waited behind a sentence without sound"],
  [7168, "a person was called without a word, for the words had no sound"],
  [7541, "a key at an offer's first sample counted as all of it heard"],
  [7553, "what the flow had played was told it once more, for the receipt was lost"],
];

test.each(found)("seed %i: %s, and no longer", async (seed) => {
  expect((await checkCall(everydayCall(seed))).broken).toEqual([]);
});

/** The same of calls about appointments. */
const foundBooking: readonly (readonly [seed: number, what: string])[] = [
  [26, "callers were told that their own booking had taken their time"],
  [42, "a booking whose receipt was lost was told to nobody"],
  [52, "a booking that an agent made before it died was told to nobody"],
  [166, "a table that was not there for a while left the caller in silence for 5.6 s"],
  [255, "a confirmation was said over a caller who had begun to speak"],
  [1493, "what a turn that was over had asked counted as told to its caller"],
  [1782, "a caller who hung up before there was an agent left no record"],
  [2169, "an agent that the flow had left was taken to be in charge of the message"],
  [3220, "a booking whose caller was told by nobody raised an alarm that nobody counted"],
  [3636, "a confirmation that a lost agent had prepared counted as heard"],
  [4014, "what was on its way to a caller who hung up counted as heard"],
  [4245, "a caller who spoke was told over it that a person comes"],
  [4247, "a fault after the end of a call was missing in its report"],
];

test.each(foundBooking)("booking seed %i: %s, and no longer", async (seed) => {
  expect((await checkCall(bookingCall(seed))).broken).toEqual([]);
});

test("the same seed is the same call, and another seed another", async () => {
  expect(randomCall(7)).toEqual(randomCall(7));
  expect(randomCall(7)).not.toEqual(randomCall(8));
  expect(await checkSeed(7)).toEqual(await checkSeed(7));
});
