import { converse } from "./conversation.fixture";
import { gist } from "./gist.fixture";
import { odd } from "./oddBusinesses.fixture";

const last = (...said: string[]) => converse(odd.deeds, said).at(-1);

test.each([
  ["Book a deed transfer on Wednesday at 10 am, for Noor Haddad.", "Noor Haddad"],
  ["Can I book a deed transfer for Noor on Wednesday at 10, for Noor Haddad?", "Noor Haddad"],
  ["I'd like a deed transfer tomorrow at eleven for Tom, please", "Tom"],
  ["book a deed transfer tomorrow at eleven for tom", "Tom"],
  ["Book a deed transfer on Wednesday at 10 am, Noor Haddad is the name.", "Noor Haddad"],
  ["Book a deed transfer on Wednesday at 10 am, Noor is my name, thanks.", "Noor"],
  ["Noor Haddad speaking. I need a deed transfer on Wednesday at ten.", "Noor Haddad"],
  ["Book a deed transfer on Wednesday at 10 am, my name is Will Good.", "Will Good"],
])("%s is for %s", (said, name) => {
  expect(last(said)?.input).toMatchObject({ service: "deed", name });
});

test.each([
  "Book me a deed transfer for Wednesday at ten",
  "I'd like to book a deed transfer for two",
  "Book a deed transfer for tomorrow",
  "Book a deed transfer on Wednesday at ten for my wife",
  "I'd like an appointment on Wednesday at ten for a Deed transfer",
  "I'd like an appointment on Wednesday at ten for Deed transfer",
  "Book a deed transfer for Thanksgiving",
])("%s names nobody", (said) => {
  expect(last(said)?.input).toMatchObject({ name: null });
});

test.each([
  ["For my wife Jane.", "Jane"],
  ["Haddad. Noor Haddad.", "Noor Haddad"],
  ["Haddad, Noor", "Haddad Noor"],
  ["Noor here", "Noor"],
])("asked for the name, %s is %s", (said, name) => {
  expect(last("Book a deed transfer on Wednesday at ten", said)?.input).toMatchObject({ name });
});

test("a wrong name is changed for the one that comes with the no", () => {
  const first = "Book a deed transfer on Wednesday at ten, this is Bert.";
  expect(converse(odd.deeds, [first, "Nope, wrong name, it's Bob.", "Yes"]).map(gist)).toEqual([
    "book deed 2026-11-25T10:00 Bert",
    "book deed 2026-11-25T10:00 Bob",
    "book deed 2026-11-25T10:00 Bob confirmed",
  ]);
});
