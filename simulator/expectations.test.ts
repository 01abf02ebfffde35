import { unmetIn, unmetLine } from "./expectations";

const report = {
  outcome: "booked",
  booking: { service: "haircut", start: "2026-11-24T11:00" },
  turns: [
    { tool: "answer_from_knowledge", facts: ["service.haircut"] },
    { tool: "book_appointment", facts: [] },
  ],
  errors: [],
  voicemail: null,
};

test.each([
  ["a part of the report", { outcome: "booked", booking: { service: "haircut" } }],
  ["an expression", { booking: { start: "/^2026-11-24T/" } }],
  ["an expression with an escape that needs none", { booking: { start: "/2026\\-11/" } }],
  ["the first items of a list", { turns: [{ tool: "/^answer/" }] }],
  ["an empty list where there is one", { errors: [], turns: [{ facts: ["service.haircut"] }, { facts: [] }] }],
  ["what is null", { voicemail: null }],
  ["nothing at all", {}],
])("%s holds", (_, expected) => {
  expect(unmetIn(report, expected)).toEqual([]);
});

test.each([
  [{ outcome: "answered" }, 'outcome is "booked", expected "answered"'],
  [{ booking: { name: "Dana" } }, 'booking.name is not in the report, expected "Dana"'],
  [{ booking: { start: "/25T/" } }, 'booking.start is "2026-11-24T11:00", expected "/25T/"'],
  [{ turns: [{}, { tool: "end_call" }] }, 'turns[1].tool is "book_appointment", expected "end_call"'],
  [{ turns: [{}, {}, { tool: "end_call" }] }, 'turns[2] is not in the report, expected {"tool":"end_call"}'],
  [{ turns: [{ facts: [] }] }, 'turns[0].facts is ["service.haircut"], expected []'],
  [{ voicemail: { text: "/./" } }, 'voicemail is null, expected {"text":"/./"}'],
  [{ booking: null }, 'booking is {"service":"haircut","start":"2026-11-24T11:00"}, expected null'],
  [{ errors: "/none/" }, 'errors is [], expected "/none/"'],
])("%j does not hold, and the line says why", (expected, line) => {
  expect(unmetIn(report, expected).map(unmetLine)).toEqual([line]);
});

test("everything that does not hold is named", () => {
  expect(unmetIn(report, { outcome: "failed", voicemail: 1, booking: { service: "/beard/" } })).toHaveLength(3);
});
