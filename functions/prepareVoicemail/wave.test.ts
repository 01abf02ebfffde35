import { promptWav } from "../aws/promptWav";
import { readWave, writeWave } from "./wave";

const left = Int16Array.from([0, 1_000, -1_000, 32_767, -32_768]);
const right = Int16Array.from([5, 4, 3, 2, 1]);

test("what is written is read again, channel by channel", () => {
  expect(readWave(writeWave({ rateHz: 8_000, channels: [left, right] }))).toEqual({
    rateHz: 8_000,
    channels: [left, right],
  });
});

test("µ-law is read, as near as it keeps a sample", () => {
  const samples = readWave(promptWav(left))?.channels[0] ?? new Int16Array(0);
  for (const [index, sample] of samples.entries()) {
    expect(Math.abs(sample - (left[index] ?? 0))).toBeLessThan(700);
  }
  expect(samples).toHaveLength(left.length);
});

test("a file whose writer did not know its length gives what it has, and so does one that breaks off", () => {
  const whole = writeWave({ rateHz: 8_000, channels: [left, right] });
  for (const said of [0, 0xffff_ffff]) {
    const unknown = Uint8Array.from(whole);
    new DataView(unknown.buffer).setUint32(40, said, true);
    expect(readWave(unknown)?.channels).toEqual([left, right]);
  }
  expect(readWave(whole.subarray(0, whole.length - 5))?.channels[0]).toEqual(left.subarray(0, 3));
});

test("what stands between the format and the samples is passed over", () => {
  const whole = writeWave({ rateHz: 8_000, channels: [left] });
  const list = Buffer.concat([Buffer.from("LIST"), Buffer.from([3, 0, 0, 0]), Buffer.from("abc\0")]);
  const longer = Buffer.concat([whole.subarray(0, 36), list, whole.subarray(36)]);
  expect(readWave(longer)?.channels).toEqual([left]);
});

test("what is no such file is none", () => {
  expect(readWave(new Uint8Array(0))).toBeNull();
  expect(readWave(Buffer.from("<html>not a recording</html>"))).toBeNull();
  const eightBits = writeWave({ rateHz: 8_000, channels: [left] });
  new DataView(eightBits.buffer).setUint16(34, 8, true);
  expect(readWave(eightBits)).toBeNull();
});
