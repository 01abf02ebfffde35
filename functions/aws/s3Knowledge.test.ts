import type { S3Client } from "@aws-sdk/client-s3";
import type { Knowledge } from "../shared/knowledge";
import { knowledgeVersion } from "../shared/knowledgeVersion";
import { s3Knowledge } from "./s3Knowledge";

const place = { bucket: "b", knowledgeKey: "knowledge.json", callersKey: "callers.json" };
const stored = { business: { name: "The Shop" }, callers: { vip: ["+15550001"], blocked: [], perDay: 20 } };

function bucket(files: Record<string, unknown>) {
  const asked: string[] = [];
  const client = {
    async send({ input }: { input: { Key: string } }) {
      asked.push(input.Key);
      if (!(input.Key in files)) throw new Error("NoSuchKey");
      return { Body: { transformToString: async () => JSON.stringify(files[input.Key]) } };
    },
  } as unknown as S3Client;
  return { asked, client };
}

test("the stack's own callers are added to the business's", async () => {
  const { client } = bucket({
    "knowledge.json": stored,
    "callers.json": { vip: ["+15550002"], blocked: ["+15550003"] },
  });
  expect((await s3Knowledge(client, place, { now: () => 0 })()).callers).toEqual({
    vip: ["+15550001", "+15550002"],
    blocked: ["+15550003"],
    perDay: 20,
  });
});

test("what was read is taken for what stands for a minute", async () => {
  let nowMs = 0;
  const { asked, client } = bucket({ "knowledge.json": stored });
  const read = s3Knowledge(client, { ...place, callersKey: null }, { now: () => nowMs });
  await read();
  nowMs = 59_999;
  await read();
  expect(asked).toHaveLength(1);
  nowMs = 60_000;
  await read();
  expect(asked).toHaveLength(2);
});

test("what has not changed stays the same object", async () => {
  let nowMs = 0;
  const files: Record<string, unknown> = { "knowledge.json": stored };
  const { client } = bucket(files);
  const read = s3Knowledge(client, { ...place, callersKey: null }, { now: () => nowMs });
  const first = await read();
  nowMs = 60_000;
  expect(await read()).toBe(first);
  files["knowledge.json"] = { ...stored, business: { name: "Another" } };
  nowMs = 120_000;
  expect((await read()).business.name).toBe("Another");
});

test("a call that goes on has the version with which it began, and where that is not kept the one in force", async () => {
  const newer = { ...stored, business: { name: "Another" } };
  const first = knowledgeVersion(stored as unknown as Knowledge);
  const { client } = bucket({ "knowledge.json": newer, [`knowledge/${first}.json`]: stored });
  const read = s3Knowledge(client, { ...place, callersKey: null }, { now: () => 0 });
  expect((await read()).business.name).toBe("Another");
  expect((await read(first)).business.name).toBe("The Shop");
  expect((await read("0000000000000000")).business.name).toBe("Another");
});

test("a reading that fails later leaves what was read before, and one that fails first is an error", async () => {
  let nowMs = 0;
  const files: Record<string, unknown> = {};
  const { client } = bucket(files);
  const read = s3Knowledge(client, { ...place, callersKey: null }, { now: () => nowMs });
  await expect(read()).rejects.toThrow("NoSuchKey");
  files["knowledge.json"] = stored;
  expect((await read()).business.name).toBe("The Shop");
  delete files["knowledge.json"];
  nowMs = 120_000;
  expect((await read()).business.name).toBe("The Shop");
});
