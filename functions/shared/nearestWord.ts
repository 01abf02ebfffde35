/** The word of a list that a mistyped one was most likely meant to be; null where none is near. */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const plain = simplified(typed);
  let nearest: string | null = null;
  let least = Math.max(Math.min(2, Math.ceil(plain.length / 2)), Math.floor(plain.length / 3)) + 1;
  for (const word of words) {
    const distance = editDistance(plain, simplified(word), least);
    if (distance < least) {
      nearest = word;
      least = distance;
    }
  }
  return nearest;
}

function simplified(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, "");
}

/** How many letters must be put in, left out or changed; `enough` where that many or more. */
function editDistance(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? enough;
}
