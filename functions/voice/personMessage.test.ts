import { parseKnowledge } from "../shared/knowledgeFile";
import { newConversation } from "./conversation";
import { personMessage } from "./personMessage";
import type { Conversation, Turn } from "./state";
import { turnTakingDefaults } from "./turnTaking";

function conversation(people: string, said: string): Conversation {
  const knowledge = parseKnowledge(
    `
business: { name: Fern Barbers, timezone: America/Los_Angeles, phone: "+15035550120" }
hours: { monday: 09:00-17:00 }
people: ${people}
`,
    "fern.yaml",
  );
  const fresh = newConversation({
    contactId: "contact-1",
    from: "+15551230001",
    startedAtMs: 0,
    knowledge,
    facts: [],
    grade: "flow",
    rendered: new Set(),
    isRecorded: false,
    taking: turnTakingDefaults,
  });
  return { ...fresh, pastTurns: [{ callerSaid: said } as Turn] };
}

const desk = `[{ id: desk, name: the desk, number: "+15035550121" }]`;

test("the person reads who calls and what about, without what is nobody's business", () => {
  const message = personMessage(
    conversation(desk, "My card is 4111 1111 1111 1111 and I want a perm."),
    "The caller asked for a person",
  );
  expect(message).toEqual({
    id: "call-contact-1-person",
    to: { kind: "phone", number: "+15035550121" },
    subject: "",
    text: "+15551230001 is being put through. The caller asked for a person. Said: My card is [card] and I want a perm.",
  });
});

test("a message is two SMS long at most, and where there is nobody there is none", () => {
  const long = personMessage(conversation(desk, "I want a perm and then a cut. ".repeat(30)), "asked");
  expect(long?.text).toHaveLength(300);
  expect(personMessage(conversation("[]", "A perm."), "asked")).toBeNull();
});
