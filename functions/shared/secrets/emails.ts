import { plainWord, type Secret, tokensOf } from "./secret";

const typed = /[\p{L}\p{N}._%+'-]+\s?@\s?[\p{L}\p{N}-]+(?:\s?\.\s?[\p{L}\p{N}-]+)*/gu;

/** `at gmail dot com` and the like: the sign, up to four words, and at least one dot with what follows it. */
const spokenDomain =
  /(?<![\p{L}\p{N}])(?:at|arobase|arrobas?|arrobase|ät|klammeraffe|chez|@)(?:\s+|\s*-\s*)(?:[\p{L}\p{N}-]+\s+){0,3}?[\p{L}\p{N}-]+?(?:(?:\s+(?:dot|period|point|punkt|punto)\s+|\.)[\p{L}\p{N}-]{1,12}(?:\s+\p{L}(?![\p{L}\p{N}'’]))*)+/giu;

/** Words that stand before an address and are none of it. */
const before = new Set(
  "is it its it's my me mine the to e mail email address write send use at on and so yes sure ok okay est c'est mon ma adresse mel courriel oui et ist meine adresse lautet an schreiben ja und mi correo es direccion si y".split(
    " ",
  ),
);
/** What joins the words of a dictated address. */
const joins = new Set(
  "dot period point punkt punto underscore dash hyphen minus plus tiret bas unterstrich guion bajo".split(" "),
);
/** Said of an address between its parts: "all one word". */
const asides = new Set(
  "all one word together lowercase tout attache minuscules alles zusammen klein todo junto".split(" "),
);
/** So many words can stand before the sign. */
const mostWords = 24;
/** Of words that nothing joins, only the last ones can be the address. */
const mostFreeWords = 3;

/** E-mail addresses, written or dictated. */
export function emailsIn(text: string): readonly Secret[] {
  const written = [...text.matchAll(typed)].map(({ 0: address, index }) => ({
    from: index,
    to: index + address.length,
  }));
  const spoken = [...text.matchAll(spokenDomain)].map(({ 0: domain, index }) => ({
    from: localFrom(text, index),
    to: index + domain.length,
  }));
  return [...written, ...spoken].map((span) => ({ kind: "email", ...span }));
}

/** Where the words before the sign begin that are the address. */
function localFrom(text: string, signAt: number): number {
  const tokens = tokensOf(text.slice(0, signAt)).slice(-mostWords);
  let from = signAt;
  let free = 0;
  let isJoined = true;
  for (const token of [...tokens].reverse()) {
    const word = plainWord(token.text);
    // What ends a sentence, or follows an apostrophe ("it's"), is none of the address.
    if (/[!?:;]|\.\s/.test(text.slice(token.to, from)) || /['’]/.test(text[token.from - 1] ?? "")) break;
    if (asides.has(word)) continue;
    if (joins.has(word)) {
      isJoined = true;
    } else if (token.text.length > 1 && !/^\d/.test(token.text) && !isJoined) {
      free += 1;
      if (before.has(word) || free >= mostFreeWords) break;
    } else {
      if (before.has(word) && token.text.length > 1) break;
      isJoined = token.text.length === 1 || /^\d/.test(token.text);
    }
    from = token.from;
  }
  return from;
}
