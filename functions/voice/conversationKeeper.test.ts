import { conversationKeeper } from "./conversationKeeper";
import type { Conversation } from "./state";

const conversation = (patch: Partial<Conversation>) =>
  ({ turn: null, mouth: [], pastTurns: none, hearing: { takenUntilMs: 0 }, ...patch }) as unknown as Conversation;
const none: Conversation["pastTurns"] = [];

/** A store whose saves take as long as the test wants. */
function slowStore() {
  const saved: string[] = [];
  const ends: ((isDone: boolean) => void)[] = [];
  const save = (_id: string, _fence: number, text: string) => {
    saved.push(JSON.parse(text).state);
    return new Promise<boolean>((resolve, reject) => {
      ends.push((isDone) => (isDone ? resolve(true) : reject(new Error("down"))));
    });
  };
  return { saved, end: (isDone = true) => ends.shift()?.(isDone), save };
}

test("one save at a time; what changed meanwhile is in the next, and only what it came to", async () => {
  const store = slowStore();
  const keeper = conversationKeeper("c-1", 1, store, "v1");
  for (const state of ["greeting", "listening", "thinking"] as const) keeper.keep(conversation({ state }));
  expect(store.saved).toEqual(["greeting"]);
  store.end();
  await new Promise(setImmediate);
  expect(store.saved).toEqual(["greeting", "thinking"]);
  store.end();
  await keeper.settled();
});

test("what a successor need not know is not saved", async () => {
  const store = slowStore();
  const keeper = conversationKeeper("c-1", 1, store, "v1");
  const before = conversation({ state: "listening" });
  keeper.keep(before);
  keeper.keep({ ...before, nextId: 7, isHeld: true });
  store.end();
  await keeper.settled();
  expect(store.saved).toEqual(["listening"]);
});

test("a save that failed is made good by the next", async () => {
  const store = slowStore();
  const keeper = conversationKeeper("c-1", 1, store, "v1");
  const before = conversation({ state: "listening" });
  keeper.keep(before);
  store.end(false);
  await keeper.settled();
  keeper.keep(before);
  expect(store.saved).toEqual(["listening", "listening"]);
});
