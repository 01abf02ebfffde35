import type { Dictated, Dictation } from "./dictation";
import { contains, endsWith, type TurnWords } from "./turnWords";

/** Where most people have their mail. */
const mailHosts = new Set("gmail googlemail outlook hotmail yahoo icloud aol proton protonmail gmx laposte".split(" "));
/** What an address may end with; "co" and "com" may go on by a country. */
const lastLabel = /^(?:com|org|net|edu|gov|info|biz|me|io|app|dev|shop|[a-z]{2})$/;

/** Nobody says more than this before they come to the "@". */
const mostBeforeAt = 9;

/** "John dot smith at …": whole where its last label is. */
export function mailAddress({ words, language, asked }: Dictation): Dictated | null {
  const atSign = words.findLastIndex((word, index) => word.includes("@") || isSpokenAt(words, index, language));
  const isAsked = asked.has("email");
  if (atSign < 0) {
    // Only what comes behind the sign was asked for.
    if (isAsked && lastLabel.test(words.at(-1) ?? "") && endsWith(words.slice(0, -1), language.dot) > 0)
      return "perhaps";
    const isBegun =
      (isAsked || contains(words.slice(1, -1), language.dot)) &&
      words.length < mostBeforeAt &&
      !contains(words, language.refusals);
    // "To d.hughes".
    if (isAsked && /^\p{L}[\p{L}\d]*[._][\p{L}\d._]*$/u.test(words.at(-1) ?? "")) return "part";
    return isBegun || (words.length < mostBeforeAt && endsWith(words, language.dot) > 0) ? "part" : null;
  }
  const isWritten = (words[atSign] ?? "").includes("@");
  const hasDot = contains(words, language.dot);
  if (!isWritten && !isAsked && !hasDot) return mailHosts.has(words.at(-1) ?? "") ? "part" : null;
  const host = isWritten ? (words[atSign] ?? "").split("@")[1] : words.slice(atSign + 1).join(" ");
  const labels = (host ?? "").split(isWritten ? "." : new RegExp(` (?:${language.dot.replaceAll(" ", "|")}) `));
  // "Dot c a".
  const last = (labels.at(-1) ?? "").replace(/^(\p{L}) (\p{L})$/u, "$1$2");
  if (labels.length < 2 || last.length < 2) return "part";
  // "Two moons dot studio" may have a label more.
  return last === "co" || !lastLabel.test(last) ? "perhaps" : "whole";
}

function isSpokenAt(words: readonly string[], index: number, { atSign }: TurnWords): boolean {
  return index > 0 && ` ${atSign} `.includes(` ${words[index]} `);
}
