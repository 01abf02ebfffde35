import { promptKey, toneKey } from "../shared/fixedPrompts";
import { renderPrompts } from "./renderPrompts";

const prompts = ["Hello.", "Goodbye.", "One moment.", "Take your time.", "Sorry.", "Thanks."].map((text) => ({
  key: promptKey(text, "Ruth"),
  text,
}));

test("every sentence is rendered and put where it is played from, with the tone", async () => {
  const kept = new Map<string, Int16Array>();
  let under = 0;
  let most = 0;
  const answer = await renderPrompts(
    { prompts },
    {
      async speak(text) {
        under += 1;
        most = Math.max(most, under);
        await Promise.resolve();
        under -= 1;
        return Int16Array.of(text.length);
      },
      async put(key, pcm) {
        kept.set(key, pcm);
      },
    },
  );
  expect(answer).toEqual({ rendered: 6 });
  expect([...kept.keys()].sort()).toEqual([toneKey, ...prompts.map(({ key }) => key)].sort());
  for (const { key, text } of prompts) expect(kept.get(key)).toEqual(Int16Array.of(text.length));
  expect(most).toBeLessThanOrEqual(4);
});

test("the tone is half a second that begins and ends in silence", async () => {
  const kept = new Map<string, Int16Array>();
  const put = async (key: string, pcm: Int16Array) => {
    kept.set(key, pcm);
  };
  await renderPrompts({ prompts: [] }, { speak: async () => new Int16Array(), put });
  const tone = kept.get(toneKey) ?? new Int16Array();
  expect(tone).toHaveLength(4_000);
  expect([tone[0], tone.at(-1)]).toEqual([0, 0]);
  expect(Math.max(...tone)).toBeGreaterThan(7_000);
});

test("a sentence that cannot be rendered fails the deployment", async () => {
  const speak = () => Promise.reject(new Error("throttled"));
  await expect(renderPrompts({ prompts }, { speak, put: async () => {} })).rejects.toThrow("throttled");
});

test("a sentence has another key where its text or its voice is another", () => {
  expect(new Set([promptKey("a", "Ruth"), promptKey("b", "Ruth"), promptKey("a", "Joanna")]).size).toBe(3);
  expect(promptKey("a", "Ruth")).toBe(promptKey("a", "Ruth"));
});
