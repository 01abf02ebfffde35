import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "./commandLine";
import { routingCommand } from "./routing";

const root = path.resolve(__dirname, "..");
/** A Saturday. */
const nowMs = Date.parse("2026-11-28T20:00:00Z");
const barbers = readFileSync(path.join(root, "knowledge", "cedar-and-main.yaml"), "utf8");
const garage = readFileSync(path.join(root, "knowledge", "canal-street-garage.yaml"), "utf8");
const shopText = `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
holidays: { "2026-12-24": 09:00-12:00 }
people: [{ id: desk, name: the desk, number: "+15035550101" }]
`;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "routing-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function diff(a: string, b: string, ...more: readonly string[]) {
  const end = { status: -1, out: "", err: "" };
  const place = { rootDir: root, now: () => nowMs };
  await runCommand("routing", (program, run) => routingCommand(program, run, undefined, place), {
    args: ["diff", a, b, ...more],
    out: (words) => {
      end.out += words;
    },
    err: (words) => {
      end.err += words;
    },
    end: (status) => {
      end.status = status;
    },
  });
  return end;
}

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The text with one passage replaced. */
function changed(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`nothing to change: ${from}`);
  return after;
}

async function lines(before: string, from: string | RegExp, to: string): Promise<readonly string[]> {
  const { status, out, err } = await diff(written("a.yaml", before), written("b.yaml", changed(before, from, to)));
  expect({ status, err }).toEqual({ status: 1, err: "" });
  return out.trimEnd().split("\n");
}

const reach = (...changes: readonly string[]) => [
  "Who would reach something else",
  ...changes.map((each) => `  ${each}`),
];

describe("a change is told in words, exactly, and nothing else is", () => {
  test("an hour", async () => {
    expect(await lines(barbers, "friday: 09:00-12:30, 13:30-19:00", "friday: 09:00-12:30, 13:30-18:30")).toEqual(
      reach("Fri 18:30–19:00, anyone: agent → voicemail, from 4 December"),
    );
    expect(await lines(barbers, /day: 09:00-17:30/g, "day: 08:30-17:30")).toEqual(
      reach("Mon–Wed 08:30–09:00, anyone: voicemail → agent, from 30 November"),
    );
  });

  test("a holiday that is new, and one that is gone", async () => {
    expect(await lines(barbers, "holidays:", 'holidays:\n  "2026-12-03": closed')).toEqual(
      reach("Thu 3 December 09:00–12:30 and 13:30–19:00, anyone: agent → voicemail"),
    );
    expect(await lines(barbers, /"2027-12-24".*\n/, "\n")).toEqual(
      reach("Fri 24 December 2027 12:00–12:30 and 13:30–19:00, anyone: voicemail → agent"),
    );
  });

  test("a holiday's eve that runs into it", async () => {
    expect(await lines(garage, "holidays:", 'holidays:\n  "2026-12-04": closed')).toEqual(
      reach("Fri 4 December 08:00–13:00 and 14:00–18:00 and 21:30–Sat 01:30, anyone: agent → voicemail"),
    );
  });

  test("a holiday that is over", async () => {
    expect(await lines(barbers, '  "2026-11-26": closed # Thanksgiving\n', "")).toEqual([
      "Nobody would reach anything else.",
      "The rest of the knowledge file",
      '  holidays.2026-11-26 is gone: "closed"',
    ]);
  });

  test("a VIP", async () => {
    expect(await lines(barbers, '    - "+15035550198" # the landlord\n', '    - "+15035550197"\n')).toEqual(
      reach(
        "at any hour, +15035550198 (VIP → on no list): the front desk (+15035550101) → agent, when closed voicemail",
        "at any hour, +15035550197 (on no list → VIP): agent, when closed voicemail → the front desk (+15035550101)",
      ),
    );
  });

  test("a blocked number, whatever else it is", async () => {
    expect(await lines(barbers, '    - "+15035550666"', '    - "+15035550666"\n    - "+15035550199"')).toEqual(
      reach("at any hour, +15035550199 (VIP → blocked): the front desk (+15035550101) → turned away"),
    );
  });

  test("calls a day", async () => {
    expect(await lines(garage, "perDay: 10", "perDay: 11")).toEqual(
      reach("at any hour, call 11 of a number on one day: turned away → as usual"),
    );
  });

  test("a sentence of the flow", async () => {
    expect(
      await lines(garage, "transfer: Bear with me, I'll put you through", "transfer: I'll put you through"),
    ).toEqual([
      "Nobody would reach anything else.",
      "The contact flow",
      `  personInWords says "Bear with me, I'll put you through to the workshop." → "I'll put you through to the workshop."`,
    ]);
  });

  test("a time zone, whose clock may go with the old one for a part of the year", async () => {
    expect(await lines(shopText, "America/Los_Angeles", "America/Denver")).toEqual(
      reach(
        "time zone, whose clock is used below, 1 h ahead: America/Los_Angeles → America/Denver",
        "Mon 09:00–10:00, anyone: voicemail → agent, from 30 November",
        "Mon 17:30–18:30, anyone: agent → voicemail, from 30 November",
        "Thu 24 December 09:00–10:00, anyone: voicemail → agent",
        "Thu 24 December 12:00–13:00, anyone: agent → voicemail",
      ),
    );
    expect(await lines(changed(shopText, /holidays.*\n/, ""), "America/Los_Angeles", "America/Phoenix")).toEqual(
      reach(
        "time zone, whose clock is used below, 1 h ahead or as before: America/Los_Angeles → America/Phoenix",
        "Mon 09:00–10:00, anyone: voicemail → agent, from 30 November to 8 March 2027",
        "Mon 17:30–18:30, anyone: agent → voicemail, from 30 November to 8 March 2027",
        "Mon 09:00–10:00, anyone: voicemail → agent, from 8 November 2027",
        "Mon 17:30–18:30, anyone: agent → voicemail, from 8 November 2027",
      ),
    );
    expect(await lines(shopText, "America/Los_Angeles", "America/Tijuana")).toEqual([
      "Nobody would reach anything else.",
      "The rest of the knowledge file",
      '  business.timezone: "America/Los_Angeles" → "America/Tijuana"',
    ]);
  });

  test("a week in which the clocks change", async () => {
    expect(await lines(barbers, "sunday: closed", "sunday: 02:00-03:00")).toEqual(
      reach("Sun 02:00–03:00, anyone: voicemail → agent, from 29 November, not on 14 March 2027"),
    );
    expect(await lines(barbers, "sunday: closed", "sunday: 02:30-04:00")).toEqual(
      reach(
        "Sun 02:30–04:00, anyone: voicemail → agent, from 29 November, not on 14 March 2027",
        "Sun 14 March 2027 03:30–04:00, anyone: voicemail → agent",
      ),
    );
  });

  test("a person's number", async () => {
    expect(await lines(barbers, 'number: "+15035550101"', 'number: "+15035550111"')).toEqual([
      ...reach(
        "at any hour, VIPs and whoever else is passed on to a person: the front desk (+15035550101) → the front desk (+15035550111)",
      ),
      "The contact flow",
      '  transfer calls "+15035550101" → "+15035550111"',
      '  callPerson calls "+15035550101" → "+15035550111"',
    ]);
  });

  test("nobody left to call: a branch is gone", async () => {
    expect(await lines(shopText, /people.*\n/, "")).toEqual([
      ...reach("at any hour, whoever is passed on to a person: the desk (+15035550101) → voicemail"),
      "The contact flow",
      "  transfer is gone (TransferParticipantToThirdParty)",
      "  tellAnswered is gone (InvokeLambdaFunction)",
      "  tellNoAnswer is gone (InvokeLambdaFunction)",
      "  tellFailed is gone (InvokeLambdaFunction)",
      "  callPerson is gone (TransferParticipantToThirdParty)",
      ...["decide", "decideAgain", "decideOnceMore"].map(
        (each) => `  ${each} on "transfer": transfer → leaveForMessage`,
      ),
      "  person then: callPerson → takeMessage",
      expect.stringMatching(
        /^ {2}personInWords says "I will put.*" → "I am sorry, nobody can take your call right now/,
      ),
      "  personInWords then: callPerson → takeMessage",
      "  personInWords on error NoMatchingError: callPerson → takeMessage",
    ]);
  });

  test("past midnight", async () => {
    expect(await lines(garage, "21:30-01:30", "22:30-02:00")).toEqual(
      reach(
        "Fri 21:30–22:30, anyone: agent → voicemail, from 4 December",
        "Sat 01:30–02:00, anyone: voicemail → agent, from 5 December",
      ),
    );
  });

  test("a price reaches nobody", async () => {
    expect(await lines(barbers, "price: $35", "price: $38")).toEqual([
      "Nobody would reach anything else.",
      "The rest of the knowledge file",
      '  services[haircut].price: "$35" → "$38"',
    ]);
  });

  test("a comment, another order, another way to write the same", async () => {
    const after = changed(changed(barbers, "sunday: closed", ""), "# Thanksgiving", "");
    const ended = await diff(written("a.yaml", barbers), written("b.yaml", after));
    expect(ended).toEqual({ status: 0, out: "nothing differs\n", err: "" });
  });
});
