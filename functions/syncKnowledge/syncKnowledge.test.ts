import type { FactVector } from "../shared/factVectors";
import type { FixedPrompt } from "../shared/fixedPrompts";
import type { Knowledge } from "../shared/knowledge";
import { knowledgeVersion } from "../shared/knowledgeVersion";
import { type SyncPorts, syncKnowledge } from "./syncKnowledge";

const file = (price: string, more = "") => `
business: { name: Acme, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: "09:00-17:00" }
services:
  - { id: cut, name: Cut, price: ${price}, minutes: 30 }
${more}`;

const none = { people: [], phone: null };

/** A business's store in memory; `log` says what was done in which order. */
function store(text: string) {
  const vectors = new Map<string, FactVector>();
  const log: string[] = [];
  const told: string[] = [];
  const rendered: FixedPrompt[] = [];
  const versions = new Map<string, string>();
  const compiled = null as Knowledge | null;
  const world = { text, compiled, versions, rendered, vectors, log, told, afterRead: () => {} };
  const ports: SyncPorts = {
    async readFile() {
      const read = world.text;
      world.afterRead();
      return read;
    },
    inForce: async () => world.compiled,
    async keepVersion(version, json) {
      versions.set(version, json);
    },
    async putInForce(json) {
      log.push("write");
      world.compiled = JSON.parse(json) as Knowledge;
    },
    voice: "Ruth",
    async render(prompts) {
      if (prompts.length > 0) log.push("render");
      rendered.push(...prompts);
    },
    async embed(fact) {
      log.push("embed");
      return [fact.length];
    },
    vectors: {
      keys: async () => [...vectors.keys()],
      async put(some) {
        if (some.length > 0) log.push("put");
        for (const vector of some) vectors.set(vector.key, vector);
      },
      async remove(keys) {
        if (keys.length > 0) log.push("remove");
        for (const key of keys) vectors.delete(key);
      },
    },
    async tellOwner(subject, body) {
      told.push(`${subject}\n${body}`);
    },
  };
  return { world, ports };
}

test("a good file is compiled, and every fact has its vector", async () => {
  const { world, ports } = store(file("€20"));
  const synced = await syncKnowledge("knowledge.yaml", none, ports);
  expect(synced).toMatchObject({ status: "inForce", facts: 10, embedded: 10 });
  expect(world.compiled?.services[0]).toMatchObject({ id: "cut", price: "€20" });
  expect([...world.vectors.keys()].map((key) => key.split("#")[0])).toContain("service.cut");
  expect(world.told).toEqual([]);
});

test("a bad file changes nothing, and the owner is told every fault", async () => {
  const { world, ports } = store(file("€20"));
  await syncKnowledge("knowledge.yaml", none, ports);
  const before = { compiled: world.compiled, keys: [...world.vectors.keys()] };
  world.text = file("€20", "colour: red\nholidays: { 2026-13-01: closed }");
  const synced = await syncKnowledge("knowledge.yaml", none, ports);
  expect(synced.status).toBe("refused");
  expect({ compiled: world.compiled, keys: [...world.vectors.keys()] }).toEqual(before);
  expect(world.told).toHaveLength(1);
  expect(world.told[0]).toMatch(/knowledge.yaml: .*colour/);
  expect(world.told[0]).toContain("2026-13-01");
});

test("only what was changed is embedded again; new vectors come before the knowledge, old ones go after it", async () => {
  const { world, ports } = store(file("€20"));
  await syncKnowledge("knowledge.yaml", none, ports);
  world.log.length = 0;
  world.text = file("€25");
  const synced = await syncKnowledge("knowledge.yaml", none, ports);
  expect(synced).toMatchObject({ status: "inForce", facts: 10, embedded: 1 });
  // Those of the file before stay, for calls that have it.
  expect(world.log).toEqual(["embed", "put", "write"]);
  expect(world.vectors.size).toBe(11);
  world.text = file("€30");
  world.log.length = 0;
  await syncKnowledge("knowledge.yaml", none, ports);
  expect(world.log).toEqual(["embed", "put", "write", "remove"]);
  expect(world.vectors.size).toBe(11);
});

test("every version is kept under the name that a call's record has of it", async () => {
  const { world, ports } = store(file("€20"));
  const first = await syncKnowledge("knowledge.yaml", none, ports);
  world.text = file("€25");
  const second = await syncKnowledge("knowledge.yaml", none, ports);
  if (first.status !== "inForce" || second.status !== "inForce" || world.compiled === null) throw new Error("refused");
  expect([...world.versions.keys()]).toEqual([first.version, second.version]);
  expect(knowledgeVersion(world.compiled)).toBe(second.version);
  expect(JSON.parse(world.versions.get(first.version) ?? "")).toMatchObject({ services: [{ price: "€20" }] });
});

test("sentences that are new are rendered before the file is in force, and only those", async () => {
  const { world, ports } = store(file("€20"));
  await syncKnowledge("knowledge.yaml", none, ports);
  world.rendered.length = 0;
  world.log.length = 0;
  world.text = file("€20", "say: { farewell: So long. }");
  await syncKnowledge("knowledge.yaml", none, ports);
  expect(world.rendered.map(({ text }) => text)).toEqual(["So long."]);
  expect(world.log).toEqual(["render", "write"]);
});

test("a file whose sentences cannot be rendered leaves the old one in force", async () => {
  const { world, ports } = store(file("€20"));
  await syncKnowledge("knowledge.yaml", none, ports);
  world.text = file("€25", "say: { farewell: So long. }");
  const failing = { ...ports, render: () => Promise.reject(new Error("no voice")) };
  await expect(syncKnowledge("knowledge.yaml", none, failing)).rejects.toThrow("no voice");
  expect(world.compiled?.services[0]?.price).toBe("€20");
});

test("a failure of the vectors leaves the old knowledge in force", async () => {
  const { world, ports } = store(file("€20"));
  await syncKnowledge("knowledge.yaml", none, ports);
  world.text = file("€25");
  const failing = { ...ports, embed: () => Promise.reject(new Error("throttled")) };
  await expect(syncKnowledge("knowledge.yaml", none, failing)).rejects.toThrow("throttled");
  expect(world.compiled?.services[0]?.price).toBe("€20");
});

test("a file that is uploaded meanwhile has the last word", async () => {
  const { world, ports } = store(file("€20"));
  world.afterRead = () => {
    world.text = file("€25");
  };
  await syncKnowledge("knowledge.yaml", none, ports);
  expect(world.compiled?.services[0]?.price).toBe("€25");
});

test("the stack's own people and phone take the place of the file's", async () => {
  const { world, ports } = store(file("€20"));
  const people = [{ id: "me", name: "me", number: "+35315550199" }];
  await syncKnowledge("knowledge.yaml", { people, phone: "+35315550111" }, ports);
  expect(world.compiled?.people).toEqual(people);
  expect(world.compiled?.business.phone).toBe("+35315550111");
});
