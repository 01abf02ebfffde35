/** What a caller said, for the model to read: nothing of it can end the quotation. */
export function callerWords(words: string): string {
  return `<caller>${words.replace(/[<>]/g, " ")}</caller>`;
}
