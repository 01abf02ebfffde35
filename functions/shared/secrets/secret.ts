/** What a text holds of a person, from a character up to another. */
export interface Secret {
  readonly kind: "card" | "number" | "email" | "name" | "address";
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A word or a group of digits in a text. */
export interface Token {
  readonly text: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Words and groups of digits, in their order; what is between them are the gaps. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)].map(({ 0: word, index }) => ({
    text: word,
    from: index,
    to: index + word.length,
  }));
}

/** A word as vocabularies write it: in small letters, without accents. */
export function plainWord(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
