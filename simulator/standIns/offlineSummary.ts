const longestLine = 120;

/** A summary as the model would be asked for, made of a message's own first sentences: nobody here understands it. */
export function offlineSummary(words: string): { readonly lines: readonly string[]; readonly urgent: boolean } {
  const sentences = words.match(/[^.!?]+[.!?]*/g)?.map((sentence) => sentence.trim()) ?? [];
  const lines = sentences.filter((sentence) => sentence !== "").map((sentence) => sentence.slice(0, longestLine));
  return { lines: lines.slice(0, 2), urgent: false };
}
