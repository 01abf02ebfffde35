import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "./commandLine";
import { routingCommand } from "./routing";

const root = path.resolve(__dirname, "..");
/** A Saturday. */
const nowMs = Date.parse("2026-11-28T20:00:00Z");
const barbers = readFileSync(path.join(root, "knowledge", "cedar-and-main.yaml"), "utf8");
const garage = readFileSync(path.join(root, "knowledge", "canal-street-garage.yaml"), "utf8");
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
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

async function diff(a: string, b: string, more: readonly string[] = [], rootDir = root) {
  const end = { status: -1, out: "", err: "" };
  const place = { rootDir, now: () => nowMs };
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

  test("hours that are none any more, and those that never end", async () => {
    const always = changed(
      shopText,
      /hours.*\nholidays.*\n/,
      `hours: { ${days.map((day) => `${day}: 06:00-06:00`).join(", ")} }\n`,
    );
    expect(await lines(always, /hours.*\n/, "hours: {}\n")).toEqual(reach("at any hour, anyone: agent → voicemail"));
    expect(await lines(always, "saturday: 06:00-06:00", "saturday: closed")).toEqual(
      reach("Sat 06:00–Sun 06:00, anyone: agent → voicemail, from 28 November"),
    );
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

describe("git:REF", () => {
  let project = "";
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], { cwd: project, encoding: "utf8" });
  const write = (file: string, text: string) => writeFileSync(path.join(project, file), text);
  const commit = (name: string) => {
    git("add", ".");
    git("commit", "--quiet", "-m", name);
    git("tag", name);
  };
  const stackText = (customer: string, more = "") => `config: { "voice-agent:customer": ${customer}${more} }`;
  beforeAll(() => {
    project = mkdtempSync(path.join(tmpdir(), "project-"));
    mkdirSync(path.join(project, "knowledge"));
    git("init", "--quiet");
    write("Pulumi.yaml", readFileSync(path.join(root, "Pulumi.yaml"), "utf8"));
    write("Pulumi.shop-dev.yaml", stackText("shop"));
    write("knowledge/shop.yaml", shopText);
    commit("first");
    write("Pulumi.other.yaml", stackText("shop"));
    write("Pulumi.shop-dev.yaml", stackText("shop", ', "voice-agent:phone": "+15035550111"'));
    write("knowledge/shop.yaml", changed(shopText, "09:00-17:30", "09:00-18:00"));
    commit("second");
    write("knowledge/shop.yaml", shopText);
  });
  afterAll(() => rmSync(project, { recursive: true }));
  const longer = reach("Mon 17:30–18:00, anyone: voicemail → agent, from 30 November");

  test("beside a knowledge file is that file at the commit, in whatever repository it lies", async () => {
    const file = path.join(project, "knowledge", "shop.yaml");
    expect(await diff("git:first", file)).toEqual({ status: 0, out: "nothing differs\n", err: "" });
    const { status, out } = await diff(file, "git:second");
    expect({ status, lines: out.trimEnd().split("\n") }).toEqual({ status: 1, lines: longer });
    expect(await diff("git:first", path.join(project, "knowledge", "new.yaml"))).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^git:first: .*new.yaml is not in that commit/),
    });
  });

  test("beside a stack is that stack at the commit; resources are compared where both have a plan", async () => {
    const { status, out, err } = await diff("git:second", "shop-dev", [], project);
    expect({ status, lines: out.trimEnd().split("\n") }).toEqual({
      status: 1,
      lines: [...reach("Mon 17:30–18:00, anyone: agent → voicemail, from 30 November")],
    });
    expect(err).toBe("git:second: there is no npm run plan, so the resources are not compared.\n");
  });

  test("twice is every stack of both commits, one document each", async () => {
    const { status, out } = await diff("git:first", "git:second", ["--json"], project);
    const documents = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(documents).toMatchObject([
      { a: "git:first", b: "git:second", stack: "other", differs: true, isNew: true, isGone: false },
      {
        stack: "shop-dev",
        differs: true,
        routing: [
          {
            when: "Mon 17:30–18:00",
            who: "anyone",
            before: "voicemail",
            after: "agent",
            from: "2026-11-30",
            until: null,
          },
        ],
        flow: [],
        knowledge: [{ path: "business.phone", before: "+15035550100", after: "+15035550111" }],
        resources: null,
      },
    ]);
    expect(await diff("git:second", "git:second", [], project)).toMatchObject({
      status: 0,
      out: "other: nothing differs\nshop-dev: nothing differs\n",
    });
  });

  test("leaves the repository as it is", async () => {
    const before = git("status", "--porcelain") + git("worktree", "list");
    await diff("git:first", "shop-dev", [], project);
    expect(git("status", "--porcelain") + git("worktree", "list")).toBe(before);
  });
});

test("what names nothing is refused, all of it at once", async () => {
  expect(await diff("nowhere", "git:")).toMatchObject({ status: 2, out: "" });
  const { err } = await diff("nowhere", "neither");
  expect(err.split("\n")).toEqual([
    expect.stringMatching(
      /^routing diff: A is "nowhere". Write a knowledge file, the name of a stack \(.*dev.*\) or git:REF.$/,
    ),
    expect.stringMatching(/^routing diff: B is "neither"/),
    "",
  ]);
  expect(await diff("git:no-such-branch", "dev")).toMatchObject({
    status: 2,
    err: "git:no-such-branch: there is no such commit here. Write git: and a branch, a tag or a commit.\n",
  });
  expect(await diff(path.join(folder, "missing.yaml"), "dev")).toMatchObject({ status: 2, out: "" });
});

test("two stacks nobody has reviewed yet are compared, each with its own people, and secret callers are not shown whole", async () => {
  const project = mkdtempSync(path.join(tmpdir(), "project-"));
  mkdirSync(path.join(project, "knowledge"));
  writeFileSync(path.join(project, "Pulumi.yaml"), readFileSync(path.join(root, "Pulumi.yaml")));
  writeFileSync(path.join(project, "knowledge", "shop.yaml"), shopText);
  const stack = (name: string, more: object) =>
    writeFileSync(
      path.join(project, `Pulumi.${name}.yaml`),
      JSON.stringify({ config: { "voice-agent:customer": "shop", "voice-agent:stage": "prod", ...more } }),
    );
  stack("a", {});
  stack("b", {
    "voice-agent:people": [{ id: "owner", name: "the owner", number: "+15035550122" }],
    "voice-agent:vip": ["+15551230007"],
  });
  const { status, out } = await diff("a", "b", [], project);
  expect(status).toBe(1);
  expect(out).toContain(
    "  at any hour, …07 (on no list → VIP): agent, when closed voicemail → the owner (+15035550122)\n",
  );
  expect(out).toContain(
    "at any hour, whoever is passed on to a person: the desk (+15035550101) → the owner (+15035550122)\n",
  );
  expect(out).toContain("The resources\n");
  expect(out).not.toContain("15551230007");
  rmSync(project, { recursive: true });
});
