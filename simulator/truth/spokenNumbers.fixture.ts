const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The ways in which English says a number from 0 to 999,999. */
export function numberWays(value: number): string[] {
  if (value < 20) return [ones[value] ?? ""];
  if (value < 100) {
    const ten = tens[Math.floor(value / 10) - 2] ?? "";
    return [value % 10 === 0 ? ten : `${ten}-${ones[value % 10]}`];
  }
  if (value < 1_000) {
    const hundreds = Math.floor(value / 100);
    const heads = [`${ones[hundreds]} hundred`, ...(hundreds === 1 ? ["a hundred"] : [])];
    if (value % 100 === 0) return heads;
    const [rest] = numberWays(value % 100);
    return heads.flatMap((head) => [`${head} ${rest}`, `${head} and ${rest}`]);
  }
  const [head] = numberWays(Math.floor(value / 1_000));
  return value % 1_000 === 0
    ? [`${head} thousand`]
    : numberWays(value % 1_000).map((rest) => `${head} thousand ${rest}`);
}

/** The ways in which English says a time of day, given in minutes from midnight. */
export function clockWays(minuteOfDay: number): string[] {
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const onDial = ((hour + 11) % 12) + 1;
  const half = hour % 24 < 12 ? "am" : "pm";
  const part = hour % 24 < 12 ? "in the morning" : hour < 18 ? "in the afternoon" : "in the evening";
  const next = ones[(onDial % 12) + 1];
  const named: Readonly<Record<number, string>> = {
    0: `${onDial} ${part}`,
    15: `quarter past ${ones[onDial]}`,
    30: `half past ${ones[onDial]}`,
    45: `quarter to ${next}`,
  };
  const figures = minute === 0 ? `${onDial}` : `${onDial}:${String(minute).padStart(2, "0")}`;
  const words =
    minute === 0 ? `${ones[onDial]}` : `${ones[onDial]} ${minute < 10 ? `oh ${ones[minute]}` : numberWays(minute)[0]}`;
  return [
    `${figures} ${half}`,
    words,
    ...(minute === 0 ? [`${words} o'clock`] : [figures]),
    ...(named[minute] === undefined ? [] : [named[minute]]),
  ];
}
