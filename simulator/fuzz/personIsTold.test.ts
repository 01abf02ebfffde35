import { playRandomCall } from "./playRandomCall";
import { everydayCall } from "./randomCall";

const someone = [1, 2, 3, 4, 5, 6, 7, 8].map(everydayCall).find(({ knowledge }) => knowledge.people.length > 0);

/** A call that asks for a person at once. */
async function played(line: "flow" | "duplex", person: "answered" | "noAnswer" | "failed") {
  if (someone === undefined) throw new Error("none of these businesses has people");
  const steps = [{ type: "says", text: "Representative.", afterMs: null }] as const;
  return playRandomCall({
    ...someone,
    line,
    person,
    steps,
    from: "+15551230001",
    faults: [],
    disturbances: [],
    brain: [],
  });
}

test.each([
  ["flow", "answered"],
  ["flow", "noAnswer"],
  ["duplex", "answered"],
  ["duplex", "failed"],
] as const)("on %s the person has a message of the call before their phone rings (%s)", async (line, person) => {
  const { left, report, happened } = await played(line, person);
  const messages = left.outbox.filter(({ id }) => id.endsWith("-person"));
  expect(messages).toMatchObject([{ to: { kind: "phone", number: report.transfer?.to } }]);
  const ringsAtMs = happened.find(({ effects }) => effects.some(({ type }) => type === "transfer"))?.event.atMs;
  expect(messages[0]?.atMs).toBeLessThanOrEqual(ringsAtMs ?? 0);
  expect(report.transfer?.outcome).toBe(person);
});
