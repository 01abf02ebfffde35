import { faultKinds, faultServices } from "../scriptedCall";
import { checkSeed } from "./checkSeed";
import { fuzzCalls, seedsFrom } from "./fuzzCalls";
import { matterOf, randomCall } from "./randomCall";

/** The same in every run, half of them about appointments; `npm run fuzz` plays twenty times as many. */
const firstSeed = 1;
const calls = 1000;
/** Outside of Jest, in which they take five times as long. */
const processes = 2;

test("what must hold of every call holds in a thousand random ones", async () => {
  const checked = await fuzzCalls(seedsFrom(firstSeed, calls), processes, () => undefined);
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
  expect(checked.filter(({ seed }) => matterOf(seed) === "appointments")).toHaveLength(calls / 2);
  expect(checked.reduce((sum, each) => sum + each.bookings, 0)).toBeGreaterThan(calls / 4);
  // No service is spared.
  const spared = faultServices.filter((service) => checked.every((each) => !each.faultsByService[service]));
  expect(spared).toEqual([]);
}, 900_000);

test.each(["anything", "appointments"] as const)(
  "every service is drawn to fail in every way, in calls about %s",
  (matter) => {
    const drawn = new Set<string>();
    for (let seed = 1; seed <= calls * 4; seed += 1) {
      if (matterOf(seed) !== matter) continue;
      for (const { service, fault } of randomCall(seed).faults) drawn.add(`${service} ${fault}`);
    }
    const all = faultServices.flatMap((service) => faultKinds.map((fault) => `${service} ${fault}`));
    expect(all.filter((each) => !drawn.has(each))).toEqual([]);
  },
);

/** Calls that something was found in, by their seeds, with what it was. */
const found: readonly (readonly [seed: number, what: string])[] = [
  [52, "callers were told that their own booking had taken their time"],
  [84, "a booking whose receipt was lost was told to nobody"],
  [104, "a booking that an agent made before it died was told to nobody"],
  [123, "a key that ended an offer counted as all of it heard"],
  [137, "a sound in the caller's own turn held the line for ever"],
  [207, "the reply began over a caller who had just begun to speak"],
  [211, "nobody was offered while a reply waited for its sound"],
  [253, "a lease that was taken and whose answer was lost left the line without an agent"],
  [331, "the flow went on without an agent that was still speaking"],
  [332, "a table that was not there for a while left the caller in silence for 5.6 s"],
  [347, "a sentence of which nothing was sent counted as heard"],
  [510, "a confirmation was said over a caller who had begun to speak"],
  [741, "a caller who left before the line was open left no record"],
  [2035, "a line that was given up said in voicemail what was still being sent on it"],
  [2986, "what a turn that was over had asked counted as told to its caller"],
  [3167, "a filler that was cut short kept the call waiting for its end"],
  [3564, "a caller who hung up before there was an agent left no record"],
  [3783, "a request to the store that was done late took the call from the agent that led it"],
  [4299, "an agent that Connect never reached was in charge all the same"],
  [4338, "an agent that the flow had left was taken to be in charge of the message"],
  [4683, "words said while 0 was pressed took the caller away from the person"],
  [5306, "a booking whose write had no answer yet was asked for again in the next turn"],
  [5733, "after an offer the next sentence of a silence came late"],
  [6025, "a filler went out into a word that had just begun"],
  [6440, "a booking whose caller was told by nobody raised an alarm that nobody counted"],
  [7272, "a confirmation that a lost agent had prepared counted as heard"],
  [8028, "what was on its way to a caller who hung up counted as heard"],
  [8490, "a caller who spoke was told over it that a person comes"],
  [8494, "a fault after the end of a call was missing in its report"],
  [11380, "a line that took no sound of anybody's counted as an agent that kept silent"],
  [11531, "no filler was said where an older sentence was just ending"],
  [14001, "the words before a person waited behind a sentence without sound"],
  [14335, "a person was called without a word, for the words had no sound"],
  [15081, "a key at an offer's first sample counted as all of it heard"],
  [15105, "what the flow had played was told it once more, for the receipt was lost"],
  [19442, "a socket that took no sound of an agent that heard late left the caller in silence for 5.25 s"],
  [31061, "a key that ended what Connect was about to say counted all of it as heard"],
];

describe("calls that something was found in", () => {
  const played = fuzzCalls(
    found.map(([seed]) => seed),
    processes,
    () => undefined,
  );

  test.each(found)(
    "seed %i: %s, and no longer",
    async (seed) => {
      expect((await played).find((each) => each.seed === seed)?.broken).toEqual([]);
    },
    900_000,
  );
});

test("the same seed is the same call, and another seed another", async () => {
  expect(randomCall(7)).toEqual(randomCall(7));
  expect(randomCall(7)).not.toEqual(randomCall(8));
  expect(await checkSeed(7)).toEqual(await checkSeed(7));
});
