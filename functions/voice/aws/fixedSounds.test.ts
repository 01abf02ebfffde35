import type { S3Client } from "@aws-sdk/client-s3";
import { promptWav } from "../../aws/promptWav";
import { promptKey } from "../../shared/fixedPrompts";
import { s3FixedSounds } from "./fixedSounds";

const waiting = "Take your time.";
const pcm = Int16Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 8_031 : -8_031));

function bucket(files: Readonly<Record<string, Uint8Array>>) {
  const asked: string[] = [];
  const client = {
    async send({ input }: { input: { readonly Key: string } }) {
      asked.push(input.Key);
      const file = files[input.Key];
      if (file === undefined) throw new Error("NoSuchKey");
      return { Body: { transformToByteArray: async () => file } };
    },
  } as unknown as S3Client;
  return { asked, sounds: s3FixedSounds(client, "prompts", "Ruth") };
}

test("a sentence that was rendered at deploy time is known once it was loaded", async () => {
  const { sounds } = bucket({ [promptKey(waiting, "Ruth")]: promptWav(pcm) });
  expect(await sounds.of(waiting)).toBeNull();
  await sounds.load([waiting]);
  const sound = await sounds.of(waiting);
  expect(sound).toMatchObject({ startMs: 0, durationMs: 60 });
  expect(sound?.pcm.slice(0, 4)).toEqual(Int16Array.from([7_932, -7_932, 7_932, -7_932]));
  expect(await sounds.of("Something else.")).toBeNull();
});

test("what is being read is waited for, and read once", async () => {
  const { asked, sounds } = bucket({ [promptKey(waiting, "Ruth")]: promptWav(pcm) });
  void sounds.load([waiting, "Goodbye."]);
  expect(await sounds.of(waiting)).not.toBeNull();
  await sounds.load([waiting, "Goodbye.", "Hello."]);
  expect(asked).toEqual([waiting, "Goodbye.", "Hello."].map((text) => promptKey(text, "Ruth")));
});

test("a file that is no prompt is left out, and nothing fails", async () => {
  const { sounds } = bucket({ [promptKey(waiting, "Ruth")]: new Uint8Array(10) });
  await sounds.load([waiting, "Goodbye."]);
  expect(await sounds.of(waiting)).toBeNull();
  expect(await sounds.of("Goodbye.")).toBeNull();
});
