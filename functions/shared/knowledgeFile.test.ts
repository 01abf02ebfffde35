import fc from "fast-check";
import type { Knowledge } from "./knowledge";
import { parseKnowledge, readKnowledge } from "./knowledgeFile";
import { problemLine, UserError } from "./userError";

const least = `
business: { name: Cedar & Main, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
`;
const full = `
business:
  name: Cedar & Main Barbers
  timezone: America/Los_Angeles
  language: [en-us, es-US]
  address: 12 Main Street, Portland, Oregon
  phone: "+15035550100"
hours:
  monday: 09:00-17:30
  thursday: 09:00-12:30, 13:30-19:00
  friday: 22:00-02:00
  saturday: [00:00-24:00]
  sunday: closed
holidays:
  "2026-12-24": 9:00 – 12:00
  2026-12-25: closed
services:
  - { id: haircut, name: Haircut, price: $35, minutes: 30, about: Wash and cut., until: 2027-01-31 }
  - { id: brakes, name: Brakes, price: from €110 }
faqs:
  - { id: parking, question: Where can I park?, answer: There is free parking behind the shop. }
people:
  - { id: front-desk, name: the front desk, number: +15035550101 }
bookings: { every: 15, notice: 1.5h, horizonDays: 30, chairs: 2 }
callers: { vip: ["+15035550199"], blocked: [+15035550198], perDay: 5 }
say:
  greeting: >
    Hello, I am the AI assistant of {name}.
    Press zero to speak to a person.
  readBack: "{service} at {start} for {name}?"
  farewell: Bye from {name}.
  fillers: [One moment.]
`;

const keysOf = (text: string) => readKnowledge(text, "f.yaml").errors.map(({ key }) => key);
const withLine = (path: string, value: string) => {
  const [section, key] = path.split(".");
  return `${least.replace(`${section}: {`, `${section}: { ${key}: ${value},`)}`;
};

describe("a good file", () => {
  test("what is written once and merged in elsewhere stands in both places, and what is written there goes before it", () => {
    const services =
      "services:\n  - &cut { id: cut, name: Cut, price: $35, minutes: 30 }\n  - { <<: *cut, id: kids, price: $20 }";
    expect(parseKnowledge(`${least}\n${services}`, "f.yaml").services).toMatchObject([
      { id: "cut", name: "Cut", price: "$35", minutes: 30 },
      { id: "kids", name: "Cut", price: "$20", minutes: 30 },
    ]);
  });

  test("every value arrives, with the business's name filled in where it stands for it", () => {
    const knowledge = parseKnowledge(full, "f.yaml");
    expect(knowledge).toMatchObject({
      business: {
        name: "Cedar & Main Barbers",
        languages: ["en-US", "es-US"],
        address: "12 Main Street, Portland, Oregon",
      },
      hours: {
        monday: [{ startMinute: 540, endMinute: 1050 }],
        tuesday: [],
        thursday: [
          { startMinute: 540, endMinute: 750 },
          { startMinute: 810, endMinute: 1140 },
        ],
        friday: [{ startMinute: 1320, endMinute: 120 }],
        saturday: [{ startMinute: 0, endMinute: 1440 }],
        sunday: [],
      },
      holidays: { "2026-12-24": [{ startMinute: 540, endMinute: 720 }], "2026-12-25": [] },
      services: [
        { id: "haircut", name: "Haircut", price: "$35", minutes: 30, about: "Wash and cut.", until: "2027-01-31" },
        { id: "brakes", name: "Brakes", price: "from €110", minutes: null, about: null, until: null },
      ],
      people: [{ id: "front-desk", name: "the front desk", number: "+15035550101" }],
      bookings: { everyMinutes: 15, noticeMinutes: 90, horizonDays: 30, chairs: 2 },
      callers: { vip: ["+15035550199"], blocked: ["+15035550198"], perDay: 5 },
      say: {
        greeting: "Hello, I am the AI assistant of Cedar & Main Barbers. Press zero to speak to a person.",
        readBack: "{service} at {start} for {name}?",
        farewell: "Bye from Cedar & Main Barbers.",
        fillers: ["One moment."],
        waiting: "Take your time.",
      },
    });
  });

  test("only business and hours are required, and defaults stand for the rest", () => {
    const knowledge = parseKnowledge(least, "f.yaml");
    expect(knowledge).toMatchObject({
      business: { languages: ["en-US"], address: null },
      holidays: {},
      services: [],
      faqs: [],
      people: [],
      bookings: { everyMinutes: 30, noticeMinutes: 120, horizonDays: 60, chairs: 1 },
      callers: { vip: [], blocked: [], perDay: 20 },
    });
    expect(knowledge.say.greeting).toContain("AI assistant of Cedar & Main.");
  });

  test("sections and values that are empty count as left out", () => {
    const text = `${least}services:\npeople:\nsay:\nholidays: {}\nfaqs: []\n`;
    expect(readKnowledge(text, "f.yaml")).toMatchObject({ errors: [], knowledge: { services: [], people: [] } });
  });

  test("the same knowledge as JSON, with tabs and a byte order mark, is the same knowledge", () => {
    const value = {
      business: { name: "Cedar & Main", timezone: "America/Los_Angeles", phone: "+15035550100" },
      hours: { monday: "09:00-17:30" },
    };
    expect(parseKnowledge(`\ufeff${JSON.stringify(value, null, "\t")}`, "f.json")).toEqual(
      parseKnowledge(least, "f.yaml"),
    );
  });

  test("text that YAML would take for something else stays as it was written", () => {
    const text = `${least}services:\n  - { id: 007, name: 1984, price: "35", about: true }\nfaqs:\n  - { id: yes, question: 1.10, answer: 12:30 }\n`;
    expect(parseKnowledge(text, "f.yaml")).toMatchObject({
      services: [{ id: "007", name: "1984", price: "35", about: "true" }],
      faqs: [{ id: "yes", question: "1.10", answer: "12:30" }],
    });
  });

  test("a business's name with signs that mean something to programs is said as it is", () => {
    const { say } = parseKnowledge(
      least.replace("Cedar & Main", () => '"$& {start} {name}"'),
      "f.yaml",
    );
    expect(say.farewell).toBe("Thank you for calling $& {start} {name}. Goodbye.");
  });

  test.each([
    ["de-DE", "KI-Assistent"],
    ["fr-CA", "assistant IA"],
    ["es", "asistente de IA"],
    ["ja", "AI assistant"],
  ])("without sentences of its own a business in %s says %s", (language, words) => {
    expect(parseKnowledge(withLine("business.language", language), "f.yaml").say.greeting).toContain(words);
  });
});

describe("refused, with file, key, value and the cure", () => {
  test.each<[string, string, unknown]>([
    [withLine("business.fone", "x"), "business.fone", "x"],
    [withLine("business.language", "english"), "business.language", "english"],
    [withLine("business.language", "[]"), "business.language", []],
    [least.replace("America/Los_Angeles", "Mars/Olympus"), "business.timezone", "Mars/Olympus"],
    [least.replace("America/Los_Angeles", "+02:00"), "business.timezone", "+02:00"],
    [least.replace("America/Los_Angeles", "PST"), "business.timezone", "PST"],
    [least.replace('"+15035550100"', "15035550100"), "business.phone", 15035550100],
    [least.replace("+15035550100", "+1 503 555 0100"), "business.phone", "+1 503 555 0100"],
    [least.replace("+15035550100", "+99903555010"), "business.phone", "+99903555010"],
    [least.replace("Cedar & Main", '""'), "business.name", ""],
    [least.replace("09:00-17:30", "9-5"), "hours.monday", "9-5"],
    [least.replace("09:00-17:30", "09:00-24:30"), "hours.monday", "09:00-24:30"],
    [least.replace("09:00-17:30", "09:60-17:30"), "hours.monday", "09:60-17:30"],
    [least.replace("09:00-17:30", "24:00-02:00"), "hours.monday", "24:00-02:00"],
    [least.replace("09:00-17:30", '""'), "hours.monday", ""],
    [least.replace("monday", "Monday"), "hours.Monday", "09:00-17:30"],
    [`${least}holidays: { 2026-02-30: closed }`, "holidays.2026-02-30", "2026-02-30"],
    [`${least}holidays: { 2026-12-24: never }`, "holidays.2026-12-24", "never"],
    [`${least}services: [{ id: a, name: A, price: 35 }]`, "services[0].price", 35],
    [`${least}services: [{ id: a, name: A, price: "$3\\n5" }]`, "services[0].price", "$3\n5"],
    [`${least}services: [{ id: a, name: A, minutes: 0 }]`, "services[0].minutes", 0],
    [`${least}services: [{ id: a b, name: A }]`, "services[0].id", "a b"],
    [`${least}services: [{ id: a, name: A, until: 2026-02-30 }]`, "services[0].until", "2026-02-30"],
    [`${least}faqs: [{ id: a, question: b?, answer: c }, { id: a, question: d?, answer: e }]`, "faqs[1].id", "a"],
    [`${least}people: [{ id: a, name: A, number: 5035550101 }]`, "people[0].number", 5035550101],
    [`${least}tea: 1`, "tea", 1],
    [`${least}tea: "1"`, "tea", "1"],
    [`${least}tea: 01`, "tea", "01"],
    [`${least}bookings: { notice: 120 }`, "bookings.notice", 120],
    [`${least}bookings: { every: 1.5 }`, "bookings.every", 1.5],
    [`${least}bookings: { chairs: two }`, "bookings.chairs", "two"],
    [`${least}callers: { perDay: 0 }`, "callers.perDay", 0],
    [`${least}callers: { vip: ["555"] }`, "callers.vip[0]", "555"],
    [`${least}say: { farewell: "Bye {caller}" }`, "say.farewell", "Bye {caller}"],
    [`${least}say: { transfer: "One moment, {service}" }`, "say.transfer", "One moment, {service}"],
    [
      `${least}say: { waiting: Please do take all the time you want }`,
      "say.waiting",
      "Please do take all the time you want",
    ],
    [
      `${least}say: { offerCallback: "Shall {name} call you back?" }`.replace("Cedar & Main", "The Long Named Company"),
      "say.offerCallback",
      "Shall {name} call you back?",
    ],
    [`${least}say: { fillers: [] }`, "say.fillers", []],
    [`${least}say: { fillers: ["{who}"] }`, "say.fillers[0]", "{who}"],
    [`${least}hours: { tuesday: closed }`, "hours", { tuesday: "closed" }],
    [least.replace("hours: {", "hours: { monday: closed,"), "hours.monday", "09:00-17:30"],
  ])("%j", (text, key, value) => {
    const { knowledge, errors } = readKnowledge(text, "f.yaml");
    expect(knowledge).toBeNull();
    expect(errors).toEqual([{ file: "f.yaml", key, value, cure: expect.stringMatching(/^\S.*[.)]$/) }]);
  });

  test("what is missing is named as missing", () => {
    const lines = readKnowledge("services: []", "f.yaml").errors.map(problemLine);
    expect(lines).toEqual([
      "f.yaml: business is missing. Write name, timezone and phone of the business.",
      expect.stringMatching(/^f\.yaml: hours is missing\. Write .* monday: 09:00-17:30\.$/),
    ]);
  });

  test("all errors of a file come in one run, of whatever kind they are", () => {
    const text = `${least.replace("America", "Amerika").replace("monday:", "monday: closed, monday:")}
services: [{ id: a, name: A, price: 3, foo: 1 }, { id: a, minutes: -1 }]
say: { greeting: Hello, waiting: Please do take all the time you want }
tea: yes
`;
    expect(keysOf(text).sort()).toEqual(
      [
        "business.timezone",
        "hours.monday",
        "say.greeting",
        "say.greeting",
        "say.waiting",
        "services[0].foo",
        "services[0].price",
        "services[1].id",
        "services[1].minutes",
        "services[1].name",
        "tea",
      ].sort(),
    );
  });

  test("the cure names what was most likely meant", () => {
    const cures = [
      withLine("business.timezon", "x"),
      least.replace("America/Los_Angeles", "America/Los Angeles"),
      least.replace('"+15035550100"', "1 (503) 555-0100"),
    ].map((text) => readKnowledge(text, "f").errors[0]?.cure);
    expect(cures).toEqual([
      expect.stringContaining("Write timezone"),
      expect.stringContaining("America/Los_Angeles"),
      expect.stringContaining('"+15035550100"'),
    ]);
  });

  test.each([
    ["America/Portland", null],
    ["Mars/Olympus", null],
    ["America/Los Angeles", "America/Los_Angeles"],
    ["europe/lodnon", "Europe/London"],
    ["Berlin", "Europe/Berlin"],
    ["Europ/Dublin", "Europe/Dublin"],
  ])("for the time zone %s the cure names %s", (zone, nearest) => {
    const [error] = readKnowledge(least.replace("America/Los_Angeles", zone), "f").errors;
    expect(error?.cure).toBe(
      `Write the IANA name of a time zone, ${nearest === null ? "for example America/Los_Angeles" : `perhaps ${nearest}`}.`,
    );
  });

  test("a comma that tore a value apart in braces is explained", () => {
    const torn = least.replace("09:00-17:30", "09:00-12:30, 13:30-19:00");
    expect(readKnowledge(torn, "f").errors).toMatchObject([
      { key: "hours.13:30-19:00", value: null, cure: expect.stringContaining("put that in quotes") },
    ]);
  });

  test("thrown, the errors are a UserError with a line each", () => {
    const parse = () => parseKnowledge("services: []", "f.yaml");
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(/^f\.yaml: business is missing.*\nf\.yaml: hours is missing/);
  });
});

describe("rubbish", () => {
  test.each([
    ["", "It is empty"],
    ["# nothing yet\n", "It is empty"],
    ["null", "It is empty"],
    ["[]", "Write a map"],
    ["just text", "Write a map"],
    ["PK\u0003\u0004\u0000\ufffd", "not text"],
    ["business: [", "line 1, column 12"],
    ["a: 1\nb: {", "line 2, column 5"],
    ["--- a\n--- b\n", "one document"],
    ["&a [*a]", "*a refers to what it stands in"],
    ["business: &a { name: *a }", 'business.name is "*a"'],
    [
      `a: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e]`,
      "more than",
    ],
    ["business: *nothing", "refers to nothing"],
    ["[".repeat(50_000), "line 1"],
    ["business: !!js/function x", "line 1"],
  ])("%j is refused on one line", (text, words) => {
    const lines = readKnowledge(text.slice(), "f.yaml").errors.map(problemLine);
    expect(lines.join("\n")).toContain(words);
    for (const line of lines) expect(line).toMatch(/^f\.yaml: .+$/);
  });

  test("whatever the text, reading never throws and an error is always one line", () => {
    const pieces = fc.constantFrom(
      "business:",
      "hours:",
      " ",
      "\n",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ":",
      "&a",
      "*a",
      '"',
      "'",
      "|",
      ">",
      "?",
      "<<: ",
      "!!binary",
      "09:00-17:00",
      "__proto__",
      "\t",
      "#",
      "%YAML 1.1\n---\n",
      "constructor",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { knowledge, errors } = readKnowledge(text, "f.yaml");
        expect(knowledge).toBeNull();
        expect(errors.length).toBeGreaterThan(0);
        for (const line of errors.map(problemLine)) expect(line).toMatch(/^f\.yaml: [^\n\r]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("warnings", () => {
  const warned = (text: string) => {
    const { knowledge, warnings } = readKnowledge(text, "f.yaml");
    expect(knowledge).not.toBeNull();
    return warnings.map(({ key }) => key);
  };
  const person = 'people: [{ id: a, name: A, number: "+15035550101" }]\n';
  test.each<[string, string[]]>([
    [least + person, []],
    [least, ["people"]],
    [least.replace("09:00-17:30", "closed") + person, ["hours"]],
    [least.replace("09:00-17:30", '"09:00-12:00, 11:00-13:00"') + person, ["hours.monday"]],
    [least + person.replace("0101", "0100"), ["people[0].number"]],
    [`${least + person}services: [{ id: a, name: A, price: $1, minutes: 511 }]`, ["services[0].minutes"]],
    [`${least + person}services: [{ id: a, name: A }, { id: b, name: B, price: $2 }]`, ["services[0].price"]],
    [
      `${least + person}services: [{ id: a, name: "Cut & wash", price: $1 }, { id: b, name: cut wash, price: $2 }]`,
      ["services[1].name"],
    ],
    [
      `${least + person}faqs: [{ id: a, question: Dogs?, answer: Yes. }, { id: b, question: dogs, answer: No. }]`,
      ["faqs[1].question"],
    ],
    [`${least + person}callers: { vip: ["+15035550199"], blocked: ["+15035550199"] }`, ["callers.vip"]],
    [`${least + person}say: { readBack: Is that right? }`, ["say.readBack"]],
    [withLine("business.language", "ja") + person, ["say"]],
    [
      `${withLine("business.language", "ja") + person}say: { greeting: こんにちは }`,
      ["say.greeting", "say.greeting", "say"],
    ],
  ])("%j", (text, keys) => {
    expect(warned(text)).toEqual(keys);
  });
});

test("what was read is data: it survives being written as JSON", () => {
  const knowledge: Knowledge = parseKnowledge(full, "f.yaml");
  expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge);
});
